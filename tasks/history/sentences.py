"""What happened as the end of a sentence that begins with who did it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tasks.history.changes import place_of
from tasks.models import EventKind
from tasks.permissions import names_in_words

Details = Mapping[str, Any]
_NAMED = 3  # fields a sentence names; more are counted


def sentence_of(kind: str, details: list[Details]) -> str:
    """Return ”rettede ”Mål” og ”Resultat””; ``details`` holds more than one for a run of ticks."""
    if tell := _TOLD.get(kind):
        return tell(details)
    return _PLAIN.get(kind) or dict(EventKind.choices).get(kind, kind)


def _named(keys: Iterable[str]) -> str:
    """Return ”Mål og Metode og fremgangsmåde” in quotes, or ”7 felter”."""
    places = list(dict.fromkeys(place_of(key) for key in keys))
    if len(places) > _NAMED:
        return f"{len(places)} felter"
    return names_in_words([f"”{place}”" for place in places])


def _created(details: list[Details]) -> str:
    source = details[0].get("copied_from")
    return f"oprettede opgaven som en kopi af ”{source}”" if source else "oprettede opgaven"


def _edited(details: list[Details]) -> str:
    return f"rettede {_named(details[0].get('fields', {})) or 'opgaven'}"


def _told_kept(told: Details) -> str:
    """Return ””kommunen skal” i ”Mål””; of several, few are named and many are counted."""
    phrases = told.get("phrases") or [told.get("phrase", "")]
    named = [f"”{phrase}”" for phrase in dict.fromkeys(phrases) if phrase]
    what = names_in_words(named) or "teksten"
    if len(phrases) > 1 and not 0 < len(named) <= _NAMED:
        what = f"{len(phrases)} steder"
    return f"{what} i ”{place_of(told.get('field', ''))}”"


def _kept(details: list[Details]) -> str:
    told = details[0]
    where = " i hele projektet" if told.get("whole_project") else ""
    proposed = " og foreslog det for hele projektet" if told.get("proposed") else ""
    return f"beholdt {_told_kept(told)}{where}{proposed}"


def _reason_accepted(details: list[Details]) -> str:
    if count := len(details[0].get("phrases", ())):
        return f"godtog {count} begrundelser"
    return f"godtog begrundelsen for {_told_kept(details[0])}"


def _reason_refused(details: list[Details]) -> str:
    return f"bad om rettelse af {_told_kept(details[0])}"


def _project_accepted(details: list[Details]) -> str:
    return f"godtog {_told_kept(details[0])} for hele projektet"


def _project_declined(details: list[Details]) -> str:
    return f"lod {_told_kept(details[0])} gælde denne opgave alene"


def _unkept(details: list[Details]) -> str:
    return f"tog ”Behold teksten” tilbage i ”{place_of(details[0].get('field', ''))}”"


def _entered(details: list[Details]) -> str:
    named = _named(each.get("field", "") for each in reversed(details))
    if details[0].get("taken_back"):
        return f"fjernede mærket ”indtastet” fra {named}"
    return f"indtastede {named} i Podio"


def _small(details: list[Details]) -> str:
    named = _named(details[0].get("fields", {}))
    return f"rettede en småting i {named}, så godkendelsen gælder stadig"


def _linked(details: list[Details]) -> str:
    return f"{'gemte' if details[0].get('new') else 'fjernede'} linket til masteropgaven"


def _published(details: list[Details]) -> str:
    waves = names_in_words([str(name) for name in details[0].get("waves", [])])
    return f"flyttede opgaven til {waves or 'de rigtige bølger'}"


def _became(details: list[Details]) -> str:
    if now := details[0].get("now"):
        return f"skrev {now}, som opgaven peger på, og som før kun fandtes i Podio"
    return "gjorde opgaven til den, der før kun fandtes i Podio"


def _dates_moved(details: list[Details]) -> str:
    told = details[0]
    if zone := told.get("zone"):
        return f"ændrede frozen zonen ”{zone}”, som rører opgaven"
    return f"flyttede go-live for {told.get('wave', 'en bølge')}"


def _follow_up(details: list[Details]) -> str:
    told = details[0]
    if wave := told.get("wave"):
        undone = told.get("taken_back")
        return (
            f"tog ”Fulgt op” tilbage for {wave}" if undone else f"noterede, at {wave} er fulgt op"
        )
    if not (by := told.get("by")):
        return "fjernede, hvem der følger op"
    days = told.get("days")
    when = f" med intern deadline {_count_of_days(days)} før slutdatoen" if days is not None else ""
    return f"valgte, at {by} følger op{when}"


def _count_of_days(days: int) -> str:
    return f"{days} {'dag' if days == 1 else 'dage'}"


def _announcement(details: list[Details]) -> str:
    covered_by = details[0].get("covered_by")
    if covered_by is None:
        return "rettede #besked"
    if not covered_by:
        return "tog opgaven ud af den fælles #besked"
    return f"lod #besked på {covered_by} gælde opgaven"


def _announced(details: list[Details]) -> str:
    kinds = {"changed": " om en ændring", "reminder": " som påmindelse"}
    what = f"sendte #besked{kinds.get(details[0].get('message_kind', ''), '')}"
    covered_by = details[0].get("covered_by")
    return f"{what} på {covered_by}, som også gælder opgaven" if covered_by else what


_PLAIN: dict[str, str] = {
    EventKind.SUBMITTED: "sendte opgaven til godkendelse",
    EventKind.WITHDRAWN: "trak opgaven tilbage fra godkendelse",
    EventKind.SENT_BACK: "sendte opgaven tilbage",
    EventKind.APPROVED: "godkendte opgaven",
    EventKind.REOPENED: "genåbnede opgaven",
    EventKind.ON_TEST: "lagde opgaven på testbølgen",
    EventKind.LOOKED: "så opgaven efter på testbølgen",
    EventKind.TEST_SKIPPED: "sprang testen over",
    EventKind.CORRECTED: "rettede opgaven i Podio",
    EventKind.BINNED: "lagde opgaven i papirkurven",
    EventKind.RESTORED: "tog opgaven op af papirkurven",
}
_TOLD: dict[str, Callable[[list[Details]], str]] = {
    EventKind.CREATED: _created,
    EventKind.DATES_MOVED: _dates_moved,
    EventKind.EDITED: _edited,
    EventKind.SMALL: _small,
    EventKind.KEPT: _kept,
    EventKind.UNKEPT: _unkept,
    EventKind.REASON_ACCEPTED: _reason_accepted,
    EventKind.REASON_REFUSED: _reason_refused,
    EventKind.PROJECT_ACCEPTED: _project_accepted,
    EventKind.PROJECT_DECLINED: _project_declined,
    EventKind.ENTERED: _entered,
    EventKind.LINKED: _linked,
    EventKind.PUBLISHED: _published,
    EventKind.ANNOUNCEMENT: _announcement,
    EventKind.ANNOUNCED: _announced,
    EventKind.BECAME: _became,
    EventKind.FOLLOW_UP: _follow_up,
}
