"""Carry out findings' fixes on the saved text, as an edit by the person who pressed it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from tasks import checking, guide
from tasks.actions.drafts import SaveOutcome, save_task
from tasks.actions.locking import locked_task
from tasks.actions.refusal import Refused
from tasks.models import KlikTask, Person
from tasks.richtext.edit import Change, replace_in_blocks
from tasks.style import Dismissal, Finding

_GONE = "Teksten er ændret siden. Se efter i Tjek igen."
_BY_HAND = "Det må du rette selv."
# The title is the only plain text with fixes inside the approved text, besides the comments
PLAIN_KEYS = ("title", "performer_comment", "owner_comment")


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a press did: how many places were mended, and how many overlap one that was."""

    field: str
    count: int
    skipped: int = 0


@transaction.atomic
def apply_fix(person: Person, pk: int, finding_key: str, number: int) -> Fixed:
    """Apply fix ``number`` of the finding with this key; raises Refused when it is gone."""
    task = locked_task(pk)
    finding = find(checking.check_task(task), finding_key)
    return _apply(person, task, finding.field, [change_of(finding, number)])


@transaction.atomic
def apply_all(person: Person, pk: int, line_key: str) -> Fixed:
    """Apply the first fix of every finding of one rule in one field: one save, one version.

    Of fixes that overlap, the last in the text is made; the others are counted as skipped.
    """
    task = locked_task(pk)
    found = fixable(checking.check_task(task), line_key)
    changes = apart(change_of(finding, 0) for finding in found)
    fixed = _apply(person, task, found[0].field, changes)
    return Fixed(fixed.field, fixed.count, len(found) - fixed.count)


def apart(changes: Iterable[Change]) -> list[Change]:
    """Leave out the changes that overlap one further on in the same block."""
    chosen: list[Change] = []
    for change in sorted(set(changes), reverse=True):
        after = chosen[-1] if chosen else None
        if after is None or change.block != after.block or change.end <= after.start:
            chosen.append(change)
    return chosen


def change_of(finding: Finding, number: int) -> Change:
    """Return what fix ``number`` changes; raises Refused when the finding has no such fix."""
    if number not in range(len(finding.fixes)):
        raise Refused(_GONE)
    fix = finding.fixes[number]
    start, end = finding.span_of(fix)
    return Change(finding.block, start, end, fix.replacement)


def find(result: checking.CheckResult, finding_key: str) -> Finding:
    """Return the standing finding with this key; raises Refused when the text has changed."""
    for key, finding in keyed(result.standing):
        if key == finding_key:
            return finding
    raise Refused(_GONE)


def find_all(result: checking.CheckResult, key: str) -> tuple[Finding, ...]:
    """Return the finding with this key, or all those of a line with it; raises Refused for none."""
    found = tuple(f for f in result.standing if line_key_of(f) == key)
    return found or (find(result, key),)


def fixable(result: checking.CheckResult, key: str) -> list[Finding]:
    """Return those of a line that have a fix; raises Refused when none has, or the line is gone."""
    found = [finding for finding in find_all(result, key) if finding.fixes]
    if not found:
        raise Refused(_GONE)
    return found


def keyed(findings: Iterable[Finding]) -> Iterator[tuple[str, Finding]]:
    """Yield each finding with its key; the same phrase again has a number after it."""
    met: Counter[Dismissal] = Counter()
    for finding in findings:
        identity = Dismissal.of(finding)
        yield key_of(finding, met[identity]), finding
        met[identity] += 1


def key_of(finding: Finding, number: int = 0) -> str:
    """Name a finding by rule, field and phrase, so that it keeps its key when text moves.

    Fit for an element id. ``number`` counts the same phrase from 0.
    """
    phrase = hashlib.sha256(finding.normalised_phrase.encode("utf-8", "replace")).hexdigest()[:10]
    return f"{line_key_of(finding)}--{phrase}{f'--{number}' if number else ''}"


def line_key_of(finding: Finding) -> str:
    """Name the line of Tjek a finding stands in: one rule in one field."""
    return f"{finding.rule}--{finding.field}"


def field_of(key: str) -> str:
    """Return the field that a key of a finding or a line names; empty for none."""
    return f"{key}--".split("--")[1]


def _apply(person: Person, task: KlikTask, field: str, changes: list[Change]) -> Fixed:
    values = {field: changed_text(task, field, changes)}
    outcome: SaveOutcome = save_task(person, task.pk, task.revision, values)
    for message in outcome.refused.values():
        raise Refused(message)
    if not outcome.written:
        raise Refused(_GONE)
    return Fixed(field, len(changes))


def changed_text(task: KlikTask, field: str, changes: Iterable[Change]) -> Any:
    """Return the field's value after the changes; raises Refused for a field without text."""
    value = str(getattr(task, field, None))
    if field in guide.PROSE_KEYS:
        return _changed_prose(value, changes)
    if field not in PLAIN_KEYS:
        raise Refused(_BY_HAND)
    return changed_plain(value, changes)


def changed_plain(value: str, changes: Iterable[Change]) -> str:
    """Return a text without blocks after the changes, none of which overlap."""
    for _, start, end, replacement in sorted(changes, reverse=True):
        value = f"{value[:start]}{replacement}{value[end:]}"
    return value


def _changed_prose(value: str, changes: Iterable[Change]) -> str:
    try:
        return replace_in_blocks(value, changes)
    except (IndexError, ValueError) as wrong:  # a fix that only adds, or marks no words
        raise Refused(_BY_HAND) from wrong
