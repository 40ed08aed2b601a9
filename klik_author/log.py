"""Formats the log: an entry is one line, whatever text a visitor has sent into it."""

from __future__ import annotations

import logging
from textwrap import indent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging import _SysExcInfoType

_LINE_BREAKERS = {
    code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
}


class OneLineFormatter(logging.Formatter):
    """Writes control characters as escapes, so that nobody can forge an entry of their own."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        return super().formatMessage(record).translate(_LINE_BREAKERS)

    def formatException(self, ei: _SysExcInfoType) -> str:  # noqa: N802 - logging's own name
        """Indent a traceback, so that only an entry ever begins at the margin."""
        return indent(super().formatException(ei), "    ", predicate=bool)
