"""What stops a text at a door: ERRORs and WARNINGs, never hints, and reasons that still wait."""

import pytest

from tasks.actions.findings import keep_findings
from tasks.checking import CheckResult, check_task
from tasks.doors import approve_hindrance, submit_hindrance
from tasks.models import KlikTask
from tasks.style import Severity
from tests.make import make_anne, make_ready_task

pytestmark = pytest.mark.django_db

HINTS = "<p>Vi anbefaler, at I svarer vedr. bilag, ABC og DEF. Det er kommunens ansvar.</p>"
TWO = "<p>Målet er, at kommunen skal svare, og at kommunen kan vente.</p>"


def result_of(task: KlikTask) -> CheckResult:
    return check_task(task).of_text()


def test_hints_count_at_no_door() -> None:
    result = result_of(make_ready_task(description=HINTS, goal="<p>Udførelse af kontrol.</p>"))
    assert result.hints
    assert {finding.severity for finding in result.standing} == {Severity.HINT}
    assert (submit_hindrance(result), approve_hindrance(result)) == ("", "")


def test_an_error_and_a_warning_are_counted_together() -> None:
    result = result_of(make_ready_task(goal=TWO))
    assert submit_hindrance(result).startswith("Ret eller behold 2 ting i teksten først.")
    assert approve_hindrance(result).startswith("2 ting i teksten skal rettes eller beholdes")


def test_what_is_kept_may_be_sent_but_an_error_waits_for_a_yes_before_it_is_approved() -> None:
    task = make_ready_task(goal=TWO)
    errors, warnings = result_of(task).errors, result_of(task).warnings
    task = keep_findings(make_anne(), task.pk, errors, "Citat")
    task = keep_findings(make_anne(), task.pk, warnings, "Citat")
    assert submit_hindrance(result_of(task)) == ""
    waits = "Godtag begrundelsen for ”kommunen skal” i Mål først, eller bed om rettelse."
    assert approve_hindrance(result_of(task)) == waits


def test_a_kept_warning_alone_stops_nobody() -> None:
    task = make_ready_task(goal="<p>Målet er, at kommunen kan svare.</p>")
    task = keep_findings(make_anne(), task.pk, result_of(task).warnings, "Citat")
    assert approve_hindrance(result_of(task)) == ""
