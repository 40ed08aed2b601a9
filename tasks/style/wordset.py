"""Closed word lists, written in code as one string of words between blanks."""


def wordset(text: str) -> frozenset[str]:
    """Return the words of a string as a frozen set."""
    return frozenset(text.split())
