"""*Set på testbølgen*: the checklist between the test wave and the real waves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tasks.actions.publishing import look_on_test_wave
from tasks.actions.refusal import Refused
from tasks.corrected import corrected_since_approval, to_mend
from tasks.forms.error_list import error_list
from tasks.forms.look import LookForm
from tasks.models import KlikTask
from tasks.permissions import can_publish
from tasks.views.asking import PersonRequest, seen_revision
from tasks.views.frame import fetch_task, say_refusal, task_context
from tasks.views.publishing import PODIO_PAGE, test_wave_context


@require_http_methods(["GET", "HEAD", "POST"])
def task_look(request: PersonRequest, pk: int) -> HttpResponse:
    """Note the look; a checklist with a tick missing is shown again with the others kept."""
    task = fetch_task(pk)
    form = LookForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, task, form)
    try:
        look_on_test_wave(request.user, pk, seen_revision(request), form.cleaned_data["points"])
    except Refused as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, "Opgaven er set efter på testbølgen.")
    return redirect(PODIO_PAGE, pk)


def _page(request: PersonRequest, task: KlikTask, form: LookForm) -> HttpResponse:
    context = task_context(task, PODIO_PAGE) | test_wave_context(task)
    context |= {
        "look_form": form,
        "to_mend": to_mend(corrected_since_approval(task)),
        "error_list": error_list(form),
        "may_publish": can_publish(request.user, task),
    }
    return render(request, "tasks/look.html", context)
