"""The Makefile's targets are there, and the secret it makes is only the owner's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TARGETS = ["run", "setup", "demo-users", "test", "test-fast", "lock", "clean"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with nothing in it but the Makefile and what it is asked to install."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_of_the_front_door_is_there(copy: Path, target: str) -> None:
    done = make(copy, "--dry-run", target)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_run_serves_this_machine_alone_on_the_port_asked_for(copy: Path) -> None:
    commands = make(copy, "--dry-run", "run", "PORT=8123").stdout
    assert "--bind 127.0.0.1:8123" in commands
    assert "--no-control-socket" in commands
    steps = (" migrate", " load_example", " refresh_findings", " empty_bin", "gunicorn")
    places = [commands.index(step) for step in steps]
    assert places == sorted(places)


def test_the_secret_is_the_owners_alone_and_is_kept(copy: Path) -> None:
    secret = copy / ".local" / "secret-key"
    assert make(copy, ".local/secret-key").returncode == 0
    first = secret.read_text(encoding="ascii")
    assert len(first.strip()) >= 50
    assert secret.stat().st_mode & 0o777 == 0o600
    assert secret.parent.stat().st_mode & 0o777 == 0o700
    assert make(copy, ".local/secret-key").returncode == 0
    assert secret.read_text(encoding="ascii") == first


def test_two_machines_have_two_secrets(copy: Path) -> None:
    make(copy, ".local/secret-key")
    first = (copy / ".local" / "secret-key").read_text(encoding="ascii")
    shutil.rmtree(copy / ".local")
    make(copy, ".local/secret-key")
    assert (copy / ".local" / "secret-key").read_text(encoding="ascii") != first


def test_nothing_is_installed_again_until_the_requirements_change(copy: Path) -> None:
    (copy / ".venv").mkdir()
    (copy / ".venv" / "run.stamp").touch()
    assert "pip install" not in make(copy, "--dry-run", "setup").stdout
    (copy / ".venv" / "run.stamp").unlink()
    assert "pip install" in make(copy, "--dry-run", "setup").stdout


@pytest.mark.parametrize("python", ["no-such-python", "false"])
def test_without_a_fit_python_one_line_says_what_to_install(copy: Path, python: str) -> None:
    done = make(copy, "setup", f"PYTHON={python}")
    assert done.returncode != 0
    assert done.stdout.count("\n") == 1
    assert "sudo apt install python3 python3-venv" in done.stdout
    assert not (copy / ".venv").exists()
