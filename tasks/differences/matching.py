"""Which words of two texts are the same ones: first by lines, then by rare words, then by all.

A line, or a word, that stands once in both texts is a firm hold (the idea of patience diff). The
longest chain of holds that keeps its order divides the texts into gaps, and other words are rare
in those. Only a gap without any hold is compared word for word, and never for long: what is too
unlike is told as replaced. So the time grows with the length of the texts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import takewhile

from tasks.differences.shortest import Pair, shortest_way
from tasks.differences.words import Word

_ROUNDS = 8  # how often a gap is divided; ordinary texts need two or three
_LONG = 5  # letters

Keys = list[Hashable]  # what may be held on to; None may not


def matched(old: Sequence[Word], new: Sequence[Word], rounds: int = 0) -> Iterator[Pair]:
    """Yield the places (in old, in new) of the same words, ascending in both."""
    head = _alike(old, new)
    tail = _alike(reversed(old[head:]), reversed(new[head:]))
    old_end, new_end = len(old) - tail, len(new) - tail
    yield from ((at, at) for at in range(head))
    yield from _moved(head, head, _between(old[head:old_end], new[head:new_end], rounds))
    yield from ((old_end + at, new_end + at) for at in range(tail))


def _alike(old: Iterable[Word], new: Iterable[Word]) -> int:
    """Count the words that are the same from the start."""
    both = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].text == pair[1].text, both))


def _moved(by_old: int, by_new: int, pairs: Iterable[Pair]) -> Iterator[Pair]:
    return ((i + by_old, j + by_new) for i, j in pairs)


def _between(old: Sequence[Word], new: Sequence[Word], rounds: int) -> Iterator[Pair]:
    """Return the pairs of two stretches that differ at both ends."""
    if not old or not new:
        return iter(())
    if rounds < _ROUNDS:
        for keys in (_lines, _long_words, _line_ends, _any_words):
            if holds := _holds(keys(old), keys(new)):
                return _around(holds, old, new, rounds + 1)
    return iter(shortest_way([word.text for word in old], [word.text for word in new]))


def _around(
    holds: list[Pair], old: Sequence[Word], new: Sequence[Word], rounds: int
) -> Iterator[Pair]:
    """Yield the holds and the pairs in the gaps before, between and behind them."""
    old_start = new_start = 0
    for i, j in holds:
        gap = matched(old[old_start:i], new[new_start:j], rounds)
        yield from _moved(old_start, new_start, gap)
        yield i, j
        old_start, new_start = i + 1, j + 1
    yield from _moved(old_start, new_start, matched(old[old_start:], new[new_start:], rounds))


def _lines(words: Sequence[Word]) -> Keys:
    """Give the first word of each line its whole line as key; the others have none."""
    starts = [at for at, word in enumerate(words) if word.begins_line or at == 0]
    keys: Keys = [None] * len(words)
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        keys[start] = tuple(word.text for word in words[start:end])
    return keys


def _long_words(words: Sequence[Word]) -> Keys:
    """Short words are loose holds: ”og” says little of where one is."""
    return [word.text if len(word.text) >= _LONG else None for word in words]


def _line_ends(words: Sequence[Word]) -> Keys:
    """Of as many lines, each ends where the other ends, if they end alike."""
    ends = [at for at, word in enumerate(words[1:]) if word.begins_line]
    keys: Keys = [None] * len(words)
    for line, end in enumerate(ends):
        keys[end] = (len(ends), line, words[end].text)
    return keys


def _any_words(words: Sequence[Word]) -> Keys:
    return [word.text if word.text[:1].isalnum() else None for word in words]


def _holds(old: Keys, new: Keys) -> list[Pair]:
    """Return the longest chain, in order, of keys that stand once in both."""
    in_old, in_new = Counter(old), Counter(new)
    place = {key: at for at, key in enumerate(old) if key is not None and in_old[key] == 1}
    shared = [(place[key], at) for at, key in enumerate(new) if in_new[key] == 1 and key in place]
    return _longest_ascending(shared)


def _longest_ascending(pairs: list[Pair]) -> list[Pair]:
    """Return the longest chain of pairs, ascending in the second, that ascends in the first too."""
    ends: list[int] = []  # the lowest end of a chain of each length, and which pair that is
    at_end: list[int] = []
    before: list[int] = []
    for at, (first, _) in enumerate(pairs):
        length = bisect_left(ends, first)
        before.append(at_end[length - 1] if length else -1)
        ends[length : length + 1] = [first]
        at_end[length : length + 1] = [at]
    chain: list[Pair] = []
    at = at_end[-1] if at_end else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
