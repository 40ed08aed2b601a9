"""What the command line prints of the findings: JSON for programs, lines for people."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tasks.guide import label_of
from tasks.lint.one_field import PlacedDraft
from tasks.style import Finding, Severity


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding with its place: ``line`` is 1-based, ``start`` and ``end`` are code points."""

    finding: Finding
    line: int | None
    start: int
    end: int


def reported(
    source: PlacedDraft, findings: Iterable[Finding], line: int | None = None
) -> Iterator[Reported]:
    """Place findings in the text that was given; a finding on a whole field is 0, 0."""
    for finding in findings:
        offset = 0
        if not finding.is_whole_field:
            offset = source.texts[finding.field].offsets[finding.block]
        yield Reported(finding, line, offset + finding.start, offset + finding.end)


def as_json(rows: Iterable[Reported]) -> str:
    """Return one array; ``fixes`` are the texts a person may choose between."""
    return json.dumps([_as_object(row) for row in rows], ensure_ascii=False, indent=1)


def _as_object(row: Reported) -> dict[str, Any]:
    finding = row.finding
    return {
        "line": row.line,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "field": finding.field,
        "start": row.start,
        "end": row.end,
        "match": finding.phrase,
        "message": finding.message,
        "fixes": [fix.replacement for fix in finding.fixes],
    }


def as_text(rows: Iterable[Reported]) -> str:
    """Return one line for each finding, and the sum last."""
    listed = list(rows)
    counts = dict.fromkeys(Severity, 0)
    for row in listed:
        counts[row.finding.severity] += 1
    return "\n".join([*map(_as_line, listed), _sum(counts)])


def _as_line(row: Reported) -> str:
    finding = row.finding
    line = f"{row.line}: " if row.line is not None else ""
    place = "" if finding.is_whole_field else f" {row.start}–{row.end} ”{finding.phrase}”"
    fixes = " · ".join(fix.label for fix in finding.fixes)
    said = f"{line}{finding.severity.label} [{finding.rule}] {label_of(finding.field)}{place}: "
    return f"{said}{finding.message}{f' [{fixes}]' if fixes else ''}"


def _sum(counts: dict[Severity, int]) -> str:
    if not any(counts.values()):
        return "Intet at rette"
    hints = "godt råd" if counts[Severity.HINT] == 1 else "gode råd"
    return (
        f"{counts[Severity.ERROR]} skal rettes · {counts[Severity.WARNING]} bør rettes · "
        f"{counts[Severity.HINT]} {hints}"
    )
