"""The message about a go-live that moved: what it was, what it is, and what that does to tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tasks.announcement.dates import consequence, dates_in_lines, dates_in_sentences
from tasks.announcement.facts import AnnouncementFacts
from tasks.announcement.proposal import PREFIX
from tasks.announcement.words import day_in_words, one_line, quoted

REASON_SLOT = "[skriv hvorfor]"


@dataclass(frozen=True)
class MovedFacts:
    """The move, and the facts of the tasks it touches with their new dates in the wave alone.

    ``delivery`` is what goes live, fx "den nye release 4.0"; a day is None when there is none.
    """

    wave: str
    delivery: str
    old_day: date | None
    new_day: date | None
    about: AnnouncementFacts


def propose_moved(facts: MovedFacts) -> str:
    """Return the announcement as plain text, paragraphs parted by a blank line.

    Why it moved is a slot, for the data does not know. Raises ValueError when there is no task.
    """
    about = facts.about
    if not about.tasks:
        raise ValueError("An announcement needs at least one task.")
    paragraphs = (
        PREFIX,
        f"Kære {one_line(about.greeting) or '[skriv, hvem du skriver til]'}.",
        f"{_what_moved(facts)} Det skyldes {REASON_SLOT}.",
        *_what_it_means(about),
        f"God dag!\nMvh. {one_line(about.signed_by) or '[skriv dit navn]'} / KOMBIT",
    )
    return "\n\n".join(paragraphs)


def _what_moved(facts: MovedFacts) -> str:
    what = one_line(facts.delivery) or one_line(facts.wave)
    today = facts.about.today
    if facts.old_day is None and facts.new_day is None:
        return f"Go-live for {what} er flyttet."
    if facts.new_day is None:
        return f"Go-live for {what}, som var {_day(facts.old_day, today)}, er udskudt uden ny dato."
    if facts.old_day is None:
        return f"Go-live for {what} er {_day(facts.new_day, today)}."
    moved = f"er flyttet fra {_day(facts.old_day, today)} til {_day(facts.new_day, today)}"
    return f"Go-live for {what} {moved}."


def _day(day: date | None, today: date) -> str:
    return day_in_words(day, today) if day else ""


def _what_it_means(about: AnnouncementFacts) -> Iterator[str]:
    if len(about.tasks) > 1:
        yield "Det betyder nye datoer for disse opgaver:"
        yield from dates_in_lines(about)
        return
    task = about.tasks[0]
    said = {consequence(period, task, about) for period in task.periods}
    if len(said) == 1 and "" not in said:
        yield from said
        return
    yield f"Det betyder nye datoer for {quoted(task)}."
    yield from dates_in_sentences(about)
