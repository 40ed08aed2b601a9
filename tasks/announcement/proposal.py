"""The proposed announcement: greeting, what its kind has to say, and the sign-off."""

from collections.abc import Callable, Iterator

from tasks.announcement.changed import changed_tasks
from tasks.announcement.facts import AnnouncementFacts, Kind
from tasks.announcement.new import new_tasks
from tasks.announcement.reminder import reminder
from tasks.announcement.words import one_line

PREFIX = "#besked"

# A new kind of message is one line here, and one module with its body
_BODIES: dict[Kind, Callable[[AnnouncementFacts], Iterator[str]]] = {
    Kind.NEW: new_tasks,
    Kind.CHANGED: changed_tasks,
    Kind.REMINDER: reminder,
}


def propose(facts: AnnouncementFacts) -> str:
    """Return the announcement as plain text, paragraphs parted by a blank line.

    The guide: "Beskeder skal altid starte med ”#besked”"; it says when the task can be started,
    and "Hvis opgaven har kort deadline, skal det også fremgå af beskeden". What the facts do not
    hold becomes a slot in square brackets; a date is never invented. Raises ValueError when there
    is no task.
    """
    if not facts.tasks:
        raise ValueError("An announcement needs at least one task.")
    paragraphs = (
        PREFIX,
        f"Kære {one_line(facts.greeting) or '[skriv, hvem du skriver til]'}.",
        *_BODIES[facts.kind](facts),
        f"God dag!\nMvh. {one_line(facts.signed_by) or '[skriv dit navn]'} / KOMBIT",
    )
    return "\n\n".join(paragraphs)
