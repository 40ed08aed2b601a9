"""Days on which nobody is at work: weekends, Danish holidays, and days often closed."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_WEEKEND = {5: "lørdag", 6: "søndag"}
_FROM_EASTER = {
    -3: "skærtorsdag",
    -2: "langfredag",
    0: "påskedag",
    1: "2. påskedag",
    39: "Kristi himmelfartsdag",
    49: "pinsedag",
    50: "2. pinsedag",
}
_BEDEDAG_FROM_EASTER, _LAST_BEDEDAG = 26, 2023
# 5 June, 24 and 31 December are no holidays by law, but most town halls are closed
_ON_A_DATE = {
    (1, 1): "nytårsdag",
    (6, 5): "grundlovsdag, ofte lukket",
    (12, 24): "juleaftensdag, ofte lukket",
    (12, 25): "juledag",
    (12, 26): "2. juledag",
    (12, 31): "nytårsaftensdag, ofte lukket",
}


def day_off(day: date) -> str:
    """Return why nobody is at work: ”lørdag”, ”langfredag”, ”juleaftensdag, ofte lukket”; else "".

    A holiday is named before the weekend it may fall in.
    """
    return holiday(day) or weekend_day(day)


def holiday(day: date) -> str:
    """Return the name of the holiday, with ”, ofte lukket” when it is none by law; else ""."""
    return _holidays(day.year).get(day, "")


def weekend_day(day: date) -> str:
    """Return ”lørdag” or ”søndag”; "" on a weekday."""
    return _WEEKEND.get(day.weekday(), "")


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[date, str]:
    """Return a year's Danish holidays; store bededag was one until and with 2023."""
    named = {date(year, month, day): name for (month, day), name in _ON_A_DATE.items()}
    moving = dict(_FROM_EASTER)
    if year <= _LAST_BEDEDAG:
        moving[_BEDEDAG_FROM_EASTER] = "store bededag"
    return named | {easter(year) + timedelta(days=days): name for days, name in moving.items()}
