"""Titles: bydeform with three answers, the reference's shape, length and full stop."""

import pytest

from tasks.style import RULE, Draft, Finding, House, Severity
from tasks.style.imperative import Answer, judge
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


def test_titles_kept_apart_reach_the_floor() -> None:
    score = Score()
    for line in labelled("titles_held.txt"):
        findings = title_findings("title-imperative", line.text)
        is_refused = any(finding.severity > Severity.HINT for finding in findings)
        score.count(line.label == "+", not is_refused)
    assert score.precision >= 0.99
    assert score.f1 >= 0.98


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
    ],
)
def test_the_fix_gives_the_imperative(title: str, wanted: str) -> None:
    assert fixed(title) == wanted


@pytest.mark.parametrize("title", ["Aftale om drift", "Vejledning", "Ny release", "Åben for alle"])
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
