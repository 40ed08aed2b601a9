"""Carries a change out as a person does who reads the before/after table, each time it is shown."""

from collections.abc import Callable
from typing import TypeVar

from tasks.actions.moves import Unconfirmed

Done = TypeVar("Done")
_PATIENCE = 9  # tables a person reads, when others keep changing what they show


def confirmed(action: Callable[[str], Done]) -> Done:
    """Return what the action does when it is given the digest of the plan it asked about."""
    digest = ""
    for _ in range(_PATIENCE):
        try:
            return action(digest)
        except Unconfirmed as asked:
            digest = asked.plan.digest
    return action(digest)
