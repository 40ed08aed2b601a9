"""A message to the municipalities, sentence by sentence: which task and which waves each is about.

One message may tell of several tasks, of related ones, and of a line for each wave.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tasks.reference import parse
from tasks.style.draft import WaveDates
from tasks.style.tokens import said_in

_REFERENCE = re.compile(r"[(”“\"]\s?\(?([^\W\d_]{1,20}[ –./_-]{0,3}\d[\d.]{0,9})")
_RELATIVE = re.compile(r"[”\")]?,? som (?:I|du)\b")
_PUBLISHED = re.compile(r"\bpublicer|\bnye? KLIK-opgave|\brettet i\b", re.IGNORECASE)
_REMINDER = re.compile(
    r"\bpåmind|\bminder? (?:jer|dig|om|lige)\b|\brykker\b(?! frem)", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:flyttet|ændret|rykket|udskudt|udsat|fremrykket|forlænget|rettet)\b", re.IGNORECASE
)
_DATES_OF_THE_TASK = re.compile(
    r"\b(?:slutdato|startdato|frist|svarfrist|deadline|dato)(?:en|erne|er)?\b", re.IGNORECASE
)
_OLD = re.compile(
    r"(?:\bikke|\bi stedet for|\boprindelige?|\btidligere|\bførst) (?:var |er )?(?:den |d\. )?$",
    re.IGNORECASE,
)
_OLD_REACH = 40
# What a proposal leaves open begins so: ”[Skriv, hvornår I kan starte]”
START_SLOT = "skriv, hvornår i kan starte"
END_SLOT = "skriv, hvornår i skal være færdige"


class Said(NamedTuple):
    """A sentence, or its part about this task; ``start`` is its place in the message.

    ``tells_of_a_move`` is true for ”Slutdatoen er flyttet fra … til …”.
    """

    start: int
    text: str
    is_other_task: bool
    tells_of_a_move: bool

    def is_old(self, start: int, end: int) -> bool:
        """True for the date that was left: ”flyttet fra A til B”, ”ikke A, men B”."""
        before = self.text[max(0, start - _OLD_REACH) : start]
        if _OLD.search(before):
            return True
        behind = self.text[end : end + 4].lower()
        is_from = re.search(r"\bfra (?:den |d\. )?$", before, re.IGNORECASE) is not None
        return is_from and behind.startswith(" til") and self.tells_of_a_move

    def waves(self, waves: tuple[WaveDates, ...]) -> tuple[WaveDates, ...]:
        """Return the waves the sentence names; all of them when it names none."""
        named = tuple(wave for wave in waves if self._names(wave))
        return named or waves

    def _names(self, wave: WaveDates) -> bool:
        pattern = rf"{re.escape(wave.name)}\b"
        return bool(wave.name) and re.search(pattern, self.text, re.IGNORECASE) is not None


def sentences_of(text: str, reference: str) -> Iterator[Said]:
    """Yield a text's sentences; ”…, som I kan starte på nu” of another task is cut off.

    ``reference`` is this task's own, ”Auto 13”; empty when it has none yet.
    """
    own = parse(reference).natural_key
    for sentence in said_in(text):
        begin, end = sentence[0].start, sentence[-1].end
        said = text[begin:end]
        other = _names_another(said, own)
        relative = _RELATIVE.search(said) if other else None
        if relative and relative[0][0] in '”")':
            yield _said(begin, said[: relative.start()], is_other_task=False)
        else:
            yield _said(begin, said, is_other_task=other)


def _said(start: int, text: str, *, is_other_task: bool) -> Said:
    return Said(start, text, is_other_task, _MOVED.search(text) is not None)


def _names_another(said: str, own: str) -> bool:
    """True when the sentence names tasks and this one is not among them, nor a new one."""
    named = [parse(reference.rstrip(".")).natural_key for reference in _REFERENCE.findall(said)]
    if not named or own in named:
        return False
    return bool(own) or not _PUBLISHED.search(said)


def has_slot(text: str, slot: str) -> bool:
    """True while a proposal's slot is open: the slot itself asks for what is missing."""
    return f"[{slot}]" in text.lower()


def is_reminder(text: str) -> bool:
    """True for ”En venlig påmindelse”: the municipalities know the task already."""
    return _REMINDER.search(text) is not None


def tells_of_moved_dates(said: Said) -> bool:
    """True for ”Slutdatoen er flyttet …”: the news is a date, and the rest stands."""
    return said.tells_of_a_move and _DATES_OF_THE_TASK.search(said.text) is not None
