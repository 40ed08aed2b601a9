"""Who is in a wave: reading the names people paste, finding one, and finding who is in two."""

from tasks.membership.finding import Found, find_member
from tasks.membership.guesses import nearest
from tasks.membership.names import Pasted, read_names
from tasks.membership.shared import Shared, shared_by_waves
from tasks.membership.spelling import spelling

__all__ = [
    "Found",
    "Pasted",
    "Shared",
    "find_member",
    "nearest",
    "read_names",
    "shared_by_waves",
    "spelling",
]
