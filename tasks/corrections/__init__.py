"""Small corrections: which changes of an approved text leave its approval standing, and why not."""

from tasks.corrections.small import SMALL_MAX, Texts, why_not_small
from tasks.corrections.why import Why

__all__ = ["SMALL_MAX", "Texts", "Why", "why_not_small"]
