"""Whatever the facts, a proposal holds to them and to the form."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks import schedule
from tasks.announcement import (
    AnnouncementFacts,
    Kind,
    WavePeriod,
    escape_markdown,
    from_snapshot,
    propose,
    refresh,
    stale_sentences,
    to_snapshot,
)
from tasks.danish_dates import MONTHS, long_date, weekday_date
from tests.announcement.any_facts import any_facts
from tests.announcement.facts import RELEASE, TODAY, make_facts, make_task
from tests.announcement.own_words import added_to

WRITERS = (weekday_date, long_date)

_A_DATE = re.compile(rf"\w+dag den \d+\. (?:{'|'.join(MONTHS)})(?: \d{{4}})?")


def said_in(text: str) -> set[str]:
    return set(_A_DATE.findall(text))


def days_held(facts: AnnouncementFacts) -> set[date]:
    tasks = (*facts.tasks, *facts.before)
    held = {day for task in tasks for period in task.periods for day in period[2:] if day}
    held |= {day for task in facts.related for _, day in task.waves}
    return held | {task.start for task in facts.related if task.start}


@given(facts=any_facts)
def test_every_date_in_a_message_is_one_the_facts_hold(facts: AnnouncementFacts) -> None:
    held = days_held(facts)
    said = said_in(propose(facts))
    assert said <= {weekday_date(d) for d in held} | {long_date(d) for d in held}
    assert all(day.split(" den ")[0].islower() for day in said)


@given(
    go_lives=st.lists(st.none() | st.dates(TODAY, TODAY + timedelta(days=700)), max_size=3),
    end=st.none() | st.integers(-400, 400),
    start=st.none() | st.integers(-400, -1),
    kind=st.sampled_from(Kind),
)
def test_every_date_in_a_message_is_one_the_schedule_gives(
    go_lives: list[date | None], end: int | None, start: int | None, kind: Kind
) -> None:
    dates = [schedule.period(go_live, end, start) for go_live in go_lives]
    waves = [
        WavePeriod(f"Bølge {n}", RELEASE, go_live, each.start, each.end)
        for n, (go_live, each) in enumerate(zip(go_lives, dates, strict=True), 1)
    ]
    facts = replace(make_facts(make_task(*waves)), kind=kind)
    days = {day for each in dates for day in (each.start, each.end) if day}
    assert said_in(propose(facts)) <= {write(day) for day in days for write in WRITERS}


@given(told=any_facts, now=any_facts, data=st.data())
def test_every_date_in_a_refreshed_message_is_one_of_today(
    told: AnnouncementFacts, now: AnnouncementFacts, data: st.DataObject
) -> None:
    text, _ = data.draw(added_to(propose(told)))
    after = refresh(propose(told), propose(now), text)
    known = {write(day) for day in days_held(now) for write in WRITERS}
    assert after.unplaced or said_in(after.text) <= known


@given(facts=any_facts)
def test_every_message_keeps_the_rules_of_the_form(facts: AnnouncementFacts) -> None:
    text = propose(facts)
    assert text.startswith("#besked\n\nKære ")
    assert "None" not in text and ".." not in text and "  " not in text and "()" not in text
    assert not any(re.match(r"(?:- )?\s*\d", line) for line in text.splitlines())
    assert escape_markdown(text).replace("\n\n", "\n") == text.replace("\n\n", "\n")


@given(facts=any_facts)
def test_a_deadline_within_fourteen_days_is_always_said(facts: AnnouncementFacts) -> None:
    facts = replace(facts, before=())  # a task as it was told of is left out of a change
    text = propose(facts)
    for period in (period for task in facts.tasks for period in task.periods):
        first_day = max(facts.today, period.start or facts.today)
        if period.end and 0 <= (period.end - first_day).days <= 14:
            assert weekday_date(period.end) in text
            assert facts.kind is Kind.REMINDER or "fristen er kort" in text


@given(facts=any_facts)
def test_facts_are_kept_as_json_and_read_back_the_same(facts: AnnouncementFacts) -> None:
    kept = json.loads(json.dumps(to_snapshot(facts)))
    assert from_snapshot(kept) == facts


@given(facts=any_facts)
def test_a_message_is_never_stale_against_its_own_facts(facts: AnnouncementFacts) -> None:
    assert stale_sentences(facts, facts, propose(facts)) == ()


@given(told=any_facts, now=any_facts)
def test_a_message_is_stale_exactly_when_its_proposal_says_something_else(
    told: AnnouncementFacts, now: AnnouncementFacts
) -> None:
    sentences = stale_sentences(told, now, propose(told))
    assert bool(sentences) is (propose(told) != propose(now))
    assert all(re.fullmatch(r"\S.*[.]", sentence) for sentence in sentences)
    assert "None" not in " ".join(sentences)
