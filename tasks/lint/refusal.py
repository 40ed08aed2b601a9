"""What the command line answers when it cannot read what it was given."""


class UnusableError(Exception):
    """Holds one Danish sentence that says what is wrong with the input."""
