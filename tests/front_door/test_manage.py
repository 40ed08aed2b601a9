"""manage.py on a machine where nothing is installed: one clear line, and no sign of a finding."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("command", "lacking"), [("lint", "bleach"), ("migrate", "django")])
def test_what_is_lacking_is_said_in_one_line(command: str, lacking: str) -> None:
    without_packages = [sys.executable, "-S", str(ROOT / "manage.py"), command]
    done = subprocess.run(without_packages, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"{lacking} mangler" in done.stderr
    assert "make setup" in done.stderr
