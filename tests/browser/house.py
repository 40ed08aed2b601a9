"""A project with a task in every state, so that there is something to look at on every page."""

from typing import NamedTuple

from tasks.actions.announcements import save_announcement
from tasks.actions.bin import bin_task
from tasks.actions.entering import save_podio_link, tick_field
from tasks.actions.findings import keep_finding
from tasks.actions.publishing import look_on_test_wave, mark_announced, publish, put_on_test_wave
from tasks.actions.review import approve, reopen, send_back, submit
from tasks.checking import check_task
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST, examples
from tasks.models import FrozenZone, KlikTask, Prefix, Project, Wave
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_podio_task,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
)

LINK = "https://podio.com/kombit/klik/apps/opgaver/items/4711"
# The guide's own message, with the deadline that a short task asks for
_MESSAGE = examples.SETUP_ANNOUNCEMENT.replace(
    "God dag!", "I skal være færdige senest fredag den 16. oktober.\n\nGod dag!"
)
_MANY_FINDINGS = {
    "goal": "<p>Målet er, at kommunen skal give samtykke, og at kommunen bør svare.</p>",
    "description": "<p>Kommunen kan ikke vente. Kommunerne skal derfor svare straks.</p>",
    "method": "<p>Først skal kommunen hente filen, så skal kommunen udfylde den.</p>",
    "result": "<p>At kommunen har svaret.</p>",
}


class House(NamedTuple):
    """What is in the house: tasks named after their state, and a row of everything else."""

    many_findings: KlikTask
    waiting: KlikTask
    sent_back: KlikTask
    approved: KlikTask
    reopened: KlikTask
    on_test: KlikTask
    published: KlikTask
    announced: KlikTask
    binned: KlikTask
    project: Project
    wave: Wave
    zone: FrozenZone
    prefix: Prefix

    def states(self) -> tuple[str, ...]:
        """The names of the tasks."""
        return tuple(name for name in self._fields if isinstance(getattr(self, name), KlikTask))

    def task(self, state: str) -> KlikTask:
        """The task in a state, as it stands by now."""
        named: KlikTask = getattr(self, state)
        return KlikTask.objects.with_parts().get(pk=named.pk)


def make_house() -> House:
    """Anne's tasks in KP release 4.0, with Rikke's and Karl's part in them."""
    project = make_project()
    wave, other = make_wave(project), make_wave(project, "Bølge 2")
    make_wave(project, "Testbølge", None, is_test=True)
    zone = FrozenZone.objects.create(
        project=project, name="Jul og nytår", first_day=GO_LIVE, last_day=GO_LIVE
    )
    prefix = Prefix.objects.create(project=project, prefix="MI", meaning="Migrering")
    many = make_task(
        "Oprettelse af en SFTP-rute til bilag", project=project, waves=[wave], **_MANY_FINDINGS
    )
    _keep_one(many)
    waiting = _waiting("Udfyld excel-filen med jeres afslagsårsager")
    approved = _approved(
        "Giv samtykke til ruten",
        waves=[wave, other],
        prerequisites=[waiting, make_podio_task(project)],
        related_tasks=[waiting],
        attachments=[("Vejledning", "https://www.kombit.dk/vejledning")],
        background="<ol><li><p>Først</p></li><li><p>Siden</p></li></ol>",
    )
    return House(
        many_findings=many,
        waiting=waiting,
        sent_back=_sent_back("Sæt jeres afslagsårsager op"),
        approved=approved,
        reopened=_reopened("Kontrollér brugernes adgange"),
        on_test=_out("Hent jeres filer", "on_test"),
        published=_out("Afprøv ruten", "published"),
        announced=_out("Bestil certifikatet", "announced"),
        binned=bin_task(make_anne(), make_task("Ret adressen", project=project).pk),
        project=project,
        wave=wave,
        zone=zone,
        prefix=prefix,
    )


def _keep_one(task: KlikTask) -> None:
    finding = next(f for f in check_task(task).standing if f.can_be_kept)
    keep_finding(make_anne(), task.pk, finding, "Citat fra bekendtgørelsen")


def _waiting(title: str) -> KlikTask:
    """Sent to review with a finding kept, so that Rikke sees Anne's reason."""
    task = make_ready_task(title, goal="<p>Målet er, at kommunen skal give besked.</p>")
    for finding in check_task(task).standing:
        keep_finding(make_anne(), task.pk, finding, "Fagord, som udføreren kender")
    return submit(make_anne(), task.pk, task.revision)


def _sent_back(title: str) -> KlikTask:
    task = make_ready_task(title)
    submit(make_anne(), task.pk, task.revision)
    lines = {"method": "Skriv trinnene."}
    send_back(make_rikke(), task.pk, task.revision, "Fortæl, hvem der udfører opgaven.", lines)
    return task


def _approved(title: str, **values: object) -> KlikTask:
    task = make_ready_task(title, **values)
    save_announcement(make_anne(), task.pk, 1, topic="", text=_MESSAGE)
    submit(make_anne(), task.pk, task.revision)
    return approve(make_rikke(), task.pk, task.revision, list(CHECKLIST))


def _reopened(title: str) -> KlikTask:
    """Approved, half entered in Podio, and opened again."""
    task = _approved(title)
    for field in podio_payload(task).fields[:3]:
        tick_field(make_karl(), task.pk, field.key, field.value_hash)
    return reopen(make_rikke(), task.pk, task.revision)


def _out(title: str, stage: str) -> KlikTask:
    """On its way to the municipalities, as far as ``stage``."""
    task, karl = _approved(title), make_karl()
    save_podio_link(karl, task.pk, LINK)
    put_on_test_wave(karl, task.pk, task.revision)
    if stage in ("published", "announced"):
        look_on_test_wave(karl, task.pk, task.revision, TEST_STEP_CHECKLIST)
        publish(karl, task.pk, task.revision)
    if stage == "announced":
        mark_announced(karl, task.pk, task.announcement.revision)
    return task
