"""What changed inside a field's text, where that is easier to read than the text twice."""

from tasks.differences import Part, differences

_PAGE = 1_000_000  # code points a page compares; further texts stand only side by side
_KEPT = 0.2  # of the longer text; where less stayed, it is another text


class Comparing:
    """Compares the texts of one page, and stops when that would keep the reader waiting."""

    def __init__(self) -> None:
        self._left = _PAGE

    def parts(self, old: str, new: str) -> tuple[Part, ...]:
        """Return the differences; none where one text is empty, another text, or one too many."""
        self._left -= len(old) + len(new)
        if not (old and new) or self._left < 0:
            return ()
        parts = differences(old, new)
        stayed = sum(len(part.text) for part in parts if part.kind == "same")
        return parts if stayed >= _KEPT * max(len(old), len(new)) else ()
