"""A circle is found exactly when there is one, and named by a path that can be walked."""

import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tasks.dependencies import cycle_path
from tests.dependencies.some_graphs import Edges, any_edges, any_task, every_path

LONG = 5_000


def test_a_circle_is_named_from_the_task_and_back() -> None:
    assert cycle_path([(2, 3), (3, 1)], 1, [2]) == [1, 2, 3, 1]


def test_two_ways_to_the_same_task_are_no_circle() -> None:
    assert cycle_path([(2, 4), (3, 4)], 1, [2, 3]) == []


def test_a_task_that_requires_itself_is_the_shortest_circle() -> None:
    assert cycle_path([], 1, [2, 1]) == [1, 1]


def test_what_the_task_requires_no_more_does_not_count() -> None:
    assert cycle_path([(1, 2), (2, 1)], 1, [3]) == []


def test_a_circle_among_others_does_not_keep_the_search_going() -> None:
    assert cycle_path([(2, 3), (3, 2)], 1, [2]) == []


@given(edges=any_edges, task=any_task, required=st.sets(any_task))
def test_random_graphs_agree_with_walking_every_path(
    edges: Edges, task: int, required: set[int]
) -> None:
    others = [edge for edge in edges if edge[0] != task]
    walked = others + [(task, one) for one in required]
    circles = [way for way in every_path(walked, task) if len(way) > 1 and way[-1] == task]
    found = cycle_path(edges, task, sorted(required))
    if found:
        assert set(pairwise(found)) <= set(walked)
        assert (found[0], found[-1], len(found)) == (task, task, min(map(len, circles)))
    else:
        assert circles == []


def test_five_thousand_in_a_row_are_walked_at_once() -> None:
    edges = [(one, one + 1) for one in range(LONG)]
    began = time.process_time()
    assert cycle_path(edges, LONG, [0]) == [LONG, *range(LONG + 1)]
    assert time.process_time() - began < 1


def test_a_graph_with_ever_more_ways_is_walked_once() -> None:
    doubled = [(one, one + step) for one in range(LONG) for step in (1, 2)]
    began = time.process_time()
    assert cycle_path(doubled, -1, [0]) == []
    assert time.process_time() - began < 1
