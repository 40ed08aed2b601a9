"""The rules' version: a digest of this package, so stored counts go stale when a rule changes."""

import hashlib
from pathlib import Path

_ROOM = Path(__file__).parent
_LENGTH = 12


def _digest() -> str:
    """Return the first 12 hex digits over every source and data file, in the order of names."""
    digest = hashlib.sha256()
    for path in sorted(_ROOM.rglob("*")):
        if path.suffix in {".py", ".txt", ".toml"}:
            digest.update(path.relative_to(_ROOM).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:_LENGTH]


RULES_VERSION = _digest()
