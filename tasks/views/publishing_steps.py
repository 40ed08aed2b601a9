"""What the four steps of publishing show: done, now or later, by whom, and what is missing."""

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings

from tasks.actions.publishing import (
    Missing,
    missing_before_announcing,
    missing_before_publishing,
)
from tasks.models import Event, EventKind, KlikTask
from tasks.permissions import names_in_words
from tasks.views.announcement_facts import is_message_stale
from tasks.workflow import Stage, Status

_KINDS = (
    EventKind.ON_TEST,
    EventKind.LOOKED,
    EventKind.TEST_SKIPPED,
    EventKind.PUBLISHED,
    EventKind.ANNOUNCED,
)


class StepState(StrEnum):
    """Told by an icon and by the word."""

    DONE = "done"
    NOW = "now"
    LATER = "later"

    @property
    def label(self) -> str:
        return {"done": "Gjort", "now": "Nu", "later": "Senere"}[self.value]

    @property
    def icon(self) -> str:
        return {"done": "success", "now": "next", "later": "in_review"}[self.value]


@dataclass(frozen=True, slots=True)
class Step:
    """One step; ``revision`` is what its button's POST carries, ``event`` is who did it when."""

    key: str
    title: str
    state: StepState
    url_name: str
    button: str
    revision: int
    help: str = ""
    missing: tuple[Missing, ...] = ()
    is_message_stale: bool = False
    event: Event | None = None
    reason: str = ""


def publishing_steps(task: KlikTask) -> tuple[Step, ...]:
    """Return test wave, look, real waves and #besked in order; at most one of them is now.

    Where the test is skipped, there is nothing to look at.
    """
    events = _events(task)
    look = () if task.publication.test_skipped_because else (_look_step(task, events),)
    test = _test_step(task, events)
    return test, *look, _publish_step(task, events), _announce_step(task, events)


def _events(task: KlikTask) -> dict[str, Event]:
    """The newest event of each kind."""
    rows = task.events.filter(kind__in=_KINDS).select_related("actor").order_by("at", "pk")
    return {event.kind: event for event in rows}


def _state(task: KlikTask, *, is_done: bool, is_next: bool) -> StepState:
    if is_done:
        return StepState.DONE
    is_now = is_next and task.status == Status.APPROVED and task.binned_at is None
    return StepState.NOW if is_now else StepState.LATER


def _is_tested(task: KlikTask) -> bool:
    row = task.publication
    return row.tested_at is not None or bool(row.test_skipped_because)


def _may_go_out(task: KlikTask) -> bool:
    return bool(task.publication.test_skipped_because) or task.progress.is_looked_at


def _is_out(task: KlikTask) -> bool:
    return task.publication.is_public


def _test_step(task: KlikTask, events: dict[str, Event]) -> Step:
    reason = task.publication.test_skipped_because
    return Step(
        key="test",
        title="Læg opgaven på testbølgen",
        state=_state(task, is_done=_is_tested(task), is_next=True),
        url_name="task_test_wave",
        button="Flyt til testbølge",
        revision=task.revision,
        event=events.get(EventKind.TEST_SKIPPED if reason else EventKind.ON_TEST),
        reason=reason,
    )


def _look_step(task: KlikTask, events: dict[str, Event]) -> Step:
    is_done = task.progress.is_looked_at or _is_out(task)
    return Step(
        key="look",
        title="Se opgaven efter på testbølgen",
        state=_state(task, is_done=is_done, is_next=_is_tested(task)),
        url_name="task_look",
        button="Set på testbølgen",
        revision=task.revision,
        event=events.get(EventKind.LOOKED) if is_done else None,
    )


def _publish_step(task: KlikTask, events: dict[str, Event]) -> Step:
    state = _state(task, is_done=_is_out(task), is_next=_may_go_out(task))
    names = names_in_words([wave.name for wave in task.waves.all()])
    return Step(
        key="publish",
        title=f"Flyt opgaven til {names or 'de rigtige bølger'}",
        state=state,
        url_name="task_publish",
        button="Flyt til rigtige bølger",
        revision=task.revision,
        missing=tuple(missing_before_publishing(task)) if state is StepState.NOW else (),
        is_message_stale=state is StepState.NOW and is_message_stale(task),
        event=events.get(EventKind.PUBLISHED),
    )


def _announce_step(task: KlikTask, events: dict[str, Event]) -> Step:
    is_done = task.publication.stage == Stage.ANNOUNCED
    state = _state(task, is_done=is_done, is_next=_is_out(task))
    wanted = "Kopiér beskeden, og send den i beskedfeltet på masteropgaven. Markér den så her."
    free = "KLIK giver selv kommunerne besked, så #besked er frivillig."
    return Step(
        key="announce",
        title="Send #besked",
        state=state,
        url_name="task_announced",
        button="Markér som sendt",
        revision=task.announcement.revision,
        help=wanted if settings.KLIK_ANNOUNCEMENT_REQUIRED else f"{wanted} {free}",
        missing=tuple(missing_before_announcing(task)) if state is StepState.NOW else (),
        is_message_stale=state is StepState.NOW and is_message_stale(task),
        event=events.get(EventKind.ANNOUNCED),
    )
