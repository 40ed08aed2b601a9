"""Knows when the live server has answered everything: a test leaves no request to the next one."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any
from wsgiref.simple_server import WSGIServer

QUIET_WITHIN = 20  # seconds


class Traffic:
    """Counts the requests that are being answered."""

    def __init__(self, server: WSGIServer) -> None:
        self._open = 0
        self._changed = threading.Condition()
        self._site: Any = server.get_app()
        server.set_app(self._answer)

    def wait_until_quiet(self) -> None:
        """Wait until nothing is being answered; AssertionError when something never is."""
        with self._changed:
            is_quiet = self._changed.wait_for(lambda: self._open == 0, timeout=QUIET_WITHIN)
        assert is_quiet, f"{self._open} requests are unanswered after {QUIET_WITHIN} s"

    def _answer(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        self._count(1)
        try:
            answer: Iterable[bytes] = self._site(environ, start_response)
            return answer
        finally:
            self._count(-1)

    def _count(self, change: int) -> None:
        with self._changed:
            self._open += change
            self._changed.notify_all()
