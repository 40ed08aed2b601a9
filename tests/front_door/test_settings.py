"""The site starts only when it is safe, and is safe unless it is told otherwise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = {"KLIK_SECRET_KEY": "0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
PRODUCTION = SECRET | {"KLIK_ALLOWED_HOSTS": "klik.example"}
PRINT_SETTINGS = """
import json
from klik_author import settings
print(json.dumps({name: getattr(settings, name) for name in dir(settings) if name.isupper()},
                 default=str))
"""


def start(code: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Python with this environment and nothing of ours."""
    clean = {"PATH": os.environ["PATH"], "PYTHONWARNINGS": "error", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, *code],
        env=clean | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def settings(environment: dict[str, str]) -> dict[str, Any]:
    done = start(["-c", PRINT_SETTINGS], environment)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, "KLIK_SECRET_KEY"),
        ({"KLIK_SECRET_KEY": "  "}, "KLIK_SECRET_KEY"),
        ({"KLIK_SECRET_KEY_FILE": "/does/not/exist"}, "KLIK_SECRET_KEY_FILE"),
        (PRODUCTION | {"KLIK_DEBUG": "1"}, "KLIK_DEBUG"),
        (PRODUCTION | {"KLIK_INSECURE_HTTP": "perhaps"}, "KLIK_INSECURE_HTTP"),
        (PRODUCTION | {"DATABASE_URL": "mysql://h/klik"}, "DATABASE_URL"),
        (PRODUCTION | {"KLIK_SHORT_DEADLINE_DAYS": "-1"}, "KLIK_SHORT_DEADLINE_DAYS"),
    ],
)
def test_the_site_refuses_to_start(environment: dict[str, str], why: str) -> None:
    done = start(["-c", PRINT_SETTINGS], environment)
    assert done.returncode != 0
    assert f"ImproperlyConfigured: {why}" in done.stderr or f"Set {why}" in done.stderr


def test_production_is_what_you_get_without_asking() -> None:
    found = settings(PRODUCTION)
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == ["klik.example"]
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["SESSION_COOKIE_NAME"] == "__Host-session"
    assert found["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is True
    assert found["PASSWORD_HASHERS"][0].endswith("Argon2PasswordHasher")


def test_plain_http_answers_to_this_machine_alone() -> None:
    found = settings(PRODUCTION | {"KLIK_INSECURE_HTTP": "1"})
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost"]
    assert found["SESSION_COOKIE_NAME"] == "session"
    assert found["DEBUG"] is False


def test_the_house_can_decide_what_podio_looks_like() -> None:
    chosen = {
        "KLIK_PODIO_TAKES_SEVERAL_ROLES": "1",
        "KLIK_RECOMMENDED_EXPORT_LABEL": "Valgfri",
        "KLIK_SHORT_DEADLINE_DAYS": "7",
        "KLIK_ANNOUNCEMENT_REQUIRED": "0",
        "KLIK_PODIO_FIELD_ORDER": "title, goal",
    }
    found = settings(PRODUCTION | chosen)
    assert [found[name] for name in chosen] == [True, "Valgfri", 7, False, ["title", "goal"]]
    found = settings(PRODUCTION)
    assert [found[name] for name in chosen] == [False, "Anbefalet", 14, True, []]


def test_no_transaction_is_opened_for_a_whole_request() -> None:
    assert "ATOMIC_REQUESTS" not in settings(PRODUCTION)["DATABASES"]["default"]


def test_djangos_own_check_for_production_finds_nothing() -> None:
    check = ["manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    done = start(check, PRODUCTION)
    assert done.returncode == 0, done.stderr
