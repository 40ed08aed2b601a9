"""The command as a person runs it: another process, no environment, no database."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEYS = ["line", "rule", "severity", "field", "start", "end", "match", "message", "fixes"]


def lint(*arguments: str, stdin: str | bytes = "") -> tuple[int, str, str]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    command = [sys.executable, str(ROOT / "manage.py"), "lint", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, env={}, cwd="/", check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def found(*arguments: str, stdin: str) -> list[dict[str, Any]]:
    _, out, err = lint(*arguments, "--format", "json", stdin=stdin)
    assert err == ""
    rows: list[dict[str, Any]] = json.loads(out)
    return rows


def test_an_error_is_exit_code_one_and_the_finding_has_every_key() -> None:
    code, out, _ = lint("--field", "title", "--format", "json", stdin="Oprettelse af rute\n")
    (row,) = (row for row in json.loads(out) if row["rule"] == "title-imperative")
    assert code == 1
    assert list(row) == KEYS
    assert (row["line"], row["severity"], row["field"]) == (None, "error", "title")
    assert (row["start"], row["end"], row["match"]) == (0, 13, "Oprettelse af")
    assert row["fixes"] == ["Opret"]


def test_nothing_to_correct_is_exit_code_zero() -> None:
    assert lint("--field", "title", stdin="Opret en SFTP-rute")[:2] == (0, "Intet at rette\n")


def test_every_line_is_its_own_text() -> None:
    lines = "Kommunen skal svare.\r\n\n😀 Derfor skal kommunen svare.\n"
    rows = found("--field", "description", "--lines", stdin=lines)
    places = [(r["line"], r["start"], r["match"]) for r in rows if r["rule"] == "tone-municipality"]
    assert places == [(1, 0, "Kommunen skal"), (3, 9, "skal kommunen")]


def test_a_reference_before_a_title_is_skipped_and_counted() -> None:
    rows = found("--field", "title", "--lines", stdin="(MI 01) Gentage test\n(MI 02) Test ruten\n")
    assert [(r["line"], r["start"], r["fixes"]) for r in rows] == [(1, 8, ["Gentag"])]


def test_spans_in_a_field_count_in_the_whole_text() -> None:
    text = "Sådan gør I:\n- Kommunen skal svare"
    rows = found("--field", "goal", stdin=text)
    (row,) = (row for row in rows if row["rule"] == "tone-municipality")
    assert text[row["start"] : row["end"]] == row["match"] == "Kommunen skal"


def test_spans_in_html_count_in_its_plain_text() -> None:
    html = "<p>Æble &amp; <em>pære</em></p><ul><li><p>Kommunen skal svare</p></li></ul>"
    rows = found("--field", "goal", stdin=html)
    (row,) = (row for row in rows if row["rule"] == "tone-municipality")
    plain = "Æble & pære\nKommunen skal svare"
    assert plain[row["start"] : row["end"]] == "Kommunen skal"


def test_a_whole_task_is_told_what_it_lacks() -> None:
    rows = found(stdin='{"title": "Opret ruten", "podio": 1}')
    assert {"required-description", "title-format"} <= {row["rule"] for row in rows}
    assert "required-title" not in {row["rule"] for row in rows}


def test_a_file_is_read_and_a_byte_order_mark_is_no_word(tmp_path: Path) -> None:
    file = tmp_path / "titel.txt"
    file.write_bytes("\ufeffOpret ruten".encode())
    assert lint(str(file), "--field", "title")[0] == 0


def test_the_text_for_people_is_one_line_a_finding_and_a_sum() -> None:
    _, out, _ = lint("--field", "title", "--lines", stdin="Gentage testen\n")
    line, total = out.splitlines()
    assert line.startswith("1: Skal rettes [title-imperative] Opgavetitel 0–7 ”Gentage”: ")
    assert total == "1 skal rettes · 0 bør rettes · 0 gode råd"


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (["--field", "nope"], ""),
        (["--field", "nope", "--lines"], ""),
        (["--lines"], ""),
        (["--format", "xml"], ""),
        (["--ukendt"], ""),
        (["/findes/ikke"], ""),
        (["/"], ""),
        ([], "ikke json"),
        ([], "[]"),
        ([], '{"title": 3}'),
        (["--field", "title"], b"\xff\xfe"),
    ],
)
def test_unusable_input_is_exit_code_two_with_one_line(
    arguments: list[str], stdin: str | bytes
) -> None:
    code, out, err = lint(*arguments, stdin=stdin)
    assert (code, out) == (2, "")
    assert err.startswith("lint: ")
    assert err.count("\n") == 1


def test_half_a_character_is_written_so_that_json_still_holds_it() -> None:
    rows = found(stdin='{"description": "Kommunen skal \\ud83d svare"}')
    assert "Kommunen skal" in {row["match"] for row in rows}


def test_help_is_danish() -> None:
    code, out, _ = lint("--help")
    assert code == 0
    assert "Svarer 0" in out
