"""Municipalities in several waves are gathered by the waves they share."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.membership import Shared, shared_by_waves

PAIRS = st.sets(st.tuples(st.sampled_from("ABCD"), st.sampled_from("klmnop")))


def test_those_in_the_same_two_waves_are_told_together() -> None:
    members = [("1", "Aarhus"), ("1", "Odense"), ("1", "Vejle"), ("2", "Aarhus"), ("2", "Odense")]
    assert shared_by_waves(members) == (Shared(("1", "2"), ("Aarhus", "Odense")),)


@given(PAIRS)
def test_each_is_told_once_with_all_its_waves_and_only_when_they_are_several(
    members: set[tuple[str, str]],
) -> None:
    told = {
        name: set(shared.waves)
        for shared in shared_by_waves(sorted(members))
        for name in shared.municipalities
    }
    waves = {name: {wave for wave, other in members if other == name} for _, name in members}
    assert told == {name: found for name, found in waves.items() if len(found) > 1}
    assert sum(len(s.municipalities) for s in shared_by_waves(sorted(members))) == len(told)
