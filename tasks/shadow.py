"""What the rules say of every draft at once, so that a new rule is tried where nobody sees it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tasks import checking
from tasks.models import KlikTask
from tasks.models.task_reads import KlikTaskQuerySet
from tasks.style import RULES, Finding, Rule

_AT_ONCE = 100  # tasks


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding in one task; somebody may keep the text against it."""

    task: KlikTask
    finding: Finding
    is_kept: bool


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule speaks, in how many tasks, and how often the text is kept against it."""

    rule: Rule
    hits: int
    tasks: int
    kept: int


def in_turn(tasks: KlikTaskQuerySet) -> Iterator[list[KlikTask]]:
    """Yield the tasks with their parts, a hundred at a time, so that memory stays the same."""
    last = 0
    while some := list(tasks.with_parts().filter(pk__gt=last).order_by("pk")[:_AT_ONCE]):
        yield some
        last = some[-1].pk


def hits_in(tasks: KlikTaskQuerySet, rule: str = "") -> Iterator[Hit]:
    """Yield what the engine finds in each task, or what one rule finds."""
    for some in in_turn(tasks):
        results = checking.check_tasks(some)
        for task in some:
            hits = _hits_of(task, results[task.pk])
            yield from (hit for hit in hits if rule in {"", hit.finding.rule})


def _hits_of(task: KlikTask, result: checking.CheckResult) -> Iterator[Hit]:
    yield from (Hit(task, finding, is_kept=False) for finding in result.standing)
    yield from (Hit(task, kept.finding, is_kept=True) for kept in result.kept)


def counted(hits: Iterable[Hit]) -> tuple[RuleCount, ...]:
    """Count hits by rule; every rule has its line, in the guide's order."""
    found: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    tasks: Counter[str] = Counter()
    seen: dict[str, int] = {}
    for hit in hits:
        rule = hit.finding.rule
        found[rule] += 1
        kept[rule] += hit.is_kept
        if seen.get(rule) != hit.task.pk:  # a task's hits come together
            tasks[rule] += 1
            seen[rule] = hit.task.pk
    return tuple(RuleCount(rule, found[rule.id], tasks[rule.id], kept[rule.id]) for rule in RULES)
