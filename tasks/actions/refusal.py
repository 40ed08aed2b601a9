"""How an action says no."""

from tasks.permissions import Answer


class Refused(Exception):
    """The action did nothing; the message is one Danish sentence for the person.

    ``field`` names the form field it belongs to, or is empty.
    """

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Stale(Refused):
    """Somebody changed the task after it was shown."""


def require(answer: Answer) -> None:
    """Raise Refused with the answer's reason unless it is yes."""
    if not answer:
        raise Refused(answer.reason)
