"""Passives: every s- and blive-passive, and none of what only looks like one."""

import pytest

from tasks.style.passives import passives
from tasks.style.tokens import said_in
from tests.style.labelled import Score, spans_labelled

Spans = list[tuple[int, int]]


def found(text: str) -> Spans:
    return [
        (sentence[passive.first].start, sentence[passive.last].end)
        for sentence in said_in(text)
        for passive in passives(sentence)
    ]


@pytest.mark.parametrize(("text", "spans"), spans_labelled("passives.txt"))
def test_passives_are_found_as_labelled(text: str, spans: Spans) -> None:
    assert found(text) == spans


def test_lines_kept_apart_reach_the_floor() -> None:
    score, exact = Score(), 0
    for text, spans in spans_labelled("passives_held.txt"):
        score.count(bool(spans), bool(found(text)))
        exact += bool(spans) and found(text) == spans
    assert score.hit + score.missed > 100
    assert score.f1 >= 0.98
    assert exact >= 0.95 * score.hit


@pytest.mark.parametrize(
    ("text", "infinitives"),
    [
        ("Filen oprettes, valideres og gemmes.", ["oprette", "validere", "gemme"]),
        ("Ruten fornyes og certifikatet blev fornyet.", ["forny", "forny"]),
        ("Rollen massetildeles.", ["massetildele"]),
        ("Prisen fastsattes i maj.", ["fastsætte"]),
    ],
)
def test_a_passive_knows_its_infinitive(text: str, infinitives: list[str]) -> None:
    (sentence,) = said_in(text)
    assert [passive.infinitive for passive in passives(sentence)] == infinitives


@pytest.mark.parametrize(
    "text",
    ["Ruten bliver klar, og filen er sendt.", "Det bliver muligt at få oprettet en rute."],
)
def test_a_blive_passive_stops_at_the_clause_border(text: str) -> None:
    assert not found(text)


def test_people_see_each_other_and_an_error_is_seen() -> None:
    assert not found("Vi ses på kurset.")
    assert found("Fejlen ses på listen.")


@pytest.mark.parametrize("text", ["Tryk på ”Oprettes”.", "Feltet »bliver sendt« er tomt."])
def test_quoted_words_are_left_alone(text: str) -> None:
    assert not found(text)
