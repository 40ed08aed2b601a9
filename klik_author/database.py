"""Turns DATABASE_URL into Django's database settings, for SQLite or PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_SHAPES = "sqlite:///file, sqlite:////absolute/file or postgres://user:password@host:port/name"
_LOCK_WAIT_SECONDS = 20
_SQLITE_OPTIONS = {
    # A transaction takes the write lock when it begins, and others wait for it. With SQLite's
    # default, two people who save at the same time get "database is locked" at once.
    "transaction_mode": "IMMEDIATE",
    "timeout": _LOCK_WAIT_SECONDS,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        f"PRAGMA busy_timeout={_LOCK_WAIT_SECONDS * 1000};"
    ),
}


def database(url: str, base: Path) -> dict[str, Any]:
    """Return the settings of the database at `url`; a relative SQLite file lies under `base`.

    ImproperlyConfigured when the address is not one of the three shapes. The message never
    repeats the address, which may hold a password.
    """
    # urlsplit would drop tabs and newlines without a word, and so read another address.
    if not url.isprintable() or " " in url:
        raise _refused("it holds a blank or a control character; write it percent-encoded")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise _refused("the host or the port cannot be read") from error
    if parts.fragment:
        raise _refused("it holds a #; write it percent-encoded as %23")
    match parts.scheme:
        case "sqlite":
            return _sqlite(parts, base)
        case "postgres" | "postgresql":
            return _postgresql(parts, port)
    raise _refused("the scheme is unknown")


def _sqlite(parts: SplitResult, base: Path) -> dict[str, Any]:
    name = _decoded(parts.path[1:])
    if parts.netloc or parts.query or not name:
        raise _refused("SQLite takes a file and nothing else")
    if name == ":memory:":
        raise _refused("a database in memory is lost when the program ends")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(base / name),
        "OPTIONS": _SQLITE_OPTIONS.copy(),
    }


def _postgresql(parts: SplitResult, port: int | None) -> dict[str, Any]:
    name = _decoded(parts.path[1:])
    if not parts.hostname or not name or "/" in parts.path[1:]:
        raise _refused("PostgreSQL needs a host and the name of one database")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": _decoded(parts.username or ""),
        "PASSWORD": _decoded(parts.password or ""),
        "HOST": parts.hostname,
        "PORT": str(port or 5432),
        "CONN_MAX_AGE": 60,  # seconds
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _postgresql_options(parts.query),
    }


def _postgresql_options(query: str) -> dict[str, str]:
    options = dict(parse_qsl(query, keep_blank_values=True))
    if options.keys() - {"sslmode", "sslrootcert"}:
        raise _refused("the only options are sslmode and sslrootcert")
    return options


def _decoded(part: str) -> str:
    try:
        decoded = unquote(part, errors="strict")
    except UnicodeDecodeError as error:
        raise _refused("a percent-encoded part is not UTF-8") from error
    if not decoded.isprintable():
        raise _refused("it holds a control character")
    return decoded


def _refused(why: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"DATABASE_URL: {why}. Write {_SHAPES}.")
