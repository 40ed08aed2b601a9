"""Long sentences, and LIX from eighty words: advice, never for lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style import RULE, Finding, House, Severity
from tasks.style.reading import lix
from tasks.style.rule import text_example

HEAVY = "Selvbetjeningsløsningernes ansøgningsoplysninger videresendes automatisk til sagsmodulet. "


def found(rule: str, text: str, field: str = "description") -> list[Finding]:
    return list(RULE[rule].find(text_example(field, text).draft, House()))


def words(count: int, end: str = ".") -> str:
    return "I " + "og " * (count - 2) + "svarer" + end


@pytest.mark.parametrize(
    ("count", "severities"),
    [
        (30, []),
        (31, [Severity.HINT]),
        (40, [Severity.HINT]),
        (41, [Severity.WARNING]),
    ],
)
def test_a_sentence_is_long_from_31_words_and_too_long_from_41(
    count: int, severities: list[Severity]
) -> None:
    assert [f.severity for f in found("sentence-long", words(count))] == severities


def test_the_introduction_of_a_list_and_a_title_are_left_alone() -> None:
    assert not found("sentence-long", words(45, ":"))
    assert not found("sentence-long", words(45), "title")


def test_abbreviations_and_dates_end_no_sentence() -> None:
    text = "I skal bl.a. svare d. 30.10. " + words(31)
    assert len(found("sentence-long", text)) == 1


def test_heavy_text_is_told_from_eighty_words() -> None:
    assert not found("reading-lix", HEAVY * 13)
    (finding,) = found("reading-lix", HEAVY * 14)
    assert finding.message.startswith("Beskrivelsen har LIX ")
    assert (finding.start, finding.end) == (0, 0)


def test_lists_and_metode_have_no_lix() -> None:
    assert not found("reading-lix", "\n".join(f"- {HEAVY}" for _ in range(14)))
    assert not found("reading-lix", HEAVY * 14, "method")
    assert not found("reading-lix", "\n".join(f"• {HEAVY}" for _ in range(14)), "announcement")


def test_lix_is_bjoernssons_formula() -> None:
    figures = lix(("Udfyld ansøgningen i dag. Send den.",))
    assert (figures.words, figures.sentences, figures.long_words) == (6, 2, 1)
    assert figures.value == round(6 / 2 + 100 / 6)


@given(st.text(max_size=200))
def test_any_text_has_a_lix(text: str) -> None:
    assert lix((text,)).value >= 0
