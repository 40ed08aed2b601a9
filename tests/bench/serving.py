"""The site as `make run` serves it, on data that is thrown away, with two tasks to measure on."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 30


@dataclass(frozen=True)
class Site:
    """A running server, Anne's login, and the forms of two of her tasks."""

    url: str
    cookie: dict[str, Any]
    usual: str
    many_findings: str


@contextmanager
def served() -> Iterator[Site]:
    """Yield the running site; stop it and erase its data after."""
    with tempfile.TemporaryDirectory(prefix="klik-bench-") as folder:
        use(Path(folder))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        site = _furnished(f"http://{address}")
        command = [sys.executable, "-m", "gunicorn", "klik_author.wsgi", f"--bind={address}"]
        options = ["--workers=2", "--no-control-socket", "--log-level=warning"]
        with subprocess.Popen([*command, *options], cwd=ROOT) as server:
            try:
                _wait_for(site.url, server)
                yield site
            finally:
                server.terminate()


def use(folder: Path) -> None:
    """Let Django here and in the server have its data in a folder, whatever is set for the site."""
    for name in [name for name in os.environ if name.startswith("KLIK_")]:
        del os.environ[name]
    os.environ |= {
        "KLIK_SECRET_KEY": secrets.token_urlsafe(64),
        "KLIK_INSECURE_HTTP": "1",
        "KLIK_STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "klik_author.settings",
    }


def set_up() -> None:
    """Start Django on an empty database, with every static file in its place."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _furnished(url: str) -> Site:
    from django.db import connection

    set_up()
    site = _with_tasks(url)
    connection.close()
    return site


def _with_tasks(url: str) -> Site:
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from tests.browser.timing import MANY_FINDINGS
    from tests.make import make_anne, make_ready_task

    client = Client()
    client.force_login(make_anne())
    name = settings.SESSION_COOKIE_NAME
    usual = make_ready_task("Opsæt afslagsårsager i systemadministration", **_usual_texts())
    many = make_ready_task("Giv samtykke til SFTP-ruten", description=MANY_FINDINGS)
    return Site(
        url=url,
        cookie={"name": name, "value": client.cookies[name].value, "url": url},
        usual=url + reverse("task_edit", args=[usual.pk]),
        many_findings=url + reverse("task_edit", args=[many.pk]),
    )


def _usual_texts() -> dict[str, str]:
    """The guide's own examples, in every field that has room for them."""
    from tasks import richtext
    from tasks.guide import examples

    texts = {
        "goal": examples.SFTP_GOAL,
        "description": examples.SFTP_DESCRIPTION,
        "method": examples.SETUP_METHOD,
        "result": examples.SFTP_RESULT,
        "quality_criteria": examples.SFTP_RESULT,
        "background": examples.SFTP_DESCRIPTION,
    }
    return {key: richtext.from_source(text) for key, text in texts.items()}


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{url}/sundhed/"):  # noqa: S310 -- our own server
                return
        except URLError:
            time.sleep(0.1)
    raise SystemExit("gunicorn did not answer")
