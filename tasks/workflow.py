"""The workflow: the whole table of who may move a task from which status to which."""

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """Where the text stands; publishing is a record of its own (``Stage``)."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    SENT_BACK = "sent_back"
    APPROVED = "approved"


class Stage(StrEnum):
    """How far an approved task has come on its way to the municipalities."""

    NONE = ""
    ON_TEST = "on_test"
    PUBLISHED = "published"
    ANNOUNCED = "announced"

    @property
    def is_public(self) -> bool:
        """Tell if the municipalities see the task: all but Korsbæk alone."""
        return self in PUBLIC


PUBLIC = frozenset({Stage.PUBLISHED, Stage.ANNOUNCED})


class Right(StrEnum):
    """What a person may do: permission codenames, given through groups."""

    WRITE = "write_task"
    APPROVE = "approve_task"
    PUBLISH = "publish_task"
    ADMINISTER = "administer"


class MoveName(StrEnum):
    """The verbs that change a status."""

    SUBMIT = "submit"
    WITHDRAW = "withdraw"
    SEND_BACK = "send_back"
    APPROVE = "approve"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the table: a verb, from where, to where, and the right it takes."""

    name: MoveName
    sources: frozenset[Status]
    target: Status
    right: Right
    label: str


MOVES: dict[MoveName, Move] = {
    move.name: move
    for move in (
        Move(
            MoveName.SUBMIT,
            frozenset({Status.DRAFT, Status.SENT_BACK}),
            Status.IN_REVIEW,
            Right.WRITE,
            "Send til godkendelse",
        ),
        Move(
            MoveName.WITHDRAW,
            frozenset({Status.IN_REVIEW}),
            Status.DRAFT,
            Right.WRITE,
            "Træk tilbage",
        ),
        Move(
            MoveName.SEND_BACK,
            frozenset({Status.IN_REVIEW}),
            Status.SENT_BACK,
            Right.APPROVE,
            "Send tilbage",
        ),
        Move(
            MoveName.APPROVE,
            frozenset({Status.IN_REVIEW}),
            Status.APPROVED,
            Right.APPROVE,
            "Godkend",
        ),
        Move(
            MoveName.REOPEN,
            frozenset({Status.APPROVED}),
            Status.DRAFT,
            Right.WRITE,
            "Genåbn",
        ),
    )
}

# An approved text is locked: it is changed by reopening it, so an approval is never silently void
EDITABLE = frozenset({Status.DRAFT, Status.SENT_BACK, Status.IN_REVIEW})

STATUS_LABELS = {
    Status.DRAFT: "Kladde",
    Status.IN_REVIEW: "Til godkendelse",
    Status.SENT_BACK: "Sendt tilbage",
    Status.APPROVED: "Godkendt",
}
STAGE_LABELS = {
    Stage.ON_TEST: "På testbølge",
    Stage.PUBLISHED: "Publiceret",
    Stage.ANNOUNCED: "Besked sendt",
}
REOPENED_LABEL = "Genåbnet"


@dataclass(frozen=True, slots=True)
class Progress:
    """What the next step depends on: status, stage, and how far the Podio entry has come."""

    status: Status
    stage: Stage = Stage.NONE
    was_approved: bool = False
    errors: int = 0
    warnings: int = 0
    is_test_skipped: bool = False
    is_looked_at: bool = False
    has_announcement: bool = False
    is_announcement_required: bool = True
    told_with: str = ""  # the task whose #besked tells of this one, fx ”(Auto 12)”


def step_label(progress: Progress) -> str:
    """The *Trin* a list shows, fx ”Til godkendelse” or ”På testbølge”."""
    if progress.status is Status.APPROVED and progress.stage:
        return STAGE_LABELS[progress.stage]
    if progress.status is Status.DRAFT and progress.was_approved:
        return REOPENED_LABEL
    return STATUS_LABELS[progress.status]


def step_badge(progress: Progress) -> str:
    """The key of the *Trin*'s badge: a status, a stage or ”reopened”."""
    if progress.status is Status.APPROVED and progress.stage:
        return progress.stage.value
    if progress.status is Status.DRAFT and progress.was_approved:
        return "reopened"
    return progress.status.value


def next_step(progress: Progress) -> str:
    """*Næste skridt*: one Danish sentence in the imperative, or ”Intet” when all is done."""
    if progress.status is Status.APPROVED:
        return _next_step_of_approved(progress)
    if progress.status is Status.IN_REVIEW:
        return "Godkend opgaven, eller send den tilbage"
    if progress.errors:
        return "Ret det, der skal rettes"
    if progress.warnings:
        return "Ret eller behold det, der bør rettes"
    return "Send til godkendelse"


def _next_step_of_approved(progress: Progress) -> str:
    if progress.stage is Stage.ANNOUNCED:
        return "Intet"
    if progress.stage is Stage.PUBLISHED:
        if progress.is_announcement_required or progress.told_with:
            return f"Send #besked{_place_of(progress) or ' på masteropgaven'}"
        return "Send #besked, hvis kommunerne har brug for den"
    return _next_step_to_real_waves(progress)


def _place_of(progress: Progress) -> str:
    """Of a combined message the task it stands on is named: its own master task has none."""
    return f" på {progress.told_with}" if progress.told_with else ""


def _next_step_to_real_waves(progress: Progress) -> str:
    if not progress.is_test_skipped:
        if progress.stage is Stage.NONE:
            return "Indtast i Podio på testbølgen"
        if not progress.is_looked_at:
            return "Se opgaven efter på testbølgen"
    if progress.is_announcement_required and not progress.has_announcement:
        return f"Skriv #besked{_place_of(progress)}"
    if progress.is_test_skipped:
        return "Indtast i Podio på de rigtige bølger"
    return "Flyt til rigtige bølger"
