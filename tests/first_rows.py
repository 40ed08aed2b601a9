"""The rows that stand in a new database, and a quick way to put them back after a flush.

Django keeps them as JSON and saves them one model at a time, which costs a test in the browser
more than the page it opens.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper


class Rows(NamedTuple):
    """Everything that stands in one table."""

    delete: str
    insert: str
    values: list[tuple[Any, ...]]


def take_rows(connection: BaseDatabaseWrapper) -> list[Rows]:
    """Read every table that a flush empties, as the database itself keeps it."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [rows for rows in (_rows_of(connection, name) for name in names) if rows.values]


def _rows_of(connection: BaseDatabaseWrapper, name: str) -> Rows:
    table = connection.ops.quote_name(name)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - the name is one of our models'
        columns = [connection.ops.quote_name(column[0]) for column in cursor.description]
        values = cursor.fetchall()
    places = ", ".join(["%s"] * len(columns))
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608
    return Rows(f"DELETE FROM {table}", insert, values)  # noqa: S608


def put_rows_back(connection: BaseDatabaseWrapper, all_rows: list[Rows]) -> None:
    """Let the tables hold these rows; keys from row to row are checked when all are there."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for rows in all_rows:
            cursor.execute(rows.delete)  # the first test finds what the migrations wrote
        for rows in all_rows:
            cursor.executemany(rows.insert, rows.values)
