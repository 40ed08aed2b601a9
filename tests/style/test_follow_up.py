"""Good advice when nobody follows an obligatory task up, and silence in every other case."""

import pytest

from tasks.guide import Priority
from tasks.style import RULE, Draft, House, Severity, WaveDates, check

MISSING = House(is_followed_up=False)


def found(priority: str, house: House = MISSING) -> list[str]:
    draft = Draft(priority=priority)
    return [finding.message for finding in RULE["follow-up-missing"].find(draft, house)]


@pytest.mark.parametrize("priority", [Priority.CRITICAL, Priority.MANDATORY])
def test_both_obligatory_priorities_ask_who_follows_up(priority: Priority) -> None:
    (message,) = found(priority)
    assert message.startswith(f"Opgaven er {priority.label.casefold()}. Vælg, hvem der følger op")


def test_it_is_advice_that_may_be_kept_and_stands_at_the_priority() -> None:
    (finding,) = RULE["follow-up-missing"].find(Draft(priority="critical"), MISSING)
    assert (finding.severity, finding.field, finding.can_be_kept) == (
        Severity.HINT,
        "priority",
        True,
    )


@pytest.mark.parametrize("priority", [Priority.RECOMMENDED, ""])
def test_what_is_recommended_or_has_no_priority_is_never_followed_up(priority: str) -> None:
    assert not found(priority)


@pytest.mark.parametrize("priority", Priority)
def test_it_is_silent_where_somebody_follows_up_or_nobody_can_know(priority: str) -> None:
    assert not found(priority, House(is_followed_up=True))
    assert not found(priority, House(is_followed_up=None))


def test_a_text_about_following_up_is_no_follow_up() -> None:
    draft = Draft(priority="mandatory", owner_comment="KOMBIT følger op.")
    assert list(RULE["follow-up-missing"].find(draft, MISSING))


def test_waves_and_dates_make_no_difference() -> None:
    draft = Draft(priority="recommended", waves=(WaveDates("Bølge 1"),), end_offset_days=-7)
    assert "follow-up-missing" not in {finding.rule for finding in check(draft, MISSING)}
