"""What differs between a task as it was told and as it is now, fact by fact."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tasks.announcement.facts import TaskFacts, WavePeriod
from tasks.announcement.words import one_line, reference_in_brackets
from tasks.guide import Priority


class Fact(StrEnum):
    """The facts of a task, as the beginning of a sentence names them."""

    REFERENCE = "Referencen"
    TITLE = "Titlen"
    PRIORITY = "Prioriteten"
    START = "Startdatoen"
    END = "Slutdatoen"
    GO_LIVE = "Go-live"
    DELIVERY = "Leverancen"


class Change(NamedTuple):
    """One fact that is another now; ``wave`` is empty when it is so in every wave.

    A fact that was not there, or is not there any more, is None.
    """

    fact: Fact
    wave: str
    old: date | str | None
    new: date | str | None

    @property
    def subject(self) -> str:
        """”Startdatoen”, or ”Startdatoen for Bølge 2”."""
        return f"{self.fact.value} for {self.wave}" if self.wave else self.fact.value


class WaveChange(NamedTuple):
    """A wave that the task has got or has lost."""

    wave: str
    is_added: bool


def changes_between(before: TaskFacts, now: TaskFacts) -> list[Change]:
    """Return what is another in a task, in the order a message tells it."""
    return [*_own_changes(before, now), *_wave_changes(before.periods, now.periods)]


def waves_between(before: TaskFacts, now: TaskFacts) -> list[WaveChange]:
    """Return the waves that came and went; a task without waves had none to lose."""
    old = [one_line(period.wave) for period in before.periods]
    new = [one_line(period.wave) for period in now.periods]
    return [
        *(WaveChange(wave, True) for wave in new if wave not in old),
        *(WaveChange(wave, False) for wave in old if wave not in new),
    ]


def same_task(task: TaskFacts, others: Sequence[TaskFacts]) -> TaskFacts | None:
    """Return the same task among others: by its key, which outlives its reference and title."""
    return next((other for other in others if other.key == task.key), None)


def _own_changes(before: TaskFacts, now: TaskFacts) -> Iterator[Change]:
    for fact, old, new in (
        (Fact.REFERENCE, reference_in_brackets(before), reference_in_brackets(now)),
        (Fact.TITLE, one_line(before.title), one_line(now.title)),
        (Fact.PRIORITY, _label(before.priority), _label(now.priority)),
    ):
        if old != new:
            yield Change(fact, "", old or None, new or None)


def _wave_changes(before: Sequence[WavePeriod], now: Sequence[WavePeriod]) -> Iterator[Change]:
    """Yield each date's changes, once and without a wave when they are the same in all waves."""
    old = {one_line(period.wave): period for period in before}
    pairs = [
        (one_line(period.wave), old[one_line(period.wave)], period)
        for period in now
        if one_line(period.wave) in old
    ]
    for fact in (Fact.START, Fact.END, Fact.GO_LIVE, Fact.DELIVERY):
        each = [Change(fact, wave, _value(fact, was), _value(fact, now_is))
                for wave, was, now_is in pairs]  # fmt: skip
        if len({change._replace(wave="") for change in each}) == 1 and len(now) == len(each):
            each = [each[0]._replace(wave="")]
        yield from (change for change in each if change.old != change.new)


def _value(fact: Fact, period: WavePeriod) -> date | str | None:
    return {
        Fact.START: period.start,
        Fact.END: period.end,
        Fact.GO_LIVE: period.go_live,
        Fact.DELIVERY: one_line(period.goes_live_with) or None,
    }[fact]


def _label(priority: str) -> str:
    return Priority(priority).label if priority else ""
