"""One municipality is found by its name or a part of it, however it is written."""

import pytest

from tasks.membership import Found, find_member

MEMBERS = (
    (1, "Aarhus Kommune"),
    (1, "Herning Kommune"),
    (2, "Herlev Kommune"),
    (2, "Københavns Kommune"),
    (2, "Herning Kommune"),
    (1, "Ringkøbing-Skjern Kommune"),
)


@pytest.mark.parametrize(
    ("typed", "name", "waves"),
    [
        ("Aarhus Kommune", "Aarhus Kommune", (1,)),
        ("århus", "Aarhus Kommune", (1,)),
        ("  AAR ", "Aarhus Kommune", (1,)),
        ("kbh.", "Københavns Kommune", (2,)),
        ("skjern", "Ringkøbing-Skjern Kommune", (1,)),
        ("Herning", "Herning Kommune", (1, 2)),
    ],
)
def test_one_is_found_with_its_waves(typed: str, name: str, waves: tuple[int, ...]) -> None:
    assert find_member(typed, MEMBERS) == Found(name, waves)


def test_several_that_are_alike_are_proposed() -> None:
    assert find_member("her", MEMBERS).alike == ("Herning Kommune", "Herlev Kommune")


@pytest.mark.parametrize("typed", ["", "Kommune", "Odense", "<script>", "\x00", "*" * 120])
def test_nothing_is_found_for_anything_else(typed: str) -> None:
    assert find_member(typed, MEMBERS) == Found()
