"""Random graphs of what tasks require of each other, and the slow way to look through them."""

from collections.abc import Iterator

from hypothesis import strategies as st

Edges = list[tuple[int, int]]

any_task = st.integers(min_value=0, max_value=6)
any_edges = st.lists(st.tuples(any_task, any_task).filter(lambda edge: edge[0] != edge[1]))
# An edge leads only from a lower number to a higher, so nothing comes back
edges_without_circles = any_edges.map(lambda edges: [(min(e), max(e)) for e in edges])


def every_path(edges: Edges, start: int) -> Iterator[list[int]]:
    """All ways from a task that pass none twice, and come back at most to where they began."""
    ways = [[start]]
    while ways:
        way = ways.pop()
        yield way
        if len(way) > 1 and way[-1] == start:
            continue
        steps = {required for one, required in edges if one == way[-1]}
        ways += [[*way, one] for one in sorted(steps) if one == start or one not in way]
