"""*Tjek*: what the style engine says of a task, saved or just typed, beside the form."""

from dataclasses import dataclass
from typing import Any

from tasks import checking, guide
from tasks.actions.fixing import key_of
from tasks.style import Finding, Severity

# The ready-made reasons of ”Behold teksten”: one press keeps the text
REASONS = {
    "term": "Fagord, som udføreren kender",
    "name": "Navn, felt eller citat",
    "other-reader": "Gælder en anden end læseren",
}
HINTS_OPEN = 5


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding with what the panel's buttons and links need."""

    finding: Finding
    key: str
    label: str

    @property
    def severity(self) -> Severity:
        """For the component that shows it."""
        return self.finding.severity

    @property
    def payload_key(self) -> str:
        """The field of the payload it stands in: the reference is part of the title there."""
        return "title" if self.finding.field == guide.REFERENCE_KEY else self.finding.field

    @property
    def css_class(self) -> str:
        """The kind, as the style sheet names it."""
        return f"finding-{self.finding.severity.name.lower()}"


def shown(finding: Finding) -> ShownFinding:
    """Dress a finding for the screen."""
    return ShownFinding(finding, key_of(finding), guide.label_of(finding.field))


def panel_context(
    result: checking.CheckResult, *, can_act: bool, has_project: bool = False
) -> dict[str, Any]:
    """Return what ``_check_panel.html`` shows; ``can_act`` gives the buttons."""
    dressed = [shown(finding) for finding in (*result.errors, *result.warnings)]
    hints = [shown(finding) for finding in result.hints]
    return {
        "findings": [*dressed, *hints[:HINTS_OPEN]],
        "more_hints": hints[HINTS_OPEN:],
        "kept": result.kept,
        "errors": len(result.errors),
        "warnings": len(result.warnings),
        "hints": len(result.hints),
        "reasons": REASONS,
        "can_act": can_act,
        "has_project": has_project,
        "spoken": spoken(result),
    }


def spoken(result: checking.CheckResult) -> str:
    """Say the count for screen readers: ”Tjek: 2 ting at se på i Mål og Metode …”."""
    places = list(dict.fromkeys(guide.label_of(f.field) for f in result.standing))
    if not places:
        return "Tjek: Intet at rette"
    count = len(result.standing)
    where = places[0] if len(places) == 1 else f"{len(places)} felter"
    return f"Tjek: {count} ting at se på i {where}"
