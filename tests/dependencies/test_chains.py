"""Each task stands once with what it requires, and the longest chain can be read from the top."""

import time
from itertools import pairwise

from hypothesis import given

from tasks.dependencies import ChainLine, longest_chains
from tests.dependencies.some_graphs import Edges, any_edges, edges_without_circles, every_path

LONG = 5_000


def test_the_longest_chain_stands_first_and_under_it_the_rest() -> None:
    (chain,) = longest_chains([(1, 2), (1, 3), (3, 4)])
    assert (chain.root, chain.length) == (1, 3)
    assert chain.lines == (
        ChainLine(1, 0),
        ChainLine(3, 1),
        ChainLine(4, 2),
        ChainLine(2, 1),
    )


def test_what_two_require_is_told_in_full_once() -> None:
    first, second = longest_chains([(5, 3), (1, 2), (2, 3), (3, 4)])
    assert [line.task for line in first.lines] == [1, 2, 3, 4]
    assert second.lines == (ChainLine(5, 0), ChainLine(3, 1, is_told_before=True))


def test_a_task_that_requires_nothing_is_not_said_to_be_told_before() -> None:
    _, second = longest_chains([(1, 2), (3, 2)])
    assert second.lines == (ChainLine(3, 0), ChainLine(2, 1))


def test_equals_stand_in_the_order_they_were_given() -> None:
    chains = longest_chains([(7, 8), (1, 3), (1, 2)])
    assert [[line.task for line in chain.lines] for chain in chains] == [[7, 8], [1, 3, 2]]


def test_without_requirements_there_is_no_chain() -> None:
    assert longest_chains([]) == []


def test_tasks_that_wait_in_a_circle_are_still_told() -> None:
    (chain,) = longest_chains([(1, 2), (2, 1)])
    assert [line.task for line in chain.lines] == [1, 2, 1]


@given(edges=edges_without_circles)
def test_lengths_agree_with_walking_every_path(edges: Edges) -> None:
    chains = longest_chains(edges)
    for chain in chains:
        assert chain.length == max(len(way) for way in every_path(edges, chain.root))
    assert all(one.length >= other.length for one, other in pairwise(chains))
    required = {aim for _, aim in edges}
    assert {chain.root for chain in chains} == {one for one, _ in edges} - required


@given(edges=any_edges)
def test_every_requirement_is_one_line_under_its_task(edges: Edges) -> None:
    told = []
    for chain in longest_chains(edges):
        above: list[int] = []
        for line in chain.lines:
            del above[line.depth :]
            told += [(above[-1], line.task)] if above else []
            above.append(line.task)
    assert sorted(told) == sorted(set(edges))


@given(edges=edges_without_circles)
def test_the_first_lines_are_the_longest_chain(edges: Edges) -> None:
    for chain in longest_chains(edges)[:1]:
        assert [line.depth for line in chain.lines[: chain.length]] == [*range(chain.length)]


def test_five_thousand_in_a_row_and_ever_more_ways_are_told_at_once() -> None:
    doubled = [(one, one + step) for one in range(LONG) for step in (1, 2)]
    began = time.process_time()
    (chain,) = longest_chains(doubled)
    assert time.process_time() - began < 1
    assert (chain.length, len(chain.lines)) == (LONG + 1, 2 * LONG + 1)
