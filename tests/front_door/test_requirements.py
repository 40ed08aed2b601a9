"""What is installed is pinned by hash, and no file says which index it came from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PINNED = [ROOT / "requirements" / name for name in ("run.txt", "dev.txt")]
REQUIREMENTS = sorted((ROOT / "requirements").iterdir())
NODE_LOCKS = [
    path
    for pattern in ("*/package-lock.json", "*/*/package-lock.json", "*.lock.json", "*/*.lock.json")
    for path in ROOT.glob(pattern)
    if "node_modules" not in path.parts
]


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_no_requirements_file_holds_an_address_or_a_path(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)
    assert not re.search(r"(^|[\s'\"@])/\w|file:", text)


@pytest.mark.parametrize("path", PINNED, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line


def test_the_tests_run_on_exactly_what_the_site_runs_on() -> None:
    pins = re.compile(r"^\S+==\S+", re.MULTILINE)
    run, dev = (set(pins.findall(path.read_text("utf-8"))) for path in PINNED)
    assert run
    assert run <= dev


def test_django_is_the_long_term_support_series() -> None:
    assert re.search(r"^django==5\.2\.\d+ ", PINNED[0].read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", NODE_LOCKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_lock_of_the_front_end_says_where_a_package_was_fetched(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)
    assert '"resolved"' not in text
    assert "://registry" not in text


def test_npm_is_told_to_leave_addresses_out() -> None:
    npmrc = (ROOT / ".npmrc").read_text(encoding="utf-8")
    assert npmrc == "omit-lockfile-registry-resolved=true\n"
