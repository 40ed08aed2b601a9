"""The #besked to the municipalities: facts about published tasks in, a proposed text out."""

from tasks.announcement.covering import Candidate, obstacles
from tasks.announcement.dates import days_to_do_it, is_short
from tasks.announcement.facts import AnnouncementFacts, Kind, RelatedFacts, TaskFacts, WavePeriod
from tasks.announcement.markdown import escape_markdown
from tasks.announcement.moved import MovedFacts, propose_moved
from tasks.announcement.news import news_in, open_news, with_news
from tasks.announcement.proposal import PREFIX, propose
from tasks.announcement.refreshing import Refreshed, Unplaced, refresh
from tasks.announcement.snapshot import Snapshot, from_snapshot, to_snapshot
from tasks.announcement.staleness import stale_sentences

__all__ = [
    "PREFIX",
    "AnnouncementFacts",
    "Candidate",
    "Kind",
    "MovedFacts",
    "Refreshed",
    "RelatedFacts",
    "Snapshot",
    "TaskFacts",
    "Unplaced",
    "WavePeriod",
    "days_to_do_it",
    "escape_markdown",
    "from_snapshot",
    "is_short",
    "news_in",
    "obstacles",
    "open_news",
    "propose",
    "propose_moved",
    "refresh",
    "stale_sentences",
    "to_snapshot",
    "with_news",
]
