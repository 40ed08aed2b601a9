"""A project's prefixes and frozen zones: a small form for each row."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from tasks.actions import projects, zones
from tasks.actions.refusal import Refused
from tasks.forms.project import PrefixForm, ZoneForm
from tasks.models import FrozenZone, Prefix, Project
from tasks.views.asking import PersonRequest, person_with, typed
from tasks.views.frame import say_refusal
from tasks.views.moves import asks_before_moving, shown_plan
from tasks.workflow import Right


@require_http_methods(["GET", "POST"])
@asks_before_moving
def zone_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a frozen zone to a project."""
    project = get_object_or_404(Project, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = ZoneForm(typed(request))
    if form.carry_out(lambda: zones.create_zone(person, pk, form.values(), shown_plan(request))):
        return _done(request, pk, "Frozen zonen er oprettet.")
    return render(
        request, "projects/zone_form.html", {"form": form, "project": project, "zone": None}
    )


@require_http_methods(["GET", "POST"])
@asks_before_moving
def zone_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a frozen zone."""
    zone = get_object_or_404(FrozenZone.objects.select_related("project"), pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = ZoneForm(typed(request), row=zone)
    if form.carry_out(
        lambda: zones.change_zone(person, pk, form.seen, form.values(), shown_plan(request))
    ):
        return _done(request, zone.project_id, "Frozen zonen er gemt.")
    context = {"form": form, "project": zone.project, "zone": zone}
    return render(request, "projects/zone_form.html", context)


@require_POST
@asks_before_moving
def zone_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Remove a frozen zone."""
    zone = get_object_or_404(FrozenZone, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    try:
        zones.remove_zone(person, pk, shown_plan(request))
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect("project_detail", zone.project_id)
    return _done(request, zone.project_id, f"{zone} er fjernet.")


@require_http_methods(["GET", "POST"])
def prefix_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a prefix with its meaning to a project."""
    project = get_object_or_404(Project, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = PrefixForm(typed(request))
    if form.carry_out(lambda: projects.create_prefix(person, pk, form.values())):
        return _done(request, pk, "Præfikset er oprettet.")
    return render(
        request, "projects/prefix_form.html", {"form": form, "project": project, "prefix": None}
    )


@require_http_methods(["GET", "POST"])
def prefix_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a prefix or its meaning."""
    prefix = get_object_or_404(Prefix.objects.select_related("project"), pk=pk)
    person = person_with(request, Right.ADMINISTER)
    form = PrefixForm(typed(request), row=prefix)
    if form.carry_out(lambda: projects.change_prefix(person, pk, form.seen, form.values())):
        return _done(request, prefix.project_id, "Præfikset er gemt.")
    context = {"form": form, "project": prefix.project, "prefix": prefix}
    return render(request, "projects/prefix_form.html", context)


@require_POST
def prefix_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a prefix off a project's list."""
    prefix = get_object_or_404(Prefix, pk=pk)
    person = person_with(request, Right.ADMINISTER)
    try:
        projects.remove_prefix(person, pk)
    except Refused as refusal:
        say_refusal(request, refusal)
        return redirect("project_detail", prefix.project_id)
    return _done(request, prefix.project_id, f"Præfikset {prefix.prefix} er fjernet.")


def _done(request: PersonRequest, project_pk: int, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    return redirect("project_detail", project_pk)
