"""References: kept as typed, the same when people would say so, sorted as people count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.reference import (
    NUMBER_MAX,
    PREFIX_MAX,
    Reference,
    next_after,
    parse,
    split_title,
)

PREFIXES = st.from_regex(r"[A-Za-zÆØÅæøå]{1,6}", fullmatch=True)
SEPARATORS = st.sampled_from(["", " ", "-", "."])
COUNTS = st.integers(0, 99_999_999)


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """What projects use: ”MI 01”, ”K04.1”, ”Auto-12”."""
    parts = draw(st.lists(COUNTS, min_size=1, max_size=2))
    return Reference(draw(PREFIXES), draw(SEPARATORS), ".".join(map(str, parts)))


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("MI 01", ("MI", " ", "01")),
        ("(MI 01)", ("MI", " ", "01")),
        ("K04.1", ("K", "", "04.1")),
        ("(Auto 12)", ("Auto", " ", "12")),
        ("SFTP-3", ("SFTP", "-", "3")),
        ("A1B 2", ("A1B", " ", "2")),
        ("KØ 7a", ("KØ", " ", "7a")),
        ("  MI \t 02 ", ("MI", " ", "02")),
    ],
)
def test_a_reference_is_read_in_its_parts(typed: str, parts: tuple[str, str, str]) -> None:
    assert parse(typed) == Reference(*parts)


@pytest.mark.parametrize("typed", ["", "MI", "Opgave om bilag", "12", "()", "(", "MI 01 02"])
def test_text_of_another_shape_is_kept_as_it_is(typed: str) -> None:
    kept = parse(typed)
    assert not kept.is_complete
    assert str(kept) == typed.removeprefix("()")


@given(references())
def test_a_reference_is_read_back_as_it_was_written(reference: Reference) -> None:
    assert parse(str(reference)) == reference
    assert parse(reference.bracketed) == reference
    assert reference.is_complete


@given(st.text(max_size=60))
def test_any_text_is_kept_and_nothing_is_lost(typed: str) -> None:
    kept = str(parse(typed))
    bare = " ".join(typed.split())
    assert kept in (bare, bare[1:-1].strip())


@pytest.mark.parametrize("same", ["MI 2", "mi 02", "MI02", "Mi-2", "MI 0002"])
def test_references_people_call_the_same_have_one_key(same: str) -> None:
    assert parse(same).natural_key == parse("MI 02").natural_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("MI 2", "MI 20"), ("MI 2", "M 2"), ("K 4.1", "K 4.10"), ("K4", "K4.1"), ("MI", "MI 0")],
)
def test_different_references_have_different_keys(one: str, other: str) -> None:
    assert parse(one).natural_key != parse(other).natural_key


def test_the_empty_reference_has_no_key_and_no_brackets() -> None:
    assert Reference().natural_key == ""
    assert Reference().bracketed == ""


@given(PREFIXES, SEPARATORS, COUNTS, COUNTS)
def test_numbers_under_a_prefix_sort_as_they_count(
    prefix: str, separator: str, one: int, other: int
) -> None:
    first, second = (Reference(prefix, separator, str(number)) for number in (one, other))
    assert (first.sort_key < second.sort_key) == (one < other)


def test_a_list_sorts_the_way_people_read_it() -> None:
    typed = ["MI 12", "K04.10", "mi 2", "K04.2", "Auto 12", "MI 01", "K04"]
    read = sorted(map(parse, typed), key=lambda reference: reference.sort_key)
    assert list(map(str, read)) == ["Auto 12", "K04", "K04.2", "K04.10", "MI 01", "mi 2", "MI 12"]


@given(st.text(max_size=PREFIX_MAX), st.text(max_size=NUMBER_MAX))
def test_the_keys_fit_their_columns_whatever_is_typed(prefix: str, number: str) -> None:
    for typed in (Reference(prefix, " ", number), Reference("ΐ1" * 10, " ", "1ΐ" * 10)):
        assert len(typed.natural_key) <= 60
        assert len(typed.sort_key) <= 200


@pytest.mark.parametrize(
    ("pasted", "reference", "title"),
    [
        ("(MI 02) Udfyld skemaet", "MI 02", "Udfyld skemaet"),
        ("  (Auto 12)Udfyld skemaet ", "Auto 12", "Udfyld skemaet"),
        ("(MI 02)", "MI 02", ""),
        ("Udfyld skemaet", "", "Udfyld skemaet"),
        ("(Frivillig) Udfyld skemaet", "", "(Frivillig) Udfyld skemaet"),
        ("Udfyld (MI 02)", "", "Udfyld (MI 02)"),
        ("((MI 02)) Udfyld", "", "((MI 02)) Udfyld"),
    ],
)
def test_a_pasted_title_is_parted_from_its_reference(
    pasted: str, reference: str, title: str
) -> None:
    assert split_title(pasted) == (parse(reference), title)


@given(references(), st.from_regex(r"[A-Za-zæøå][a-zæøå ]{0,40}[a-z]", fullmatch=True))
def test_what_is_written_before_a_title_is_found_again(reference: Reference, title: str) -> None:
    assert split_title(f"{reference.bracketed} {title}") == (reference, title)


def test_the_next_number_follows_the_highest_and_is_written_like_it() -> None:
    used = map(parse, ["MI 01", "MI 09", "MI 03", "Auto 40", "MI"])
    assert str(next_after(used, "mi")) == "MI 10"
    assert str(next_after([parse("K04.1")], "K")) == "K05"
    assert str(next_after([parse("K-099")], "K")) == "K-100"


def test_the_first_number_of_a_prefix_is_01() -> None:
    assert str(next_after([], "MI")) == "MI 01"
    assert str(next_after([Reference("MI", " ", "a")], "MI")) == "MI 01"


FEW = st.sampled_from(["MI", "mi", "Mi", "K"])


@given(st.lists(st.tuples(FEW, SEPARATORS, st.integers(0, 200)), max_size=20), FEW)
def test_the_next_number_is_always_free(taken: list[tuple[str, str, int]], prefix: str) -> None:
    used = [Reference(start, between, f"{number:02}") for start, between, number in taken]
    suggested = next_after(used, prefix)
    assert suggested.natural_key not in {reference.natural_key for reference in used}
