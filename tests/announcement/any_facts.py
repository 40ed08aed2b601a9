"""Facts of every mixture, for properties that hold whatever there is to announce."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tasks.announcement import AnnouncementFacts, Kind, RelatedFacts, TaskFacts, WavePeriod
from tasks.guide import Priority
from tests.announcement.facts import RELEASE, TODAY

maybe_day = st.none() | st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800))
_dates = st.tuples(st.sampled_from(["", RELEASE]), maybe_day, maybe_day, maybe_day)
periods = st.lists(_dates, max_size=3).map(
    lambda each: tuple(WavePeriod(f"Bølge {n}", *dates) for n, dates in enumerate(each, 1))
)
_starts = st.lists(st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=800)), max_size=3)


def _other(reference: str, days: list[date]) -> RelatedFacts:
    waves = tuple((f"Bølge {n}", day) for n, day in enumerate(days, 1))
    first = min(days, default=None)
    return RelatedFacts(reference, "Læs", first, waves if len(set(days)) > 1 else ())


other_tasks = st.builds(_other, st.sampled_from(["Auto 1", "Auto 2"]), _starts)
few_others = st.lists(other_tasks, max_size=2, unique_by=lambda task: task.reference).map(tuple)
_keys = st.lists(st.integers(1, 3), min_size=1, max_size=3, unique=True)
_title = st.sampled_from(["Opret afslagsårsager", "Udfyld filen med 3 årsager"])


@st.composite
def some_tasks(draw: st.DrawFn) -> tuple[TaskFacts, ...]:
    """One to three tasks, each with its own key."""
    return tuple(
        TaskFacts(
            draw(st.sampled_from([f"Auto {key}{key}", f"MI 0{key}", ""])),
            draw(_title),
            draw(periods),
            draw(st.sampled_from(["", *Priority])),
            draw(few_others),
            key,
        )
        for key in draw(_keys)
    )


any_facts = st.builds(
    AnnouncementFacts,
    st.sampled_from(["KP-systemansvarlige", "alle", ""]),
    some_tasks(),
    st.sampled_from(["Aske", ""]),
    st.just(TODAY) | st.dates(TODAY, TODAY + timedelta(days=90)),
    related=few_others,
    topic=st.sampled_from(["", "afslagsårsager"]),
    kind=st.sampled_from(list(Kind)),
    before=st.just(()) | some_tasks(),
)
