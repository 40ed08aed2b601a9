"""#besked: begins with the word that mails the municipalities, and says when to start."""

from datetime import date

import pytest

from tasks.style import RULE, Draft, Finding, House, Severity, WaveDates

OCTOBER_12 = WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 10, 12), date(2026, 10, 23))
OCTOBER_19 = WaveDates("Bølge 2", None, date(2026, 10, 19), None)


def found(rule: str, text: str, *waves: WaveDates) -> list[Finding]:
    return list(RULE[rule].find(Draft(announcement=text, waves=waves), House()))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kære alle", "#besked\n\nKære alle"),
        ("#Besked\nKære alle", "#besked\nKære alle"),
        ("# besked\nKære alle", "#besked\nKære alle"),
        (" #besked\nKære alle", "#besked\nKære alle"),
        ("Besked: Kære alle", "#besked Kære alle"),
        ("#beskeder\nKære alle", "#besked\nKære alle"),
    ],
)
def test_the_fix_puts_besked_first(text: str, wanted: str) -> None:
    (finding,) = found("announcement-prefix", text)
    (fix,) = finding.fixes
    start, end = finding.span_of(fix)
    assert text[:start] + fix.replacement + text[end:] == wanted
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize(
    "text", ["", "  \n ", "#besked", "#besked\nKære alle", "#besked Kære alle"]
)
def test_empty_and_right_beginnings_are_fine(text: str) -> None:
    assert not found("announcement-prefix", text)


@pytest.mark.parametrize(
    "text",
    [
        "I kan gå i gang med det samme og har tid til og med fredag den 30. oktober.",
        "I kan allerede nu gå i gang.",
        "I kan først starte på opgaven, når release 4.0 er sat i drift.",
        "I kan først starte på opgaven, når den nye release 4.0 er sat i drift d. 30.10.",
        "I kan starte mandag den 12. oktober og skal være færdige senest fredag den 23. oktober.",
        "I kan starte d. 12.10.",
        "I kan starte d. 12.10.2026.",
        "I kan starte 12/10.",
        "Start med det samme, og bliv færdige senest fredag den 16. oktober.",
        "I kan starte den 12. oktober. Vi holder webinar den 1. oktober.",
        "I kan starte straks. Opgaven følger efter ”Auto 12”, som I kan starte på den 1. oktober.",
        "",
    ],
)
def test_a_start_in_words_or_the_right_date_is_fine(text: str) -> None:
    assert not found("announcement-start", text, OCTOBER_12)


@pytest.mark.parametrize(
    "text",
    [
        "#besked\nHermed publiceres ny KLIK-opgave.",
        "#besked\nFristen er fredag den 30. oktober.",
        "#besked\nOpgaven følger efter ”Auto 12”, som I allerede nu kan gå i gang med.",
    ],
)
def test_a_message_without_a_start_is_found(text: str) -> None:
    (finding,) = found("announcement-start", text, OCTOBER_12)
    assert finding.is_whole_field
    assert "mandag den 12. oktober" in finding.message


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("I kan starte den 1. oktober.", "I kan starte den 12. oktober."),
        ("I kan starte torsdag den 1. oktober.", "I kan starte mandag den 12. oktober."),
        ("I kan starte d. 1.10.", "I kan starte d. 12.10."),
        ("I kan starte d. 12.10.2025.", "I kan starte d. 12.10.2026."),
    ],
)
def test_a_wrong_start_is_found_and_put_right(text: str, wanted: str) -> None:
    (finding,) = found("announcement-start", text, OCTOBER_12)
    (fix,) = finding.fixes
    assert text[: finding.start] + fix.replacement + text[finding.end :] == wanted


def test_the_message_names_both_dates() -> None:
    (finding,) = found("announcement-start", "I kan starte den 1. oktober.", OCTOBER_12)
    assert finding.message == (
        "Startdatoen er ændret til 12. oktober, men beskeden siger 1. oktober."
    )


def test_with_several_waves_any_of_their_starts_is_right() -> None:
    assert not found("announcement-start", "I kan starte 19. oktober.", OCTOBER_12, OCTOBER_19)
    (finding,) = found("announcement-start", "I kan starte 1. oktober.", OCTOBER_12, OCTOBER_19)
    assert "19. oktober (Bølge 2)" in finding.message


def test_without_a_known_start_no_date_is_wrong() -> None:
    assert not found("announcement-start", "I kan starte den 1. oktober.")


@pytest.mark.parametrize("date_said", ["1. aprıl", "1. ſeptember", "31.2.", "99.99.", "0.0."])
def test_strange_dates_are_read_without_harm(date_said: str) -> None:
    found("announcement-start", f"I kan starte den {date_said}", OCTOBER_12)
