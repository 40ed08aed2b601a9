"""Why a message can or cannot tell of another task too, in sentences that say whom it is about."""

from dataclasses import replace
from typing import Any

import pytest

from tasks.announcement import Candidate, obstacles

BOTH = frozenset({"Aarhus Kommune", "Odense Kommune"})
MASTER = Candidate("(Auto 12)", 1, BOTH)
OTHER = Candidate("(Auto 13)", 1, BOTH)
MANY = frozenset(f"{letter}by Kommune" for letter in "ABCDEF")


def test_a_task_with_the_same_municipalities_can_be_covered() -> None:
    assert obstacles(MASTER, OTHER) == ()
    assert obstacles(MASTER, replace(OTHER, covered_by="(Auto 12)")) == ()


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"is_binned": True}, "(Auto 13) ligger i papirkurven."),
        ({"is_announced": True}, "(Auto 13) har fået sin egen besked, og den er sendt."),
        ({"covered_by": "(Auto 9)"}, "(Auto 13) står allerede i beskeden på (Auto 9)."),
        (
            {"covers": ("(Auto 14)", "(Auto 15)")},
            "(Auto 13) har selv en fælles besked med (Auto 14) og (Auto 15).",
        ),
        ({"project": 2}, "(Auto 13) hører ikke til samme projekt som (Auto 12)."),
        (
            {"municipalities": frozenset()},
            "(Auto 13) har ingen kommuner endnu. Vælg bølger på opgaven først.",
        ),
        (
            {"municipalities": BOTH | {"Favrskov Kommune"}},
            "Favrskov Kommune får ikke beskeden, for (Auto 12) er ikke sendt til dem.",
        ),
        (
            {"municipalities": frozenset({"Odense Kommune"})},
            "Aarhus Kommune får beskeden, men har ikke (Auto 13).",
        ),
        (
            {"municipalities": BOTH | MANY},
            "Aby Kommune, Bby Kommune, Cby Kommune og 3 andre får ikke beskeden, for (Auto 12) er "
            "ikke sendt til dem.",
        ),
    ],
)
def test_what_stands_in_the_way_is_named(values: dict[str, Any], why: str) -> None:
    assert obstacles(MASTER, replace(OTHER, **values)) == (why,)


def test_a_master_that_is_covered_itself_covers_nobody() -> None:
    assert obstacles(replace(MASTER, covered_by="(Auto 9)"), OTHER) == (
        "(Auto 12) står selv i beskeden på (Auto 9).",
    )


def test_without_a_project_there_is_nothing_to_share() -> None:
    alone = replace(OTHER, project=None)
    assert obstacles(replace(MASTER, project=None), alone) == (
        "(Auto 13) hører ikke til samme projekt som (Auto 12).",
    )
