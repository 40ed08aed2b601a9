"""A rule whose facts are absent is silent, whatever the texts say."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.style import RULE, Block, Draft, House, Severity, TaskRef, WaveDates
from tasks.style.draft import PROSE_FIELDS, READ_FIELDS

PIECES = [
    *("I kan starte", "Startdatoen er", "senest", "fristen er", "flyttet fra", "til", "go-live"),
    *("den 12. oktober", "d. 30.10.", "2026-10-16", "mandag den 5. oktober", "med det samme"),
    *("(Auto 21)", "Auto 12-13", "MI 3", "Bølge 1", "#besked", "**vigtigt**", "på vej", "i drift"),
    *("https://x.dk", "www.kombit.dk/a", "K:\\kp.docx", "”", "(", ".", "\n"),
]
texts = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)
everywhere = st.dictionaries(st.sampled_from(READ_FIELDS), texts)
# A rule, and one fact without which it has nothing to say
IN_THE_DRAFT = [
    ("announcement-prefix", "announcement", ""),
    ("announcement-start", "announcement", ""),
    ("announcement-deadline", "announcement", ""),
    ("announcement-deadline", "waves", ()),
    ("announcement-markdown", "announcement", ""),
    ("duration-window", "duration_days", None),
    ("duration-window", "start_offset_days", None),
    ("end-after-golive", "priority", ""),
    ("end-after-golive", "end_offset_days", None),
    ("start-negative", "start_offset_days", None),
    ("start-missing", "end_offset_days", None),
    ("frozen-zone", "respects_frozen_zone", False),
    ("frozen-zone", "waves", ()),
    ("frozen-zone", "waves", (WaveDates("Bølge 1"),)),
    ("non-working-day", "waves", ()),
    ("non-working-day", "waves", (WaveDates("Bølge 1"),)),
    ("prerequisite-order", "prerequisites", ()),
    ("prerequisite-order", "prerequisites", (TaskRef("Auto 12", "Udfyld"),)),
    ("prerequisite-order", "waves", ()),
    ("prerequisite-order", "waves", (WaveDates("Bølge 1", key="1"),)),
    ("prerequisite-priority", "prerequisites", ()),
    ("prerequisite-priority", "prerequisites", (TaskRef("Auto 12", "Udfyld"),)),
    ("prerequisite-priority", "priority", ""),
    ("number-order", "number", ""),
    ("follow-up-missing", "priority", ""),
    ("number-order", "waves", ()),
]
IN_THE_HOUSE = [
    ("reference-unknown", "references", None),
    ("reference-unknown", "prefixes", ()),
    ("frozen-zone", "frozen_zones", ()),
    ("number-order", "siblings", ()),
    ("follow-up-missing", "is_followed_up", None),
]


def saying(draft: Draft, values: dict[str, str], *, but: str = "") -> Draft:
    for field, text in values.items():
        if field != but:
            value = (Block(text),) if field in PROSE_FIELDS else text
            draft = replace(draft, **{field: value})  # type: ignore[arg-type]
    return draft


@pytest.mark.parametrize(("rule", "fact", "absent"), IN_THE_DRAFT)
@given(values=everywhere)
def test_a_fact_of_the_task_is_needed(
    rule: str, fact: str, absent: object, values: dict[str, str]
) -> None:
    bad = RULE[rule].bad
    assert list(RULE[rule].find(bad.draft, bad.house))
    unknown = replace(bad.draft, **{fact: absent})  # type: ignore[arg-type]
    assert not list(RULE[rule].find(saying(unknown, values, but=fact), bad.house))


@pytest.mark.parametrize(("rule", "fact", "absent"), IN_THE_HOUSE)
@given(values=everywhere)
def test_a_fact_of_the_house_is_needed(
    rule: str, fact: str, absent: object, values: dict[str, str]
) -> None:
    bad = RULE[rule].bad
    assert list(RULE[rule].find(bad.draft, bad.house))
    unknown = replace(bad.house, **{fact: absent})  # type: ignore[arg-type]
    assert not list(RULE[rule].find(saying(bad.draft, values), unknown))


@pytest.mark.parametrize("waves", [(), (WaveDates("Bølge 1"),), (WaveDates("A"), WaveDates("B"))])
@given(values=everywhere)
def test_without_dates_on_the_task_no_date_in_a_text_is_wrong(
    waves: tuple[WaveDates, ...], values: dict[str, str]
) -> None:
    draft = saying(Draft(waves=waves), values)
    assert all(f.is_whole_field for f in RULE["announcement-start"].find(draft, House()))
    assert not list(RULE["announcement-deadline"].find(draft, House()))
    told = list(RULE["text-date"].find(draft, House()))
    assert all((f.severity, f.fixes) == (Severity.HINT, ()) for f in told)


@given(values=everywhere)
def test_without_links_and_attachments_no_link_is_misshapen(values: dict[str, str]) -> None:
    assert not list(RULE["link-shape"].find(saying(Draft(), values), House()))
