"""System checks: what a setting orders are fields that exist, each once."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from tasks import guide

ORDERS = ("KLIK_PODIO_FIELD_ORDER", "KLIK_SEEN_FIELD_ORDER")


@register()
def field_orders(**_: Any) -> list[CheckMessage]:
    """Refuse unknown and repeated keys in the orders of Podio's form and of KLIK."""
    return [message for name in ORDERS for message in _faults(name)]


def _faults(name: str) -> Iterator[CheckMessage]:
    known = {field.key for field in guide.FIELDS}
    counted = Counter(getattr(settings, name))
    unknown = sorted(counted.keys() - known)
    repeated = sorted(key for key, times in counted.items() if times > 1)
    if unknown:
        yield Error(
            f"{name} names unknown fields: {', '.join(unknown)}",
            hint=f"The fields are {', '.join(sorted(known))}.",
            id="tasks.E001",
        )
    if repeated:
        yield Error(f"{name} names fields twice: {', '.join(repeated)}", id="tasks.E002")
