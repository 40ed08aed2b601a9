"""What a page was made from, field by field, so that only what a person changed is ever saved.

A page may be hours old, and others write meanwhile. So it carries, for each field, the revision it
was shown at and a digest of the text; what the person changed there can then be told without
keeping every text there ever was.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tasks import drafting, guide, richtext

_MARK = re.compile(r"([0-9]{1,9})-([0-9a-f]{16})-([0-9a-f]{16})?")


class Mark(NamedTuple):
    """A field as it was shown: at which revision, and a digest of its text.

    ``source`` is the digest of a prose text as plain typing shows it, where strong words and links
    bear no mark; empty for other fields.
    """

    revision: int
    digest: str
    source: str = ""

    def __str__(self) -> str:
        return f"{self.revision}-{self.digest}-{self.source}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page was made from; ``revision`` holds for the fields it does not name."""

    revision: int
    marks: Mapping[str, Mark] = field(default_factory=dict)

    def revision_of(self, key: str) -> int:
        """Return the revision at which the page showed a field."""
        return self.marks[key].revision if key in self.marks else self.revision

    def changed(
        self, values: drafting.Values, sources: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return those of a form's values that are not as the page showed them.

        ``sources`` are the prose texts that were typed without the editor, by key.
        """
        plain = sources or {}
        now = {key: _source_digest(plain[key]) for key in values.keys() & plain.keys()}
        digests = _digests(values)
        return {
            key: value
            for key, value in values.items()
            if key not in self.marks
            or (digests[key] != self.marks[key].digest and now.get(key) != self.marks[key].source)
        }


def marks_of(values: drafting.Values, revision: int) -> dict[str, Mark]:
    """Return the mark of every field as it stands at a revision."""
    sources = {key: _source_digest(richtext.to_source(values[key])) for key in guide.PROSE_KEYS}
    return {
        key: Mark(revision, digest, sources.get(key, ""))
        for key, digest in _digests(values).items()
    }


def written(marks: Mapping[str, Mark]) -> str:
    """Return the marks as the form carries them."""
    return json.dumps({key: str(mark) for key, mark in marks.items()}, separators=(",", ":"))


def read(text: str, revision: int) -> Seen:
    """Read what a form carried; what no page of ours has written counts for nothing."""
    try:
        sent = json.loads(text)
    except (ValueError, RecursionError):
        return Seen(revision)
    if not isinstance(sent, dict):
        return Seen(revision)
    found = {key: _MARK.fullmatch(str(mark)) for key, mark in sent.items()}
    return Seen(revision, {key: Mark(int(m[1]), m[2], m[3] or "") for key, m in found.items() if m})


def _digests(values: drafting.Values) -> dict[str, str]:
    content = drafting.content_of(values)
    return {key: _digest(json.dumps(value, ensure_ascii=False)) for key, value in content.items()}


def _source_digest(source: str) -> str:
    """Line ends and outer blanks are the browser's, not the person's."""
    return _digest("\n".join(line.rstrip() for line in source.strip().splitlines()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
