"""Municipalities in several waves of a project: allowed, but most often a slip."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shared:
    """The same municipalities in the same waves, all by name."""

    waves: tuple[str, ...]
    municipalities: tuple[str, ...]


def shared_by_waves(members: Iterable[tuple[str, str]]) -> tuple[Shared, ...]:
    """Gather (wave, municipality) by the waves a municipality is in, when they are several."""
    waves_of: defaultdict[str, list[str]] = defaultdict(list)
    for wave, municipality in members:
        waves_of[municipality].append(wave)
    together: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for municipality, waves in waves_of.items():
        if len(waves) > 1:
            together[tuple(waves)].append(municipality)
    return tuple(Shared(waves, tuple(names)) for waves, names in together.items())
