"""Who is in a wave: reading the names people paste, and finding who is in two."""

from tasks.membership.guesses import nearest
from tasks.membership.names import Pasted, read_names
from tasks.membership.shared import Shared, shared_by_waves

__all__ = ["Pasted", "Shared", "nearest", "read_names", "shared_by_waves"]
