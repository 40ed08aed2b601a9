"""What must be filled before a task is sent on: one rule for each starred field of the guide."""

from collections.abc import Iterator

from tasks.style.draft import Block, Draft, House, WaveDates
from tasks.style.finding import Severity
from tasks.style.rule import Example, Mark, Rule, rule

_WHY = "Guiden kræver feltet. Uden det kan opgaven ikke sendes videre."
_EMPTY = Example("(ikke udfyldt)", Draft())


def _required(key: str, title: str, message: str, guide: str, good: Example) -> Rule:
    @rule(
        f"required-{key}",
        Severity.ERROR,
        title=title,
        fields=(key,),
        guide=guide,
        why=_WHY,
        bad=_EMPTY,
        good=good,
        can_be_kept=False,
    )
    def required(draft: Draft, _house: House) -> Iterator[Mark]:
        if _is_missing(getattr(draft, key)):
            yield Mark(key, message)

    return required


def _is_missing(value: object) -> bool:
    if isinstance(value, str):
        return not value.strip()
    if isinstance(value, tuple):
        return all(isinstance(part, Block) and not part.text.strip() for part in value)
    return value is None


required_title = _required(
    "title",
    "Titel mangler",
    "Skriv en titel i bydeform.",
    "Format: ”(PRÆFIKS [nummer]) Skriv sigende titel i bydeform”",
    Example("Opret SFTP-rute", Draft(title="Opret SFTP-rute")),
)
required_project = _required(
    "project",
    "Projekt mangler",
    "Vælg et projekt.",
    "Hvad hedder projektet i Podio?",
    Example("KP", Draft(project="KP")),
)
required_phase = _required(
    "phase",
    "Fase mangler",
    "Vælg en fase.",
    "Fra KOMBITs implementeringsmodel",
    Example("Forberedelse", Draft(phase="Forberedelse")),
)
required_theme = _required(
    "theme",
    "Tema mangler",
    "Vælg et tema.",
    "Fra KOMBITs implementeringsmodel",
    Example("Kommunikation", Draft(theme="Kommunikation")),
)
required_priority = _required(
    "priority",
    "Prioritet mangler",
    "Vælg en prioritet.",
    "Obligatorisk på kritisk vej: Opgaven har konsekvenser for idriftsættelse.",
    Example("Obligatorisk", Draft(priority="mandatory")),
)
required_is_infrastructure = _required(
    "is_infrastructure",
    "Ja eller nej mangler",
    "Svar ja eller nej: Er det en STS/infrastruktur opgave?",
    "Kommunerne kan filtrere i KLIK-opgaverne på baggrund af, om vi har valgt ja eller nej.",
    Example("Nej", Draft(is_infrastructure=False)),
)
required_waves = _required(
    "waves",
    "Bølge mangler",
    "Vælg mindst én bølge.",
    "Giver opgaven anledning til at oprette en ny bølge, eller eksisterer allerede en relevant "
    "bølge?",
    Example("Bølge 1", Draft(waves=(WaveDates("Bølge 1"),))),
)
required_description = _required(
    "description",
    "Beskrivelse mangler",
    "Skriv en beskrivelse.",
    "Beskrivelsen sætter rammen.",
    Example(
        "Ansøgningerne kan indeholde bilag, og disse bilag sendes via en SFTP-rute.",
        Draft(
            description=(
                Block("Ansøgningerne kan indeholde bilag, og disse bilag sendes via en SFTP-rute."),
            )
        ),
    ),
)
