"""Reads what municipalities are told: when can the task be started, in words or as a date?"""

import re
from collections.abc import Iterator

from tasks.style.message import Said, sentences_of, tells_of_moved_dates
from tasks.style.said_dates import SaidDate, dates_said

_START = re.compile(
    r"\b(?:starte?s?|starter|opstart|startdato(?:en)?|begynde?s?|begynder|påbegynde?s?|"
    r"(?:gå|komme?|sætte)r? (?:\w+ )?i gang|tage?r? (?:\w+ )?(?:fat|hul)|åbner|åben|"
    r"klar til(?: at løse|,)|arbejde på|kan (?:I|du|den|opgaven) (?:\w+ )?løses?|"
    r"har I (?:tid )?(?=fra\b))",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:det samme|nu|straks|omgående|direkte|i dag|i morgen|når|fra|så snart|efter|til I|"
    r"uge \d|(?:man|tirs|ons|tors|fre|lør|søn)dag|hvornår I vil|når som helst|primo|medio|ultimo|"
    r"begyndelsen af|midten af|slutningen af)\b|\d{1,2}[./]|\bden \[",
    re.IGNORECASE,
)
# Who starts: the reader or the task, or an order at the head of a clause
_WHO = re.compile(
    r"\b(?:I|[Dd]u|[Jj]er)\b(?! (?:dag|morgen|uge|år|forbindelse|forlængelse|alt|januar|februar|"
    r"marts|april|maj|juni|juli|august|september|oktober|november|december)\b)"
    r"|\b(?:[Dd]en(?! \d)|[Dd]e|[Oo]pgaven?|[Oo]pgaverne|[Aa]rbejdet|[Aa]lle)\b"
    r"|\b[Oo]pstart\b|\b[Ss]tartdato|(?:^|[:,;”\")] )(?:og )?"
    r"(?:[Ss]tart|[Bb]egynd|[Gg]å|[Tt]ag|[Vv]ent)\b"
)
_OTHERS = re.compile(
    r"\b(?:vi|KOMBIT|Netcompany|borgerne?|leverandøren?)\b|\b\w{0,20}(?:kurset|kursus|kurser|"
    r"webinar|webinaret|møde|mødet|undervisning|undervisningen|spørgetime\w{0,9}|demo|demoen|"
    r"workshop|workshoppen)\b",
    re.IGNORECASE,
)
_BEFORE_IT = re.compile(r"\b(?:før|inden) (?:I|du) (?:\w+ )?$", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:senest|frist(?:en)?|deadline|færdige?|til og med|slutter|slutdato(?:en)?|inden|"
    r"afsluttet)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"\b(?:det samme|nu|straks|omgående|direkte|i dag|i morgen)\b", re.IGNORECASE)
# How far a date may stand from the word it belongs to
_REACH_AFTER, _REACH_BEFORE = 120, 40
_CLAUSE = re.compile(r"[,;:–]|\b(?:og|men|for)\b")
_VERBS_MAX = 8  # in one sentence; a longer one is no message to people


def says_when(text: str, reference: str) -> bool:
    """True when a sentence joins a start (”starte”, ”gå i gang”) with a time or a date.

    A message on dates that were moved says enough, too.
    """
    return any(
        (tells_of_moved_dates(said) and any(dates_said(said.text)))
        or (any(_starts(said)) and _WHEN.search(said.text))
        for said in sentences_of(text, reference)
    )


def start_dates_said(text: str, reference: str) -> Iterator[tuple[Said, SaidDate]]:
    """Yield each start date with its sentence; deadlines, events and other tasks are left out."""
    for said in sentences_of(text, reference):
        verbs = () if said.is_other_task else tuple(_starts(said))
        dates = list(dates_said(said.text)) if verbs else []
        found = {day: said for verb in verbs if (day := _date_of(said, verb, dates)) is not None}
        yield from ((said, day) for day in found)


def _starts(said: Said) -> Iterator[re.Match[str]]:
    """Yield the words on a start the reader or the task makes."""
    for verb, _ in zip(_START.finditer(said.text), range(_VERBS_MAX), strict=False):
        before = said.text[: verb.start()]
        clause = _CLAUSE.split(before[-_REACH_AFTER:])[-1]
        who = _WHO.search(said.text[: verb.end()])
        if who and not _OTHERS.search(clause) and not _BEFORE_IT.search(before[-30:]):
            yield verb


def _date_of(said: Said, verb: re.Match[str], dates: list[SaidDate]) -> SaidDate | None:
    for day in dates:
        if day.start >= verb.end() and not said.is_old(day.start, day.end):
            between = said.text[verb.end() : day.start]
            return day if _belongs(between, _REACH_AFTER) else _date_before(said, verb, dates)
    return _date_before(said, verb, dates)


def _date_before(said: Said, verb: re.Match[str], dates: list[SaidDate]) -> SaidDate | None:
    """”Fra mandag den 12. oktober kan I starte”: the nearest date in front of the verb."""
    for day in reversed(dates):
        if day.end <= verb.start():
            lead = said.text[max(0, day.start - _REACH_BEFORE) : day.start]
            between = said.text[day.end : verb.start()]
            is_own = not _CLAUSE.search(between) and _belongs(between, _REACH_BEFORE)
            return day if is_own and _belongs(lead, _REACH_BEFORE) else None
    return None


def _belongs(words: str, reach: int) -> bool:
    """True when no deadline, no event and no ”straks” stands in these words."""
    if len(words) > reach:
        return False
    return not any(found.search(words) for found in (_DEADLINE, _OTHERS, _AT_ONCE))
