"""The one function that tells a small correction from a change that somebody must approve."""

from collections.abc import Iterable, Mapping

from tasks import guide
from tasks.corrections.marks import Stretch, changed_stretches, links_of
from tasks.corrections.meaning import touched_meaning
from tasks.corrections.why import Why
from tasks.differences import differences

SMALL_MAX = 20  # code points taken out or put in, whichever is more, in all
Texts = Mapping[str, object]


def why_not_small(
    before: Texts, after: Texts, *, roles: Iterable[str] = (), new_findings: int = 0
) -> tuple[Why, ...]:
    """Return why the change from ``before`` to ``after`` needs a new approval; none: it is small.

    Both hold every field of the template by key, the prose as HTML; ``roles`` are the names in the
    role gallery, ``new_findings`` how many findings the change adds. Equal values are a small
    change of nothing. The words that carry meaning are looked for in the whole words that were
    taken out or put in, so ”14” to ”15” touches a number and ”ikkeflyttet” touches ”ikke”.
    """
    fields = [key for key in before if before[key] != after[key]]
    if not fields:
        return ()
    if len(fields) > 1 or fields[0] not in guide.PROSE_KEYS:
        return (Why.OTHER_FIELD,)
    old, new = str(before[fields[0]]), str(after[fields[0]])
    found = set(_why_not_small_in(old, new, tuple(roles)))
    if new_findings:
        found.add(Why.FINDING)
    return tuple(why for why in Why if why in found)


def _why_not_small_in(old: str, new: str, roles: tuple[str, ...]) -> Iterable[Why]:
    if links_of(old) != links_of(new):
        yield Why.LINK
    stretches = changed_stretches(old, new)
    if stretches is None:
        yield Why.LOOK
        return
    touched = [part for stretch in stretches for part in _touched(stretch)]
    if sum(_size(removed, added) for removed, added in touched) > SMALL_MAX:
        yield Why.LONG
    for words in {words for pair in touched for words in pair if words}:
        yield from touched_meaning(words, roles)


def _touched(stretch: Stretch) -> Iterable[tuple[str, str]]:
    """Yield what was taken out and what was put in its place, whole words on both sides."""
    removed = ""
    for kind, words in differences(stretch.old, stretch.new):
        if kind == "removed":
            removed = words
        elif kind == "added":
            yield removed, words
            removed = ""
        elif removed:
            yield removed, ""
            removed = ""
    if removed:
        yield removed, ""


def _size(removed: str, added: str) -> int:
    """The code points that changed: what both begin and end with is no change."""
    shorter = min(len(removed), len(added))
    head = next((n for n in range(shorter) if removed[n] != added[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if removed[-1 - n] != added[-1 - n]), rest)
    return max(len(removed), len(added)) - head - tail
