"""Whatever the facts, a proposal holds to them and to the form."""

import re
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.announcement import (
    AnnouncementFacts,
    RelatedFacts,
    TaskFacts,
    WavePeriod,
    escape_markdown,
    propose,
)
from tasks.danish_dates import MONTHS, long_date, weekday_date
from tasks.guide import Priority
from tests.announcement.facts import RELEASE, TODAY, make_facts

maybe_day = st.none() | st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800))
periods = st.builds(
    WavePeriod,
    st.sampled_from(["Bølge 1", "Bølge 2"]),
    st.sampled_from(["", RELEASE]),
    maybe_day,
    maybe_day,
    maybe_day,
)
tasks = st.builds(
    TaskFacts,
    st.sampled_from(["Auto 12", "MI 01"]),
    st.just("Opret afslagsårsager"),
    st.lists(periods, max_size=4).map(tuple),
    st.sampled_from(["", *Priority]),
)
related_tasks = st.builds(RelatedFacts, st.just("Auto 1"), st.just("Læs"), maybe_day)
any_facts = st.builds(
    make_facts,
    tasks,
    related=st.lists(related_tasks, max_size=3).map(tuple),
) | st.builds(make_facts, tasks, tasks, related=st.lists(related_tasks, max_size=3).map(tuple))

_A_DATE = re.compile(rf"\w+dag den \d+\. (?:{'|'.join(MONTHS)})(?: \d{{4}})?")


@given(facts=any_facts)
def test_every_date_in_a_message_is_one_the_facts_hold(facts: AnnouncementFacts) -> None:
    held = {d for task in facts.tasks for period in task.periods for d in period[2:] if d}
    held |= {task.start for task in facts.related if task.start}
    said = set(_A_DATE.findall(propose(facts)))
    assert said <= {weekday_date(d) for d in held} | {long_date(d) for d in held}
    assert all(day.split(" den ")[0].islower() for day in said)


@given(facts=any_facts)
def test_every_message_keeps_the_rules_of_the_form(facts: AnnouncementFacts) -> None:
    text = propose(facts)
    assert text.startswith("#besked\n\nKære ")
    assert "None" not in text and ".." not in text and "  " not in text
    assert not any(re.match(r"\s*\d", line) for line in text.splitlines())
    assert escape_markdown(text).replace("\n\n", "\n") == text.replace("\n\n", "\n")


@given(facts=any_facts)
def test_a_deadline_within_fourteen_days_is_always_said(facts: AnnouncementFacts) -> None:
    text = propose(facts)
    for period in (period for task in facts.tasks for period in task.periods):
        first_day = max(facts.today, period.start or facts.today)
        if period.end and 0 <= (period.end - first_day).days <= 14:
            assert weekday_date(period.end) in text
