"""The steps from approved to announced, shown on *Indtast i Podio*, and their buttons."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tasks.actions import publishing
from tasks.actions.refusal import Refused
from tasks.forms.announcement import SkipTestForm
from tasks.forms.error_list import error_list
from tasks.forms.look import LookForm
from tasks.guide import TEST_STEP_GUIDE
from tasks.models import KlikTask, Person
from tasks.permissions import can_publish, names_in_words, publishers_in_words
from tasks.views.asking import PersonRequest, seen_revision
from tasks.views.frame import fetch_task, say_refusal, task_context
from tasks.views.publishing_steps import publishing_steps
from tasks.workflow import Right

PODIO_PAGE = "task_podio"


def publishing_context(task: KlikTask, person: Any) -> dict[str, Any]:
    """Return what ``tasks/_publishing_steps.html`` shows of a task, for this person.

    Read the task from ``with_parts()``. Beside those of ``test_wave_context`` the keys are
    ``publishing_steps``, ``may_publish``, ``publishers`` (who may, when this person may not),
    ``test_step_guide``, ``wave_names`` and ``look_form``.
    """
    return test_wave_context(task) | {
        "publishing_steps": publishing_steps(task),
        "may_publish": can_publish(person, task),
        "publishers": "" if person.has_right(Right.PUBLISH) else publishers_in_words(),
        "test_step_guide": TEST_STEP_GUIDE,
        "wave_names": names_in_words([wave.name for wave in task.waves.all()]),
        "look_form": LookForm(),
    }


def test_wave_context(task: KlikTask) -> dict[str, Any]:
    """Return what is said of the test wave: which, its dates, and if the text changed since."""
    project = task.project
    wave = project.waves.filter(is_test=True).first() if project else None
    tested = task.publication.tested_at
    approval = task.approvals.first()
    return {
        "test_wave": wave,
        "test_dates": task.period_in(wave) if wave else None,
        "is_reapproved": bool(tested and approval and approval.at > tested),
    }


@require_POST
def task_test_wave(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the task lies on the test wave."""
    return _step(request, pk, publishing.put_on_test_wave, "Opgaven ligger på testbølgen.")


@require_POST
def task_publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the task lies on its real waves."""
    return _step(request, pk, publishing.publish, "Opgaven er flyttet til de rigtige bølger.")


@require_POST
def task_announced(request: PersonRequest, pk: int) -> HttpResponse:
    """Note that the #besked was sent; the revision is the announcement's."""
    return _step(request, pk, publishing.mark_announced, "#besked er markeret som sendt.")


def _step(
    request: PersonRequest, pk: int, action: Callable[[Person, int, int], KlikTask], done: str
) -> HttpResponse:
    fetch_task(pk)
    try:
        action(request.user, pk, seen_revision(request))
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, done)
    return redirect(PODIO_PAGE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def task_skip_test(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask why the test wave is left out, and note it; a reason that is refused stays typed."""
    task = fetch_task(pk)
    if request.method != "POST":
        return _skip_page(request, task, SkipTestForm())
    form = SkipTestForm(request.POST)
    if form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            publishing.skip_test(request.user, pk, seen_revision(request), reason)
        except Refused as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            messages.success(request, "Testen er sprunget over. Grunden står i Forløb.")
            return redirect(PODIO_PAGE, pk)
    return _skip_page(request, task, form)


def _skip_page(request: PersonRequest, task: KlikTask, form: SkipTestForm) -> HttpResponse:
    context = task_context(task, PODIO_PAGE) | {
        "form": form,
        "error_list": error_list(form),
        "may_publish": can_publish(request.user, task),
        "test_step_guide": TEST_STEP_GUIDE,
    }
    return render(request, "tasks/skip_test.html", context)
