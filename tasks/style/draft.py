"""The frozen values a rule may look at: one task (Draft) and the facts around it (House)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tasks.schedule import FrozenZone


@dataclass(frozen=True, slots=True)
class BlockLink:
    """A link in a text: the code points it covers there, and where it leads."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or list item as plain text without a newline.

    ``number`` is the ordinal shown in a numbered list, ``depth`` the nesting, 0 outermost.
    """

    text: str
    kind: Literal["p", "li"] = "p"
    number: int | None = None
    depth: int = 0
    links: tuple[BlockLink, ...] = ()


Prose = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class WaveDates:
    """A wave with its go-live and a task's dates in it; None = not known.

    ``key`` tells waves of the same name in two projects apart: equal keys are the same wave.
    """

    name: str
    go_live: date | None = None
    start: date | None = None
    end: date | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class TaskRef:
    """Another task: ``reference`` is ”Auto 12” without brackets and may be empty.

    ``start`` and ``end`` are its earliest; ``waves`` holds its dates in each of its waves.
    """

    reference: str
    title: str
    start: date | None = None
    end: date | None = None
    priority: str = ""
    waves: tuple[WaveDates, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One external attachment."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One task's values in the guide's order; ``priority`` is a Priority value or empty."""

    prefix: str = ""
    separator: str = ""
    number: str = ""
    title: str = ""
    project: str = ""
    phase: str = ""
    theme: str = ""
    priority: str = ""
    reply_to: tuple[str, ...] = ()
    is_infrastructure: bool | None = None
    duration_days: int | None = None
    respects_frozen_zone: bool = False
    end_offset_days: int | None = None
    start_offset_days: int | None = None
    waves: tuple[WaveDates, ...] = ()
    prerequisites: tuple[TaskRef, ...] = ()
    goal: Prose = ()
    description: Prose = ()
    method: Prose = ()
    result: Prose = ()
    related_tasks: tuple[TaskRef, ...] = ()
    performers: tuple[str, ...] = ()
    performer_comment: str = ""
    quality_criteria: Prose = ()
    background: Prose = ()
    owners: tuple[str, ...] = ()
    owner_comment: str = ""
    attachments: tuple[Link, ...] = ()
    announcement: str = ""

    @property
    def reference(self) -> str:
        """The reference as typed, without brackets: ”MI 01”."""
        return f"{self.prefix}{self.separator}{self.number}"

    def blocks(self, field: str) -> Prose:
        """Return a text field's blocks; a plain text is one block (which may hold newlines)."""
        value = getattr(self, field)
        if isinstance(value, str):
            return (Block(value),) if value else ()
        prose: Prose = value
        return prose

    def texts(self, *fields: str) -> Iterator[tuple[str, int, str]]:
        """Yield (field, block index, text) for each block of these text fields."""
        for field in fields:
            for index, block in enumerate(self.blocks(field)):
                yield field, index, block.text

    def has_text(self, field: str) -> bool:
        """True when a text field holds anything but white space."""
        return any(block.text.strip() for block in self.blocks(field))


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary with what to write instead.

    ``term`` may be several words; ``plain`` is shown and may be empty; ``fine_in`` holds the
    field keys in which the term is well.
    """

    term: str
    plain: str = ""
    fine_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Facts around the task. None = nobody knows: a rule that needs the fact is silent.

    ``roles`` is KOMBIT's role gallery, ``glossary`` the heavy terms, ``acronyms`` those that need
    no explaining, ``references`` those of the project's tasks (”Auto 12”), ``prefixes`` the
    project's, ``siblings`` its other tasks with the same prefix. ``short_deadline_days`` is the
    house's idea of a short deadline, ``is_followed_up`` whether somebody is to follow the task up.
    ``reports_every_passive`` is `lint --all`.
    """

    roles: tuple[str, ...] = ()
    frozen_zones: tuple[FrozenZone, ...] = ()
    glossary: tuple[Term, ...] = ()
    acronyms: frozenset[str] | None = None
    references: frozenset[str] | None = None
    prefixes: tuple[str, ...] = ()
    siblings: tuple[TaskRef, ...] = ()
    short_deadline_days: int = 14
    is_followed_up: bool | None = None
    reports_every_passive: bool = False


FIELD_ORDER = (
    "reference",
    *(name for name in Draft.__dataclass_fields__ if name not in {"prefix", "separator", "number"}),
)
PROSE_FIELDS = ("goal", "description", "method", "result", "quality_criteria", "background")
# Every text a municipality reads, in the guide's order
READ_FIELDS = (
    "title",
    "goal",
    "description",
    "method",
    "result",
    "performer_comment",
    "quality_criteria",
    "background",
    "owner_comment",
    "announcement",
)
