"""Which lines and words of one message are those of another, and what was changed between them.

Lines come first: the same line is a firm hold, and words are only compared within lines that have
most of their words in common. So a sentence somebody added is never taken for half of another.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from tasks.announcement.pieces import Message
from tasks.differences.matching import matched

Places = dict[int, int]

_FEW = 4  # words between two changes of one line, which then are one change
_ALIKE = 0.55  # of the words, for two lines to be the same line, changed
_MUCH = 4  # words and facts
_MOST = 0.9  # of a line's words, found in a longer one
_COMPARED = 20_000  # pairs of lines; ten thousand short lines are a text of nobody


class Hunk(NamedTuple):
    """Words first to last (not included) of the old text, and those that stand there in the new."""

    old_first: int
    old_last: int
    new_first: int
    new_last: int

    @property
    def is_exchange(self) -> bool:
        """True when there is something on both sides."""
        return self.old_first < self.old_last and self.new_first < self.new_last


class _Lines(NamedTuple):
    """A line of the old text and the line of the new that it became."""

    old: range
    new: range


def places_in(old: Message, new: Message) -> Places:
    """Return which word of the new text is which of the old."""
    places: Places = {}
    for lines in _paired(old, new):
        words = old.words(lines.old), new.words(lines.new)
        for i, j in matched(*words):
            places[lines.old.start + i] = lines.new.start + j
    return places


def _paired(old: Message, new: Message) -> Iterator[_Lines]:
    """Yield the lines that are the same or much alike, in order."""
    olds, news = old.lines(), new.lines()
    keys = [old.texts(line) for line in olds], [new.texts(line) for line in news]
    blocks = SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks()
    at_old = at_new = 0
    for i, j, length in blocks:
        for n, m in _alike(keys[0][at_old:i], keys[1][at_new:j]):
            yield _Lines(olds[at_old + n], news[at_new + m])
        for n in range(length):
            yield _Lines(olds[i + n], news[j + n])
        at_old, at_new = i + length, j + length


def _alike(
    olds: Sequence[tuple[str, ...]], news: Sequence[tuple[str, ...]]
) -> list[tuple[int, int]]:
    """Return the pairs of lines, ascending in both, that are most alike in all."""
    if len(olds) * len(news) > _COMPARED:
        return []
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(news) + 1)]
    for n, one in enumerate(olds):
        row: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for m, other in enumerate(news):
            choices = [best[n][m + 1], row[m]]
            if (likeness := _likeness(one, other)) >= _ALIKE:
                score, pairs = best[n][m]
                choices.append((score + likeness, [*pairs, (n, m)]))
            row.append(max(choices, key=lambda choice: choice[0]))
        best.append(row)
    return best[-1][-1][1]


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two lines is shared; nothing unless they begin alike or share much.

    A line that only had something added to it is much alike, however much that was.
    """
    shared = Counter(one) & Counter(other)
    words = sum(count for word, count in shared.items() if any(map(str.isalnum, word)))
    if _first(one) != _first(other) and words < _MUCH:
        return 0
    if words >= _MUCH and shared.total() >= _MOST * len(one):
        return shared.total() / len(one)
    return 2 * shared.total() / (len(one) + len(other))


def _first(line: Sequence[str]) -> str:
    """The first word of a line, which of a list is behind the dash."""
    return next((word for word in line if word != "-"), "")


def hunks_between(old: Message, new: Message) -> list[Hunk]:
    """Return what was changed, in order: whole lines, and words within lines that are alike."""
    hunks: list[Hunk] = []
    at_old = at_new = 0
    for lines in [*_paired(old, new), _Lines(old.end, new.end)]:
        if lines.old.start > at_old or lines.new.start > at_new:
            hunks.append(Hunk(at_old, lines.old.start, at_new, lines.new.start))
        hunks += _joined(_in_line(lines, old, new), old, new)
        at_old, at_new = lines.old.stop, lines.new.stop
    return hunks


def _in_line(lines: _Lines, old: Message, new: Message) -> Iterator[Hunk]:
    at_old, at_new = lines.old.start, lines.new.start
    pairs = matched(old.words(lines.old), new.words(lines.new))
    places = [(lines.old.start + i, lines.new.start + j) for i, j in pairs]
    for i, j in [*places, (lines.old.stop, lines.new.stop)]:
        if i > at_old or j > at_new:
            yield Hunk(at_old, i, at_new, j)
        at_old, at_new = i + 1, j + 1


def _joined(hunks: Iterator[Hunk], old: Message, new: Message) -> list[Hunk]:
    """Make changes of words close together one."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if joined and _is_one_change(joined[-1], hunk, old, new):
            last = joined.pop()
            joined.append(Hunk(last.old_first, hunk.old_last, last.new_first, hunk.new_last))
        else:
            joined.append(hunk)
    return joined


def _is_one_change(before: Hunk, behind: Hunk, old: Message, new: Message) -> bool:
    """Tell if two changes are too close to be put in one by one; a fact alone always can be."""
    if is_fact_for_fact(before, old, new) and is_fact_for_fact(behind, old, new):
        return False
    return behind.old_first - before.old_last <= _FEW


def is_fact_for_fact(hunk: Hunk, old: Message, new: Message) -> bool:
    """Tell if one fact is exchanged with one other."""
    gone = old.pieces[hunk.old_first : hunk.old_last]
    come = new.pieces[hunk.new_first : hunk.new_last]
    return len(gone) == len(come) == 1 and gone[0].is_fact and come[0].is_fact


def contiguous(places: Places, first: int, step: int, most: int) -> int:
    """Count the words from ``first`` on that stand one after the other as in the old text."""
    start = places.get(first)
    if start is None:
        return 0
    steps = range(0, most * step, step)
    return sum(1 for _ in takewhile(lambda n: places.get(first + n) == start + n, steps))
