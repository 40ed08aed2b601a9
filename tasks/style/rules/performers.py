"""Method says who performs; of several performers each."""

from collections.abc import Iterator

from tasks.style.draft import Draft, House
from tasks.style.finding import Severity
from tasks.style.performers import names_role, names_somebody
from tasks.style.roles import distinct
from tasks.style.rule import Example, Mark, rule, text_example

_ROLES = House(roles=("Superbruger", "Systemadministrator"))


@rule(
    "method-performer",
    Severity.WARNING,
    title="Hvem udfører",
    fields=("method", "performers"),
    guide="Det skal fremgå eksplicit i afsnittet, hvem der er udfører.",
    why="Flere kan være inde over en opgave. Modtageren skal kunne se, hvem der gør hvad, uden "
    "at gætte.",
    bad=text_example("method", "1. Åbn fanen\n2. Vælg rollen"),
    good=Example(
        "Som systemadministrator skal du: 1. Åbn fanen 2. Vælg rollen",
        text_example(
            "method", "Som systemadministrator skal du:\n1. Åbn fanen\n2. Vælg rollen"
        ).draft,
        _ROLES,
    ),
)
def method_performer(draft: Draft, house: House) -> Iterator[Mark]:
    if not draft.has_text("method"):
        return
    chosen = distinct(draft.performers)
    texts = [text for _, _, text in draft.texts("method")]
    if len(chosen) > 1:
        yield from _missing(texts, chosen)
    elif not any(names_somebody(text, (*chosen, *house.roles)) for text in texts):
        yield Mark(
            "method",
            "Skriv, hvem der udfører: ”du”, ”I” eller en rolle.",
            subject=f"{len(texts)} afsnit",
        )


def _missing(texts: list[str], chosen: tuple[str, ...]) -> Iterator[Mark]:
    missing = [role for role in chosen if not any(names_role(text, role) for text in texts)]
    if missing:
        names = " og ".join([", ".join(missing[:-1]), missing[-1]] if missing[1:] else missing)
        message = f"Skriv, hvad {names} gør: Metoden nævner det ikke."
        yield Mark("method", message, subject=names)
