"""Mål is short, looks ahead, is met in Metode, and Resultat says something else."""

import pytest

from tasks.guide import examples
from tasks.style import RULE, Draft, Finding, House
from tasks.style.rule import prose


def found(rule: str, goal: str, *, result: str = "", method: str = "") -> list[Finding]:
    draft = Draft(goal=prose(goal), result=prose(result), method=prose(method))
    return list(RULE[rule].find(draft, House()))


def fixed(goal: str) -> str:
    (finding,) = found("goal-is-result", goal)
    start, end = finding.span_of(finding.fixes[0])
    return goal[:start] + finding.fixes[0].replacement + goal[end:]


@pytest.mark.parametrize(
    ("goal", "result"),
    [
        ("Målet er, at I har en SFTP-rute.", "Resultatet er, at I har en SFTP-rute."),
        ("Målet er, at alle brugere er oprettet.", "Resultatet er, at brugerne er oprettet."),
        ("Målet er at teste snitfladen.", "Snitfladen er testet."),
        ("Målet er, at I vælger en driftsform.", "Resultatet er, at driftsformen er valgt."),
        ("Resultatet er, at I får overblik.", "Resultatet er, at I får overblik."),
    ],
)
def test_the_same_thing_twice_is_found_on_the_result(goal: str, result: str) -> None:
    (finding,) = found("goal-is-result", goal, result=result)
    assert (finding.field, finding.phrase) == ("result", result)


@pytest.mark.parametrize(
    ("goal", "result"),
    [
        ("Målet er, at I opretter en SFTP-rute.", "I kan modtage bilag via jeres SFTP-rute."),
        ("Målet er, at I udfylder excel-filen.", "Afslagsårsagerne i KP passer til jeres breve."),
        ("Målet er at vaske data.", ""),
        ("", "Resultatet er, at data er vasket."),
        ("Målet er, at I har en opdateret liste over snitflader.", "I er klar til test."),
        ("Målet er, at I har adgang.", "I kan logge ind."),
        (examples.SFTP_GOAL, examples.SFTP_RESULT),
    ],
)
def test_shared_words_alone_are_normal(goal: str, result: str) -> None:
    assert not found("goal-is-result", goal, result=result)


@pytest.mark.parametrize(
    ("goal", "phrase", "turned"),
    [
        (
            "Målet er, at I har oprettet en SFTP-rute.",
            "har oprettet",
            "Målet er, at I opretter en SFTP-rute.",
        ),
        ("I har givet samtykke.", "har givet", "I giver samtykke."),
        (
            "Målet er, at alle har valgt en driftsform.",
            "har valgt",
            "Målet er, at alle vælger en driftsform.",
        ),
        ("Målet er, at I har gjort filen klar.", "har gjort", "Målet er, at I gør filen klar."),
        (
            "Målet er, at I har oprettet og testet ruten.",
            "har oprettet",
            "Målet er, at I opretter og tester ruten.",
        ),
        (
            "Målet er, at I har læst aftalen og underskrevet den.",
            "har læst",
            "Målet er, at I læser aftalen og underskriver den.",
        ),
        (
            "Målet er, at I har ryddet op i de sager, I har valgt.",
            "har ryddet",
            "Målet er, at I rydder op i de sager, I har valgt.",
        ),
    ],
)
def test_a_goal_that_looks_back_is_turned(goal: str, phrase: str, turned: str) -> None:
    assert [finding.phrase for finding in found("goal-is-result", goal)] == [phrase]
    assert fixed(goal) == turned


@pytest.mark.parametrize(
    "goal",
    [
        "Målet er, at I har været på kursus.",
        "Målet er, at I har afsat tid og har valgt en leder.",
        "Målet er, at I nu har haft mulighed for at teste.",
    ],
)
def test_a_state_is_found_without_a_fix(goal: str) -> None:
    (finding,) = found("goal-is-result", goal)
    assert not finding.fixes


@pytest.mark.parametrize(
    "goal",
    [
        "Målet er, at I retter de afslagsårsager, I har valgt i excel-filen.",
        "Målet er, at I tester ruten, når I har oprettet den.",
        "Målet er, at I har en oprettet rute.",
        "Målet er, at I har ”oprettet” som status.",
        "Målet er, at borgeren ser, hvad I har besluttet.",
        "Målet er, at I sletter de brugere, som kommunen har oprettet.",
        "I har allerede oprettet ruten. Målet er, at I tester den.",
        "Målet er, at I har ansvar for listen.",
    ],
)
def test_another_clause_may_look_back(goal: str) -> None:
    assert not found("goal-is-result", goal)


@pytest.mark.parametrize(
    "goal",
    [
        "Målet er, at I vælger to. Kurset er kort. Det er på Teams. Alle får et oplæg.",
        "Målet er:\n- I opretter. Det er nemt. Det er godt.\n- I tester. Det er nemt.",
        "Én ting.\nTo ting.\nTre ting.\nFire ting.",
    ],
)
def test_more_than_three_sentences_are_no_short_goal(goal: str) -> None:
    (finding,) = found("goal-short", goal)
    assert finding.is_whole_field


@pytest.mark.parametrize(
    "goal",
    [
        "",
        "Målet er, at I vælger to. Kurset er kort. Det er på Teams.",
        "Målet er, at I:\n- opretter ruten\n- tester den\n- retter fejl\n- lukker den gamle",
        "Målet er, at I bl.a. tester release 4.0.0 d. 30.10. ifm. drift, jf. § 30. Se kap. 2.",
        examples.SFTP_GOAL,
    ],
)
def test_three_sentences_and_a_list_are_short(goal: str) -> None:
    assert not found("goal-short", goal)


STEPS = (
    "Som superbruger gør du sådan:\n1. Åbn fanen ”Roller” i administrationen\n"
    "2. Vælg rollen ”Leder” på listen til højre\n3. Gem ændringen, og luk vinduet"
)


@pytest.mark.parametrize(
    "goal", ["Målet er, at borgerne får hurtigere svar.", "Målet er et bedre overblik."]
)
def test_a_goal_the_steps_know_nothing_of_is_a_hint(goal: str) -> None:
    (finding,) = found("goal-method", goal, method=STEPS)
    assert (finding.field, finding.is_whole_field) == ("goal", True)


@pytest.mark.parametrize(
    ("goal", "method"),
    [
        ("Målet er, at I opretter rollen ”Leder”.", STEPS),
        ("Målet er, at I har nye lederroller.", STEPS),
        ("Målet er, at I ændrer jeres opsætning.", STEPS),
        ("Målet er, at I har valgt.", STEPS),
        ("Målet er, at borgerne får svar.", "1. Åbn fanen"),
        ("Målet er, at borgerne får svar.", ""),
        ("", STEPS),
        ("Målet er, at I", STEPS),
    ],
)
def test_one_word_in_common_is_enough(goal: str, method: str) -> None:
    assert not found("goal-method", goal, method=method)
