"""A system check: `manage.py check` fails when the style engine misjudges its canary text."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from tasks.style import canary


@register()
def style_canary(**_: Any) -> list[CheckMessage]:
    """Refuse to start with an engine that sees too much or too little."""
    if canary.sings():
        return []
    return [
        Error(
            "The style engine does not find exactly what it should in its canary text",
            hint="Look at tasks/style/canary.py and the packaged words in tasks/style/lexicon/.",
            id="tasks.E003",
        )
    ]
