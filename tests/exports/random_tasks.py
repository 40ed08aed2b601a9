"""Random tasks without a database: every field filled, half filled or empty, always the same."""

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from tasks.guide import PROSE_KEYS, Priority
from tasks.models import KlikTask, Phase, Project, Role, Theme, Wave
from tests.browser.documents import documents

# Values no other field has, so that nobody can show one of them unseen
DURATIONS = range(71_000, 72_000)
END_OFFSETS = range(-83_000, -82_000)
START_OFFSETS = range(-94_000, -93_000)

_WORDS = ("Giv", "samtykke", "til", "rute", "<b>nu</b>", "R&D", "æøå", "😀", "”Auto”", "4.0", "*x*")
_LINES = ("30. oktober går vi i drift", "- *Log* ind", "Se https://kombit.dk/a_b.", "Mvh. Aske")


@cache
def _texts() -> list[str]:
    return documents(60)


@cache
def random_values(number: int) -> dict[str, Any]:
    """Return the values of one task; every seventh has nothing but its title."""
    chance = Random(number)  # noqa: S311 - the same tasks every time
    is_bare = number % 7 == 0

    def maybe(value: Any, otherwise: Any) -> Any:
        return otherwise if is_bare or chance.random() < 0.25 else value

    def words(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(1, most)))

    def tasks(most: int) -> list[KlikTask]:
        return [
            KlikTask(prefix="MI", separator=" ", number=f"{n:02}", title=words(4))
            for n in range(chance.randint(0, most))
        ]

    def roles() -> list[Role]:
        return [Role(name=f"Rolle {n} {words(2)}") for n in range(chance.randint(0, 3))]

    waves = [
        Wave(pk=n + 1, name=f"Bølge {n + 1} {words(1)}", go_live=maybe(_day(chance), None))
        for n in range(chance.randint(0, 3))
    ]
    prose = {key: maybe(chance.choice(_texts()), "") for key in PROSE_KEYS}
    return prose | {
        "prefix": maybe("MI", ""),
        "separator": maybe(" ", ""),
        "number": maybe(str(number), ""),
        "title": words(6),
        "project": maybe(Project(name=f"Projekt {words(2)}"), None),
        "phase": maybe(Phase(name=f"Fase {words(1)}"), None),
        "theme": maybe(Theme(name=f"Tema {words(1)}"), None),
        "priority": maybe(chance.choice(list(Priority)).value, ""),
        "reply_to": maybe("kp@kombit.dk, mi@kombit.dk", ""),
        "is_infrastructure": maybe(chance.random() < 0.5, None),
        "duration_days": maybe(chance.choice(DURATIONS), None),
        "respects_frozen_zone": maybe(True, False),
        "end_offset_days": maybe(chance.choice(END_OFFSETS), None),
        "start_offset_days": maybe(chance.choice(START_OFFSETS), None),
        "waves": maybe(waves, []),
        "prerequisites": maybe(tasks(2), []),
        "related_tasks": maybe(tasks(2), []),
        "performers": maybe(roles(), []),
        "performer_comment": maybe(f"{words(3)}\n{words(3)}", ""),
        "owners": maybe(roles(), []),
        "owner_comment": maybe(words(5), ""),
        "attachments": maybe([(words(2), "https://kombit.dk/a"), ("", "https://kombit.dk/b")], []),
    }


def random_message(number: int) -> str:
    """Return the #besked of one task; every third has none."""
    chance = Random(number)  # noqa: S311 - the same messages every time
    if number % 3 == 0:
        return ""
    return "\n\n".join(["#besked", *chance.choices(_LINES, k=chance.randint(1, 5))])


def _day(chance: Random) -> date:
    return date(2400, 1, 1) + timedelta(days=chance.randint(0, 4000))
