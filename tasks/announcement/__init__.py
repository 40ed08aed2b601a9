"""The #besked to the municipalities: facts about published tasks in, a proposed text out."""

from tasks.announcement.facts import AnnouncementFacts, Kind, RelatedFacts, TaskFacts, WavePeriod
from tasks.announcement.markdown import escape_markdown
from tasks.announcement.moved import MovedFacts, propose_moved
from tasks.announcement.proposal import PREFIX, propose

__all__ = [
    "PREFIX",
    "AnnouncementFacts",
    "Kind",
    "MovedFacts",
    "RelatedFacts",
    "TaskFacts",
    "WavePeriod",
    "escape_markdown",
    "propose",
    "propose_moved",
]
