"""The three priorities, with what each means for a go-live."""

from enum import StrEnum


class Priority(StrEnum):
    """How much hangs on a task; the guide's heading says Valgfri where its text says Anbefalet."""

    CRITICAL = "critical"
    MANDATORY = "mandatory"
    RECOMMENDED = "recommended"

    @property
    def label(self) -> str:
        return _PRIORITY_LABELS[self]

    @property
    def is_followed_up(self) -> bool:
        """The guide: ”Ovenstående 2 skal følges op”; Anbefalet is never."""
        return self is not Priority.RECOMMENDED

    @property
    def help(self) -> str:
        return _PRIORITY_HELP[self]


_PRIORITY_LABELS = {
    Priority.CRITICAL: "Obligatorisk på kritisk vej",
    Priority.MANDATORY: "Obligatorisk",
    Priority.RECOMMENDED: "Anbefalet",
}
_PRIORITY_HELP = {
    Priority.CRITICAL: "Uden den kan I ikke gå i drift, eller det får meget store konsekvenser",
    Priority.MANDATORY: "Stopper ikke driften, men brugen lider under det",
    Priority.RECOMMENDED: "Vi anbefaler den, men følger ikke op",
}
