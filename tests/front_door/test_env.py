"""Environment variables are read with their type, and refused when they make no sense."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from klik_author import env

NAME = "KLIK_SOMETHING"


@pytest.mark.parametrize("word", ["1", "true", "YES", " on "])
def test_a_flag_is_raised_by_every_word_for_yes(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.flag(NAME, default=False) is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off"])
def test_a_flag_is_lowered_by_every_word_for_no(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.flag(NAME, default=True) is False


@pytest.mark.parametrize("word", ["", "  "])
def test_an_empty_variable_counts_as_absent(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    assert env.flag(NAME, default=True) is True
    assert env.count(NAME, default=14) == 14
    assert env.text(NAME, "Anbefalet") == "Anbefalet"
    assert env.words(NAME) == ()


@pytest.mark.parametrize("word", ["ja", "2", "tru", "1; rm", "-1"])
def test_a_flag_refuses_other_words(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        env.flag(NAME, default=False)


@pytest.mark.parametrize("word", ["-1", "1.5", "1e3", "¹", "٣", "0x10", "to", "1" * 4301])
def test_a_count_refuses_all_but_whole_numbers(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    monkeypatch.setenv(NAME, word)
    with pytest.raises(ImproperlyConfigured, match=NAME):
        env.count(NAME, default=14)


@given(number=st.integers(min_value=0, max_value=999_999_999))
def test_a_count_is_read_back_as_written(number: int) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(NAME, f" {number} ")
        assert env.count(NAME, default=14) == number


def test_one_of_takes_the_words_it_names_and_refuses_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KLIK_X", raising=False)
    assert env.one_of("KLIK_X", "first", "second") == "first"
    monkeypatch.setenv("KLIK_X", " second ")
    assert env.one_of("KLIK_X", "first", "second") == "second"
    monkeypatch.setenv("KLIK_X", "third")
    with pytest.raises(ImproperlyConfigured, match="KLIK_X must be first or second"):
        env.one_of("KLIK_X", "first", "second")


def test_words_keep_their_order_and_lose_their_blanks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, " goal, title,,phase ,")
    assert env.words(NAME) == ("goal", "title", "phase")


def test_a_secret_is_read_from_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemmelig\n", encoding="utf-8")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    assert env.secret(NAME) == "hemmelig"


def test_a_secret_in_the_variable_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "hemmelig")
    monkeypatch.setenv(f"{NAME}_FILE", "/does/not/exist")
    assert env.secret(NAME) == "hemmelig"


@pytest.mark.parametrize("content", [b"", b"  \n", b"\xff\xfe", None])
def test_an_empty_or_unreadable_secret_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "secret").write_bytes(content)
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    with pytest.raises(ImproperlyConfigured, match=NAME):
        env.secret(NAME)
