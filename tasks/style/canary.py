"""A canary: a good task and a bad one that the engine must judge exactly so, wherever it runs.

It tells a watcher that the packaged words are there and are read, not only that a process answers.
"""

from dataclasses import replace
from datetime import date
from functools import cache

from tasks.style.draft import Draft, House, WaveDates
from tasks.style.engine import check
from tasks.style.finding import Finding
from tasks.style.rule import prose

GOOD = Draft(
    prefix="MI",
    separator=" ",
    number="01",
    title="Opret en SFTP-rute til jeres bilag",
    project="Kanariefugl",
    phase="Klargøring",
    theme="Drift og support",
    priority="mandatory",
    is_infrastructure=False,
    duration_days=3,
    end_offset_days=-16,
    start_offset_days=-14,
    waves=(WaveDates("Bølge 1", date(2026, 10, 30), date(2026, 9, 30), date(2026, 10, 14)),),
    goal=prose("Målet er, at I kan sende jeres bilag sikkert."),
    description=prose(
        "Du skal oprette en SFTP-rute, så jeres bilag kommer sikkert frem. "
        "Gør du det ikke, kan I ikke sende bilag efter go-live."
    ),
    method=prose("- Åbn jeres administrationsmodul.\n- Opret ruten.\n- Send et bilag som prøve."),
    result=prose("Sagsbehandlerne finder bilagene i deres sager samme dag."),
    performers=("Systemadministrator",),
    owners=("Systemansvarlig",),
)
BAD = replace(
    GOOD,
    title="Oprettelse af en SFTP-rute til jeres bilag",
    goal=prose("Målet er, at kommunen skal sende bilag sikkert."),
)
# The rule, and what it offers instead
EXPECTED = {("title-imperative", "Opret"), ("tone-municipality", "I skal")}
_HOUSE = House(roles=("Systemadministrator", "Systemansvarlig"))


@cache
def sings() -> bool:
    """True when the engine finds the two slips of the bad task, and nothing in the good one.

    Asked once in each process: neither the rules nor the words change while it runs.
    """
    found = {(finding.rule, *(fix.replacement for fix in finding.fixes)) for finding in _of(BAD)}
    return found == EXPECTED and not _of(GOOD)


def _of(draft: Draft) -> tuple[Finding, ...]:
    return check(draft, _HOUSE)
