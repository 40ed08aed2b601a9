"""Waves: authors make them, administrators change and remove them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from tasks.actions.derived import refresh_project
from tasks.actions.drafts import save_task
from tasks.actions.locking import locked_task
from tasks.actions.moves import carry_out, note_go_live, require_shown
from tasks.actions.refusal import Refused, require
from tasks.actions.rows import (
    Values,
    locked_part,
    locked_project,
    require_free,
    require_seen,
    set_values,
)
from tasks.danish_dates import long_date
from tasks.models import KlikTask, Municipality, Person, Project, Wave
from tasks.moving import plan_for_go_live
from tasks.permissions import can_edit, may, names_in_words
from tasks.workflow import Right

TEST_WAVE_NAME = "Testbølge"
_NEEDS_TEST_WAVE = (
    "Projektet skal have en testbølge, så opgaverne kan prøves i Korsbæk Kommune først."
)
_NAMED_MOST = 5  # tasks named in a refusal before the rest is only counted
_MOVES_FINDINGS = ("name", "go_live")


@transaction.atomic
def create_wave(person: Person, project_pk: int, values: Values) -> Wave:
    """Create a wave; ``municipalities`` are rows, and of the values only ``name`` is needed.

    The guide asks the author: ”Giver opgaven anledning til at oprette en ny bølge, eller
    eksisterer allerede en relevant bølge?” Raises Refused at ``name`` when the project has it.
    """
    require(may(person, Right.WRITE))
    project = locked_project(project_pk)
    _require_free_name(project, values["name"])
    columns = dict(values)
    chosen = columns.pop("municipalities", ())
    wave = Wave.objects.create(project=project, **columns)
    _set_municipalities(wave, chosen)
    return wave


@transaction.atomic
def create_wave_for_task(person: Person, task_pk: int, values: Values) -> Wave:
    """Create a wave in a task's project and choose it for the task, which gets a new version.

    Raises Refused, and creates nothing, when the person may not edit the task.
    """
    task = locked_task(task_pk)
    require(can_edit(person, task))
    if task.project_id is None:
        raise Refused("Vælg et projekt på opgaven først.")
    wave = create_wave(person, task.project_id, values)
    outcome = save_task(person, task.pk, task.revision, {"waves": [*task.waves.all(), wave]})
    for message in outcome.refused.values():
        raise Refused(message)
    return wave


@transaction.atomic
def change_wave(person: Person, pk: int, seen: str, values: Values, shown_plan: str = "") -> Wave:
    """Change a wave; a moved go-live moves the dates of its tasks and voids no approval.

    ``seen`` is the fingerprint of the wave that was shown, ``shown_plan`` the digest of the
    before/after table. Raises Stale when the wave changed, Unconfirmed, which has the table, when
    tasks are touched and another or none was shown.
    """
    require(may(person, Right.ADMINISTER))
    wave = _locked_wave(pk)
    require_seen(wave, seen)
    _require_free_name(wave.project, values.get("name", wave.name), but=wave)
    _require_fitting_kind(wave, is_test=values.get("is_test", wave.is_test))
    before, old_day = [getattr(wave, key) for key in _MOVES_FINDINGS], wave.go_live
    plan = plan_for_go_live(wave, values.get("go_live", old_day))
    require_shown(plan, shown_plan, _moved(wave, values.get("go_live", old_day)))
    columns = dict(values)
    chosen = columns.pop("municipalities", list(wave.municipalities.all()))
    set_values(wave, columns)
    _set_municipalities(wave, chosen)
    if before != [getattr(wave, key) for key in _MOVES_FINDINGS]:
        refresh_project(wave.project_id)
    if wave.go_live != old_day:
        days = [day and day.isoformat() for day in (old_day, wave.go_live)]
        carry_out(person, wave.project, plan, wave=wave.name, go_live=days)
        note_go_live(person, wave, old_day, plan)
    return wave


@transaction.atomic
def mark_in_podio(person: Person, pk: int, *, is_there: bool) -> None:
    """Note whether a wave is made in Podio; whoever types into Podio may."""
    require(may(person, Right.PUBLISH))
    set_values(_locked_wave(pk), {"is_in_podio": is_there})


def _moved(wave: Wave, new: date | None) -> str:
    if new is None:
        return f"Go-live for {wave} fjernes."
    old = f"fra {long_date(wave.go_live)} " if wave.go_live else ""
    return f"Go-live for {wave} flyttes {old}til {long_date(new)}."


@transaction.atomic
def remove_wave(person: Person, pk: int) -> None:
    """Remove a wave that no task uses, in or out of the bin; raise Refused naming those that do."""
    require(may(person, Right.ADMINISTER))
    wave = _locked_wave(pk)
    if reason := why_kept(wave):
        raise Refused(reason)
    wave.delete()


def why_kept(wave: Wave) -> str:
    """Say why a wave cannot be removed, in one Danish sentence; nothing when it can."""
    if users := tasks_in_words(wave):
        return f"{wave} bruges af {users}. Tag den af opgaverne først."
    return _NEEDS_TEST_WAVE if _is_only_test_wave(wave) else ""


def _locked_wave(pk: int) -> Wave:
    wave: Wave = locked_part(Wave.objects, pk, "Bølgen findes ikke længere.")
    return wave


def add_test_wave(project: Project) -> Wave:
    """Give a project the wave its tasks are tried on."""
    wave = Wave.objects.create(project=project, name=TEST_WAVE_NAME, is_test=True)
    _set_municipalities(wave, ())
    return wave


def _set_municipalities(wave: Wave, chosen: Iterable[Municipality]) -> None:
    """The guide: the test wave is ”en bølge, som alene har tilknyttet Korsbæk Kommune”."""
    if wave.is_test:
        wave.municipalities.set(Municipality.objects.filter(is_fictional=True))
    else:
        wave.municipalities.set([row for row in chosen if not row.is_fictional])


def _require_free_name(project: Project, name: str, *, but: Wave | None = None) -> None:
    others = [wave.name for wave in project.waves.all() if wave != but]
    message = f"Projektet har allerede en bølge med navnet ”{name}”."
    require_free(others, name, message, field="name")


def _require_fitting_kind(wave: Wave, *, is_test: bool) -> None:
    """A task is chosen for real waves only, and a project always has a test wave."""
    if is_test and (users := tasks_in_words(wave)):
        raise Refused(
            f"Bølgen bruges af {users}, så den kan ikke blive en testbølge.", field="members"
        )
    if not is_test and _is_only_test_wave(wave):
        raise Refused(_NEEDS_TEST_WAVE, field="members")


def _is_only_test_wave(wave: Wave) -> bool:
    others = wave.project.waves.filter(is_test=True).exclude(pk=wave.pk)
    return wave.is_test and not others.exists()


def tasks_in_words(wave: Wave) -> str:
    """Name the tasks that use a wave, also those in the bin: ”(MI 01) og (MI 02)”; or nothing."""
    columns = ("prefix", "separator", "number", "title", "binned_at")
    rows = KlikTask.objects.filter(waves=wave).order_by("reference_sort", "pk")
    tasks = list(rows.only(*columns))
    names = [_short(task) for task in tasks[:_NAMED_MOST]]
    more = len(tasks) - _NAMED_MOST
    if more > 0:
        names.append(f"{more} {'anden opgave' if more == 1 else 'andre opgaver'}")
    return names_in_words(names)


def _short(task: KlikTask) -> str:
    return f"{task.short_name} i papirkurven" if task.binned_at else task.short_name
