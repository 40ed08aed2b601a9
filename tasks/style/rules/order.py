"""The order of tasks: prerequisites end first and weigh as much, and numbers follow time."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tasks.danish_dates import long_date, weekday_date
from tasks.guide import Priority
from tasks.reference import parse
from tasks.style.draft import Draft, House, TaskRef, WaveDates
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, rule

_SIXTEENTH, _THIRTIETH = date(2026, 10, 16), date(2026, 10, 30)
_TOLD_MOST = 3  # waves of one prerequisite that are told with their dates; of more, the number


class _Ends(NamedTuple):
    """When this task and another end in a wave they share."""

    wave: str
    own: date
    other: date


def _wave(end: date) -> WaveDates:
    return WaveDates("Bølge 1", end=end, key="1")


def _other(reference: str, end: date, priority: str = "") -> TaskRef:
    return TaskRef(reference, "Udfyld excel-filen", priority=priority, waves=(_wave(end),))


def _requiring(end: date) -> Draft:
    return Draft(waves=(_wave(_THIRTIETH),), prerequisites=(_other("Auto 12", end),))


@rule(
    "prerequisite-order",
    Severity.WARNING,
    title="Forudsætning slutter senere",
    fields=("prerequisites", "end_offset_days", "waves"),
    guide="Her kan vælges en KLIK-opgave, som skal fuldføres INDEN denne opgave kan fuldføres.",
    why="Slutter forudsætningen senere end opgaven selv, kan ingen blive færdig til tiden.",
    bad=Example(
        "(Auto 12) slutter den 6. november, opgaven selv den 30. oktober",
        _requiring(date(2026, 11, 6)),
    ),
    good=Example(
        "(Auto 12) slutter den 16. oktober, opgaven selv den 30. oktober",
        _requiring(_SIXTEENTH),
    ),
)
def prerequisite_order(draft: Draft, _house: House) -> Iterator[Mark]:
    late = [
        (required, ends)
        for required in draft.prerequisites
        if (ends := _late(draft, required, is_late=True))
    ]
    if late:
        said = " ".join(_later_in_each(required, ends) for required, ends in late)
        message = f"{said} Flyt den ene slutdato, eller fjern forudsætningen."
        subject = _subject([(required, one) for required, ends in late for one in ends])
        yield Mark("prerequisites", message, subject=subject)


def _later_in_each(required: TaskRef, ends: list[_Ends]) -> str:
    """Tell both dates in each shared wave: the first in full, and at most as many as are read."""
    first, *others = ends
    told = [
        f"{_named(required)} slutter {long_date(first.other)} i {first.wave}, efter at denne "
        f"opgave slutter {long_date(first.own)}."
    ]
    told += [
        f"I {one.wave} slutter den {long_date(one.other)}, og denne opgave {long_date(one.own)}."
        for one in others[: _TOLD_MOST - 1]
    ]
    if (more := len(ends) - _TOLD_MOST) > 0:
        told.append(f"Det samme gælder i {more} {'bølge' if more == 1 else 'bølger'} til.")
    return " ".join(told)


@rule(
    "prerequisite-priority",
    Severity.HINT,
    title="Kritisk vej kræver en anbefalet opgave",
    fields=("prerequisites", "priority"),
    guide="Ovenstående 2 skal følges op af KOMBIT og/eller leverandør, for at sikre, at kommunerne "
    "når i mål inden intern deadline.",
    why="Vi følger ikke op på en opgave, som kun er anbefalet. Springer en kommune den over, "
    "kan den ikke fuldføre opgaven på kritisk vej.",
    bad=Example(
        "En opgave på kritisk vej kræver (Auto 12), som er anbefalet",
        Draft(
            priority=Priority.CRITICAL,
            prerequisites=(_other("Auto 12", _SIXTEENTH, Priority.RECOMMENDED),),
        ),
    ),
    good=Example(
        "En opgave på kritisk vej kræver (Auto 12), som er obligatorisk",
        Draft(
            priority=Priority.CRITICAL,
            prerequisites=(_other("Auto 12", _SIXTEENTH, Priority.MANDATORY),),
        ),
    ),
)
def prerequisite_priority(draft: Draft, _house: House) -> Iterator[Mark]:
    if draft.priority != Priority.CRITICAL:
        return
    light = [_named(r) for r in draft.prerequisites if r.priority == Priority.RECOMMENDED]
    if len(light) == 1:
        said = (
            f"{light[0]} er kun anbefalet. Gør den obligatorisk, eller fjern den som forudsætning."
        )
    elif light:
        names = f"{', '.join(light[:-1])} og {light[-1]}"
        said = f"{names} er kun anbefalede. Gør dem obligatoriske, eller fjern dem."
    else:
        return
    message = f"Opgaven er på kritisk vej, men {said}"
    yield Mark("prerequisites", message, subject=" ".join(light))


@rule(
    "number-order",
    Severity.HINT,
    title="Nummer og rækkefølge",
    fields=("reference", "end_offset_days", "waves"),
    guide="Præfiks med nummerering benyttes for kort og præcis reference til opgaver, og da det "
    "giver indblik i rækkefølge og tid.",
    why="Kommunerne læser numrene som en rækkefølge: (MI 02) før (MI 03).",
    bad=Example(
        "(MI 03) slutter den 16. oktober, (MI 02) først den 30. oktober",
        Draft(prefix="MI", separator=" ", number="03", waves=(_wave(_SIXTEENTH),)),
        House(siblings=(_other("MI 02", _THIRTIETH),)),
    ),
    good=Example(
        "(MI 03) slutter den 30. oktober, (MI 02) den 16. oktober",
        Draft(prefix="MI", separator=" ", number="03", waves=(_wave(_THIRTIETH),)),
        House(siblings=(_other("MI 02", _SIXTEENTH),)),
    ),
)
def number_order(draft: Draft, house: House) -> Iterator[Mark]:
    wrong = [
        (sibling, ends)
        for sibling in house.siblings
        if (is_before := _comes_before(sibling, draft)) is not None
        and (ends := _first(draft, sibling, is_late=is_before)) is not None
    ]
    if wrong:
        said = [
            f"{_named(sibling)} slutter {weekday_date(ends.other)}, men ({draft.reference}) "
            f"slutter {weekday_date(ends.own)}{_place(draft, ends)}."
            for sibling, ends in wrong
        ]
        message = f"{' '.join(said)} Lad numrene følge tiden, hvis du kan."
        yield Mark("reference", message, subject=_subject(wrong))


def _comes_before(sibling: TaskRef, draft: Draft) -> bool | None:
    """True when the sibling has the lower number, False the higher; None when neither counts."""
    own, other = parse(draft.reference), parse(sibling.reference)
    has_order = own.is_complete and other.is_complete and own.natural_key != other.natural_key
    if not has_order or own.prefix.casefold() != other.prefix.casefold():
        return None
    return other.sort_key < own.sort_key


def _first(draft: Draft, other: TaskRef, *, is_late: bool) -> _Ends | None:
    """Return the first shared wave in which the other task ends too late, or too early."""
    return next(iter(_late(draft, other, is_late=is_late)), None)


def _late(draft: Draft, other: TaskRef, *, is_late: bool) -> list[_Ends]:
    """Return the shared waves in which the other task ends too late, or too early."""
    ends = {wave.key: wave.end for wave in other.waves if wave.key and wave.end}
    return [
        _Ends(wave.name, wave.end, end)
        for wave in draft.waves
        if wave.end
        and (end := ends.get(wave.key))
        and (end > wave.end if is_late else end < wave.end)
    ]


def _named(task: TaskRef) -> str:
    return f"({task.reference})" if task.reference else f"”{task.title}”"


def _place(draft: Draft, ends: _Ends) -> str:
    return f" i {ends.wave}" if len(draft.waves) > 1 else ""


def _subject(found: list[tuple[TaskRef, _Ends]]) -> str:
    return " ".join(
        f"{task.reference or task.title} {ends.other.isoformat()} {ends.own.isoformat()}"
        for task, ends in found
    )
