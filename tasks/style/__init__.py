"""The style engine: the guide's dogmas as rules. Pure Python; ask ``check(draft, house)``."""

from tasks.style.default_house import default_house
from tasks.style.dismissal import Dismissal, is_dismissed, standing
from tasks.style.draft import (
    Block,
    BlockLink,
    Draft,
    House,
    Link,
    Prose,
    TaskRef,
    Term,
    WaveDates,
)
from tasks.style.engine import check
from tasks.style.finding import Finding, Fix, Severity
from tasks.style.mentions import mentions
from tasks.style.rule import Example, Rule
from tasks.style.rules import RULE, RULES
from tasks.style.version import RULES_VERSION

__all__ = [
    "RULE",
    "RULES",
    "RULES_VERSION",
    "Block",
    "BlockLink",
    "Dismissal",
    "Draft",
    "Example",
    "Finding",
    "Fix",
    "House",
    "Link",
    "Prose",
    "Rule",
    "Severity",
    "TaskRef",
    "Term",
    "WaveDates",
    "check",
    "default_house",
    "is_dismissed",
    "mentions",
    "standing",
]
