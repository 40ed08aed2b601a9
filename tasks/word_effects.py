"""What a changed row of the glossary or the known acronyms would do to the findings of drafts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tasks import checking, drafting, shadow
from tasks.models import Acronym, KlikTask, Term
from tasks.models.task_reads import KlikTaskQuerySet
from tasks.style import RULES, Block, Draft, Finding, House, Rule, check
from tasks.style import Term as StyleTerm

Word = Term | Acronym
SHOWN, PLACES = 12, 3  # drafts, and places in each; the numbers tell of the rest
READERS: dict[type[Word], frozenset[str]] = {
    Term: frozenset({"word-term"}),
    Acronym: frozenset({"word-acronym"}),
}


class Change(StrEnum):
    """What becomes of a finding; the value is what the screen says."""

    NEW = "Nyt fund"
    OTHER = "Nyt forslag"
    GONE = "Fund forsvinder"


@dataclass(frozen=True, slots=True)
class Effect:
    """One finding that comes, changes or goes."""

    task: KlikTask
    finding: Finding
    change: Change


@dataclass(slots=True)
class Hit:
    """A draft with the first of what changes in it."""

    task: KlikTask
    places: list[Effect] = field(default_factory=list)
    beyond: int = 0  # places that are not shown

    def add(self, effect: Effect) -> None:
        """Take one more, as long as there is room."""
        if len(self.places) < PLACES:
            self.places.append(effect)
        else:
            self.beyond += 1


@dataclass(slots=True)
class Effects:
    """All that would change: the numbers, the drafts' keys, and the first drafts themselves."""

    counts: dict[Change, int] = field(default_factory=lambda: dict.fromkeys(Change, 0))
    tasks: list[int] = field(default_factory=list)
    shown: list[Hit] = field(default_factory=list)

    def add(self, effect: Effect) -> None:
        """Take one more; a task's effects come together."""
        self.counts[effect.change] += 1
        if effect.task.pk not in self.tasks[-1:]:
            self.tasks.append(effect.task.pk)
            self.shown += [Hit(effect.task)] if len(self.tasks) <= SHOWN else []
        if len(self.tasks) <= SHOWN:
            self.shown[-1].add(effect)

    @property
    def in_words(self) -> str:
        """The numbers: ”2 nye fund · 1 fund forsvinder”."""
        told = (
            (Change.NEW, "nyt fund", "nye fund"),
            (Change.OTHER, "fund får et nyt forslag", "fund får et nyt forslag"),
            (Change.GONE, "fund forsvinder", "fund forsvinder"),
        )
        numbers = [(self.counts[change], one, many) for change, one, many in told]
        return " · ".join(f"{n} {one if n == 1 else many}" for n, one, many in numbers if n)

    @property
    def beyond(self) -> int:
        """How many drafts are not shown."""
        return len(self.tasks) - len(self.shown)


def is_found(term: str) -> bool:
    """Ask the engine itself whether it can find a term; else it would stand there in vain."""
    house = House(glossary=(StyleTerm(term),))
    return bool(check(Draft(goal=(Block(term),)), house, _rules_reading(Term)))


def effects_of(row: Word, tasks: KlikTaskQuerySet) -> Effects:
    """Return what saving this row would do; a hundred tasks at a time, few rules asked."""
    before = drafting.house_lists()
    after = _with(before, row)
    rules = _rules_reading(type(row))
    effects = Effects()
    for some in shadow.in_turn(tasks) if before != after else ():
        for effect in _of(some, rules, before, after):
            effects.add(effect)
    return effects


def _rules_reading(kind: type[Word]) -> tuple[Rule, ...]:
    return tuple(rule for rule in RULES if rule.id in READERS[kind])


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
