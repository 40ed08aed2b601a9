"""Metode is not too long, its numbers exist, and its last step closes the task."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.guide import examples
from tasks.style import RULE, Block, Draft, Finding, House
from tasks.style.rule import prose


def found(rule: str, method: str) -> list[Finding]:
    return list(RULE[rule].find(Draft(method=prose(method)), House()))


def steps(*texts: str) -> str:
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))


@pytest.mark.parametrize("text", [steps(*["Åbn en fane"] * 16), "Åbn nu den fane. " * 80])
def test_many_steps_or_words_are_complicated(text: str) -> None:
    (finding,) = found("method-complicated", text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text", ["", steps(*["Åbn en fane"] * 15), "Åbn nu den fane. " * 75, examples.SETUP_METHOD]
)
def test_fifteen_steps_and_300_words_are_not(text: str) -> None:
    assert not found("method-complicated", text)


def test_items_below_a_step_belong_to_it() -> None:
    below = tuple(Block("felt", "li", depth=1) for _ in range(30))
    draft = Draft(method=(Block("Udfyld", "li", 1), *below))
    assert not list(RULE["method-complicated"].find(draft, House()))


THREE = steps("Åbn fanen", "Vælg rollen", "Gem")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Gentag punkt 2-9 for alle roller.", "punkt 2-9"),
        ("Gentag punkt 5.", "punkt 5"),
        ("Udfør trin 1, 2 og 7 igen.", "trin 1, 2 og 7"),
        ("Gentag trin 2 til 6.", "trin 2 til 6"),
        ("Superbrugeren udfører trin 1-2 og 8.", "trin 1-2 og 8"),
        ("Gå til pkt. 12 i listen.", "pkt. 12"),
        ("Spring trin 0 over.", "trin 0"),
    ],
)
def test_a_step_that_is_not_there_is_found(text: str, phrase: str) -> None:
    (finding,) = found("method-reference", f"{THREE}\n4. {text}")
    assert finding.phrase == phrase


@pytest.mark.parametrize(
    "text",
    [
        "Gentag punkt 1-3 for alle roller.",
        "Udfør trin 1, 2 og 3 igen.",
        "Følg punkt 7 i vejledningen.",
        "Følg vejledningens punkt 7-9.",
        "Se trin 12 på skærmen.",
        "Følg trin 5-9, som står i vejledningen.",
        "Vejledningen: Følg punkt 5-9.",
        "Vælg ”Trin 8”.",
        "Opgaven har 12 trin.",
        "Udfør alle ti trin.",
        "Brug punkt 9 (Auto 12).",
        "Skriv punkterne ned.",
        "Sæt skriften til punkt 12 på brevet.",
        "Gentag trin 2, 3 gange.",
    ],
)
def test_steps_of_the_list_and_of_other_texts_are_fine(text: str) -> None:
    assert not found("method-reference", f"{THREE}\n4. {text}")


def test_the_guides_elided_steps_may_be_named() -> None:
    assert not found("method-reference", examples.SETUP_METHOD)


def test_a_text_without_a_list_names_another_texts_steps() -> None:
    assert not found("method-reference", "Gentag punkt 5-9 for alle roller.")


def test_bullets_are_counted() -> None:
    assert not found("method-reference", "- Åbn\n- Gem\n- Gentag punkt 1-2")
    assert found("method-reference", "- Åbn\n- Gem\n- Gentag punkt 1-7")


def test_a_list_that_goes_on_at_seven_has_no_step_five() -> None:
    draft = Draft(
        method=(Block("Åbn", "li", 1), Block("Gem", "li", 7), Block("Gentag punkt 5", "li", 8))
    )
    assert list(RULE["method-reference"].find(draft, House()))


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 60))
def test_a_range_is_found_when_an_end_is_off_the_list(count: int, low: int, high: int) -> None:
    text = f"{steps(*['Åbn fanen'] * count)}\nGentag punkt {min(low, high)}-{max(low, high)}."
    is_off = min(low, high) < 1 or max(low, high) > count
    assert bool(found("method-reference", text)) is is_off


@pytest.mark.parametrize(
    "last",
    [
        "Marker opgaven som fuldført",
        "Når alle rækker er gennemgået, skal du markere opgaven som fuldført",
        "Kontrollér, at rollen står på listen",
        "Luk opgaven",
        "Send svaret til os",
        "Giv besked, når I er klar",
        "Du er færdig, når rollen står på listen",
        "Til sidst ser du en kvittering",
        "Skriv ”Ja” i kommentarfeltet",
    ],
)
def test_a_last_step_that_closes_is_well(last: str) -> None:
    assert not found("method-close", f"{THREE}\n4. {last}")
    assert not found("method-close", f"{THREE}\n4. Gem ændringen\n{last}.")


@pytest.mark.parametrize("last", ["Gem ændringen", "Luk fanen", "Vælg ”Fuld visning”"])
def test_four_steps_without_an_end_are_a_hint(last: str) -> None:
    (finding,) = found("method-close", f"{THREE}\n4. {last}")
    assert finding.is_whole_field


@pytest.mark.parametrize("text", ["", THREE, "Åbn fanen. Vælg rollen.", examples.SETUP_METHOD])
def test_three_steps_need_no_end(text: str) -> None:
    assert not found("method-close", text)
