"""The three answers to ”is this bydeform?”."""

from enum import Enum


class Answer(Enum):
    """Only NOT may become an ERROR; UNSURE is a HINT."""

    IMPERATIVE = "imperative"
    NOT = "not"
    UNSURE = "unsure"
