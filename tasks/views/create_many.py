"""*Opret flere*: paste titles, see what becomes of each, and make all the drafts at once."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from tasks.actions.drafts import create_many
from tasks.actions.refusal import Refused
from tasks.forms.create_many import LINES_MAX, CreateManyForm, PastedLine
from tasks.forms.error_list import error_list
from tasks.style import Draft, Finding, House, check
from tasks.views.asking import PersonRequest, form_key, person_with
from tasks.workflow import Right

_JUDGED = ("reference", "title")


@require_http_methods(["GET", "HEAD", "POST"])
def task_new_many(request: PersonRequest) -> HttpResponse:
    """Show the form, then a preview of it, then – on ”confirm” – make the drafts."""
    person_with(request, Right.WRITE)
    if request.method != "POST":
        return _page(request, CreateManyForm(initial={"project": request.GET.get("project")}))
    form = CreateManyForm(request.POST, key=form_key(request))
    if form.is_valid() and "confirm" in request.POST:
        return _create(request, form)
    return _page(request, form)


def _create(request: PersonRequest, form: CreateManyForm) -> HttpResponse:
    """Make all the drafts or none; the second press of the same button makes no more."""
    project = form.cleaned_data["project"]
    try:
        values = [line.values() for line in form.pasted]
        made = create_many(request.user, project, values, form.key)
    except Refused as refusal:
        form.add_error("lines", refusal.message)
        return _page(request, form)
    drafts = "1 kladde" if len(made) == 1 else f"{len(made)} kladder"
    messages.success(request, f"{drafts} er oprettet i {project.name}.")
    query = urlencode({"project": project.pk, "mine": "on", "sort": "-changed"})
    return redirect(f"{reverse('task_list')}?{query}")


def _page(request: PersonRequest, form: CreateManyForm) -> HttpResponse:
    is_fine = form.is_bound and form.is_valid()
    context = {
        "form": form,
        "lines_max": LINES_MAX,
        "errors": error_list(form),
        "rows": [(line, _findings(line)) for line in form.pasted],
        "creation_key": uuid4() if is_fine else "",
    }
    return render(request, "tasks/create_many.html", context)


def _findings(line: PastedLine) -> list[Finding]:
    """What Tjek will say of the reference and the title; the rest of the task is not there yet."""
    draft = Draft(**line.values())
    return [finding for finding in check(draft, House()) if finding.field in _JUDGED]
