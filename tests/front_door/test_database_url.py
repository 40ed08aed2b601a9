"""DATABASE_URL means one database, or is refused without giving a password away."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import example, given
from hypothesis import strategies as st

from klik_author.database import database

BASE = Path("/srv/klik")
printable = st.text(min_size=1).filter(str.isprintable)


def test_a_relative_sqlite_file_lies_under_the_project() -> None:
    assert database("sqlite:///.local/db.sqlite3", BASE)["NAME"] == "/srv/klik/.local/db.sqlite3"


def test_an_absolute_sqlite_file_lies_where_it_says() -> None:
    assert database("sqlite:////data/k%C3%A5l%20og%23.db", BASE)["NAME"] == "/data/kål og#.db"


def test_sqlite_takes_the_write_lock_at_once_and_waits_for_it() -> None:
    options = database("sqlite:///db", BASE)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] >= 5


def test_a_postgresql_address_is_taken_apart() -> None:
    settings = database(
        "postgres://anne:p%40ss%2Fw%3A%23@db.example:6543/klik?sslmode=require", BASE
    )
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert settings["USER"] == "anne"
    assert settings["PASSWORD"] == "p@ss/w:#"
    assert settings["HOST"] == "db.example"
    assert settings["PORT"] == "6543"
    assert settings["NAME"] == "klik"
    assert settings["OPTIONS"] == {"sslmode": "require"}


def test_a_postgresql_address_without_a_port_means_the_usual_one() -> None:
    assert database("postgresql://anne@[::1]/klik", BASE)["PORT"] == "5432"
    assert database("postgresql://anne@[::1]/klik", BASE)["HOST"] == "::1"


@given(user=printable, password=printable, name=printable)
@example(user="a:b", password="@/:?#[]%41", name="æøå")
def test_what_is_percent_encoded_is_read_back(user: str, password: str, name: str) -> None:
    parts = [quote(part, safe="") for part in (user, password, name)]
    settings = database("postgres://{}:{}@127.0.0.1:5432/{}".format(*parts), BASE)
    assert (settings["USER"], settings["PASSWORD"], settings["NAME"]) == (user, password, name)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "klik",
        "mysql://anne:hemmelig@h/klik",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite://:memory:",
        "sqlite://host/file",
        "sqlite:///file?mode=ro",
        "sqlite:///a%00b",
        "sqlite:///a\tb",
        "sqlite:///a%FFb",
        "postgres://",
        "postgres:///klik",
        "postgres://anne:hemmelig@h",
        "postgres://anne:hemmelig@h/",
        "postgres://anne:hemmelig@h/klik/more",
        "postgres://anne:hemmelig@h:0x50/klik",
        "postgres://anne:hemmelig@h:65536/klik",
        "postgres://anne:hemmelig@h:-1/klik",
        "postgres://anne:hemmelig@[::1/klik",
        "postgres://anne:hemmelig@h/klik#x",
        "postgres://anne:hemmelig@h/klik?options=-cfsync=off",
        "postgres://anne:hemmelig@h/klik?sslmode=require&host=evil.example",
        "postgres://anne:hemme lig@h/klik",
        "postgres://anne:hemmelig@h/klik\nDEBUG=1",
        "postgres://anne:hemmelig%0A@h/klik",
        "postgres://anne:hemmelig@h℀/klik",
    ],
)
def test_any_other_address_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        database(url, BASE)
    assert "DATABASE_URL" in str(refusal.value)
    assert "hemmelig" not in str(refusal.value)


@given(url=st.text() | st.text().map("postgres://{}".format) | st.text().map("sqlite:///{}".format))
def test_no_address_whatever_makes_another_error(url: str) -> None:
    with suppress(ImproperlyConfigured):
        assert database(url, BASE)["NAME"]
