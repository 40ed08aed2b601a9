"""What the language core must reach on texts nobody tuned it on, asked the way `lint` is asked.

The lines were written by editors who had not seen the rules, half of them hard negatives.
"""

from dataclasses import dataclass, replace

import pytest

from tasks.lint.one_field import one_field
from tasks.style import Severity, check, default_house
from tests.style.labelled import Line, Score, labelled

ADDRESS = frozenset({"tone-municipality", "tone-role"})


@dataclass
class Measured(Score):
    """A score with the spans that were found exactly."""

    exact: int = 0


def spans(field: str, text: str, rules: frozenset[str], floor: Severity) -> list[tuple[int, int]]:
    """Return what the rules find in one line, as code points of the line."""
    source = one_field(field, text)
    house = replace(default_house(), reports_every_passive=rules == {"tone-passive"})
    offsets = source.texts[field].offsets
    return [
        (offsets[found.block] + found.start, offsets[found.block] + found.end)
        for found in check(source.draft, house)
        if found.field == field and found.rule in rules and found.severity >= floor
    ]


def lines(*names: str) -> list[Line]:
    return [line for name in names for line in labelled(name)]


def refused(rule: str, field: str, *names: str) -> Score:
    """Score the accepted: a line is refused by the rule from WARNING up."""
    score = Score()
    for line in lines(*names):
        found = spans(field, line.text, frozenset({rule}), Severity.WARNING)
        score.count(line.label == "+", not found)
    return score


def told(rules: frozenset[str], *names: str) -> Measured:
    """Score the found, and count those with exactly the labelled span."""
    score = Measured()
    for line in lines(*names):
        found = spans("description", line.text, rules, Severity.HINT)
        score.count(line.label == "+", bool(found))
        score.exact += line.label == "+" and (line.start, line.end) in found
    return score


def test_titles() -> None:
    score = refused("title-imperative", "title", "titles_more.txt", "titles_apart.txt")
    assert score.hit + score.missed > 200
    assert score.f1 >= 0.98
    assert score.precision >= 0.99


def test_words_that_are_noun_and_verb() -> None:
    names = ("homographs_more.txt", "homographs_apart.txt")
    assert refused("title-imperative", "title", *names).f1 >= 0.96


def test_steps() -> None:
    names = ("steps_more.txt", "steps_apart.txt")
    assert refused("method-imperative", "method", *names).f1 >= 0.96


def test_address() -> None:
    score = told(ADDRESS, "address_apart.txt", "roles_apart.txt")
    negatives = len(
        [1 for line in lines("address_apart.txt", "roles_apart.txt") if line.label == "-"]
    )
    assert negatives > 400
    assert score.f1 >= 0.99
    assert score.false <= negatives / 72
    assert score.exact >= 0.95 * score.hit


def test_passives() -> None:
    score = told(frozenset({"tone-passive"}), "passives_apart.txt")
    assert score.hit + score.missed > 200
    assert score.f1 >= 0.98


@pytest.mark.parametrize("kind", ["titles", "homographs", "steps", "address", "roles", "passives"])
def test_at_least_200_lines_of_each_kind_half_of_them_negative(kind: str) -> None:
    names = [f"{kind}_apart.txt"] + (
        [f"{kind}_more.txt"] if kind in {"titles", "homographs", "steps"} else []
    )
    labels = [line.label for line in lines(*names)]
    assert len(labels) >= 200
    assert 0.4 <= labels.count("-") / len(labels) <= 0.6
