"""Runs a command against a PostgreSQL that is made for it and thrown away: postgres.py -- COMMAND.

The command finds the database in DATABASE_URL, and its exit code is ours. Where no PostgreSQL is
installed the command is skipped, loudly; with CI=true that is a failure.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

DEBIAN_HOME = Path("/usr/lib/postgresql")
START_SECONDS = 60
# Data that is thrown away need not survive a power cut.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresMissingError(Exception):
    """Says in one sentence what this machine lacks."""


def find_binaries() -> Path:
    """Return the folder of the newest PostgreSQL server here; PostgresMissingError without one."""
    debian = DEBIAN_HOME.glob("*/bin/initdb")
    newest = max(debian, key=lambda path: float(path.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    if found is None:
        raise PostgresMissingError("no PostgreSQL server found: sudo apt install postgresql")
    return Path(found).resolve().parent


def server_user() -> str | None:
    """Return the user the server runs as: PostgreSQL refuses root. None means ourselves."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError:
        raise PostgresMissingError("root needs a user named postgres to run the server") from None


@contextmanager
def throw_away_postgres() -> Iterator[str]:
    """Yield the DATABASE_URL of a server on a free port of 127.0.0.1; stop and erase it after."""
    binaries, user = find_binaries(), server_user()
    with tempfile.TemporaryDirectory(prefix="klik-postgres-") as scratch:
        home, password, port = Path(scratch), secrets.token_hex(16), _free_port()
        if user:
            shutil.chown(home, user)
        _make_cluster(binaries, home, user, password)
        command: list[Path | str] = [binaries / "postgres", "-D", home / "data", "-p", str(port)]
        command += [f"-c{setting}" for setting in (*FAST, "unix_socket_directories=")]
        with (home / "log").open("wb") as log:
            # A session of its own: Ctrl+C must reach the command first, and the server last.
            server = subprocess.Popen(
                command, user=user, cwd=home, stdout=log, stderr=log, start_new_session=True
            )
        try:
            _wait_until_ready(binaries, server, port, home / "log")
            yield f"postgres://klik:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # "fast shutdown": drops those still connected
            server.wait()


def _make_cluster(binaries: Path, home: Path, user: str | None, password: str) -> None:
    password_file = home / "password"
    password_file.write_text(password, encoding="ascii")
    if user:
        shutil.chown(password_file, user)
    command: list[Path | str] = [
        binaries / "initdb",
        "-D",
        home / "data",
        "--username=klik",
        "--no-sync",
    ]
    command += [f"--pwfile={password_file}", "--auth=scram-sha-256"]
    command += ["--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run(command, user=user, cwd=home, stdout=subprocess.DEVNULL, check=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_ready(
    binaries: Path, server: subprocess.Popen[bytes], port: int, log: Path
) -> None:
    question: list[Path | str] = [
        binaries / "pg_isready",
        "--quiet",
        "--host=127.0.0.1",
        f"--port={port}",
    ]
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(question, check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.1)


def run_with_postgres(command: list[str]) -> int:
    """Run the command with DATABASE_URL set, and return its exit code."""
    with throw_away_postgres() as url:
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url}, check=False
        ).returncode


def main(arguments: list[str]) -> int:
    """Do what the first line of this file says; return the exit code."""
    if arguments[:1] != ["--"] or len(arguments) == 1:
        print("Usage: python tests/postgres.py -- COMMAND [ARGUMENT …]", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _stop)
    try:
        return run_with_postgres(arguments[1:])
    except PostgresMissingError as missing:
        is_ci = os.environ.get("CI") == "true"
        print(f"\n{'=' * 80}\nNOT TESTED ON POSTGRESQL: {missing}\n{'=' * 80}\n", file=sys.stderr)
        return 1 if is_ci else 0


def _stop(*_: object) -> NoReturn:
    """Turn the signal into an exception, so that the server is stopped on the way out."""
    sys.exit(128 + signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
