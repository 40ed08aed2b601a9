"""Titles: bydeform with three answers, the reference's shape, length and full stop."""

import pytest

from tasks.style import RULE, Draft, Finding, House, Severity
from tasks.style.answer import Answer
from tasks.style.imperative import judge
from tests.style.labelled import Line, Score, labelled

ANSWERS = {"+": Answer.IMPERATIVE, "-": Answer.NOT, "?": Answer.UNSURE}


def title_findings(rule: str, title: str, **reference: str) -> list[Finding]:
    return list(RULE[rule].find(Draft(title=title, **reference), House()))  # type: ignore[arg-type]


def fixed(title: str) -> str:
    (finding,) = title_findings("title-imperative", title)
    (fix,) = finding.fixes
    start, end = finding.span_of(fix)
    return title[:start] + fix.replacement + title[end:]


@pytest.mark.parametrize("line", labelled("titles.txt"), ids=lambda line: line.text)
def test_a_title_is_judged_as_labelled(line: Line) -> None:
    verdict = judge(line.text)
    assert verdict is not None
    assert verdict.answer is ANSWERS[line.label]


def scored(name: str) -> Score:
    score = Score()
    for line in labelled(name):
        findings = title_findings("title-imperative", line.text)
        is_refused = any(finding.severity > Severity.HINT for finding in findings)
        score.count(line.label == "+", not is_refused)
    return score


@pytest.mark.parametrize("name", ["titles_held.txt", "titles_hard.txt", "titles_more.txt"])
def test_titles_kept_apart_reach_the_floor(name: str) -> None:
    score = scored(name)
    assert score.precision >= 0.99
    assert score.f1 >= 0.98


@pytest.mark.parametrize("name", ["homographs.txt", "homographs_more.txt"])
def test_homographs_reach_the_floor(name: str) -> None:
    assert scored(name).f1 >= 0.96


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Oprettelse af SFTP-rute", "Opret SFTP-rute"),
        ("Oprettelse og sletning af brugere", "Opret og slet brugere"),
        ("Gentage punkt 5-9", "Gentag punkt 5-9"),
        ("Åben systemparameteren ”Årsag”", "Åbn systemparameteren ”Årsag”"),
        ("At oprette roller", "Opret roller"),
        ("Opretter roller", "Opret roller"),
        ("I skal oprette roller", "Opret roller"),
        ("Kommunen skal oprette roller", "Opret roller"),
        ("Test af snitflader", "Test snitflader"),
        ("Kontrol af data", "Kontroller data"),
        ("Migrering af data", "Migrer data"),
        ("Oprett roller", "Opret roller"),
        ("Tilmelde superbrugere", "Tilmeld superbrugere"),
        ("(MI 02) Udfyldelse af excel-fil", "(MI 02) Udfyld excel-fil"),
        ("Logge ind i KLIK", "Log ind i KLIK"),
        ("oprettelse af roller", "opret roller"),
        ("Oprette og slette brugere", "Opret og slet brugere"),
        ("Opretter og godkender fuldmagter", "Opret og godkend fuldmagter"),
        ("Systemadministrator skal oprette roller", "Opret roller"),
        ("Alle kommuner skal oprette roller", "Opret roller"),
        ("Oprettelse, ændring og sletning af brugere", "Opret, ændr og slet brugere"),
        ("Oprettelse af brugere og tildeling af roller", "Opret brugere og tildel roller"),
        ("Planlægning af test og oplæring", "Planlæg test og oplæring"),
        ("Opfølgning på fejl", "Følg op på fejl"),
        ("Deltagelse i webinar", "Deltag i webinar"),
        ("Indgåelse af aftale", "Indgå aftale"),
        ("Overførsel af data", "Overfør data"),
        ("Visning af data", "Vis data"),
        ("Behandel advis", "Behandl advis"),
    ],
)
def test_the_fix_gives_the_imperative(title: str, wanted: str) -> None:
    assert fixed(title) == wanted


@pytest.mark.parametrize(
    "title",
    [
        "Aftale om drift",
        "Vejledning",
        "Ny release",
        "Åben for alle",
        "Vi opretter brugere",
        "Deltagelse af superbrugere",
        "Udfyldelse af skema og indsendelse til KOMBIT",
        "Planlægning af test og oplæring af brugere",
    ],
)
def test_no_fix_is_offered_where_it_would_guess(title: str) -> None:
    (finding,) = title_findings("title-imperative", title)
    assert finding.severity is Severity.ERROR
    assert finding.fixes == ()


def test_an_unsure_title_is_only_a_hint() -> None:
    (finding,) = title_findings("title-imperative", "Bølge 2: Opret roller")
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize("shape", [("MI", " ", "01"), ("K", "", "04.1"), ("Auto", " ", "12")])
def test_real_references_have_the_right_shape(shape: tuple[str, str, str]) -> None:
    prefix, separator, number = shape
    draft = Draft(prefix=prefix, separator=separator, number=number)
    assert not list(RULE["title-format"].find(draft, House()))


@pytest.mark.parametrize("prefix", ["", "  ", "MI", "12", "Opgave om bilag", "(MI 01)", "MI 01 02"])
def test_other_references_are_refused(prefix: str) -> None:
    (finding,) = RULE["title-format"].find(Draft(prefix=prefix), House())
    assert finding.field == "reference"
    assert not finding.can_be_kept


def test_the_reference_counts_in_the_length() -> None:
    title = "Opret " + "x" * 69
    assert not title_findings("title-length", title)
    assert title_findings("title-length", title, prefix="MI", separator=" ", number="01")


@pytest.mark.parametrize("title", ["Opret roller mv.", "Opret roller …", "Opret roller...", "."])
def test_a_stop_that_belongs_to_the_text_stays(title: str) -> None:
    assert not title_findings("title-period", title)


def test_the_final_stop_is_taken_away() -> None:
    (finding,) = title_findings("title-period", "Opret roller. ")
    assert (finding.phrase, finding.fixes[0].replacement) == (".", "")


@pytest.mark.parametrize(
    "title",
    [
        "Opret",
        "(MI 01) Test",
        "Læs vejledning",
        "Udfyld skemaet",
        "Følg den nye vejledning",
        "Svar!",
    ],
)
def test_a_title_that_says_too_little_is_a_hint(title: str) -> None:
    (finding,) = title_findings("title-telling", title)
    assert finding.severity is Severity.HINT


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Opret SFTP-rute",
        "Læs vejledningen om roller",
        "Test KP",
        "Læs ”Vejledning”",
        "Udfyld 3 skemaer",
        "Vejledning",
        "Udfyld skemaet i KP",
    ],
)
def test_a_telling_title_is_left_alone(title: str) -> None:
    assert not title_findings("title-telling", title)


@pytest.mark.parametrize(
    ("title", "phrase", "replacements"),
    [
        ("Opret *vigtige* roller", "*vigtige*", ["”vigtige”"]),
        ("Læs **alt** om KP", "**alt**", ["”alt”"]),
        ("Opret _roller_", "_roller_", ["”roller”"]),
        ("Ret KP_rolle_admin", "_rolle_", []),
        ("# Opret roller", "# ", [""]),
        ("* Opret roller", "* ", [""]),
    ],
)
def test_marks_podio_eats_are_shown(title: str, phrase: str, replacements: list[str]) -> None:
    (finding,) = title_findings("title-markdown", title)
    assert (finding.phrase, [fix.replacement for fix in finding.fixes]) == (phrase, replacements)


@pytest.mark.parametrize(
    "title",
    ["Udfyld felter med *", "Opret rolle_1", "Skriv C# og F#", "Gang 2 * 3 * 4", "", "a_ _b"],
)
def test_marks_podio_shows_are_left_alone(title: str) -> None:
    assert not title_findings("title-markdown", title)


@pytest.mark.parametrize("text", ["*a" * 400_000, "_" * 900_000, "# " * 400_000, "(" * 900_000])
@pytest.mark.parametrize("rule", ["title-imperative", "title-telling", "title-markdown"])
def test_a_hostile_title_costs_no_more_than_its_length(rule: str, text: str) -> None:
    assert all(f.end <= len(text) for f in title_findings(rule, text))


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        ("Slet løsningen", Answer.IMPERATIVE),
        ("Slet ingen fejl i nattens kørsel", Answer.NOT),
        ("Tokeniser kundedata", Answer.IMPERATIVE),
        ("Re-certificér brugere", Answer.IMPERATIVE),
        ("Masseopret brugere", Answer.IMPERATIVE),
        ("Brugertest løsningen", Answer.IMPERATIVE),
        ("Brugertest af løsningen", Answer.NOT),
        ("Klageinstans for borgere", Answer.NOT),
        ("Adgangskort til medarbejdere", Answer.NOT),
        ("Redigerer skabeloner", Answer.NOT),
        ("Tilpasser skabeloner", Answer.NOT),
        ("Aflyst webinar", Answer.NOT),
        ("Aflys webinaret", Answer.IMPERATIVE),
        ("Få bekræftet, at rollen virker", Answer.IMPERATIVE),
        ("Få brugere mangler adgang", Answer.NOT),
        ("Skift bølge", Answer.IMPERATIVE),
        ("Test bølge 2", Answer.NOT),
        ("Før en log over fejl", Answer.IMPERATIVE),
        ("Før de nye brugere oprettes", Answer.NOT),
        ("Kontroller i KP, om sagen er lukket", Answer.IMPERATIVE),
        ("Kontroller i KP", Answer.NOT),
        ("1. Opret brugere", Answer.IMPERATIVE),
        ("1. Oprettelse af brugere", Answer.NOT),
        ("3. bølge", Answer.NOT),
        ("Indkøb certifikater", Answer.UNSURE),
        ("Customiser skærmbilleder", Answer.IMPERATIVE),
        ("Efterse rollerne", Answer.IMPERATIVE),
        ("Bed borgerservice om hjælp", Answer.IMPERATIVE),
        ("Support", Answer.NOT),
        ("Test", Answer.UNSURE),
    ],
)
def test_look_alikes_are_told_apart_in_pairs(title: str, answer: Answer) -> None:
    verdict = judge(title)
    assert verdict is not None
    assert verdict.answer is answer
