"""Finds numbers that look like a CPR number: a day of birth and four digits."""

import re
from collections.abc import Iterator

_NUMBER = re.compile(
    r"(?<![^\W_]|[.,:/+-])(?P<day>[0-3]\d)(?P<month>[01]\d)\d\d[-– ]?\d{4}"
    r"(?!\d|[.,:/-]\d| \d\d(?!\d)|[-–]?[^\W_])"
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# What stands right before a number that is something else
_OTHER = re.compile(
    r"(?:(?:konto|faktura|aftale|ordre|sags|journal|telefon|tlf|vare|kunde|serie|license|licens|"
    r"løbe|ean|cvr|produktions|p-|reference|bestillings|rekvisitions|indkøbs|kvitterings|version|build|release|\bref\b)\w*\.?"
    r"(?: ?nr\.?)?|\b\d{4})[ :]*$",
    re.IGNORECASE,
)
_LOOKED_BACK = 40


def cpr_like(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of CPR-like numbers, ”120467-3321”, ”1204673321” and ”120467 3321”."""
    for match in _NUMBER.finditer(text):
        is_date = _is_day(int(match["day"]), int(match["month"]))
        before = text[max(0, match.start() - _LOOKED_BACK) : match.start()]
        if is_date and not _OTHER.search(before):
            yield match.span()


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
