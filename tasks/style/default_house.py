"""The house a text is checked in when nobody knows better: the packaged lists, no project."""

from functools import cache

from tasks.style.draft import House, Term
from tasks.style.lexicon import house_lists


@cache
def default_house() -> House:
    """Return the role gallery, acronyms and glossary of house.toml; read once."""
    lists = house_lists()
    return House(
        roles=tuple(lists["roles"]),
        acronyms=frozenset(lists["acronyms"].split()),
        glossary=tuple(
            Term(row["term"], row.get("plain", ""), tuple(row.get("fine_in", ())))
            for row in lists["terms"]
        ),
    )
