"""What is most likely meant by a name nobody has."""

import pytest

from tasks.membership import nearest
from tests.membership.known import KNOWN


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Aarhsu", ("Aarhus Kommune",)),
        ("Kobenhavn", ("Københavns Kommune",)),
        ("Odnese Kommune", ("Odense Kommune",)),
        ("Lyngby", ("Lyngby-Taarbæk Kommune",)),
        ("Skjern", ("Ringkøbing-Skjern Kommune",)),
        ("Kolind", ("Kolding Kommune",)),
        ("Tyskland", ()),
        ("x", ()),
        ("", ()),
    ],
)
def test_the_nearest_names_are_told(written: str, meant: tuple[str, ...]) -> None:
    assert nearest(written, KNOWN)[: max(1, len(meant))] == meant


def test_several_may_be_meant_and_never_more_than_three() -> None:
    assert nearest("Frederiks", KNOWN) == (
        "Frederiksberg Kommune",
        "Frederikshavn Kommune",
        "Frederikssund Kommune",
    )
    assert len(nearest("Fre", KNOWN)) == 3
