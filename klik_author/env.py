"""Reads settings from environment variables: each has a type, and nonsense is refused."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


def text(name: str, default: str = "") -> str:
    """Return the variable without surrounding blanks; an empty one counts as absent."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """Return the variable as a yes or no; ImproperlyConfigured for any other word."""
    value = text(name).casefold()
    if not value:
        return default
    if value not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0")
    return value in _TRUE


def count(name: str, *, default: int) -> int:
    """Return the variable as a whole number >= 0; ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) <= 9):
        raise ImproperlyConfigured(f"{name} must be a whole number of at most nine digits")
    return int(value)


def one_of(name: str, default: str, *others: str) -> str:
    """Return the variable as one of the words given; ImproperlyConfigured for any other."""
    value = text(name, default)
    if value not in (default, *others):
        raise ImproperlyConfigured(f"{name} must be {' or '.join((default, *others))}")
    return value


def words(name: str) -> tuple[str, ...]:
    """Return a comma-separated variable as its non-empty parts, in the order written."""
    return tuple(part.strip() for part in text(name).split(",") if part.strip())


def secret(name: str) -> str:
    """Return the secret in the variable, or in the file that `<name>_FILE` points at.

    ImproperlyConfigured when there is neither: the site must not start on a secret that others
    can know. The message never holds the secret.
    """
    value = text(name)
    path = text(f"{name}_FILE")
    if not value and path:
        try:
            value = Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ImproperlyConfigured(f"{name}_FILE points at a file I cannot read") from error
    if not value:
        raise ImproperlyConfigured(f"Set {name}, or {name}_FILE to a file that holds the secret")
    return value
