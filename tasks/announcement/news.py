"""News that found no place in a text: kept with its facts, and asked for until it stands there."""

from collections.abc import Iterable

from tasks.announcement.pieces import Message
from tasks.announcement.refreshing import Unplaced
from tasks.announcement.snapshot import Snapshot, is_text

_KEY = "news"


def open_news(text: str, news: Iterable[Unplaced]) -> tuple[Unplaced, ...]:
    """Return what the text still lacks, or still says although it holds no longer."""
    return tuple(dict.fromkeys(each for each in news if _is_open(text, each)))


def _is_open(text: str, each: Unplaced) -> bool:
    if each.new:
        return each.new not in text
    standing = {piece.text for piece in Message(text).pieces}
    return any(piece.is_fact and piece.text in standing for piece in Message(each.old).pieces)


def with_news(kept: Snapshot, news: Iterable[Unplaced]) -> Snapshot:
    """Return the facts with the news that belongs to them."""
    pairs = [list(each) for each in news]
    return kept | ({_KEY: pairs} if pairs else {})


def news_in(kept: Snapshot | None) -> tuple[Unplaced, ...]:
    """Return the news kept with some facts; none when it is no news."""
    rows = (kept or {}).get(_KEY)
    pairs = rows if isinstance(rows, list) else []
    return tuple(Unplaced(*pair) for pair in pairs if _is_pair(pair))


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == len(Unplaced._fields) and all(map(is_text, pair))
