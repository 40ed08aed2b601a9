"""Steps of Metode: an order, told to du, or neither; which lines are steps at all; the fix."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Block, Draft, Finding, House, Severity
from tasks.style.answer import Answer
from tasks.style.rule import prose
from tasks.style.steps import judge_step
from tests.style.labelled import Score, labelled

RULE_ID = "method-imperative"


def step_findings(*blocks: Block) -> list[Finding]:
    return list(RULE[RULE_ID].find(Draft(method=blocks), House()))


def listed(*lines: str, lead: str = "") -> list[Finding]:
    items = tuple(Block(line, "li", number) for number, line in enumerate(lines, 1))
    return step_findings(*((Block(lead),) if lead else ()), *items)


def fixed(text: str) -> str:
    (finding,) = listed(text)
    (fix,) = finding.fixes
    start, end = finding.span_of(fix)
    return text[:start] + fix.replacement + text[end:]


@pytest.mark.parametrize("name", ["steps.txt", "steps_more.txt"])
def test_steps_reach_the_floor(name: str) -> None:
    score = Score()
    for line in labelled(name):
        found = step_findings(Block(line.text))
        is_refused = any(finding.severity > Severity.HINT for finding in found)
        score.count(line.label == "+", not is_refused)
    assert score.f1 >= 0.96


def test_the_guides_own_method_is_warned_of_its_two_slips_alone() -> None:
    found = list(RULE[RULE_ID].find(Draft(method=prose(examples.SETUP_METHOD)), House()))
    warned = [f for f in found if f.severity > Severity.HINT]
    assert [(f.phrase, f.fixes[0].replacement) for f in warned] == [
        ("Åben", "Åbn"),
        ("Gentage", "Gentag"),
    ]
    assert found == warned


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Gentage punkt 5-9", "Gentag punkt 5-9"),
        ("Åben systemparameteren ”Årsag”", "Åbn systemparameteren ”Årsag”"),
        ("Oprettelse af roller i KP", "Opret roller i KP"),
        ("3. Udfylde skemaet", "3. Udfyld skemaet"),
        ("Systemadministrator: Oprettelse af roller", "Systemadministrator: Opret roller"),
        ("Systemadministrator åbner menuen", "Åbn menuen"),
        ("Systemadministratoren skal oprette roller", "Opret roller"),
        ("Man skal huske at logge ud", "Husk at logge ud"),
        ("Klikke på ”Gem” og lukke vinduet", "Klik på ”Gem” og luk vinduet"),
        ("Opretter og godkender fuldmagten", "Opret og godkend fuldmagten"),
    ],
)
def test_a_refused_step_is_turned_into_an_order(text: str, wanted: str) -> None:
    assert fixed(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Du skal åbne fanen", "Åbn fanen"),
        ("I skal sende aftalen til KOMBIT", "Send aftalen til KOMBIT"),
        ("Du skal åbne fanen og vælge rollen", "Åbn fanen og vælg rollen"),
        ("Du skal først åbne fanen", "Åbn først fanen"),
        ("Du skal åbne fanen og derefter vælge rollen", "Åbn fanen og derefter vælg rollen"),
        ("Du åbner fanen", "Åbn fanen"),
        ("Herefter skal du åbne fanen", "Åbn herefter fanen"),
        ("Herefter åbner du fanen", "Åbn herefter fanen"),
        ("Til sidst gemmer du ændringerne", "Gem ændringerne"),
    ],
)
def test_what_is_told_to_du_is_a_hint_with_the_order(text: str, wanted: str) -> None:
    (finding,) = listed(text)
    assert finding.severity is Severity.HINT
    assert fixed(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "→ Log ind",
        "**Log ind** på KLIK",
        "Er I i tvivl, så ring",
        "Højreklik på filen",
        "Sorter efter navn",
        "Gem på fællesdrevet",
    ],
)
def test_an_order_behind_a_mark_or_a_condition_is_fine(text: str) -> None:
    assert not listed(text)


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Test med en rigtig bruger", Severity.HINT),
        ("Test med en rigtig bruger gennemføres", Severity.WARNING),
        ("Test af adgangen", Severity.WARNING),
        ("Højreklik på filen er også muligt", Severity.WARNING),
    ],
)
def test_among_steps_a_noun_with_a_preposition_may_be_an_order(
    text: str, severity: Severity
) -> None:
    assert [finding.severity for finding in listed(text)] == [severity]


@pytest.mark.parametrize(
    "text",
    [
        "Filen uploades af leverandøren",
        "Leverandøren installerer certifikatet",
        "Ønsker kommunen flere roller, bestilles de hos leverandøren",
        "Du skal sende skema og liste",
        "Du skal åbne fanen og ikke vælge rollen",
        "Du modtager en mail fra KOMBIT",
        "Udskrift i farver",
        "Systemadministrator åbner sin menu",
    ],
)
def test_no_fix_is_offered_where_it_would_guess(text: str) -> None:
    assert all(not finding.fixes for finding in listed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Bemærk: Rollen oprettes automatisk.",
        "OBS: Filen slettes efter 30 dage.",
        "NB! Systemet lukkes kl. 12.",
        "(….)",
        "(Feltet udfyldes automatisk.)",
        "https://kombit.dk/vejledning",
        "”Årsag for afgørelse”",
        "",
        "  ",
        "1.",
    ],
)
def test_a_note_a_link_and_a_gap_are_no_steps(text: str) -> None:
    assert judge_step(text) is None


def test_introductions_and_paragraphs_beside_a_list_are_no_steps() -> None:
    assert not step_findings(
        Block("Opgaven løses af superbrugeren."),
        Block("Fremgangsmåden er:"),
        Block("Åbn fanen", "li", 1),
        Block("Rollen oprettes i baggrunden."),
    )


def test_a_nested_item_and_the_paragraph_that_continues_one_are_no_steps() -> None:
    assert not step_findings(
        Block("Udfyld skemaet", "li", 1),
        Block("navn og adresse", "li", depth=1),
        Block("Skemaet sendes automatisk.", depth=1),
    )


def test_things_listed_under_an_order_are_no_steps() -> None:
    assert not listed("CVR-nummer", "Navn og adresse", lead="Hav følgende oplysninger klar:")
    assert listed("CVR-nummer", lead="Følg disse trin:")


def test_a_line_alone_is_a_step_but_no_introduction_is() -> None:
    assert step_findings(Block("Gentage punkt 5-9"))
    assert not step_findings(Block("Fremgangsmåden er:"))


def test_a_numbered_line_is_a_step_beside_paragraphs() -> None:
    (finding,) = step_findings(Block("Superbrugeren udfører:"), Block("2. Gentage punkt 1"))
    assert (finding.block, finding.phrase, finding.start) == (1, "Gentage", 3)


def test_an_infinitive_that_follows_skal_is_only_a_hint() -> None:
    assert [f.severity for f in listed("Åbne fanen", lead="Du skal:")] == [Severity.HINT]
    assert [f.severity for f in listed("Åbne fanen", lead="Gør sådan:")] == [Severity.WARNING]


def test_an_order_that_may_be_a_noun_is_a_hint() -> None:
    assert [f.severity for f in listed("Test")] == [Severity.HINT]


@pytest.mark.parametrize("text", ["1. " * 200_000, "a, " * 300_000, "(" * 900_000, " " * 900_000])
def test_a_hostile_step_is_judged_like_any_other(text: str) -> None:
    step = judge_step(text)
    assert step is None or step.answer in Answer
