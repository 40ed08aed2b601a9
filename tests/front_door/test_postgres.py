"""The throw-away PostgreSQL really is thrown away, and its absence is never silent."""

from __future__ import annotations

import sys
from pathlib import Path

import psycopg
import pytest

from tests import postgres

FAILS_WITH_7 = ["--", sys.executable, "-c", "raise SystemExit(7)"]


@pytest.fixture
def no_postgres(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(postgres, "DEBIAN_HOME", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_server_is_there_for_the_command_and_gone_after() -> None:
    try:
        with postgres.throw_away_postgres() as url:
            with psycopg.connect(url) as connection:
                assert connection.execute("SHOW server_encoding").fetchone() == ("UTF8",)
                answer = connection.execute("SHOW data_directory").fetchone()
            assert answer is not None
            assert Path(answer[0]).is_dir()
            with pytest.raises(psycopg.OperationalError, match="password"):
                psycopg.connect(url.replace("klik:", "klik:x"))
    except postgres.PostgresMissingError as missing:
        pytest.skip(str(missing))
    assert not Path(answer[0]).parent.exists()
    with pytest.raises(psycopg.OperationalError, match="refused"):
        psycopg.connect(url)


def test_without_postgresql_the_command_is_skipped_loudly(
    no_postgres: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert postgres.main(FAILS_WITH_7) == 0
    assert "NOT TESTED ON POSTGRESQL" in capsys.readouterr().err


def test_without_postgresql_ci_fails(
    no_postgres: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    assert postgres.main(FAILS_WITH_7) == 1
    assert "NOT TESTED ON POSTGRESQL" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--"], ["pytest"]])
def test_a_call_without_a_command_is_refused(arguments: list[str]) -> None:
    assert postgres.main(arguments) == 2
