"""Somebody is recommended to do the task: a role, or words about who."""

from tasks.style import RULE, Draft, House, Severity


def found(**values: object) -> list[str]:
    draft = Draft(**values)  # type: ignore[arg-type]
    return [finding.message for finding in RULE["people-missing"].find(draft, House())]


def test_neither_role_nor_comment_is_one_piece_of_advice() -> None:
    (finding,) = RULE["people-missing"].find(Draft(performer_comment=" \n"), House())
    assert (finding.severity, finding.field) == (Severity.HINT, "performers")
    assert finding.can_be_kept


def test_a_role_is_enough() -> None:
    assert not found(performers=("Systemadministrator",))


def test_a_comment_is_enough_since_the_role_may_not_be_in_the_gallery() -> None:
    assert not found(performer_comment="Jeres dataansvarlige")


def test_nobody_asks_for_an_owner() -> None:
    assert not found(performers=("Superbruger",), owners=())
