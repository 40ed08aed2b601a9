"""The template guide: every field in the guide's order, with the words that help to fill it in.

The texts marked ``guide`` are KOMBIT's own ("klik-opgaveskabelon"), verbatim; ``help`` and
``example`` are what the screens show beside the field.
"""

from dataclasses import dataclass

from tasks.guide import (
    attachments,
    people_and_background,
    texts,
    time_and_waves,
    title_and_frame,
)
from tasks.guide.field import Field
from tasks.guide.priority import Priority
from tasks.guide.test_and_announcement import (
    ANNOUNCEMENT,
    TEST_STEP_CHECKLIST,
    TEST_STEP_GUIDE,
)
from tasks.guide.title_and_frame import REFERENCE

__all__ = [
    "ANNOUNCEMENT",
    "DOGMAS",
    "FIELD",
    "FIELDS",
    "PROSE_KEYS",
    "REFERENCE",
    "REFERENCE_KEY",
    "SECTIONS",
    "TEST_STEP_CHECKLIST",
    "TEST_STEP_GUIDE",
    "WHO_IS_YOU",
    "Field",
    "Priority",
    "Section",
    "label_of",
]

FIELDS: tuple[Field, ...] = (
    *title_and_frame.FIELDS,
    *time_and_waves.FIELDS,
    *texts.FIELDS,
    *people_and_background.FIELDS,
    *attachments.FIELDS,
)

FIELD: dict[str, Field] = {field.key: field for field in (*FIELDS, ANNOUNCEMENT)}
PROSE_KEYS = ("goal", "description", "method", "result", "quality_criteria", "background")
REFERENCE_KEY = REFERENCE.key


def label_of(key: str) -> str:
    """The Danish label of a field key, also of the reference; raises KeyError for unknown keys."""
    return REFERENCE.label if key == REFERENCE.key else FIELD[key].label


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the form; ``number`` is 1-6, ``lead`` says what belongs there."""

    number: int
    title: str
    lead: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The section's fields in the guide's order."""
        return tuple(field for field in FIELDS if field.section == self.number)


SECTIONS = (
    Section(1, "Titel og ramme"),
    Section(2, "Tid og bølger"),
    Section(3, "Tekst"),
    Section(4, "Hvem, kvalitet og baggrund"),
    Section(5, "Bilag"),
    Section(6, "Test og #besked"),
)

DOGMAS = (
    "Vi skriver i et nærværende og direkte sprog og undgår at lægge afstand til modtageren "
    "igennem vores ordvalg.",
    "Vi skriver ”du skal” og ”I skal” og ikke ”kommunen skal”.",
    "Hvis konteksten er tilstrækkelig skriver vi heller ikke ”systemadministrator skal”",
    "Vi undlader tunge fag-/tekniske termer, medmindre de hjælper den der udfører opgaven.",
)

WHO_IS_YOU = {
    "description": "Her er ”du” den systemansvarlige, som læser opgaven først. ”I” er kommunen.",
    "method": "Her er ”du” udføreren. ”I” er kommunen.",
}
