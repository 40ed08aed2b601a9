"""The site as `make run` serves it: gunicorn, collected files, and every header in place."""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
GUNICORN = ["-m", "gunicorn", "klik_author.wsgi", "--no-control-socket", "--log-level=warning"]


class Site:
    """A running server, asked for pages as a browser would."""

    def __init__(self, port: int) -> None:
        self.port = port

    def get(self, path: str, host: str = "127.0.0.1", method: str = "GET") -> tuple[int, str, str]:
        """Return the status, the headers one to a line, and the text."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, headers={"Host": f"{host}:{self.port}"})
            answer: HTTPResponse = connection.getresponse()
            text = answer.read().decode("utf-8", errors="replace")
            return answer.status, str(answer.headers), text
        finally:
            connection.close()

    def is_up(self) -> bool:
        try:
            return self.get("/log-ind/")[0] > 0
        except OSError:
            return False


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("KLIK_")}
    environment = clean | {
        "KLIK_SECRET_KEY": secrets.token_urlsafe(64),
        "KLIK_INSECURE_HTTP": "1",
        "KLIK_STATIC_ROOT": str(folder / "static"),
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
        "DJANGO_SETTINGS_MODULE": "klik_author.settings",
    }
    for command in ("migrate", "collectstatic"):
        manage = [sys.executable, "manage.py", command, "--no-input", "--verbosity=0"]
        subprocess.run(manage, env=environment, cwd=ROOT, check=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command_line = [sys.executable, *GUNICORN, f"--bind=127.0.0.1:{port}"]
    with subprocess.Popen(command_line, env=environment, cwd=ROOT) as server:
        try:
            yield wait_for(Site(port), server)
        finally:
            server.terminate()


def wait_for(site: Site, server: subprocess.Popen[bytes]) -> Site:
    deadline = time.monotonic() + 30
    while not site.is_up():
        assert server.poll() is None, "gunicorn ended"
        assert time.monotonic() < deadline, "gunicorn did not answer"
        time.sleep(0.1)
    return site


@pytest.mark.parametrize("path", ["/log-ind/", "/", "/findes-ikke/", "/opgaver/"])
def test_every_answer_carries_the_headers(site: Site, path: str) -> None:
    _, headers, _ = site.get(path)
    policies = re.findall(r"^Content-Security-Policy: (.*)", headers, re.MULTILINE)
    assert [set(policy.split("; ")) for policy in policies] == [CSP]
    assert "X-Content-Type-Options: nosniff\n" in headers
    assert "Referrer-Policy: same-origin\n" in headers
    assert "X-Frame-Options: DENY\n" in headers


def test_nothing_but_the_login_is_shown_to_a_stranger(site: Site) -> None:
    assert site.get("/log-ind/")[0] == 200
    status, headers, _ = site.get("/opgaver/")
    assert status == 302
    assert "Location: /log-ind/?next=/opgaver/\n" in headers


def test_every_file_a_page_asks_for_is_there_and_may_be_kept(site: Site) -> None:
    page = site.get("/log-ind/")[2]
    wanted = set(re.findall(r'(?:src|href)="(/static/[^"#]+)', page))
    assert wanted
    while wanted:
        path = wanted.pop()
        status, headers, text = site.get(path)
        assert status == 200, path
        assert "immutable" in headers, path
        assert "X-Content-Type-Options: nosniff\n" in headers
        if path.endswith(".css"):
            folder = path.rsplit("/", 1)[0]
            inside = re.findall(r"url\([\"']?([^\"')#]+)", text)
            wanted |= {f"{folder}/{name}" for name in inside if not name.startswith("data:")}


def test_the_sources_of_the_front_end_are_not_served(site: Site) -> None:
    assert site.get("/static/src/app.js")[0] in {302, 404}


def test_a_forged_host_is_refused_and_nothing_is_told(site: Site) -> None:
    status, _, text = site.get("/log-ind/", host="evil.example")
    assert status == 400
    assert "evil.example" not in text
    assert "Traceback" not in text


def test_the_server_does_not_answer_trace(site: Site) -> None:
    assert site.get("/log-ind/", method="TRACE")[0] in {400, 405, 501}
