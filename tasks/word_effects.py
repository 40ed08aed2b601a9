"""What a changed row of the glossary or the known acronyms would do to the findings of drafts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tasks import checking, drafting, shadow
from tasks.models import Acronym, KlikTask, Term
from tasks.models.task_reads import KlikTaskQuerySet
from tasks.style import RULES, Finding, Rule

Word = Term | Acronym
SHOWN = 20  # findings; the numbers tell of the rest
READERS: dict[type[Word], frozenset[str]] = {
    Term: frozenset({"word-term"}),
    Acronym: frozenset({"word-acronym"}),
}


class Change(StrEnum):
    """What becomes of a finding; the value is what the screen says."""

    NEW = "Nyt fund"
    OTHER = "Nyt forslag"
    GONE = "Forsvinder"


@dataclass(frozen=True, slots=True)
class Effect:
    """One finding that comes, changes or goes."""

    task: KlikTask
    finding: Finding
    change: Change


@dataclass(slots=True)
class Effects:
    """All that would change; ``shown`` holds the first of it, ``tasks`` the keys of the drafts."""

    counts: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    shown: list[Effect] = field(default_factory=list)
    tasks: list[int] = field(default_factory=list)

    def add(self, effect: Effect) -> None:
        """Take one more; a task's effects come together."""
        self.counts[effect.change] += 1
        if effect.task.pk not in self.tasks[-1:]:
            self.tasks.append(effect.task.pk)
        if len(self.shown) < SHOWN:
            self.shown.append(effect)

    @property
    def beyond(self) -> int:
        """How many findings are not shown."""
        return sum(self.counts.values()) - len(self.shown)


def effects_of(row: Word, tasks: KlikTaskQuerySet) -> Effects:
    """Return what saving this row would do; a hundred tasks at a time, few rules asked."""
    before = drafting.house_lists()
    after = _with(before, row)
    rules = tuple(rule for rule in RULES if rule.id in READERS[type(row)])
    effects = Effects()
    for some in shadow.in_turn(tasks) if before != after else ():
        for effect in _of(some, rules, before, after):
            effects.add(effect)
    return effects


def _with(lists: drafting.HouseLists, row: Word) -> drafting.HouseLists:
    """The lists as they will be once the row is saved."""
    if isinstance(row, Term):
        return replace(
            lists, glossary=drafting.glossary_of([*Term.objects.exclude(pk=row.pk), row])
        )
    return replace(lists, acronyms=drafting.acronyms_of([*Acronym.objects.exclude(pk=row.pk), row]))


def _of(
    tasks: list[KlikTask],
    rules: tuple[Rule, ...],
    before: drafting.HouseLists,
    after: drafting.HouseLists,
) -> Iterator[Effect]:
    old = checking.check_tasks(tasks, rules, before)
    new = checking.check_tasks(tasks, rules, after)
    for task in tasks:
        yield from _changes(task, old[task.pk].standing, new[task.pk].standing)


def _changes(task: KlikTask, old: Iterable[Finding], new: Iterable[Finding]) -> Iterator[Effect]:
    was = {_place(finding): finding for finding in old}
    for finding in new:
        before = was.pop(_place(finding), None)
        if before is None:
            yield Effect(task, finding, Change.NEW)
        elif before != finding:
            yield Effect(task, finding, Change.OTHER)
    yield from (Effect(task, finding, Change.GONE) for finding in was.values())


def _place(finding: Finding) -> tuple[str, int, int, int]:
    return finding.field, finding.block, finding.start, finding.end
