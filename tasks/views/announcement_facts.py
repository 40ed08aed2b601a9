"""What the #besked page knows of the facts: which have changed, and whom the message is about."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from tasks import announcing, covering
from tasks.announcement import (
    AnnouncementFacts,
    Kind,
    Snapshot,
    WavePeriod,
    days_to_do_it,
    from_snapshot,
    is_short,
    news_in,
    open_news,
    stale_sentences,
)
from tasks.models import KlikTask
from tasks.workflow import Stage


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks a message for: its kind, topic, and the other tasks it tells of."""

    kind: Kind
    topic: str
    covers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave's dates as they are compared with the text; ``days`` counts from the first day."""

    period: WavePeriod
    days: int | None
    is_short: bool


@dataclass(frozen=True, slots=True)
class RelatedLine:
    """A related task, its start (wave by wave if need be), and if municipalities can see it."""

    task: KlikTask
    start: date | None
    waves: tuple[tuple[str, date], ...]
    is_unpublished: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The tasks of a message with their facts of today."""

    facts: AnnouncementFacts
    own: AnnouncementFacts
    others: list[KlikTask]


def around(task: KlikTask, asked: Asked) -> Around:
    """Read the facts of the task, and of the message with all the tasks it tells of."""
    today = timezone.localdate()
    others = covering.tasks_of(asked.covers)
    before = announcing.told_before([task, *others])
    options: dict[str, Any] = {"kind": asked.kind, "others": others, "before": before}
    facts = announcing.facts_of(task, today, asked.topic, **options)
    return Around(facts, announcing.facts_of(task, today), others)


def facts_like(told: AnnouncementFacts, now: AnnouncementFacts) -> AnnouncementFacts:
    """Return today's facts as the text was asked for: another kind is another message."""
    return replace(now, kind=told.kind, before=told.before)


def facts_context(task: KlikTask, found: Around) -> dict[str, Any]:
    """What the author compares the text with."""
    related = announcing.related_tasks(task)
    hidden = announcing.unpublished(related)
    own = found.own
    return {
        "wave_lines": [
            WaveLine(
                period,
                days_to_do_it(period, own.today),
                is_short(period, own),
            )
            for period in own.tasks[0].periods
        ],
        "related_lines": [
            RelatedLine(other, told.start, told.waves, other.pk in hidden)
            for other, told in zip(related, own.related, strict=True)
        ],
    }


def stale_context(
    task: KlikTask, found: Around, kept: Snapshot | None, typed: str
) -> dict[str, Any]:
    """What has changed since the text was made, and what was put in by nobody yet.

    Of a text that is sent, only what somebody changed.
    """
    told = from_snapshot(kept)
    if told is None or not typed.strip():
        return {"stale": (), "written_as": "", "unplaced": ()}
    now, is_sent = facts_like(told, found.facts), is_sent_as(task, typed)
    sentences = stale_sentences(told, replace(now, today=told.today) if is_sent else now, typed)
    is_other_kind = told.kind is not found.facts.kind and not is_sent
    return {
        "stale": sentences,
        "is_stale_after_sending": is_sent,
        "unplaced": () if is_sent else open_news(typed, news_in(kept)),
        "written_as": told.kind.label if is_other_kind else "",
    }


def is_message_stale(task: KlikTask) -> bool:
    """Tell if the saved message says what is another now; one in another's message has none."""
    row = task.announcement
    if row.covered_by_id or not row.facts:
        return False
    covers = tuple(row.covers.values_list("pk", flat=True))
    found = around(task, Asked(Kind(row.kind), row.topic, covers))
    return bool(stale_context(task, found, row.facts, row.text)["stale"])


def is_out(task: KlikTask) -> bool:
    """Tell if the municipalities can see the task."""
    return task.publication.is_public


def is_sent_as(task: KlikTask, text: str) -> bool:
    """Tell if this very text was sent."""
    row = task.publication
    return row.stage == Stage.ANNOUNCED and row.announced_text == text


def optional_context(found: Around) -> dict[str, Any]:
    """Whether the house lets Podio tell by itself, and if this task is worth telling of anyhow."""
    is_optional = not settings.KLIK_ANNOUNCEMENT_REQUIRED
    return {
        "is_optional": is_optional,
        "is_worth_telling": is_optional and announcing.is_worth_telling(found.facts),
    }
