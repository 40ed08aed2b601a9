"""From a task's values to what the engine reads, what is stored, and what is compared."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects

from tasks import guide, richtext, schedule
from tasks.models import Acronym, KlikTask, Project, Role, Wave
from tasks.models import Term as TermRow
from tasks.style import Draft, House, Link, TaskRef, Term, WaveDates

Values = Mapping[str, Any]
Content = dict[str, Any]

_ROW_KEYS = ("project", "phase", "theme")
_ROW_LIST_KEYS = ("waves", "prerequisites", "related_tasks", "performers", "owners")
# Chosen in no order, so the order rows happen to come in must not look like a change
_UNORDERED_KEYS = ("waves", "prerequisites", "related_tasks")


def content_of(values: Values) -> Content:
    """Return the values as JSON: rows by primary key, prose as the stored HTML.

    Two texts are the same exactly when their contents are equal.
    """
    return {key: _json_value(key, value) for key, value in values.items()}


def _json_value(key: str, value: Any) -> Any:
    if key in _ROW_KEYS:
        return value.pk if value is not None else None
    if key in _ROW_LIST_KEYS:
        keys = [row.pk for row in value]
        return sorted(keys) if key in _UNORDERED_KEYS else keys
    if key == "attachments":
        return [list(link) for link in value]
    return value


def content_hash(values: Values) -> str:
    """Return a digest of the content; an approval and the stored counts hold on to it."""
    canonical = json.dumps(content_of(values), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def draft_of(values: Values, announcement: str = "") -> Draft:
    """Return the frozen draft the style engine reads; values come saved or just typed."""
    texts = {key: richtext.to_blocks(values[key]) for key in guide.PROSE_KEYS}
    dates = (values["end_offset_days"], values["start_offset_days"])
    # Those just chosen in a form come without their waves, which give their dates
    prefetch_related_objects([*values["prerequisites"], *values["related_tasks"]], "waves")
    return Draft(
        prefix=values["prefix"],
        separator=values["separator"],
        number=values["number"],
        title=values["title"],
        project=_name(values["project"]),
        phase=_name(values["phase"]),
        theme=_name(values["theme"]),
        priority=values["priority"],
        reply_to=split_addresses(values["reply_to"]),
        is_infrastructure=values["is_infrastructure"],
        duration_days=values["duration_days"],
        respects_frozen_zone=values["respects_frozen_zone"],
        end_offset_days=values["end_offset_days"],
        start_offset_days=values["start_offset_days"],
        waves=tuple(wave_dates(wave, *dates) for wave in values["waves"]),
        prerequisites=tuple(_task_ref(task) for task in values["prerequisites"]),
        related_tasks=tuple(_task_ref(task) for task in values["related_tasks"]),
        performers=tuple(role.name for role in values["performers"]),
        owners=tuple(role.name for role in values["owners"]),
        performer_comment=values["performer_comment"],
        owner_comment=values["owner_comment"],
        attachments=tuple(Link(title, url) for title, url in values["attachments"]),
        announcement=announcement,
        **texts,
    )


def _name(row: Any) -> str:
    return "" if row is None else row.name


def wave_dates(wave: Wave, end_offset: int | None, start_offset: int | None) -> WaveDates:
    """Return a task's dates in a wave; the key tells waves of the same name apart."""
    period = schedule.period(wave.go_live, end_offset, start_offset)
    return WaveDates(wave.name, wave.go_live, period.start, period.end, str(wave.pk))


def _task_ref(task: KlikTask) -> TaskRef:
    """Another task with its dates and the earliest; ``with_parts()`` has fetched its waves."""
    offsets = (task.end_offset_days, task.start_offset_days)
    waves = tuple(wave_dates(wave, *offsets) for wave in task.waves.all())
    return TaskRef(
        str(task.reference),
        task.title,
        min((wave.start for wave in waves if wave.start), default=None),
        min((wave.end for wave in waves if wave.end), default=None),
        task.priority,
        waves,
    )


def split_addresses(text: str) -> tuple[str, ...]:
    """Part a *Svar til* in its addresses; comma, semicolon, blank and newline part them."""
    return tuple(text.replace(",", " ").replace(";", " ").split())


@dataclass(frozen=True, slots=True)
class HouseLists:
    """The lists an administrator keeps, as the engine reads them."""

    roles: tuple[str, ...]
    glossary: tuple[Term, ...]
    acronyms: frozenset[str]


def house_lists() -> HouseLists:
    """Return the lists as they are now, in three queries; whoever checks many tasks reads once."""
    return HouseLists(
        roles=tuple(Role.objects.in_use().values_list("name", flat=True)),
        glossary=glossary_of(TermRow.objects.all()),
        acronyms=acronyms_of(Acronym.objects.all()),
    )


def glossary_of(rows: Iterable[TermRow]) -> tuple[Term, ...]:
    """Return the rows that are in use as the engine reads them, in one order on any database."""
    used = sorted((row for row in rows if not row.is_retired), key=lambda row: row.term)
    return tuple(Term(row.term, row.plain, tuple(row.fine_in)) for row in used)


def acronyms_of(rows: Iterable[Acronym]) -> frozenset[str]:
    """Return the rows that are in use as the engine reads them."""
    return frozenset(row.text for row in rows if not row.is_retired)


def house_of(project: Project | None, lists: HouseLists | None = None) -> House:
    """Return the facts around a task: the house's lists and the project's frozen zones."""
    lists = lists or house_lists()
    return House(
        roles=lists.roles,
        glossary=lists.glossary,
        acronyms=lists.acronyms,
        frozen_zones=project.schedule_zones() if project else (),
    )


def searchable_texts(values: Values) -> list[str]:
    """Return every text of a task that search looks in."""
    rows = [values["project"], values["phase"], values["theme"]]
    rows += [*values["performers"], *values["owners"]]
    return [
        f"{values['prefix']}{values['separator']}{values['number']}",
        f"{values['prefix']} {values['number']}",
        values["title"],
        values["reply_to"],
        *(richtext.to_text(values[key]) for key in guide.PROSE_KEYS),
        values["performer_comment"],
        values["owner_comment"],
        *(_name(row) for row in rows),
        *(title for title, _ in values["attachments"]),
    ]
