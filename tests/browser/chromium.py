"""Debian's chromium, as every test and measurement starts it."""

from __future__ import annotations

import shutil

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DANISH = {"locale": "da-DK", "timezone_id": "Europe/Copenhagen"}
MISSING = "chromium is missing (sudo apt install chromium)"
REPORT_BREACHES = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy ${event.violatedDirective} broken by ${event.blockedURI}`))"""


def program() -> str | None:
    """Return the path of the browser, or None where it is not installed."""
    return shutil.which("chromium")
