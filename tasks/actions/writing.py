"""Writes a task's values into its tables, and leaves out what the data cannot hold."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from tasks.actions import becoming
from tasks.actions.circles import circle
from tasks.models import (
    Attachment,
    KlikTask,
    Owner,
    Performer,
    Project,
    Role,
    Wave,
)
from tasks.models.task import SIMPLE_KEYS
from tasks.permissions import names_in_words
from tasks.reference import PARTS, Reference, next_after

Sifted = tuple[dict[str, Any], dict[str, str]]


def sift(task: KlikTask, values: dict[str, Any]) -> Sifted:
    """Part the values in those that can be stored, and the refused keys with the reason.

    Refused are a taken reference, waves and tasks of another project, a change of project that
    would leave such behind, and a prerequisite that would close a circle. The rest is to be saved
    all the same. The task and both projects are locked.
    """
    whole = task.values() | values
    refused: dict[str, str] = {}
    if not whole["title"]:
        refused["title"] = "Skriv en titel. Indtil da beholder opgaven den, den har."
    if message := _no_such_reference(task, whole, values.keys()):
        refused |= dict.fromkeys([*PARTS, "reference"], message)
        whole |= {part: getattr(task, part) for part in PARTS}
    if "project" in values and (message := _tied_to_project(task, whole, values.keys())):
        refused["project"] = message
    if "project" in refused:
        whole["project"] = task.project
    refused |= _foreign_parts(task, whole)
    if "prerequisites" in values and (message := circle(task, whole)):
        refused["prerequisites"] = message
    kept = {key: value for key, value in values.items() if key not in refused}
    return kept, {k: m for k, m in refused.items() if k in values or k == "reference"}


def _no_such_reference(task: KlikTask, values: dict[str, Any], changed: Collection[str]) -> str:
    """Say why the task cannot have the reference: another has it, or it would wait for itself."""
    return _taken_reference(task, values, changed) or becoming.why_not(task, values, changed)


def _taken_reference(task: KlikTask, values: dict[str, Any], changed: Collection[str]) -> str:
    """Say who has the reference; ”MI 2” and ”mi 02” are the same, and the bin keeps its own."""
    wanted = Reference(*(values[key] for key in PARTS))
    is_same = not {*PARTS, "project"} & set(changed)
    if is_same or not wanted.natural_key or values["project"] is None:
        return ""
    same_project = KlikTask.objects.filter(project=values["project"])
    holders = same_project.filter(reference_key=wanted.natural_key, is_only_in_podio=False)
    holder = holders.exclude(pk=task.pk).first()
    if holder is None:
        return ""
    used = next_after((other.reference for other in same_project), wanted.prefix)
    where = " i papirkurven" if holder.binned_at else ""
    return (
        f"{wanted.bracketed} er brugt til ”{holder.title}”{where}. "
        f"Næste ledige er {used.bracketed}."
    )


def _tied_to_project(task: KlikTask, values: dict[str, Any], changed: Collection[str]) -> str:
    """Say why a task cannot go to another project: its reference, or what the old one holds."""
    if _pk(values["project"]) == task.project_id:
        return ""
    if message := _taken_reference(task, values, changed):
        return message
    if _foreign_parts(task, values).keys() - set(changed):
        return "Andre har givet opgaven bølger eller opgaver imens. Se efter, og skift så projekt."
    pointing = Q(prerequisite_rows__required=task) | Q(relation_rows__related=task)
    names = [other.short_name for other in KlikTask.objects.filter(pointing).distinct()]
    return f"{names_in_words(names)} peger på opgaven. Fjern det dér først." if names else ""


def _foreign_parts(task: KlikTask, values: dict[str, Any]) -> dict[str, str]:
    """Waves and tasks belong to the task's project; the test wave is never chosen here."""
    project: Project | None = values["project"]
    refused = {}
    waves = {wave.pk for wave in values["waves"]}
    # Asked anew, for somebody may have removed a wave since the form was shown
    if waves and waves - set(_real_waves(project).filter(pk__in=waves)):
        refused["waves"] = "Vælg blandt projektets egne bølger."
    for key in ("prerequisites", "related_tasks"):
        if message := _wrong_tasks(task, key, values):
            refused[key] = message
    return refused


def _wrong_tasks(task: KlikTask, key: str, values: dict[str, Any]) -> str:
    """Say why one of these tasks cannot be pointed at; one in the bin only if it was already."""
    keys = {other.pk for other in values[key]}
    others = KlikTask.objects.filter(pk__in=keys) if keys else ()
    if any(other.project_id != _pk(values["project"]) for other in others):
        return "Vælg blandt projektets egne opgaver."
    if task.pk in keys:
        return "En opgave kan ikke pege på sig selv."
    had = {other.pk for other in task.values()[key]}
    binned = [other.short_name for other in others if other.binned_at and other.pk not in had]
    return f"{names_in_words(binned)} ligger i papirkurven. Fjern krydset." if binned else ""


def _real_waves(project: Project | None) -> QuerySet[Wave, int]:
    return Wave.objects.real().filter(project=project).values_list("pk", flat=True)


def _pk(project: Project | None) -> int | None:
    return None if project is None else project.pk


def write_values(task: KlikTask, values: dict[str, Any]) -> None:
    """Set the columns on the object and write the rows around it; the caller saves the object."""
    for key in SIMPLE_KEYS:
        if key in values:
            setattr(task, key, values[key])
    if "waves" in values:
        task.waves.set(values["waves"])
    if "prerequisites" in values:
        task.prerequisites.set(values["prerequisites"])
    if "related_tasks" in values:
        task.related_tasks.set(values["related_tasks"])
    if "performers" in values:
        _write_roles(Performer, task, values["performers"])
    if "owners" in values:
        _write_roles(Owner, task, values["owners"])
    if "attachments" in values:
        _write_attachments(task, values["attachments"])
    task.reference_key = task.reference.natural_key
    task.reference_sort = task.reference.sort_key


def _write_roles(model: type[Performer] | type[Owner], task: KlikTask, roles: list[Role]) -> None:
    model.objects.filter(task=task).delete()
    for position, role in enumerate(roles, start=1):
        model.objects.create(task=task, role=role, position=position)


def _write_attachments(task: KlikTask, links: list[tuple[str, str]]) -> None:
    Attachment.objects.filter(task=task).delete()
    for position, (title, url) in enumerate(links, start=1):
        Attachment.objects.create(task=task, position=position, title=title, url=url)
