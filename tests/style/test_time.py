"""Frozen zones: only start and end count, and only when the task respects them."""

from datetime import date

from tasks.schedule import FrozenZone
from tasks.style import RULE, Draft, House, WaveDates

CHRISTMAS = FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3))
HOUSE = House(frozen_zones=(CHRISTMAS,))


def messages(*waves: WaveDates, respects: bool = True) -> list[tuple[str, str]]:
    draft = Draft(respects_frozen_zone=respects, waves=waves)
    return [(f.field, f.message) for f in RULE["frozen-zone"].find(draft, HOUSE)]


def wave(name: str, start: date | None, end: date | None) -> WaveDates:
    return WaveDates(name, start=start, end=end)


def test_the_nearest_free_days_are_named() -> None:
    said = messages(wave("Bølge 1", date(2026, 11, 2), date(2026, 12, 24)))
    assert said == [
        (
            "end_offset_days",
            "Slutdatoen 24. december ligger i en frozen zone (21.12.–3.1.). Nærmeste ledige "
            "datoer: fredag den 18. december og mandag den 4. januar.",
        )
    ]


def test_the_wave_is_named_when_there_are_several() -> None:
    said = messages(
        wave("Bølge 1", date(2026, 11, 2), date(2026, 11, 30)),
        wave("Bølge 2", date(2026, 12, 21), date(2027, 1, 29)),
    )
    assert [field for field, _ in said] == ["start_offset_days"]
    assert said[0][1].startswith("Startdatoen 21. december for Bølge 2 ligger i en frozen zone")


def test_several_waves_in_a_zone_are_one_finding_on_the_field() -> None:
    both = (wave("Bølge 1", None, date(2026, 12, 24)), wave("Bølge 2", None, date(2026, 12, 28)))
    ((field, message),) = messages(*both)
    assert field == "end_offset_days"
    assert "Bølge 1" in message
    assert "Bølge 2" in message


def test_a_task_may_run_across_a_zone() -> None:
    assert not messages(wave("Bølge 1", date(2026, 12, 18), date(2027, 1, 4)))


def test_a_task_that_does_not_ask_for_it_is_left_alone() -> None:
    assert not messages(wave("Bølge 1", None, date(2026, 12, 24)), respects=False)


def test_unknown_dates_are_no_clash() -> None:
    assert not messages(wave("Bølge 1", None, None))
