"""*Tjek*: what the style engine says of a task, saved or just typed, beside the form."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from tasks import checking, guide
from tasks.actions.fixing import keyed, line_key_of
from tasks.models import Dismissal as KeptRow
from tasks.style import RULE, Dismissal, Finding, Rule, Severity

# The ready-made reasons of ”Behold teksten”: one press keeps the text
REASONS = {
    "term": "Fagord, som udføreren kender",
    "name": "Navn, felt eller citat",
    "other-reader": "Gælder en anden end læseren",
}
HINTS_OPEN = 5
PHRASES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Place:
    """One finding with the key its buttons send; ``refused`` tells that a godkender wants more."""

    finding: Finding
    key: str
    refused: KeptRow | None


@dataclass(frozen=True, slots=True)
class Line:
    """One rule in one field: all its places, in the text's order."""

    key: str
    rule: Rule
    label: str
    places: tuple[Place, ...]

    @property
    def first(self) -> Finding:
        """The finding that speaks for the line."""
        return self.places[0].finding

    @property
    def is_several(self) -> bool:
        """True when the rule speaks in more than one place of the field."""
        return len(self.places) > 1

    @property
    def severity(self) -> Severity:
        """The gravest of its places, for the component that shows it."""
        return max(place.finding.severity for place in self.places)

    @property
    def payload_key(self) -> str:
        """The field of the payload it stands in: the reference is part of the title there."""
        return "title" if self.first.field == guide.REFERENCE_KEY else self.first.field

    @property
    def css_class(self) -> str:
        """The kind, as the style sheet names it."""
        return f"finding-{self.severity.name.lower()}"

    @property
    def phrases(self) -> list[str]:
        """The first different phrases it marks."""
        return self._phrases[:PHRASES_SHOWN]

    @property
    def more_phrases(self) -> int:
        """How many different phrases there are beyond those."""
        return len(self._phrases[PHRASES_SHOWN:])

    @property
    def _phrases(self) -> list[str]:
        phrases = (place.finding.phrase for place in self.places)
        return list({phrase.casefold(): phrase for phrase in phrases if phrase}.values())

    @property
    def fix_all(self) -> str:
        """What the button that mends all at once says; empty when fewer than two have a fix."""
        fixable = sum(1 for place in self.places if place.finding.fixes)
        if fixable < 2:
            return ""
        count = len(self.places)
        return f"Ret alle {count}" if fixable == count else f"Ret {fixable} af {count}"

    @property
    def keep_all(self) -> str:
        """What opens the reasons that keep every place at once."""
        return f"Behold alle {len(self.places)}"


def lines_of(
    findings: Iterable[Finding],
    refused: Iterable[checking.Kept] = (),
    held: Collection[Finding] = (),
) -> tuple[Line, ...]:
    """Gather findings to lines, the gravest first, and else in the form's order.

    Those ``held`` back are left out, but counted in the keys: the same phrase again keeps its own.
    """
    asked = {Dismissal.of(kept.finding): kept.row for kept in refused}
    gathered: dict[str, list[Place]] = {}
    for key, finding in keyed(findings):
        if finding in held:
            continue
        place = Place(finding, key, asked.get(Dismissal.of(finding)))
        gathered.setdefault(line_key_of(finding), []).append(place)
    lines = [_line(key, tuple(places)) for key, places in gathered.items()]
    return tuple(sorted(lines, key=lambda line: -line.severity))


def _line(key: str, places: tuple[Place, ...]) -> Line:
    first = places[0].finding
    return Line(key, RULE[first.rule], guide.label_of(first.field), places)


def panel_context(
    result: checking.CheckResult,
    *,
    can_act: bool,
    has_project: bool = False,
    may_unkeep_all: bool = False,
    held: Collection[Finding] = (),
) -> dict[str, Any]:
    """Return what ``_check_panel.html`` shows; ``can_act`` gives the buttons.

    ``may_unkeep_all`` gives the one that takes back what holds for the whole project too.
    Those ``held`` back are neither shown nor counted.
    """
    lines = lines_of(result.standing, result.refused, held)
    result = replace(result, standing=tuple(f for f in result.standing if f not in held))
    hints = [line for line in lines if line.severity is Severity.HINT]
    folded = hints[HINTS_OPEN:]
    return {
        "lines": lines[: len(lines) - len(folded)],
        "folded": folded,
        "folded_count": sum(len(line.places) for line in folded),
        "kept": kept_once(result.kept),
        "errors": len(result.errors),
        "warnings": len(result.warnings),
        "hints": len(result.hints),
        "reasons": REASONS,
        "severities": tuple(Severity),
        "can_act": can_act,
        "has_project": has_project,
        "may_unkeep_all": may_unkeep_all,
        "spoken": spoken(result),
    }


def kept_once(kept: Iterable[checking.Kept]) -> list[checking.Kept]:
    """Return each kept phrase once, however often it stands in the field."""
    once: dict[int, checking.Kept] = {}
    for item in kept:
        once.setdefault(item.row.pk, item)
    return list(once.values())


def spoken(result: checking.CheckResult) -> str:
    """Say the count for screen readers: ”Tjek: 2 ting at se på i Mål og Metode …”."""
    places = list(dict.fromkeys(guide.label_of(f.field) for f in result.standing))
    if not places:
        return "Tjek: Intet at rette"
    count = len(result.standing)
    where = places[0] if len(places) == 1 else f"{len(places)} felter"
    return f"Tjek: {count} ting at se på i {where}"
