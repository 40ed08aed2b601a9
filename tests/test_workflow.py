"""The workflow's table, and the words that tell where a task stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.workflow import (
    EDITABLE,
    MOVES,
    STAGE_LABELS,
    STATUS_LABELS,
    MoveName,
    Progress,
    Right,
    Stage,
    Status,
    next_step,
    step_badge,
    step_label,
)

PROGRESS = st.builds(
    Progress,
    status=st.sampled_from(Status),
    stage=st.sampled_from(Stage),
    was_approved=st.booleans(),
    errors=st.integers(0, 3),
    warnings=st.integers(0, 3),
    is_test_skipped=st.booleans(),
    is_looked_at=st.booleans(),
    has_announcement=st.booleans(),
    is_announcement_required=st.booleans(),
)


@pytest.mark.parametrize(
    ("name", "sources", "target", "right"),
    [
        (MoveName.SUBMIT, {Status.DRAFT, Status.SENT_BACK}, Status.IN_REVIEW, Right.WRITE),
        (MoveName.WITHDRAW, {Status.IN_REVIEW}, Status.DRAFT, Right.WRITE),
        (MoveName.SEND_BACK, {Status.IN_REVIEW}, Status.SENT_BACK, Right.APPROVE),
        (MoveName.APPROVE, {Status.IN_REVIEW}, Status.APPROVED, Right.APPROVE),
        (MoveName.REOPEN, {Status.APPROVED}, Status.DRAFT, Right.WRITE),
    ],
)
def test_a_move_goes_from_where_to_where_and_takes_a_right(
    name: MoveName, sources: set[Status], target: Status, right: Right
) -> None:
    move = MOVES[name]
    assert (set(move.sources), move.target, move.right) == (sources, target, right)


def test_every_verb_has_one_line_in_the_table() -> None:
    assert set(MOVES) == set(MoveName)


def test_no_move_stays_where_it_is_and_every_status_can_be_left() -> None:
    assert all(move.target not in move.sources for move in MOVES.values())
    assert set().union(*(move.sources for move in MOVES.values())) == set(Status)


def test_only_approving_leads_to_approved_and_only_reopening_away() -> None:
    into = [name for name, move in MOVES.items() if move.target is Status.APPROVED]
    away = [name for name, move in MOVES.items() if Status.APPROVED in move.sources]
    assert (into, away) == ([MoveName.APPROVE], [MoveName.REOPEN])


def test_an_approved_text_is_locked_and_no_other() -> None:
    assert set(Status) - EDITABLE == {Status.APPROVED}


@pytest.mark.parametrize(
    ("progress", "label", "badge"),
    [
        (Progress(Status.DRAFT), "Kladde", "draft"),
        (Progress(Status.DRAFT, was_approved=True), "Genåbnet", "reopened"),
        (Progress(Status.IN_REVIEW), "Til godkendelse", "in_review"),
        (Progress(Status.SENT_BACK, was_approved=True), "Sendt tilbage", "sent_back"),
        (Progress(Status.APPROVED), "Godkendt", "approved"),
        (Progress(Status.APPROVED, Stage.ON_TEST), "På testbølge", "on_test"),
        (Progress(Status.APPROVED, Stage.PUBLISHED), "Publiceret", "published"),
        (Progress(Status.APPROVED, Stage.ANNOUNCED), "Besked sendt", "announced"),
    ],
)
def test_trin_is_told_in_the_words_of_the_list(progress: Progress, label: str, badge: str) -> None:
    assert (step_label(progress), step_badge(progress)) == (label, badge)


@pytest.mark.parametrize(
    ("progress", "step"),
    [
        (Progress(Status.DRAFT, errors=1, warnings=1), "Ret det, der skal rettes"),
        (Progress(Status.DRAFT, warnings=1), "Ret eller behold det, der bør rettes"),
        (Progress(Status.APPROVED, is_test_skipped=True), "Skriv #besked"),
        (
            Progress(Status.APPROVED, is_test_skipped=True, has_announcement=True),
            "Indtast i Podio på de rigtige bølger",
        ),
        (Progress(Status.SENT_BACK), "Send til godkendelse"),
        (Progress(Status.IN_REVIEW, errors=1), "Godkend opgaven, eller send den tilbage"),
        (Progress(Status.APPROVED), "Indtast i Podio på testbølgen"),
        (Progress(Status.APPROVED, has_announcement=True), "Indtast i Podio på testbølgen"),
        (Progress(Status.APPROVED, Stage.ON_TEST), "Se opgaven efter på testbølgen"),
        (
            Progress(Status.APPROVED, Stage.ON_TEST, has_announcement=True),
            "Se opgaven efter på testbølgen",
        ),
        (Progress(Status.APPROVED, Stage.ON_TEST, is_looked_at=True), "Skriv #besked"),
        (
            Progress(Status.APPROVED, Stage.ON_TEST, is_looked_at=True, has_announcement=True),
            "Flyt til rigtige bølger",
        ),
        (
            Progress(
                Status.APPROVED, Stage.ON_TEST, is_looked_at=True, is_announcement_required=False
            ),
            "Flyt til rigtige bølger",
        ),
        (
            Progress(Status.APPROVED, is_test_skipped=True, is_announcement_required=False),
            "Indtast i Podio på de rigtige bølger",
        ),
        (Progress(Status.APPROVED, Stage.PUBLISHED), "Send #besked på masteropgaven"),
        (
            Progress(Status.APPROVED, Stage.PUBLISHED, is_announcement_required=False),
            "Send #besked, hvis kommunerne har brug for den",
        ),
        (
            Progress(Status.APPROVED, Stage.ON_TEST, is_looked_at=True, told_with="(MI 01)"),
            "Skriv #besked på (MI 01)",
        ),
        (
            Progress(Status.APPROVED, Stage.PUBLISHED, has_announcement=True, told_with="(MI 01)"),
            "Send #besked på (MI 01)",
        ),
        (Progress(Status.APPROVED, Stage.ANNOUNCED), "Intet"),
    ],
)
def test_the_next_step_says_what_to_do(progress: Progress, step: str) -> None:
    assert next_step(progress) == step


@given(PROGRESS)
def test_trin_and_next_step_are_always_said(progress: Progress) -> None:
    assert step_label(progress) in {*STATUS_LABELS.values(), *STAGE_LABELS.values(), "Genåbnet"}
    assert step_badge(progress) in {*Status, *Stage, "reopened"} - {""}
    assert next_step(progress).strip(".") == next_step(progress) != ""


@given(PROGRESS)
def test_nothing_is_left_to_do_only_when_the_message_is_sent(progress: Progress) -> None:
    is_done = progress.status is Status.APPROVED and progress.stage is Stage.ANNOUNCED
    assert (next_step(progress) == "Intet") == is_done


@given(PROGRESS)
def test_nobody_is_told_to_move_on_before_the_test_wave_is_looked_at(progress: Progress) -> None:
    is_tested = progress.is_test_skipped or progress.is_looked_at
    is_told = next_step(progress) in {
        "Flyt til rigtige bølger",
        "Indtast i Podio på de rigtige bølger",
    }
    assert is_tested or not is_told
