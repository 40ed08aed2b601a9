"""Reads a project's tasks into the board of *Publicering*: a column for each *Trin*."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tasks.listing import STEPS
from tasks.models import KlikTask, Project, Wave
from tasks.permissions import names_in_words
from tasks.workflow import STAGE_LABELS, Status

_OUTWARDS = (Status.APPROVED.value, *(stage.value for stage in STAGE_LABELS))


@dataclass(frozen=True, slots=True)
class Card:
    """A task with what it still lacks on its way out, as words that follow ”mangler”."""

    task: KlikTask
    lacking: tuple[str, ...]

    @property
    def lacks(self) -> str:
        """”linket til masteropgaven og #besked”, or nothing."""
        return names_in_words(list(self.lacking))


@dataclass(frozen=True, slots=True)
class Column:
    """One *Trin*; ``key`` is its key in the list's address, and its badge."""

    key: str
    label: str
    cards: list[Card] = field(default_factory=list)

    @property
    def is_outwards(self) -> bool:
        """True from the approval on: Podio, not the text, is what is worked at."""
        return self.key in _OUTWARDS


@dataclass(frozen=True, slots=True)
class Board:
    """The columns in the order a task goes through them, empty ones too."""

    columns: tuple[Column, ...]

    @property
    def outwards(self) -> list[Column]:
        """From approved to announced."""
        return [column for column in self.columns if column.is_outwards]

    @property
    def inwards(self) -> list[Column]:
        """From draft to the approval."""
        return [column for column in self.columns if not column.is_outwards]

    @property
    def total(self) -> int:
        """How many tasks stand on it."""
        return sum(len(column.cards) for column in self.columns)


def board(project: Project, wave: Wave | None) -> Board:
    """Return the tasks outside the bin, of one wave or of all; as many queries for few as many."""
    tasks = KlikTask.objects.kept().filter(project=project)
    if wave is not None:
        tasks = tasks.filter(waves=wave)
    columns = {key: Column(key, label) for key, (label, _) in STEPS.items()}
    for task in tasks.for_list().order_by("reference_sort", "pk"):
        columns[task.step_badge].cards.append(Card(task, tuple(_lacking(task))))
    return Board(tuple(columns.values()))


def _lacking(task: KlikTask) -> Iterator[str]:
    """What the step to come asks for; what Tjek says of the #besked is left to its own page."""
    progress = task.progress
    if progress.status is not Status.APPROVED:
        return
    if not task.podio_url:
        yield "linket til masteropgaven"
    if progress.is_announcement_required and not progress.has_announcement:
        yield "#besked"
