"""What a small correction is, case by case, and that the line holds for any text."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.corrections import SMALL_MAX, Why, why_not_small
from tasks.guide import FIELDS, PROSE_KEYS

ROLES = ("KP-systemansvarlig", "Kontaktperson", "Teknisk projektleder")


def texts(**values: Any) -> dict[str, Any]:
    return dict.fromkeys((field.key for field in FIELDS), "") | values


def why_not(old: str, new: str) -> tuple[Why, ...]:
    """The answer for one paragraph of the method."""
    before, after = texts(method=f"<p>{old}</p>"), texts(method=f"<p>{new}</p>")
    return why_not_small(before, after, roles=ROLES)


SMALL = [
    ("Udfyld skabelonnen", "Udfyld skabelonen"),
    ("Send filen til os i Kombits postkasse", "Send filen til os i Kombits postkasse."),
    ("Åben menuen Opsætning", "Åbn menuen Opsætning"),
    ("Husk og gemme filen", "Husk at gemme filen"),
    ("Vælg en brev", "Vælg et brev"),
    ("Gem filen på jeres drev som csv", "Gem filen på jeres drev som CSV"),
    ("Gem filen når den er udfyldt", "Gem filen, når den er udfyldt"),
    ("Tryk på  knappen", "Tryk på knappen"),
    ("Læs vejledningen til afslagårsager", "Læs vejledningen til afslagsårsager"),
    ("Brug funktonen Opret til at bruge listen", "Brug funktionen Opret til at bruge listen"),
    ("Vælg ”Rediger”", "Vælg ”Redigér”"),
    ("Kontroller snitfladen", "Kontrollér snitfladen"),
    ("Find årsagen på listen", "Find årsagerne på listen"),
    ("Se billedet", "Se skærmbilledet"),
    ("Tjek opsetningen i testmiljøet", "Tjek opsætningen i testmiljøet"),
    ("Giv filen et sigende navn", "Giv filen et sigende navn 😀"),
]

NOT_SMALL = [
    ("Udfyld excel-filen", "Udfyld excel-filen, og læg den på projektets rum", Why.LONG),
    ("Udfyld skabelonen i afsnit 4", "Udfyld skabelonen i afsnit 5", Why.NUMBER),
    ("Vent 14 dage", "Vent 10 dage", Why.NUMBER),
    ("Vent to dage", "Vent tre dage", Why.NUMBER),
    ("Send filen den 30. oktober", "Send filen den 30. november", Why.NUMBER),
    ("Send filen mandag", "Send filen tirsdag", Why.NUMBER),
    ("Vent en uge", "Vent en måned", Why.NUMBER),
    ("Send filen i dag", "Send filen i morgen", Why.NUMBER),
    ("Vælg 80 %", "Vælg 80", Why.NUMBER),
    ("Slet listen", "Slet ikke listen", Why.NEGATION),
    ("Slet ikke listen", "Slet listen", Why.NEGATION),
    ("Listen er ikkeflyttet", "Listen er ikke flyttet", Why.NEGATION),
    ("Vælg listen", "Vælg kun listen", Why.NEGATION),
    ("Vælg A og B", "Vælg A eller B", Why.NEGATION),
    ("Du skal gemme", "Du kan gemme", Why.DUTY),
    ("Gem senest fredag", "Gem tidligst fredag", Why.TIME),
    ("Gem før mødet", "Gem efter mødet", Why.TIME),
    ("Skriv til kontaktpersonen", "Skriv til projektlederen", Why.PEOPLE),
    ("Spørg jeres systemansvarlige", "Spørg jeres leder", Why.PEOPLE),
    ("Når du er færdig", "Når I er færdige", Why.PEOPLE),
    ("Spørg KOMBIT", "Spørg leverandøren", Why.PEOPLE),
    ("Skriv til kp@kombit.dk", "Skriv til kp2@kombit.dk", Why.LINK),
    ("Se www.kombit.dk", "Se www.kombitt.dk", Why.LINK),
    ("Se <a href='https://a.dk/'>her</a>", "Se <a href='https://b.dk/'>her</a>", Why.LINK),
    ("Se <a href='https://a.dk/'>her</a>", "Se <a href='https://a.dk/'>guiden</a>", Why.LINK),
    ("Se her", "Se <a href='https://a.dk/'>her</a>", Why.LINK),
    ("Gem filen nu", "Gem <strong>filen</strong> nu", Why.LOOK),
    ("Gem filen. Luk den", "Gem filen.</p><p>Luk den", Why.LOOK),
    ("Gem filen", "<ul><li>Gem filen</li></ul>", Why.LOOK),
    ("Gem <strong>filen nu</strong>", "Gem <em>filen nu</em>", Why.LOOK),
]


@pytest.mark.parametrize(("old", "new"), SMALL)
def test_a_small_correction_keeps_the_approval(old: str, new: str) -> None:
    assert why_not(old, new) == ()


@pytest.mark.parametrize(("old", "new"), SMALL)
def test_taking_it_back_is_as_small(old: str, new: str) -> None:
    assert why_not(new, old) == ()


@pytest.mark.parametrize(("old", "new", "why"), NOT_SMALL)
def test_what_carries_meaning_needs_a_new_approval(old: str, new: str, why: Why) -> None:
    assert why in why_not(old, new)
    assert why in why_not(new, old)


@pytest.mark.parametrize("key", [field.key for field in FIELDS if field.key not in PROSE_KEYS])
def test_a_field_that_is_no_prose_needs_a_new_approval(key: str) -> None:
    assert why_not_small(texts(), texts(**{key: "x"})) == (Why.OTHER_FIELD,)


def test_two_fields_at_once_need_a_new_approval() -> None:
    after = texts(goal="<p>a</p>", method="<p>b</p>")
    assert why_not_small(texts(), after) == (Why.OTHER_FIELD,)


def test_a_new_finding_needs_a_new_approval() -> None:
    before, after = texts(goal="<p>Gem filer</p>"), texts(goal="<p>Gem filene</p>")
    assert why_not_small(before, after) == ()
    assert why_not_small(before, after, new_findings=1) == (Why.FINDING,)


def test_several_slips_in_one_field_are_counted_together() -> None:
    old = "<p>Udfyld skabelonnen.</p><p>Gem fillen på jeres drev.</p>"
    new = "<p>Udfyld skabelonen.</p><p>Gem filen på jeres drev.</p>"
    assert why_not_small(texts(method=old), texts(method=new), roles=ROLES) == ()


@given(st.integers(1, 60))
def test_twenty_characters_are_the_line(length: int) -> None:
    new = "Gem filen" + "x" * length
    assert (Why.LONG in why_not("Gem filen", new)) == (length > SMALL_MAX)


@given(st.text(max_size=80))
def test_any_text_is_a_small_change_of_itself(text: str) -> None:
    assert why_not_small(texts(goal=text), texts(goal=text)) == ()


@given(st.text("abc <>&/pik.0", max_size=60), st.text("abc <>&/pik.0", max_size=60))
def test_the_answer_is_the_same_both_ways(old: str, new: str) -> None:
    there = why_not_small(texts(goal=old), texts(goal=new))
    back = why_not_small(texts(goal=new), texts(goal=old))
    assert (there == ()) == (back == ())


def test_every_reason_is_a_sentence() -> None:
    for why in Why:
        assert why.sentence.startswith("Ændringen ") and why.sentence.endswith(".")
