"""The message to the municipalities is plain text: what is meant for looks is read as it stands."""

from collections.abc import Iterator

from tasks.style.draft import Draft, House
from tasks.style.finding import Fix, Severity
from tasks.style.markup import Markup, markup
from tasks.style.rule import Mark, rule, text_example

_SAID = {
    "emphasis": "Podio viser tegnene, som de står. Skriv ”{bare}” uden dem.",
    "link": "Skriv adressen for sig selv: ”{bare}”.",
    "table": "En tabel går i stykker i Podio. Skriv en linje for hver række.",
    "tag": "Podio viser ”{said}”, som det står. Slet det.",
    "heading": "Podio viser ”#”, som det står. Slet det, og skriv en almindelig linje.",
    "quote": "Podio viser ”>”, som det står. Sæt citationstegn om teksten i stedet.",
    "bullet": "Begynd hvert punkt med ”- ”, så bliver det en liste i Podio.",
    "nested": "Podio viser kun lister i ét niveau. Ryk punktet ud til venstre.",
    "rule": "Podio viser stregen, som den står. Brug en tom linje i stedet.",
}


@rule(
    "announcement-markdown",
    Severity.WARNING,
    title="Tegn, der skulle formatere",
    fields=("announcement",),
    guide="Beskeder skal altid starte med ”#besked”, da kommunerne dermed får en "
    "mailnotifikation om, at vi har skrevet på opgaven.",
    why="Beskeden er ren tekst. Stjerner, tabeller og indryk bliver læst, som de står, i Podio og "
    "i kommunernes mail. Lister med ”- ” er fine.",
    bad=text_example("announcement", "#besked\n\nI skal svare **senest** fredag."),
    good=text_example("announcement", "#besked\n\nI skal gøre tre ting:\n- Svar\n- Test\n- Gem"),
)
def announcement_markdown(draft: Draft, _house: House) -> Iterator[Mark]:
    text = draft.announcement
    reached = 0
    for found in markup(text):
        if found.start >= reached:
            reached = found.end
            yield _mark(text, found)


def _mark(text: str, found: Markup) -> Mark:
    said = text[found.start : found.end]
    message = _SAID[found.kind].format(bare=found.bare, said=said)
    fixes = () if found.bare is None else (Fix(_label(found), found.bare),)
    return Mark("announcement", message, start=found.start, end=found.end, fixes=fixes)


def _label(found: Markup) -> str:
    return f"Ret til ”{found.bare}”" if found.bare and found.bare.strip() else "Slet tegnene"
