"""What happens to the dates of tasks when a go-live or a frozen zone changes: before and after."""

from tasks.moves.comparison import (
    Calendar,
    Dates,
    Lasting,
    Move,
    Placed,
    moves_between,
    plan_digest,
)
from tasks.moves.words import clash_in_words

__all__ = [
    "Calendar",
    "Dates",
    "Lasting",
    "Move",
    "Placed",
    "clash_in_words",
    "moves_between",
    "plan_digest",
]
