"""Reads what municipalities are told: by when must the task be done, in words or as a date?"""

import re
from collections.abc import Iterator

from tasks.style.message import Said, sentences_of
from tasks.style.said_dates import SaidDate, dates_said

_DEADLINE = re.compile(
    r"\b(?:senest|frist(?:en)?|svarfrist(?:en)?|deadline(?:n)?|til og med|slutter|"
    r"slutdato(?:en)?|inden|afsluttet|fuldført|færdige?|løst)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:i dag|i morgen|uge \d|udgangen af|slutningen af|begyndelsen af|midten af|go-live|"
    r"idriftsættels|(?:man|tirs|ons|tors|fre|lør|søn)dag)|\d{1,2}[./]|"
    r"\d (?:dage?|uger?)\b|\bden \[",
    re.IGNORECASE,
)
_TIME_TO_DO_IT = re.compile(
    r"\bhar (?:I|du) (?:\w+ ){0,3}(?:dage?|uger?|måneder?)\b|\btid til\b|"
    r"\b(?:dage?|uger?) til at\b|\bfra\b.{1,60}\btil\b",
    re.IGNORECASE,
)
# What else a date can be the last day of
_OTHER_MATTER = re.compile(
    r"\b(?:tilmeld\w{0,9}|spørgsmål\w{0,4}|webinar\w{0,4}|møde\w{0,3}|kurs(?:us|et|er)|"
    r"undervisning\w{0,3}|release|drift|go-live|miljø\w{0,3}|borgerne?|starte?|begynde?|i gang)\b|"
    r"\bvi (?!skal have|beder|har brug|ønsker|vil gerne have|modtager)",
    re.IGNORECASE,
)
_REACH, _LEAD = 60, 40
_LAST = re.compile(r"[,;:(]|\b(?:og|men)\b")
_WORDS_MAX = 8  # on deadlines in one sentence


def says_deadline(text: str, reference: str) -> bool:
    """True when a sentence joins a deadline with a time, or tells how long there is."""
    return any(
        _TIME_TO_DO_IT.search(said.text)
        or (_DEADLINE.search(said.text) and _WHEN.search(said.text))
        for said in sentences_of(text, reference)
        if not said.is_other_task
    )


def deadlines_said(text: str, reference: str) -> Iterator[tuple[Said, SaidDate]]:
    """Yield each date a sentence names as this task's deadline, with the sentence."""
    for said in sentences_of(text, reference):
        words = () if said.is_other_task else _DEADLINE.finditer(said.text)
        dates: list[SaidDate] | None = None
        found: dict[SaidDate, None] = {}
        for word, _ in zip(words, range(_WORDS_MAX), strict=False):
            dates = list(dates_said(said.text)) if dates is None else dates
            day = next((day for day in dates if day.start >= word.end()), None)
            day = _current(said, day, dates)
            if day is not None and _is_of(said, word, day):
                found[day] = None
        yield from ((said, day) for day in found)


def _current(said: Said, day: SaidDate | None, dates: list[SaidDate]) -> SaidDate | None:
    """Pass the date that was left: of ”flyttet fra A til B” B is the deadline."""
    if day is None or not said.is_old(day.start, day.end):
        return day
    return next((later for later in dates if later.start > day.start), None)


def _is_of(said: Said, word: re.Match[str], day: SaidDate) -> bool:
    between = said.text[word.end() : day.start]
    lead = _LAST.split(said.text[max(0, word.start() - _LEAD) : word.start()])[-1]
    reach = _REACH * 2 if said.tells_of_a_move else _REACH
    return len(between) <= reach and not _OTHER_MATTER.search(f"{lead} {between}")
