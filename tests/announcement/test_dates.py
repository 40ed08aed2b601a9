"""When a municipality can start and must finish, in every mixture of dates."""

from datetime import date

import pytest

from tests.announcement.facts import GO_LIVE, TODAY, body, make_facts, make_period, make_task


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param(
            date(2026, 8, 3),
            date(2026, 9, 9),
            "I kan gå i gang med det samme. Vær opmærksom på, at fristen er kort: "
            "I skal være færdige senest onsdag den 9. september.",
            id="short and begun: days count from today",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 26),
            "I kan først starte på opgaven mandag den 12. oktober. Vær opmærksom på, at fristen "
            "er kort: I skal være færdige senest mandag den 26. oktober.",
            id="fourteen days from the start is short",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 27),
            "I kan først starte på opgaven mandag den 12. oktober og har tid til og med tirsdag "
            "den 27. oktober.",
            id="fifteen days is not, and no whole weeks",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 11, 2),
            "I kan først starte på opgaven mandag den 12. oktober. "
            "Fra den dag har I tre uger til at løse den.",
            id="start without go-live",
        ),
        pytest.param(
            GO_LIVE,
            date(2026, 12, 1),
            "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den "
            "30. oktober, og har tid til og med tirsdag den 1. december.",
            id="go-live and no whole weeks",
        ),
        pytest.param(
            GO_LIVE,
            date(2027, 2, 5),
            "I kan først starte på opgaven, når den nye release 4.0 er sat i drift fredag den "
            "30. oktober, og har tid til og med fredag den 5. februar.",
            id="fourteen weeks are told as a date",
        ),
        pytest.param(
            None,
            GO_LIVE,
            "[Skriv, hvornår I kan starte]. I har tid til og med fredag den 30. oktober.",
            id="start unknown",
        ),
        pytest.param(GO_LIVE, None, "I kan først starte på opgaven, når den nye release 4.0 er sat "
            "i drift fredag den 30. oktober.", id="end unknown"),
        pytest.param(None, None, "[Skriv, hvornår I kan starte].", id="nothing known"),
        pytest.param(
            date(2026, 8, 3),
            date(2026, 8, 31),
            "I kan gå i gang med det samme. [Skriv, hvornår I skal være færdige].",
            id="the end has passed",
        ),
        pytest.param(
            date(2026, 10, 12),
            date(2026, 10, 5),
            "I kan først starte på opgaven mandag den 12. oktober. "
            "[Skriv, hvornår I skal være færdige].",
            id="the end lies before the start",
        ),
        pytest.param(
            TODAY,
            TODAY,
            "I kan gå i gang med det samme. Vær opmærksom på, at fristen er kort: "
            "I skal være færdige senest tirsdag den 1. september.",
            id="all on one day",
        ),
        pytest.param(
            date(2026, 8, 3),
            date(2027, 8, 2),
            "I kan gå i gang med det samme og har tid til og med mandag den 2. august 2027.",
            id="a year when it is eleven months and a day away",
        ),
        pytest.param(
            date(2026, 8, 3),
            date(2027, 8, 1),
            "I kan gå i gang med det samme og har tid til og med søndag den 1. august.",
            id="no year at eleven months",
        ),
    ],
)  # fmt: skip
def test_when_to_start_and_finish(start: date | None, end: date | None, expected: str) -> None:
    assert body(make_facts(make_task(make_period(start, end))))[1:] == [expected]


def test_one_week_is_singular() -> None:
    dates = make_period(date(2026, 10, 12), date(2026, 10, 19))
    facts = make_facts(make_task(dates), short_deadline_days=5)
    assert body(facts)[1].endswith("Fra den dag har I én uge til at løse den.")


def test_a_task_without_waves_has_a_slot_for_the_start() -> None:
    assert body(make_facts(make_task()))[1:] == ["[Skriv, hvornår I kan starte]."]


def test_waves_that_share_their_dates_are_told_once() -> None:
    end = date(2026, 11, 27)
    waves = (make_period(GO_LIVE, end, "Bølge 1"), make_period(GO_LIVE, end, "Bølge 2"))
    assert len(body(make_facts(make_task(*waves)))) == 2


def test_waves_with_different_dates_have_a_line_each() -> None:
    later = date(2026, 11, 13)
    waves = (
        make_period(GO_LIVE, date(2026, 11, 27), "Bølge 1"),
        make_period(later, date(2026, 11, 20), "Bølge 2", go_live=later),
        make_period(date(2026, 8, 3), None, "Bølge 3"),
        make_period(None, date(2026, 8, 3), "Bølge 4"),
    )
    assert body(make_facts(make_task(*waves)))[1:] == [
        "Datoerne afhænger af jeres bølge:",
        "- Bølge 1: Start, når den nye release 4.0 er sat i drift fredag den 30. oktober, og bliv "
        "færdige senest fredag den 27. november.\n"
        "- Bølge 2: Start, når den nye release 4.0 er sat i drift fredag den 13. november, og bliv "
        "færdige senest fredag den 20. november.\n"
        "- Bølge 3: Start med det samme.\n"
        "- Bølge 4: [Skriv, hvornår I kan starte]. [Skriv, hvornår I skal være færdige].",
        "Vær opmærksom på, at fristen er kort for Bølge 2.",
    ]
