"""Beskrivelse tells what comes of not solving the task, in general terms, at its priority."""

import pytest

from tasks.guide import Priority, examples
from tasks.style import RULE, Draft, Finding, House, Severity
from tasks.style.rule import prose
from tests.style.traps import traps

DESCRIPTION = "Netcompany kan oprette ruten for jer i november."


def found(rule: str, description: str, priority: str = "") -> list[Finding]:
    draft = Draft(description=prose(description), priority=priority)
    return list(RULE[rule].find(draft, House()))


def test_the_traps_are_told_apart() -> None:
    lines = traps("description-consequence.txt")
    assert len(lines) > 40
    assert not [
        line for line in lines if not line.is_told(RULE["description-consequence"], House())
    ]


def test_a_missing_consequence_is_a_hint_about_the_whole_field() -> None:
    (finding,) = found("description-consequence", DESCRIPTION)
    assert (finding.severity, finding.is_whole_field) == (Severity.HINT, True)


def test_on_the_critical_path_it_should_be_told() -> None:
    (finding,) = found("description-consequence", DESCRIPTION, Priority.CRITICAL)
    assert finding.severity is Severity.WARNING


def test_a_kept_hint_is_asked_again_on_the_critical_path() -> None:
    (hint,) = found("description-consequence", DESCRIPTION, Priority.MANDATORY)
    (warning,) = found("description-consequence", DESCRIPTION, Priority.CRITICAL)
    assert hint.subject != warning.subject


def test_the_guides_own_description_tells_its_consequence() -> None:
    assert not found("description-consequence", examples.SFTP_DESCRIPTION, Priority.CRITICAL)


@pytest.mark.parametrize(
    "text",
    [
        "Samtykker I ikke, skal I selv betale.",
        "Ellers kan borgerne ikke logge ind.",
        "Uden rollen kan borgeren ikke få sin fuldmagt.",
        "Først når aftalen er godkendt, kan I hente oplysningerne.",
        "Brugere, som I ikke lukker, koster fortsat licens.",
        "Så længe aftalen ikke er underskrevet, må vi ikke flytte jeres data.",
        "Konsekvensen af manglende svar er, at I ikke kan deltage i testen.",
    ],
)
def test_a_consequence_is_known_in_many_dresses(text: str) -> None:
    assert not found("description-consequence", f"{DESCRIPTION} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Som konsekvens af lovændringen får alle et nyt brev.",
        "Hvis I ikke har spørgsmål, kan I gå i gang.",
        "Ellers er I velkomne til at skrive til os.",
        "Uden for åbningstid kan I lægge en besked.",
        "Risikoen for fejl er lille.",
        "Det betyder, at I får en ny fane.",
    ],
)
def test_a_false_friend_tells_none(text: str) -> None:
    assert found("description-consequence", f"{DESCRIPTION} {text}")


@pytest.mark.parametrize("text", ["", "Skriv her.", "- \n-"])
def test_a_description_not_written_yet_is_left_alone(text: str) -> None:
    assert not found("description-consequence", text)


@pytest.mark.parametrize(
    "text",
    [
        "Gør sådan:\n- Åbn fanen\n- Vælg rollen\n- Gem",
        "1) Åbn fanen\n2) Vælg rollen\n3) Gem",
        "Klik på fanen. Vælg rollen. Tryk på Gem.",
        "Du skal åbne fanen. Derefter skal du klikke på rollen. Til sidst skal du gemme.",
        "Det ligger under Indstillinger → Roller → Ny rolle.",
    ],
)
def test_three_steps_belong_in_the_method(text: str) -> None:
    (finding,) = found("description-detail", text)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "text",
    [
        "Åbn fanen. Vælg rollen.",
        "Ruten omfatter:\n- Ansøgninger\n- Bilag\n- Kvitteringer",
        "Vær opmærksom på fristen. Tal med jeres leder. Afsæt god tid.",
        "Den nye side åbner > 100 nye felter.",
        "Vælger I kurset fra, må I selv oplære jeres kolleger.",
        examples.SFTP_DESCRIPTION,
    ],
)
def test_general_terms_and_lists_of_things_are_no_steps(text: str) -> None:
    assert not found("description-detail", text)


@pytest.mark.parametrize(
    "text",
    [
        "Uden certifikatet kan I ikke gå i drift.",
        "Mangler listen, stopper det idriftsættelsen.",
        "Aftalen er en forudsætning for idriftsættelsen.",
    ],
)
def test_what_stops_the_go_live_is_not_merely_recommended(text: str) -> None:
    (finding,) = found("priority-description", text, Priority.RECOMMENDED)
    assert finding.phrase == text
    assert not found("priority-description", text, Priority.CRITICAL)
    assert not found("priority-description", text)


@pytest.mark.parametrize(
    "text",
    [
        "Opgaven blokerer ikke for idriftsættelsen.",
        "Den er ingen forudsætning for idriftsættelsen.",
        "Kan opgaven stoppe idriftsættelsen?",
        "Løsningen går i drift den 30. oktober.",
        "Kvitteringen stopper strømmen af henvendelser.",
    ],
)
def test_a_recommended_task_may_speak_of_the_go_live(text: str) -> None:
    assert not found("priority-description", text, Priority.RECOMMENDED)
