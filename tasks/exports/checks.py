"""A system check: the order of Podio's form names fields that exist, each once."""

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from tasks import guide


@register()
def podio_field_order(**_: Any) -> list[CheckMessage]:
    """Refuse unknown and repeated keys in KLIK_PODIO_FIELD_ORDER."""
    known = {field.key for field in guide.FIELDS}
    counted = Counter(settings.KLIK_PODIO_FIELD_ORDER)
    unknown = sorted(counted.keys() - known)
    repeated = sorted(key for key, times in counted.items() if times > 1)
    messages: list[CheckMessage] = []
    if unknown:
        messages.append(
            Error(
                f"KLIK_PODIO_FIELD_ORDER names unknown fields: {', '.join(unknown)}",
                hint=f"The fields are {', '.join(sorted(known))}.",
                id="tasks.E001",
            )
        )
    if repeated:
        messages.append(
            Error(
                f"KLIK_PODIO_FIELD_ORDER names fields twice: {', '.join(repeated)}",
                id="tasks.E002",
            )
        )
    return messages
