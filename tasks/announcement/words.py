"""How an announcement writes a date, a number, a task and a list of names."""

from collections.abc import Sequence
from datetime import date

from tasks.announcement.facts import RelatedFacts, TaskFacts
from tasks.danish_dates import long_date, weekday_date

_NUMBERS = (
    "nul", "en", "to", "tre", "fire", "fem", "seks",
    "syv", "otte", "ni", "ti", "elleve", "tolv",
)  # fmt: skip
_MONTHS_WITHOUT_YEAR = 11


def day_in_words(day: date, today: date) -> str:
    """Return "fredag den 30. oktober", with the year when it is over eleven months from today."""
    earlier, later = sorted((day, today))
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    is_near = (months, later.day - earlier.day) <= (_MONTHS_WITHOUT_YEAR, 0)
    return weekday_date(day) if is_near else long_date(day)


def number_in_words(number: int) -> str:
    """Return "tre" for 3; numbers above twelve stay digits."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def weeks_in_words(days: int) -> str:
    """Return "fire uger" for 28 days; "" when it is not one to twelve whole weeks."""
    weeks, rest = divmod(days, 7)
    if rest or not 1 <= weeks < len(_NUMBERS):
        return ""
    return "én uge" if weeks == 1 else f"{_NUMBERS[weeks]} uger"


def one_line(text: str) -> str:
    """Return the text with every run of whitespace as one space: a title never breaks a line."""
    return " ".join(text.split())


def quoted(task: TaskFacts | RelatedFacts) -> str:
    """Return the task as the guide quotes it: ”(Auto 12) Udfyld excel-filen”."""
    return (
        f"”{one_line(f'{reference_in_brackets(task)} {task.title}') or '[skriv opgavens titel]'}”"
    )


def reference_in_brackets(task: TaskFacts | RelatedFacts) -> str:
    """Return "(Auto 12)", or nothing when the task has no reference."""
    return f"({one_line(task.reference)})" if task.reference.strip() else ""


def short_name(task: TaskFacts | RelatedFacts) -> str:
    """Return "(Auto 12)", or the title in quotes when the task has no reference."""
    return reference_in_brackets(task) or quoted(task)


def listed(names: Sequence[str]) -> str:
    """Return "a, b og c"."""
    *first, last = names
    return f"{', '.join(first)} og {last}" if first else last
