"""The tests' SQLite is set up as the site's: in a file, and ready for several writers."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite alone")


def pragma(name: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_every_connection_has_what_several_writers_need() -> None:
    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 1  # NORMAL
    assert pragma("foreign_keys") == 1
    assert int(str(pragma("busy_timeout"))) >= 5_000  # milliseconds


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_four_writers_who_read_first_all_get_their_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE turn (n INTEGER)")
        cursor.execute("INSERT INTO turn VALUES (0)")
    failures: list[Exception] = []
    start = threading.Barrier(4)

    def take_ten_turns() -> None:
        start.wait()
        try:
            for _ in range(10):
                with transaction.atomic(), connection.cursor() as cursor:
                    seen = cursor.execute("SELECT n FROM turn").fetchone()[0]
                    cursor.execute("UPDATE turn SET n = %s", [seen + 1])
        except Exception as error:  # noqa: BLE001 - told to the test below
            failures.append(error)
        finally:
            connection.close()

    writers = [threading.Thread(target=take_ten_turns) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    try:
        assert failures == []
        assert turns_taken() == 40
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE turn")


def turns_taken() -> object:
    with connection.cursor() as cursor:
        return cursor.execute("SELECT n FROM turn").fetchone()[0]
