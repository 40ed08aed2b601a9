"""The differences between two texts: exact, few, and easy to read."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.differences import Part, differences

FAR_TOO_LONG = 3  # seconds; half a second on a calm machine, and quadratic takes minutes
LIMIT = 30_000  # code points, the longest text a field takes


def shown(old: str, new: str) -> str:
    """Write the parts as ”same [-removed-]{+added+}”."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[part.kind].format(part.text) for part in differences(old, new))


def without(kind: str, parts: tuple[Part, ...]) -> str:
    return "".join(part.text for part in parts if part.kind != kind)


WORDS = ("I", "skal", "og", "kommunen", "KP-systemet", "30. oktober", "2", "kp@kombit.dk", "www.")
MARKS = (" ", "  ", "\n", "\n\n", "\r\n", "\t", "2. ", "- ", ".", ", ", "”", "e\u0301", "😀", "_")
TEXTS = st.lists(st.sampled_from(WORDS + MARKS), max_size=40).map("".join) | st.text(max_size=60)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_the_parts(old: str, new: str) -> None:
    parts = differences(old, new)
    assert without("added", parts) == old
    assert without("removed", parts) == new


@given(TEXTS, TEXTS)
def test_no_part_is_empty_and_no_two_of_a_kind_stand_together(old: str, new: str) -> None:
    parts = differences(old, new)
    assert all(part.text for part in parts)
    kinds = "".join(part.kind[0] for part in parts)
    assert not any(twice in kinds for twice in ("ss", "rr", "aa", "ar"))


@given(TEXTS)
def test_equal_texts_are_one_part(text: str) -> None:
    assert differences(text, text) == ((Part("same", text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Målet er, at kommunen har givet samtykke.",
            "Målet er, at I har givet jeres samtykke.",
            "Målet er, at [-kommunen-]{+I+} har givet{+ jeres+} samtykke.",
        ),
        ("Giv samtykke til ruten", "Giv samtykke", "Giv samtykke[- til ruten-]"),
        ("Giv samtykke", "Giv jeres samtykke", "Giv{+ jeres+} samtykke"),
        ("Udfyld filen.", "Udfyld filen!", "Udfyld filen[-.-]{+!+}"),
        ("", "Nyt mål.", "{+Nyt mål.+}"),
        ("Gammelt mål.", "", "[-Gammelt mål.-]"),
    ],
)
def test_words_are_told_one_by_one(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ærø", "Ærøs"),
        ("it-systemet", "it-systemerne"),
        ("KP-systemansvarlige", "KY-systemansvarlige"),
        ("30.10.2026", "13.11.2026"),
        ("30. oktober", "30. november"),
        ("30. oktober 2026", "30. oktober 2027"),
        ("1.250,50", "1.350,50"),
        ("10.42", "10.45"),
        ("98%", "89%"),
        ("kp@kombit.dk", "kp-hjaelp@kombit.dk"),
        ("https://www.kombit.dk/kp", "https://www.kombit.dk/ky"),
    ],
)
def test_a_word_number_date_or_address_is_whole(old: str, new: str) -> None:
    told = shown(f"Svar ({old}), hvis I kan.", f"Svar ({new}), hvis I kan.")
    assert told == f"Svar ([-{old}-]{{+{new}+}}), hvis I kan."


def test_a_new_step_is_told_as_a_line_and_the_others_only_got_new_numbers() -> None:
    old = "1. Åbn KLIK.\n2. Luk filen.\n3. Svar Netcompany."
    new = "1. Åbn KLIK.\n2. Ring til Netcompany.\n3. Luk filen.\n4. Svar Netcompany."
    assert shown(old, new) == (
        "1. Åbn KLIK.{+\n2. Ring til Netcompany.+}\n[-2-]{+3+}. Luk filen.\n[-3-]{+4+}. "
        "Svar Netcompany."
    )


def test_a_new_sentence_is_whole_where_its_words_stand_beside_it_too() -> None:
    old = "I skal sende filen. I skal svare."
    new = "I skal sende filen. I skal ringe. I skal svare."
    assert shown(old, new) == "I skal sende filen.{+ I skal ringe.+} I skal svare."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Åbn filen. Luk den.", "Åbn filen.\nLuk den.", "Åbn filen.[- -]{+\n+}Luk den."),
        ("Åbn filen.\nLuk den.", "Åbn filen. Luk den.", "Åbn filen.[-\n-]{+ +}Luk den."),
        ("Åbn  filen.", "Åbn filen.", "Åbn[-  -]{+ +}filen."),
        ("Åbn filen.", "Åbn filen.\n", "Åbn filen.{+\n+}"),
    ],
)
def test_white_space_is_kept_and_told(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_a_short_word_between_two_replacements_is_replaced_with_them() -> None:
    assert shown("fra 10 til 12", "fra 11 til 13") == "fra [-10 til 12-]{+11 til 13+}"
    assert shown("lad Rikke skrive", "lad os se") == "lad [-Rikke skrive-]{+os se+}"


def test_a_longer_word_between_two_replacements_stays() -> None:
    expected = "fra [-10-]{+11+} indtil [-12-]{+13+}"
    assert shown("fra 10 indtil 12", "fra 11 indtil 13") == expected


def test_a_short_word_stays_where_something_was_only_added() -> None:
    expected = "bøger{+, hæfter+} og{+ nye+} blade"
    assert shown("bøger og blade", "bøger, hæfter og nye blade") == expected


def test_unlike_lines_are_replaced_sentence_by_sentence() -> None:
    old = "Den gamle tekst handler om noget andet, og den skal væk.\nOgså denne linje her."
    new = "Her står der en beskrivelse af opgaven, som er bedre.\nDen har to linjer nu."
    assert shown(old, new) == (
        "[-Den gamle tekst handler om noget andet, og den skal væk-]"
        "{+Her står der en beskrivelse af opgaven, som er bedre+}.\n"
        "[-Også denne linje her-]{+Den har to linjer nu+}."
    )


def test_a_rewritten_text_is_told_in_few_pieces() -> None:
    old = (
        "Kommunen skal give samtykke til, at Netcompany kan oprette en SFTP-rute for kommunen. "
        "Samtykket skal gives senest d. 30.10. Såfremt samtykket ikke gives, kan kommunen ikke "
        "modtage filer."
    )
    new = (
        "I skal give samtykke til, at Netcompany opretter jeres SFTP-rute. Giv samtykket senest "
        "fredag den 30. oktober. Giver I ikke samtykke, kan I ikke modtage filer."
    )
    assert shown(old, new) == (
        "[-Kommunen-]{+I+} skal give samtykke til, at Netcompany [-kan oprette en-]"
        "{+opretter jeres+} SFTP-rute[- for kommunen-]. [-Samtykket skal gives senest d. 30.10-]"
        "{+Giv samtykket senest fredag den 30. oktober+}. [-Såfremt samtykket-]{+Giver I+} ikke "
        "[-gives-]{+samtykke+}, kan [-kommunen-]{+I+} ikke modtage filer."
    )


def jumble(signs: str, seed: int) -> str:
    """The longest text of these signs, in no order."""
    return "".join(signs[at * at * seed % 7_919 % len(signs)] for at in range(LIMIT))


def numbers(seed: int) -> str:
    return " ".join(str(at * seed % 9_973) for at in range(6_000))


HOSTILE = {
    "nothing in common": (" ".join(f"a{at}" for at in range(6_000)), "b " * 15_000),
    "the same words in another order": (numbers(4_391), numbers(7_103)),
    "two words in no order": (jumble("a b", 31), jumble("a b", 37)),
    "marks alone": (jumble(".,", 1), jumble(".,", 2)),
    "lines of one word": (jumble("a\n", 1), jumble("a\n", 2)),
    "one word again and again": ("x " + "a " * 14_000, "y " + "a " * 7_000 + "z " + "a " * 7_000),
    "every second word is new": ("a " * 15_000, "a c " * 7_500),
    "white space": (" " * LIMIT, "\n" * LIMIT),
    "almost addresses": ("a@" * 15_000, "a." * 15_000),
    "almost links": ("http://" * 4_000, "www." * 7_500),
    "every line end moved": ("a\n b.\n" * 5_000, "a b. \n" * 5_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_longest_texts_are_compared_quickly_however_unlike(name: str) -> None:
    old, new = HOSTILE[name]
    begun = time.process_time()
    parts = differences(old, new)
    assert time.process_time() - begun < FAR_TOO_LONG
    assert without("added", parts) == old and without("removed", parts) == new
