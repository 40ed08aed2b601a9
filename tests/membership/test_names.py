"""A pasted list of municipalities is read however it is written, and nothing is guessed."""

from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.membership import Pasted, read_names
from tasks.membership.spelling import spelling
from tests.membership.known import KNOWN

NAMES = list(KNOWN)
SEPARATORS = ("\n", "\r\n", ",", ", ", ";", "\t", " og ", "\n\n", "\n- ", "\n• ", " | ", "<br>")
WRITTEN: dict[str, Callable[[str], str]] = {
    "as it is": lambda name: name,
    "without Kommune": lambda name: name.removesuffix(" Kommune"),
    "small": lambda name: name.lower(),
    "large": lambda name: name.upper(),
    "in quotes": lambda name: f"”{name}”",
    "with hard blanks": lambda name: f"\xa0{name.replace(' ', chr(0xA0))}\xa0",
    "with blanks of HTML": lambda name: name.replace(" ", "&nbsp;"),
    "with parted letters": lambda name: normalize("NFD", name),
    "with ae, oe and aa": spelling,
    "with a code": lambda name: f"{KNOWN[name]} {name}",
    "with a code after": lambda name: f"{name} ({KNOWN[name]})",
    "as a code": lambda name: KNOWN[name],
    "with a full stop": lambda name: f"{name}.",
}


def found(text: str) -> tuple[str, ...]:
    """What is found in a text that has nothing else in it."""
    read = read_names(text, KNOWN)
    assert read.unknown == ()
    return read.found


def test_no_two_municipalities_are_spelled_alike() -> None:
    assert len(NAMES) == 98
    assert len({spelling(name) for name in NAMES}) == 98


@pytest.mark.parametrize("write", WRITTEN.values(), ids=WRITTEN)
def test_each_of_the_98_is_read(write: Callable[[str], str]) -> None:
    assert found("\n".join(write(name) for name in NAMES)) == tuple(NAMES)


@given(
    st.lists(
        st.tuples(st.sampled_from(NAMES), st.sampled_from(list(WRITTEN))),
        unique_by=lambda row: row[0],
    ),
    st.sampled_from(SEPARATORS),
)
def test_any_of_them_in_any_writing_come_back_in_their_order(
    rows: list[tuple[str, str]], between: str
) -> None:
    rows = [(name, "as it is" if way == "as a code" else way) for name, way in rows]
    text = between.join(WRITTEN[way](name) for name, way in rows)
    assert found(text) == tuple(name for name, _ in rows)


@given(st.lists(st.sampled_from(NAMES), unique=True))
def test_a_numbered_list_is_read(names: list[str]) -> None:
    for form in ("{}. {}", "{}) {}", "({}) {}", "{}\t{}", "{} {}", "{}: {}"):
        text = "\n".join(form.format(number, name) for number, name in enumerate(names, 1))
        assert found(text) == tuple(names)


@given(st.text())
def test_any_text_is_read_and_only_municipalities_are_found(text: str) -> None:
    read = read_names(text, KNOWN)
    assert set(read.found) <= set(NAMES)
    assert set(read.repeated) <= set(read.found)


@given(st.lists(st.sampled_from(NAMES), min_size=1), st.from_regex(r"[xqwz]{5,9}", fullmatch=True))
def test_one_name_nobody_has_is_told_wherever_it_stands(names: list[str], other: str) -> None:
    read = read_names("\n".join([*names, other, *names]), KNOWN)
    assert read.unknown == (other,)
    assert set(read.found) == set(names) == set(read.repeated)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Kbh", "Københavns Kommune"),
        ("Kbh.", "Københavns Kommune"),
        ("København", "Københavns Kommune"),
        ("KØBENHAVNS KOM.", "Københavns Kommune"),
        ("Bornholm", "Bornholms Regionskommune"),
        ("Bornholms Kommune", "Bornholms Regionskommune"),
        ("Vesthimmerland", "Vesthimmerlands Kommune"),
        ("Nordfyn", "Nordfyns Kommune"),
        ("Århus", "Aarhus Kommune"),
        ("Åbenrå Kommune", "Aabenraa Kommune"),
        ("Høje Tåstrup", "Høje-Taastrup Kommune"),
        ("Fåborg - Midtfyn", "Faaborg-Midtfyn Kommune"),
        ("Ringkøbing–Skjern", "Ringkøbing-Skjern Kommune"),
        ("lyngby-tårbæk", "Lyngby-Taarbæk Kommune"),
        ("751", "Aarhus Kommune"),
        ("&AElig;r&oslash;", "Ærø Kommune"),
        ("Kommune Aarhus", "Aarhus Kommune"),
        ("Aar\u00adhus\u200b", "Aarhus Kommune"),
    ],
)
def test_daily_names_are_known(written: str, name: str) -> None:
    assert found(written) == (name,)


def test_a_table_from_excel_is_read_with_its_headings() -> None:
    text = "Nr\tKommunekode\tKommunenavn\r\n1\t0751\tAarhus Kommune\r\n2\t0461\tOdense Kommune\r\n"
    assert read_names(text, KNOWN) == Pasted(("Aarhus Kommune", "Odense Kommune"), (), ())


def test_a_list_from_a_page_is_read() -> None:
    html = '<ul class="x"><li>Aarhus&nbsp;Kommune</li>\n<li><b>Ærø</b></li></ul>'
    assert found(html) == ("Aarhus Kommune", "Ærø Kommune")


def test_the_same_twice_is_told_and_counted_once() -> None:
    read = read_names("Aarhus, Odense\nÅrhus Kommune", KNOWN)
    assert read == Pasted(("Aarhus Kommune", "Odense Kommune"), (), ("Aarhus Kommune",))


def test_a_name_nobody_has_is_told_as_it_was_written() -> None:
    assert read_names("1. Kolind Kommune\nKolind Kommune", KNOWN).unknown == ("Kolind Kommune",)


@pytest.mark.parametrize("text", ["", " \n\t", "Kommuner:", "1\n2\n3", "- \n- "])
def test_a_list_with_nobody_on_it_has_nobody(text: str) -> None:
    assert read_names(text, KNOWN) == Pasted((), (), ())
