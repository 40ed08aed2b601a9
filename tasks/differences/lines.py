"""The lines two texts begin and end with alike; most edits are small, and leave little over."""

import re

_BEFORE_LINE_END = re.compile(r"(?=\n)")


def without_common_lines(old: str, new: str) -> tuple[str, str, str, str]:
    """Return the common lines at the start, the two rests, and the common lines at the end."""
    old_lines, new_lines = _BEFORE_LINE_END.split(old), _BEFORE_LINE_END.split(new)
    head = _common(old_lines, new_lines)
    old_rest, new_rest = old_lines[head:], new_lines[head:]
    tail = _common(old_rest[::-1], new_rest[::-1])
    old_end, new_end = len(old_rest) - tail, len(new_rest) - tail
    return (
        "".join(old_lines[:head]),
        "".join(old_rest[:old_end]),
        "".join(new_rest[:new_end]),
        "".join(old_rest[old_end:]),
    )


def _common(lines: list[str], others: list[str]) -> int:
    """Count the lines that are the same from the start."""
    for at, (line, other) in enumerate(zip(lines, others, strict=False)):
        if line != other:
            return at
    return min(len(lines), len(others))
