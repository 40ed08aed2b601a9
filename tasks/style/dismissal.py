"""”Behold teksten”: what a kept finding is tied to, and which findings still stand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tasks.style.finding import Finding, normalised


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A kept finding: rule, field and normalised phrase.

    It survives edits elsewhere, and lapses when the phrase changes. A finding on a whole field
    has no phrase; its subject takes the phrase's place and names the fact that made the rule
    speak (”4 sætninger”), so a corrected comma keeps the dismissal and a grown text does not.
    """

    rule: str
    field: str
    phrase: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "phrase", normalised(self.phrase))

    @classmethod
    def of(cls, finding: Finding) -> "Dismissal":
        """The dismissal that keeps this finding."""
        return cls(finding.rule, finding.field, finding.normalised_phrase)


def is_dismissed(finding: Finding, dismissals: Collection[Dismissal]) -> bool:
    """True when the finding may be kept and somebody kept it. Form ERRORs never are."""
    return finding.can_be_kept and Dismissal.of(finding) in dismissals


def standing(findings: Iterable[Finding], dismissals: Iterable[Dismissal]) -> tuple[Finding, ...]:
    """Return the findings nobody has kept, in their order."""
    kept = frozenset(dismissals)
    return tuple(finding for finding in findings if not is_dismissed(finding, kept))
