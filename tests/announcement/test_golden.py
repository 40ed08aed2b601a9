"""Messages for the guide's example and every situation, word for word as files one can read."""

import re
from pathlib import Path

import pytest

from tasks.announcement import AnnouncementFacts, propose
from tasks.guide.examples import SETUP_ANNOUNCEMENT
from tasks.style import Draft, Finding, Severity, WaveDates, check, default_house
from tasks.style.passives import passives
from tasks.style.tokens import said_in
from tests.announcement.situations import SITUATIONS

GOLDEN = Path(__file__).parent / "golden"
MOST_WORDS = 90  # beside a list
_DAY = re.compile(r"\b\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w+")
_WEEKDAY_BEFORE = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag den $")

every_situation = pytest.mark.parametrize("name", sorted(SITUATIONS))


def message(name: str) -> str:
    return propose(SITUATIONS[name])


def findings(facts: AnnouncementFacts) -> list[Finding]:
    """What Tjek says of the proposal on its master task."""
    master = facts.tasks[0]
    prefix, _, number = master.reference.partition(" ")
    waves = tuple(
        WaveDates(told.wave, told.go_live, told.start, told.end) for told in master.periods
    )
    draft = Draft(
        prefix=prefix,
        separator=" " if number else "",
        number=number,
        title=master.title,
        waves=waves,
        announcement=propose(facts),
    )
    found = check(draft, default_house())
    return [finding for finding in found if finding.field == "announcement"]


@every_situation
def test_the_message_is_the_one_in_the_file(name: str) -> None:
    assert message(name) + "\n" == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_there_are_forty_situations_and_a_file_for_each() -> None:
    assert len(SITUATIONS) > 40
    assert {path.stem for path in GOLDEN.iterdir()} == set(SITUATIONS)


def test_the_guides_example_is_the_guides_words_with_title_weekday_and_weeks() -> None:
    text = (
        message("guiden")
        .replace(": ”(Auto 13) Sæt jeres afslagsårsager op i KP”.", ".")
        .replace(
            "fredag den 30. oktober. Fra den dag har I fire uger til at løse den.", "d. 30.10."
        )
        .replace("”(Auto 12) Udfyld excel-filen”", '"Auto 12"')
    )
    assert re.sub(r"\s+", " ", text) == re.sub(r"\s+", " ", SETUP_ANNOUNCEMENT)


@every_situation
def test_the_message_is_short_beside_its_list(name: str) -> None:
    lines = [line for line in message(name).splitlines() if not line.startswith("- ")]
    assert len(" ".join(lines).split()) <= MOST_WORDS


@every_situation
def test_there_is_no_passive_but_the_guides_own(name: str) -> None:
    """”Hermed publiceres” and ”skal ses i forlængelse af” are the words of its example."""
    found = [each for sentence in said_in(message(name)) for each in passives(sentence)]
    assert {each.infinitive for each in found} <= {"publicere", "se"}


@every_situation
def test_a_day_stands_behind_its_weekday_and_never_first_on_a_line(name: str) -> None:
    text = message(name)
    for day in _DAY.finditer(text):
        assert _WEEKDAY_BEFORE.search(text[: day.start()])
    assert not re.search(r"^(?:- )?\d", text, re.MULTILINE)


@every_situation
def test_tjek_has_nothing_against_it_but_the_slots_the_author_fills(name: str) -> None:
    found = [each for each in findings(SITUATIONS[name]) if not each.phrase.startswith("[")]
    assert [
        (each.rule, each.severity, each.phrase)
        for each in found
        if (each.severity is not Severity.HINT)
    ] == []
