"""A field two have changed: what both wrote, told at the field and set side by side."""

from dataclasses import dataclass
from datetime import datetime

from tasks import drafting, guide
from tasks.actions.drafts import Conflict, SaveOutcome
from tasks.field_text import field_text
from tasks.forms.task import TaskForm
from tasks.models import Person
from tasks.reference import PARTS, Reference

# Texts that can be put one after the other; of the other fields only one value can stand
JOINED = frozenset({*guide.PROSE_KEYS, "title", "performer_comment", "owner_comment"})


@dataclass(frozen=True, slots=True)
class ShownConflict:
    """Both texts of a field in words; ``who`` is "" when the person wrote both, in two tabs."""

    key: str
    label: str
    who: str
    at: datetime
    theirs: str
    mine: str

    @property
    def can_be_joined(self) -> bool:
        """True for a text, where *Skriv sammen* has a meaning."""
        return self.key in JOINED

    @property
    def is_text(self) -> bool:
        """True where word by word differences help."""
        return self.can_be_joined and bool(self.theirs) and bool(self.mine)


def shown_conflicts(
    typed: drafting.Values, outcome: SaveOutcome, person: Person
) -> list[ShownConflict]:
    """Return what a save could not decide, as the page asks about it; ``typed`` is the form's."""
    return [_shown(typed, conflict, person) for conflict in outcome.conflicts]


def _shown(typed: drafting.Values, conflict: Conflict, person: Person) -> ShownConflict:
    key = conflict.key
    mine = Reference(*(typed[part] for part in PARTS)) if key == guide.REFERENCE_KEY else typed[key]
    return ShownConflict(
        key,
        guide.label_of(key),
        "" if conflict.by == person else conflict.by.short_name,
        conflict.at,
        field_text(key, conflict.theirs),
        field_text(key, mine),
    )


def put_on_fields(form: TaskForm, outcome: SaveOutcome, person: Person) -> None:
    """Show refusals and conflicts where they belong."""
    told = set()
    for key, message in outcome.refused.items():
        field = guide.REFERENCE_KEY if key in PARTS else key
        if (field, message) not in told:
            told.add((field, message))
            form.add_error(field, message)
    for conflict in outcome.conflicts:
        form.add_error(conflict.key, _sentence(conflict, person))


def _sentence(conflict: Conflict, person: Person) -> str:
    label = guide.label_of(conflict.key)
    who = "Du har" if conflict.by == person else f"{conflict.by.short_name} har også"
    where = " et andet sted" if conflict.by == person else ""
    return f"{who} rettet i {label}{where}. Vælg, hvad der skal stå."


def joined(key: str, mine: str, theirs: str) -> str:
    """Return both texts of a field as one, the person's own first."""
    return f"{mine}{theirs}" if key in guide.PROSE_KEYS else " ".join(filter(None, (mine, theirs)))
