"""An object for every address to name, and for each of them what a browser of ours would send."""

from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from tasks import announcing, checking
from tasks.actions.bin import bin_task
from tasks.actions.findings import keep_finding
from tasks.actions.review import approve, send_back, submit
from tasks.actions.rows import fingerprint
from tasks.announcement import propose
from tasks.exports.podio import podio_payload
from tasks.forms.review import CHECKLIST
from tasks.guide import TEST_STEP_CHECKLIST
from tasks.models import (
    Announcement,
    Correcting,
    Dismissal,
    FrozenZone,
    GoLiveMove,
    KlikTask,
    PodioCorrection,
    Prefix,
    Wave,
)
from tasks.workflow import Stage
from tests.make import (
    GO_LIVE,
    make_anne,
    make_podio_task,
    make_project,
    make_ready_task,
    make_rikke,
    make_task,
    make_wave,
    put_at_stage,
)

# The kind of object an address names: the parts of the address, with what is sent there
Places = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


def make_places() -> Places:
    """What the addresses name, each with what a browser sends: every state of a task, and rows."""
    project = make_project()
    wave, free = make_wave(project), make_wave(project, "Bølge 2")
    make_wave(project, "Testbølge", None, is_test=True)
    zone = FrozenZone.objects.create(
        project=project, name="Jul", first_day=GO_LIVE, last_day=GO_LIVE
    )
    prefix = Prefix.objects.create(project=project, prefix="MI")
    tasks = make_tasks()
    sent = {
        "title": "Ret titlen",
        "name": "Et navn",
        "prefix": "ZZ",
        "members": "chosen",
        "first_day": "1.10.2026",
        "last_day": "2.10.2026",
        "revision": "1",
        "action": "save",
        "message": "Ret det.",
        "checklist": list(CHECKLIST),
        "reason": "Afprøvet før",
        "points": list(TEST_STEP_CHECKLIST),
        "announcement": "#besked\n\nHej.",
        "podio_url": "https://podio.com/x",
        "reference": "MI 88",
        "field": "title",
        "felt": "goal",
        "reopen": "1",
        "project": project.pk,
        "lines": "MI 77 Udfyld",
        "confirm": "1",
        "seen": f"{tasks[0]}:1",
        "answer": "accept",
        "by": "kombit",
        "days_before": "7",
        "shown": "",
        "followed_wave": wave.pk,
        "row": Dismissal.objects.get().pk,
        "line": make_correction(wave).pk,
        "move": make_go_live_move(wave).pk,
    }
    rows: dict[str, list[Model]] = {"project": [project], "wave": [wave, free]}
    rows |= {"zone": [zone], "prefix": [prefix], "podio_task": [make_podio_task(project)]}
    kept = {
        key: {(row.pk,): sent | {"seen": fingerprint(row)} for row in found}
        for key, found in rows.items()
    }
    moves = ("send", "traek-tilbage", "genaabn")
    return kept | {
        "": {(): sent},
        "task": {(pk,): sent | {"value_hash": title_hash(pk)} for pk in tasks},
        "move": {(pk, move): sent for pk in tasks for move in moves},
    }


def make_correction(wave: Wave) -> PodioCorrection:
    """A go-live that stands in Podio with its old day."""
    return PodioCorrection.objects.create(
        project=wave.project,
        wave=wave,
        what=Correcting.GO_LIVE,
        place=f"go_live--{wave.pk}",
        new=GO_LIVE.isoformat(),
        noted_by=make_anne(),
        noted_at=timezone.now(),
    )


def make_go_live_move(wave: Wave) -> GoLiveMove:
    """A moved go-live nobody has been told of."""
    return GoLiveMove.objects.create(
        wave=wave, new_day=GO_LIVE, moved_by=make_anne(), moved_at=timezone.now()
    )


def make_tasks() -> list[int]:
    """A draft, then one in review, sent back, approved and at each stage, and one in the bin."""
    ready = [make_ready_task(f"Udfyld fil {number}") for number in range(7)]
    ready.append(make_task_with_reason("Udfyld fil 7"))
    for task in ready[1:]:
        submit(make_anne(), task.pk, 1)
    send_back(make_rikke(), ready[2].pk, 1, "Ret", {})
    for task in ready[3:7]:
        approve(make_rikke(), task.pk, 1, list(CHECKLIST))
    at_test, out, looked_at = ready[4:7]
    for task, stage in (
        (at_test, Stage.ON_TEST),
        (out, Stage.PUBLISHED),
        (looked_at, Stage.ON_TEST),
    ):
        fresh = KlikTask.objects.with_parts().get(pk=task.pk)
        proposal = propose(announcing.facts_of(fresh, GO_LIVE - timedelta(days=90)))
        Announcement.objects.filter(task=task).update(text=proposal)
        put_at_stage(task, stage, is_looked_at=task != at_test)
        KlikTask.objects.filter(pk=task.pk).update(podio_url="https://podio.com/y")
    binned = bin_task(make_anne(), make_task("Slet mig").pk)
    return [task.pk for task in (*ready, binned)]


def make_task_with_reason(title: str) -> KlikTask:
    """A draft that is kept as it is against an ERROR, and proposed for its whole project."""
    task = make_ready_task(title, goal="<p>Kommunen skal svare.</p>")
    (finding,) = checking.check_task(task).errors
    return keep_finding(make_anne(), task.pk, finding, "Navn", whole_project=True)


def title_hash(pk: int) -> str:
    task = KlikTask.objects.with_parts().get(pk=pk)
    return podio_payload(task).field("title").value_hash
