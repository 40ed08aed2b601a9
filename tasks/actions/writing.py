"""Writes a task's values into its tables, and leaves out what the data cannot hold."""

from collections.abc import Iterable
from typing import Any

from tasks import checking, drafting, search
from tasks.models import (
    Attachment,
    KlikTask,
    Owner,
    Performer,
    Prerequisite,
    Project,
    Role,
)
from tasks.models.task import SIMPLE_KEYS
from tasks.reference import Reference, next_after
from tasks.style import RULES_VERSION, Severity

REFERENCE_KEYS = ("prefix", "separator", "number")
Sifted = tuple[dict[str, Any], dict[str, str]]


def sift(task: KlikTask, values: dict[str, Any]) -> Sifted:
    """Part the values in those that can be stored, and the refused keys with the reason.

    Refused are a taken reference, waves and tasks of another project, and a prerequisite that
    would close a circle. The rest is to be saved all the same.
    """
    whole = task.values() | values
    refused: dict[str, str] = {}
    if not whole["title"]:
        refused["title"] = "Skriv en titel. Indtil da beholder opgaven den, den har."
    if message := _taken_reference(task, whole):
        refused |= dict.fromkeys([*REFERENCE_KEYS, "reference"], message)
        if "project" in values:
            refused["project"] = message
            whole["project"] = task.project
    refused |= _foreign_parts(task, whole)
    if message := _circle(task, whole["prerequisites"]):
        refused["prerequisites"] = message
    kept = {key: value for key, value in values.items() if key not in refused}
    return kept, {k: m for k, m in refused.items() if k in values or k == "reference"}


def _taken_reference(task: KlikTask, values: dict[str, Any]) -> str:
    """Say who has the reference; ”MI 2” and ”mi 02” are the same, and the bin keeps its own."""
    wanted = Reference(*(values[key] for key in REFERENCE_KEYS))
    if not wanted.natural_key or values["project"] is None:
        return ""
    # Two people must not take the same number at once
    Project.objects.select_for_update().get(pk=values["project"].pk)
    same_project = KlikTask.objects.filter(project=values["project"])
    holder = same_project.filter(reference_key=wanted.natural_key).exclude(pk=task.pk).first()
    if holder is None:
        return ""
    used = next_after((other.reference for other in same_project), wanted.prefix)
    where = " i papirkurven" if holder.binned_at else ""
    return (
        f"{wanted.bracketed} er brugt til ”{holder.title}”{where}. "
        f"Næste ledige er {used.bracketed}."
    )


def _foreign_parts(task: KlikTask, values: dict[str, Any]) -> dict[str, str]:
    """Waves and tasks belong to the task's project; the test wave is never chosen here."""
    project: Project | None = values["project"]
    refused = {}
    if any(wave.project_id != _pk(project) or wave.is_test for wave in values["waves"]):
        refused["waves"] = "Vælg blandt projektets egne bølger."
    for key in ("prerequisites", "related_tasks"):
        if any(other.project_id != _pk(project) for other in values[key]):
            refused[key] = "Vælg blandt projektets egne opgaver."
        if any(other.pk == task.pk for other in values[key]):
            refused[key] = "En opgave kan ikke pege på sig selv."
    return refused


def _pk(project: Project | None) -> int | None:
    return None if project is None else project.pk


def _circle(task: KlikTask, required: Iterable[KlikTask]) -> str:
    """Name the path when a prerequisite, through others, requires this task itself."""
    paths = [[other] for other in required]
    seen: set[int] = set()
    while paths:
        path = paths.pop()
        if path[-1].pk == task.pk:
            names = [task, *path]
            return f"Opgaverne ville vente på hinanden: {' → '.join(map(_short, names))}."
        if path[-1].pk in seen:
            continue
        seen.add(path[-1].pk)
        rows = Prerequisite.objects.filter(task=path[-1]).select_related("required")
        paths += [[*path, row.required] for row in rows]
    return ""


def _short(task: KlikTask) -> str:
    return task.reference.bracketed or f"”{task.title}”"


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


def refresh_derived(pk: int) -> KlikTask:
    """Compute what lists read – finding counts, search text, content hash – and return the task.

    The counts are the text's: the #besked lies outside it, and has a door of its own.
    """
    task = KlikTask.objects.with_parts().get(pk=pk)
    values, result = task.values(), checking.check_task(task).of_text()
    task.content_hash = drafting.content_hash(values)
    task.search_text = search.index_text(
        [*drafting.searchable_texts(values), task.announcement.text]
    )
    task.errors = result.count(Severity.ERROR)
    task.warnings = result.count(Severity.WARNING)
    task.hints = result.count(Severity.HINT)
    task.rules_version = RULES_VERSION
    task.save(
        update_fields=(
            "content_hash",
            "search_text",
            "errors",
            "warnings",
            "hints",
            "rules_version",
        )
    )
    return task
