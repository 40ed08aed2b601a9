"""Carry out a finding's fix on the saved text, as an edit by the person who pressed it."""

from typing import Any

from django.db import transaction

from tasks import checking, guide
from tasks.actions.drafts import SaveOutcome, save_task
from tasks.actions.locking import locked_task
from tasks.actions.refusal import Refused
from tasks.models import KlikTask, Person
from tasks.richtext.edit import replace_in_block
from tasks.style import Finding, Fix

_GONE = "Teksten er ændret siden. Se efter i Tjek igen."
# The title is the only plain text with fixes inside the approved text, besides the comments
_PLAIN_KEYS = ("title", "performer_comment", "owner_comment")


@transaction.atomic
def apply_fix(person: Person, pk: int, finding_key: str, number: int) -> SaveOutcome:
    """Apply fix ``number`` of the finding with this key; raises Refused when it is gone."""
    task = locked_task(pk)
    finding = find(checking.check_task(task), finding_key)
    if number not in range(len(finding.fixes)):
        raise Refused(_GONE)
    values = {finding.field: fixed_text(task, finding, finding.fixes[number])}
    return save_task(person, pk, task.revision, values)


def find(result: checking.CheckResult, finding_key: str) -> Finding:
    """Return the standing finding with this key; raises Refused when the text has changed."""
    for finding in result.standing:
        if key_of(finding) == finding_key:
            return finding
    raise Refused(_GONE)


def key_of(finding: Finding) -> str:
    """Name a finding within one check: rule, field, block and start; also fit for an element id."""
    return f"{finding.rule}--{finding.field}--{finding.block}--{finding.start}"


def fixed_text(task: KlikTask, finding: Finding, fix: Fix) -> Any:
    """Return the field's value after the fix; raises Refused for a field without text."""
    start, end = finding.span_of(fix)
    value = getattr(task, finding.field, None)
    if finding.field in guide.PROSE_KEYS:
        return replace_in_block(str(value), finding.block, start, end, fix.replacement)
    if finding.field in _PLAIN_KEYS:
        return f"{str(value)[:start]}{fix.replacement}{str(value)[end:]}"
    raise Refused("Det må du rette selv.")
