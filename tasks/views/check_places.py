"""Where the findings stand, as a browser counts: what it underlines while one writes."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict

from tasks import checking, guide, richtext
from tasks.actions.fixing import PLAIN_KEYS, keyed, line_key_of
from tasks.style import RULE, Finding, Fix
from tasks.views.asking import whole_number

MOST = 600  # underlines at once; the panel tells of the others
_TEXTS = frozenset({*guide.PROSE_KEYS, *PLAIN_KEYS, guide.ANNOUNCEMENT.key})
_WORD = re.compile(r"[\w'’-]+")
_WIDE = re.compile("\r(?=\n)|[\U00010000-\U0010ffff]")

Blocks = Mapping[str, tuple[str, ...]]


class Ruler:
    """Counts one text in UTF-16 code units, as scripts do; a textarea's newline is one of them."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        found = [(match.start(), match[0]) for match in _WIDE.finditer(text)]
        self._wide = [place for place, sign in found if sign != "\r"]
        self._returns = [place for place, sign in found if sign == "\r"]

    def units(self, point: int) -> int:
        """Return how many code units stand before a code point."""
        return point + bisect_left(self._wide, point) - bisect_left(self._returns, point)

    def point(self, units: int) -> int:
        """Return the code point that many code units stand before."""
        return bisect_left(range(self._length), units, key=self.units)


def blocks_of(values: Mapping[str, Any], announcement: str = "") -> Blocks:
    """Return the plain blocks of every text, as the engine counts them."""
    prose = {
        key: tuple(block.text for block in richtext.to_blocks(values[key]))
        for key in guide.PROSE_KEYS
    }
    plain = {key: (str(values[key]),) for key in PLAIN_KEYS}
    return prose | plain | {guide.ANNOUNCEMENT.key: (announcement,)}


def held_back(standing: Iterable[Finding], blocks: Blocks, typing: str) -> frozenset[Finding]:
    """Return the findings in the word that is being typed; nobody is judged in the middle of one.

    ``typing`` is ”field:block:offset” of the caret, in code units; anything else holds nothing.
    """
    field, _, where = typing.partition(":")
    block, offset = (whole_number(part) for part in where.partition(":")[::2])
    texts = blocks.get(field, ())
    if not 0 <= block < len(texts) or offset < 0:
        return frozenset()
    caret = Ruler(texts[block]).point(offset)
    words = _WORD.finditer(texts[block])
    word = next((w for w in words if w.start() < caret <= w.end()), None)
    if word is None:
        return frozenset()
    return frozenset(
        finding
        for finding in standing
        if (finding.field, finding.block) == (field, block)
        and finding.start < word.end()
        and word.start() < finding.end
    )


def places_context(
    result: checking.CheckResult,
    blocks: Blocks,
    *,
    can_act: bool,
    held: frozenset[Finding] = frozenset(),
    sent: QueryDict | None = None,
) -> dict[str, Any]:
    """Return what the panel carries for the script: its places, and which texts they are of."""
    version = whole_number(sent.get("check_version", "")) if sent is not None else 0
    return {
        "places": json.dumps(_places(result, blocks, held, can_act=can_act), ensure_ascii=False),
        "check_version": max(0, version),
        "has_held": bool(held),
    }


def _places(
    result: checking.CheckResult, blocks: Blocks, held: frozenset[Finding], *, can_act: bool
) -> dict[str, Any]:
    found = [
        (key, finding)
        for key, finding in keyed(result.standing)
        if finding not in held and not finding.is_whole_field and finding.field in _TEXTS
    ]
    gravest = sorted(found, key=lambda pair: -pair[1].severity)[:MOST]
    texts = _measured(blocks, {(finding.field, finding.block) for _, finding in gravest})
    said = {finding.rule: RULE[finding.rule] for _, finding in gravest}
    return {
        "may": can_act,
        "whole": len(found) <= MOST,
        "rules": {
            name: {"title": rule.title, "why": rule.why, "guide": rule.guide}
            for name, rule in said.items()
        },
        "places": [
            _place(key, finding, *texts[finding.field, finding.block]) for key, finding in gravest
        ],
    }


def _measured(
    blocks: Blocks, wanted: set[tuple[str, int]]
) -> dict[tuple[str, int], tuple[str, Ruler]]:
    """Each wanted block with its ruler."""
    texts = {(field, block): blocks[field][block] for field, block in wanted}
    return {place: (text, Ruler(text)) for place, text in texts.items()}


def _place(key: str, finding: Finding, text: str, ruler: Ruler) -> dict[str, Any]:
    return {
        "key": key,
        "line": line_key_of(finding),
        "rule": finding.rule,
        "field": finding.field,
        "block": finding.block,
        "start": ruler.units(finding.start),
        "end": ruler.units(finding.end),
        "severity": finding.severity.name.lower(),
        "phrase": finding.phrase.replace("\r\n", "\n"),
        "message": finding.message,
        "keep": finding.can_be_kept,
        "fixes": [_fix(finding, fix, text, ruler) for fix in finding.fixes],
    }


def _fix(finding: Finding, fix: Fix, text: str, ruler: Ruler) -> dict[str, Any]:
    start, end = finding.span_of(fix)
    return {
        "label": fix.label,
        "phrase": text[start:end].replace("\r\n", "\n"),
        "replacement": fix.replacement,
        "start": ruler.units(start),
        "end": ruler.units(end),
    }
