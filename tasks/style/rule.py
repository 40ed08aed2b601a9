"""A rule: a small pure function over a Draft with its reason, its examples and its severity."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from tasks.style.draft import PROSE_FIELDS, Block, Draft, House
from tasks.style.finding import Finding, Fix, Severity

_STEP = re.compile(r"(\d{1,3})\. (.*)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule function yields: where it points and what to do there.

    ``start`` = ``end`` = 0 points at the whole field; ``severity`` None means the rule's own.
    """

    field: str
    message: str
    block: int = 0
    start: int = 0
    end: int = 0
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """A bad or good example: the text people are shown, and the draft the test checks."""

    shown: str
    draft: Draft
    house: House = field(default_factory=House)


Finder = Callable[[Draft, House], Iterator[Mark]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``severity`` is the highest it gives; ``guide`` quotes the guide verbatim."""

    id: str
    severity: Severity
    title: str
    fields: tuple[str, ...]
    guide: str
    why: str
    bad: Example
    good: Example
    finder: Finder
    can_be_kept: bool = True

    def find(self, draft: Draft, house: House) -> Iterator[Finding]:
        """Yield the rule's findings; the phrase is always the text the span points at."""
        for mark in self.finder(draft, house):
            yield self._finding(draft, mark)

    def _finding(self, draft: Draft, mark: Mark) -> Finding:
        phrase = ""
        if mark.end > mark.start:
            phrase = draft.blocks(mark.field)[mark.block].text[mark.start : mark.end]
        return Finding(
            rule=self.id,
            severity=self.severity if mark.severity is None else mark.severity,
            field=mark.field,
            block=mark.block,
            start=mark.start,
            end=mark.end,
            phrase=phrase,
            message=mark.message,
            fixes=mark.fixes,
            can_be_kept=self.can_be_kept,
            why=self.why,
            guide=self.guide,
            subject=mark.subject,
        )


def rule(
    id: str,
    severity: Severity,
    *,
    title: str,
    fields: tuple[str, ...],
    guide: str,
    why: str,
    bad: Example,
    good: Example,
    can_be_kept: bool = True,
) -> Callable[[Finder], Rule]:
    """Turn a function into a Rule. Registers nothing: RULES is a tuple written by hand."""

    def made(finder: Finder) -> Rule:
        return Rule(id, severity, title, fields, guide, why, bad, good, finder, can_be_kept)

    return made


def text_example(field: str, text: str, draft: Draft | None = None) -> Example:
    """Return an example of one text field; lines beginning ”- ” or ”1. ” are list items."""
    value = prose(text) if field in PROSE_FIELDS else text
    return Example(text, replace(draft or Draft(), **{field: value}))  # type: ignore[arg-type]


def prose(text: str) -> tuple[Block, ...]:
    """Read a plain text as blocks: one line each, ”- ” a bullet, ”1. ” a numbered step."""
    return tuple(_block(line.strip()) for line in text.split("\n") if line.strip())


def _block(line: str) -> Block:
    if line.startswith("- "):
        return Block(line[2:], "li")
    step = _STEP.fullmatch(line)
    return Block(step[2], "li", int(step[1])) if step else Block(line)
