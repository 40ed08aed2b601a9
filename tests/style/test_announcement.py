"""#besked: begins with the word that mails the municipalities, and says when to start."""

from datetime import date

import pytest

from tasks.announcement.dates import END_SLOT, START_SLOT
from tasks.style import RULE, Draft, Finding, House, Severity, WaveDates
from tests.style.traps import traps

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
        ("Besked:Kære alle", "#besked Kære alle"),
        ("besked", "#besked"),
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


def test_of_many_waves_the_message_names_the_first_few() -> None:
    waves = [WaveDates(f"Bølge {n}", None, date(2026, 10, n), None) for n in range(2, 8)]
    (finding,) = found("announcement-start", "I kan starte 1. oktober.", *waves)
    assert finding.message.endswith("5. oktober (Bølge 5) og 2 andre.")


def test_without_a_known_start_no_date_is_wrong() -> None:
    assert not found("announcement-start", "I kan starte den 1. oktober.")


@pytest.mark.parametrize("date_said", ["1. aprıl", "1. ſeptember", "31.2.", "99.99.", "0.0."])
def test_strange_dates_are_read_without_harm(date_said: str) -> None:
    found("announcement-start", f"I kan starte den {date_said}", OCTOBER_12)


def test_the_traps_are_told_apart() -> None:
    lines = traps("announcement-start.txt")
    assert len(lines) > 40
    assert not [line for line in lines if not line.is_told(RULE["announcement-start"], House())]


@pytest.mark.parametrize("rule", ["announcement-start", "announcement-deadline"])
def test_an_open_slot_asks_for_itself(rule: str) -> None:
    text = f"#besked\n\n{START_SLOT}. {END_SLOT}."
    assert not found(rule, text, SHORT)
    assert len(found("text-leftover", text, SHORT)) == 2


def test_a_reminder_and_a_moved_date_need_no_start() -> None:
    reminder = (
        "En venlig påmindelse: ”(Auto 12) Udfyld filen” skal være løst senest den 16. oktober."
    )
    assert not found("announcement-start", reminder, SHORT)
    moved = "Slutdatoen er flyttet fra fredag den 13. november til fredag den 16. oktober."
    assert not found("announcement-start", moved, SHORT)
    assert not found("announcement-deadline", moved, SHORT)


def test_a_line_for_each_wave_is_held_against_that_wave() -> None:
    text = "Bølge 1: I kan starte den 12. oktober.\nBølge 2: I kan starte den 12. oktober."
    (finding,) = found("announcement-start", text, OCTOBER_12, OCTOBER_19)
    assert finding.start == text.rindex("12. oktober")


SHORT = WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 10, 12), date(2026, 10, 16))


def test_a_short_deadline_must_be_said() -> None:
    (finding,) = found("announcement-deadline", "#besked\nI kan starte nu.", SHORT)
    assert finding.is_whole_field
    assert finding.message == "Fristen er kort. Skriv den, fx ”senest fredag den 16. oktober”."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Vi skal have jeres svar senest fredag den 16. oktober.",
        "I har tid til og med den 16.10.",
        "I har fire dage til at løse den.",
        "Opgaven skal være løst inden udgangen af ugen den 16. oktober.",
        "Tilmeld jer webinaret senest den 1. oktober. Fristen for opgaven er den 16. oktober.",
    ],
)
def test_a_deadline_in_any_words_is_fine(text: str) -> None:
    assert not found("announcement-deadline", text, SHORT)


def test_a_long_deadline_may_be_left_out_but_not_be_wrong() -> None:
    long = WaveDates("Bølge 1", None, date(2026, 10, 1), date(2026, 10, 30))
    assert not found("announcement-deadline", "#besked\nI kan starte nu.", long)
    (finding,) = found("announcement-deadline", "I skal svare senest den 29. oktober.", long)
    assert finding.fixes[0].replacement == "30. oktober"
    assert finding.message == (
        "Slutdatoen er ændret til 30. oktober, men beskeden siger 29. oktober."
    )


def test_the_house_says_what_is_short() -> None:
    draft = Draft(announcement="#besked\nI kan starte nu.", waves=(SHORT,))
    rule = RULE["announcement-deadline"]
    assert not list(rule.find(draft, House(short_deadline_days=3)))
    assert list(rule.find(draft, House(short_deadline_days=4)))


@pytest.mark.parametrize(
    ("text", "phrase", "right"),
    [
        ("Svar **senest** fredag.", "**senest**", "senest"),
        ("Svar _nu_.", "_nu_", "nu"),
        ("Læs [vejledningen](https://kombit.dk/v_1).", None, "vejledningen: https://kombit.dk/v_1"),
        ("# Roller\nTildel dem.", "# ", ""),
        ("* Svar\n* Test", "* ", "- "),
        ("- Svar\n  - Test", "  ", ""),
        ("Hej\n---\nIgen", "---\n", ""),
        ("Svar <b>nu", "<b>", ""),
    ],
)
def test_marks_for_looks_are_told_with_the_plain_words(
    text: str, phrase: str | None, right: str
) -> None:
    finding = found("announcement-markdown", text)[0]
    assert phrase is None or finding.phrase == phrase
    assert finding.fixes[0].replacement == right


def test_a_table_is_told_without_a_fix() -> None:
    (finding,) = found("announcement-markdown", "| Rolle | Navn |")
    assert not finding.fixes


@pytest.mark.parametrize(
    "text",
    [
        "#besked\n\nKære alle.\n\n- Svar\n- Test\n\n1. Åbn\n2. Gem",
        "Åbn https://kombit.dk/a_b_c*d* i dag.",
        "Hent KP_AB_1.xlsx og 2 * 3 * 4, jf. § 30.",
        "Pris: 3 * 4. Se [dato] i (skemaet).",
        "30. oktober kan I starte.",
    ],
)
def test_lists_addresses_and_plain_signs_are_fine(text: str) -> None:
    assert not found("announcement-markdown", text)
