"""Differences drawn: never by colour alone, lines kept, far unchanged text folded."""

import re

import pytest
from django.template import engines


def drawn(old: str, new: str, options: str = "") -> str:
    """The component's HTML."""
    source = f"{{% load differences %}}{{% show_differences old|differences:new {options} %}}"
    return engines["django"].from_string(source).render({"old": old, "new": new}).strip()


def seen(html: str) -> str:
    """What the eye reads, as ”[-removed-]{+added+}”."""
    html = re.sub(r'<span class="visually-hidden">.*?</span>', "", html)
    html = html.replace("<del>", "[-").replace("</del>", "-]")
    html = html.replace("<ins>", "{+").replace("</ins>", "+}")
    return re.sub(r"<.*?>", "", html)


def heard(html: str) -> str:
    """What a screen reader reads."""
    html = re.sub(r'<span aria-hidden="true">.*?</span>', "", html)
    return " ".join(re.sub(r"<.*?>", "", html).split())


def test_it_is_told_in_words_too() -> None:
    html = drawn("Kommunen skal svare", "I skal svare nu")
    assert seen(html) == "[-Kommunen-]{+I+} skal svare {+nu+}"
    assert heard(html) == "(fjernet: Kommunen) (tilføjet: I) skal svare (tilføjet: nu)"


@pytest.mark.parametrize(
    ("old", "new", "eye", "ear"),
    [
        ("Åbn. Luk.", "Åbn.\nLuk.", "Åbn.{+¶+}\nLuk.", "Åbn.(tilføjet: linjeskift) Luk."),
        ("Åbn.\nLuk.", "Åbn. Luk.", "Åbn.[-¶-] Luk.", "Åbn.(fjernet: linjeskift) Luk."),
        ("Åbn.\n\nLuk.", "Åbn.\nLuk.", "Åbn.[-¶-]\nLuk.", "Åbn.(fjernet: linjeskift) Luk."),
        ("Åbn filen", "Åbn filen ", "Åbn filen{+·+} ", "Åbn filen(tilføjet: mellemrum)"),
    ],
)
def test_white_space_alone_has_a_sign(old: str, new: str, eye: str, ear: str) -> None:
    html = drawn(old, new)
    assert seen(html + "|") == f"{eye}|"
    assert heard(html) == ear


def test_a_new_line_stands_on_a_line_of_its_own() -> None:
    html = drawn("1. Åbn.\n2. Luk.", "1. Åbn.\n2. Ring.\n3. Luk.")
    assert seen(html) == "1. Åbn.\n{+2. Ring.+}\n[-2-]{+3+}. Luk."


def test_text_is_only_ever_text() -> None:
    html = drawn("Skriv <b>før</b>", "Skriv <script>nu</script>")
    assert "<b>" not in html and "<script>" not in html
    assert seen(html) == "Skriv &lt;[-b&gt;før&lt;/b-]{+script&gt;nu&lt;/script+}&gt;"


LONG = " ".join(f"ord{number}" for number in range(100))


def test_the_compact_form_keeps_the_words_beside_a_change() -> None:
    text = seen(drawn(f"først {LONG} sidst", f"nu {LONG} til sidst", "compact=True"))
    beginning = " ".join(f"ord{number}" for number in range(12))
    end = " ".join(f"ord{number}" for number in range(88, 100))
    assert text == f"[-først-]{{+nu+}} {beginning} … {end} {{+til+}} sidst"


def test_the_compact_form_folds_what_stands_before_and_after_all_changes() -> None:
    html = drawn(f"{LONG} a {LONG}", f"{LONG} b {LONG}", "compact=True")
    assert seen(html).startswith("… ord88 ") and seen(html).endswith(" ord11 …")
    assert heard(html).startswith("(uændret tekst) ord88")
    lines = seen(drawn(f"Et.\n{LONG}\nTo", f"En.\n{LONG}\nTo!", "compact=True"))
    assert "ord10 … ord" in lines


def test_nothing_is_folded_that_is_short_or_when_all_is_asked_for() -> None:
    short = " ".join(LONG.split()[:59])
    assert "…" not in drawn(f"{short} a", f"{short} b", "compact=True")
    assert seen(drawn(f"{LONG} a", f"{LONG} b")) == f"{LONG} [-a-]{{+b+}}"


def test_the_key_says_what_the_lines_mean() -> None:
    html = drawn("a", "b", "with_key=True")
    assert "<del>Fjernet</del> <ins>Tilføjet</ins>" in html


def test_what_is_seen_without_the_struck_out_is_the_new_text() -> None:
    new = "Giv jeres samtykke\nsenest fredag."
    text = seen(drawn("Giv samtykke\ntil ruten.", new))
    assert "[-til ruten-]" in text
    assert re.sub(r"\[-.*?-\]|[{}+]", "", text) == new
