"""Findings put into a municipality's view where they stand, for the author who asks for them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape, unescape
from itertools import count
from typing import NamedTuple

from tasks.exports.municipality import MunicipalityView, Note, SeenField
from tasks.style import Finding

Blocks = Mapping[str, tuple[str, ...]]

# What stands in the title of the view comes from several fields of the form
_IN_HEADING = {"prefix": "title", "separator": "title", "number": "title", "reference": "title"}
_LINE = re.compile(r"<(?P<tag>p|li)>(?P<inside>.*?)</(?P=tag)>", re.DOTALL)
_PIECE = re.compile(r"(?P<tag><[^>]*>)|&#?\w+;|.", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Span(NamedTuple):
    """Code points of one line of text that a finding is about."""

    start: int
    end: int
    note: Note


def with_findings(
    view: MunicipalityView, findings: Iterable[Finding], blocks: Blocks
) -> MunicipalityView:
    """Return the view with each finding in its field; ``blocks`` are the texts that were checked.

    Nothing but marks is added: the words of the view stay as they are.
    """
    told: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        told[_IN_HEADING.get(finding.field, finding.field)].append(finding)
    numbers = count(1)

    def marked(field: SeenField) -> SeenField:
        return _marked(field, told.pop(field.key, []), blocks.get(field.key, ()), numbers)

    heading = marked(view.heading)
    fields = tuple(marked(field) for field in view.fields)
    message = marked(view.message) if view.message else None
    unseen = sum(len(found) for found in told.values())
    return replace(view, heading=heading, fields=fields, message=message, unseen_notes=unseen)


def _marked(
    field: SeenField, findings: list[Finding], blocks: tuple[str, ...], numbers: "count[int]"
) -> SeenField:
    """The field with its notes, in the order in which they stand in it."""
    if not findings:
        return field
    ordered = sorted(findings, key=lambda f: (f.block, f.start, f.end))
    notes = [Note(next(numbers), f.severity, f.phrase, f.message) for f in ordered]
    by_block: defaultdict[int, list[Span]] = defaultdict(list)
    for finding, note in zip(ordered, notes, strict=True):
        if not finding.is_whole_field:
            by_block[finding.block].append(Span(finding.start, finding.end, note))
    if field.is_prose:
        return replace(field, notes=tuple(notes), html=_marked_html(field.html, by_block, blocks))
    is_plain = not (field.html or field.items or field.links) and bool(blocks)
    spans = _moved(by_block[0], field.text, blocks[0]) if is_plain else []
    marked = _marked_line(escape(field.text), spans) if spans else ""
    return replace(field, notes=tuple(notes), marked=marked)


def _marked_html(html: str, by_block: Mapping[int, list[Span]], blocks: tuple[str, ...]) -> str:
    """Mark lines of ``to_podio_html``, which has one p or li for each block of the text."""
    numbers = count()

    def line(match: re.Match[str]) -> str:
        block = next(numbers)
        spans = by_block.get(block)
        if not spans or block >= len(blocks):
            return match[0]
        spans = _moved(spans, unescape(_TAG.sub("", match["inside"])), blocks[block])
        return f"<{match['tag']}>{_marked_line(match['inside'], spans)}</{match['tag']}>"

    return _LINE.sub(line, html)


def _moved(spans: Iterable[Span], shown: str, checked: str) -> list[Span]:
    """The spans as they lie in what is shown: it may have a reference or a number before it."""
    before = len(shown) - len(checked.rstrip())
    moved = [span._replace(start=span.start + before, end=span.end + before) for span in spans]
    return [s for s in moved if s.start >= 0 and shown[s.start : s.end] == s.note.phrase]


def _marked_line(inside: str, spans: Iterable[Span]) -> str:
    """Put marks around the spans of a line, ended before each tag and begun again after it."""
    ordered = list(spans)
    out, place, is_open = "", 0, False
    for piece in _PIECE.finditer(inside):
        is_marked = piece["tag"] is None and any(s.start <= place < s.end for s in ordered)
        if is_marked != is_open:
            out += "<mark>" if is_marked else "</mark>"
            is_open = is_marked
        out += piece[0]
        if piece["tag"] is not None:
            continue
        place += 1
        for ended in (span for span in ordered if span.end == place):
            out += ("</mark>" if is_open else "") + _number(ended.note.number)
            is_open = False
    return out + ("</mark>" if is_open else "")


def _number(number: int) -> str:
    spoken = '<span class="visually-hidden">fund </span>'
    return f'<sup class="seen-note-number no-print">{spoken}{number}</sup>'
