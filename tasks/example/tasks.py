"""The example's three tasks: the guide's texts, and around them what is ours.

Only ``tasks.guide.examples`` is the guide's. Titles, descriptions, offsets, roles and all
other values here are ours, made up so that the example holds together.
"""

from datetime import date, timedelta
from typing import Any

from tasks import richtext
from tasks.example.calendar import monday_of
from tasks.guide import Priority, examples
from tasks.models import KlikTask, Phase, Project, Role, Theme, Wave
from tasks.schedule import start_offset

_EXCEL_DESCRIPTION = """\
Med release 4.0 kan I selv bestemme, hvilke årsager jeres sagsbehandlere kan vælge mellem, når en \
ansøgning om personligt tillæg får afslag. I skal derfor gennemgå de årsager, der følger med KP, \
og skrive jeres egne ind i en excel-fil.

Gør I ikke det, følger KPs egne årsager med i drift, og jeres afslag kan få en begrundelse, som \
ikke passer til jeres praksis."""

_EXCEL_METHOD = """\
Som systemansvarlig løser du opgaven sammen med en fagspecialist:

1. Hent excel-filen, som ligger på KLIK-opgaven.
2. Gennemgå de afslagsårsager, der følger med KP.
3. Skriv jeres ændringer og nye afslagsårsager i filen.
4. Gem filen, og læg den på KLIK-opgaven igen.
5. Markér opgaven som fuldført."""

_SETUP_DESCRIPTION = """\
Når release 4.0 er sat i drift, kan I sætte jeres egne afslagsårsager op i KP. I bruger den \
excel-fil, I udfyldte i ”(Auto 12)”.

Sætter I ikke årsagerne op, må sagsbehandlerne bruge dem, der følger med KP, og rette \
begrundelsen i hånden i hvert enkelt afslag."""


def sftp_task(project: Project, wave: Wave) -> dict[str, Any]:
    """The guide's ”SFTP-oprettelse”: Mål, Beskrivelse and Resultat are its own words."""
    return _frame(project, wave, "SFTP", "01") | {
        "title": "Giv samtykke til, at Netcompany opretter jeres SFTP-rute",
        "priority": Priority.MANDATORY,
        "is_infrastructure": True,
        "duration_days": 5,
        "end_offset_days": -14,
        "start_offset_days": -42,
        "goal": richtext.from_source(examples.SFTP_GOAL),
        "description": richtext.from_source(examples.SFTP_DESCRIPTION),
        "method": richtext.from_source(
            "Som systemansvarlig giver du samtykket her på KLIK-opgaven:\n\n"
            "1. Aftal med jeres it-afdeling, om I ønsker SFTP-ruten.\n"
            "2. Skriv jeres svar i en kommentar på KLIK-opgaven.\n"
            "3. Markér opgaven som fuldført."
        ),
        "result": richtext.from_source(examples.SFTP_RESULT),
        "performers": _roles("Systemansvarlig"),
        "owners": _roles("Systemansvarlig"),
    }


def excel_task(project: Project, wave: Wave, today: date) -> dict[str, Any]:
    """”Auto 12”, which the guide only names; it can be started already today."""
    end_offset = -14
    end = _go_live(wave) + timedelta(days=end_offset)
    return _frame(project, wave, "Auto", "12") | {
        "title": "Udfyld excel-filen med jeres afslagsårsager",
        "priority": Priority.RECOMMENDED,
        "duration_days": 10,
        "end_offset_days": end_offset,
        "start_offset_days": start_offset(end, min(monday_of(today), end - timedelta(weeks=2))),
        "goal": richtext.from_source("Målet er, at I udfylder en excel-fil med de afslagsårsager, "
            "I vil bruge i KP."),
        "description": richtext.from_source(_EXCEL_DESCRIPTION),
        "method": richtext.from_source(_EXCEL_METHOD),
        "result": richtext.from_source(
            "Resultatet er, at jeres årsager er klar til at blive sat op i KP i ”(Auto 13)”."
        ),
        "performers": _roles("Systemansvarlig"),
        "owners": _roles("Systemansvarlig"),
    }  # fmt: skip


def setup_task(project: Project, wave: Wave, excel: KlikTask) -> dict[str, Any]:
    """”Auto 13”, the guide's ”Opsætning i systemadministration”: Metode is its own words."""
    return _frame(project, wave, "Auto", "13") | {
        "title": "Sæt jeres afslagsårsager op i KP",
        "phase": _phase("Ibrugtagning"),
        "priority": Priority.RECOMMENDED,
        "duration_days": 2,
        "end_offset_days": 28,
        "start_offset_days": -28,
        "goal": richtext.from_source("Målet er, at I sætter jeres egne afslagsårsager op i KP."),
        "description": richtext.from_source(_SETUP_DESCRIPTION),
        "method": richtext.from_source(examples.SETUP_METHOD),
        "result": richtext.from_source(
            "Resultatet er, at borgerne får et afslag med en begrundelse, der passer til jeres "
            "praksis."
        ),
        "related_tasks": [excel],
        "performers": _roles("Systemadministrator"),
        "owners": _roles("Systemansvarlig"),
    }


def _frame(project: Project, wave: Wave, prefix: str, number: str) -> dict[str, Any]:
    return {
        "prefix": prefix,
        "separator": " ",
        "number": number,
        "project": project,
        "phase": _phase("Klargøring"),
        "theme": Theme.objects.filter(name="Drift og support").first(),
        "is_infrastructure": False,
        "respects_frozen_zone": True,
        "waves": [wave],
    }


def _phase(name: str) -> Phase | None:
    """KOMBIT may have renamed its lists; then the field is left empty."""
    return Phase.objects.filter(name=name).first()


def _roles(name: str) -> list[Role]:
    return list(Role.objects.filter(name=name))


def _go_live(wave: Wave) -> date:
    if wave.go_live is None:
        raise ValueError("The example's wave has a go-live.")
    return wave.go_live
