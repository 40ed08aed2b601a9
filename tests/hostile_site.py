"""A site where everything a person can write is written by somebody hostile, through our forms."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.test import Client
from django.urls import reverse

from tasks.actions.fixing import key_of
from tasks.checking import check_task
from tasks.guide import PROSE_KEYS
from tasks.models import (
    Acronym,
    KlikTask,
    Municipality,
    Person,
    Phase,
    Project,
    Role,
    Term,
    Theme,
)
from tasks.workflow import Status
from tests.make import make_anne, make_karl, make_rikke
from tests.views.form_page import save

# What is written in a field: told from its name and the code points it holds
Write = Callable[[str, int], str]
_LISTS = (Phase, Theme, Role, Municipality)


class HostileSite(NamedTuple):
    """One task that has been sent back, another beside it, one in the bin, and their project."""

    task: KlikTask
    other: KlikTask
    binned: KlikTask
    project: Project

    def approve(self) -> None:
        """Let the task be approved whatever Tjek says of it; the door has its own tests."""
        KlikTask.objects.filter(pk=self.task.pk).update(
            status=Status.APPROVED, approved_revision=fresh(self.task).revision
        )


def at(person: Person) -> Client:
    """A browser in which a person is logged in."""
    client = Client()
    client.force_login(person)
    return client


def fresh(task: KlikTask) -> KlikTask:
    """The task as it is saved now."""
    return KlikTask.objects.with_parts().get(pk=task.pk)


def make_site(write: Write) -> HostileSite:
    """Fill every text field there is."""
    _rename_people_and_lists(write)
    project = _make_project(write)
    anne, rikke = at(make_anne()), at(make_rikke())
    other = _make_task(anne, {"title": write("other", 150), "project": project.pk})
    binned = _make_task(anne, {"title": write("binned", 150), "project": project.pk})
    anne.post(reverse("task_bin", args=[binned.pk]))
    task = _make_task(anne, _typed(write, project, other))
    _keep_a_finding(anne, task, write)
    topic, text = write("topic", 200), write("announcement", 10_000)
    typed = {"topic": topic, "announcement": text, "revision": 1}
    anne.post(reverse("task_announcement", args=[task.pk]), typed)
    KlikTask.objects.filter(pk=task.pk).update(status=Status.IN_REVIEW)
    told = {"message": write("message", 2000), "line_goal": write("line", 300)}
    told["revision"] = str(fresh(task).revision)
    rikke.post(reverse("task_send_back", args=[task.pk]), told)
    assert fresh(task).status == Status.SENT_BACK
    return HostileSite(task, other, binned, project)


def _rename_people_and_lists(write: Write) -> None:
    """The admin's own forms take any name; here the rows simply have it."""
    for make in (make_anne, make_rikke, make_karl):
        person = make()
        names = {key: write(f"{person.username}{key}", 150) for key in ("first_name", "last_name")}
        Person.objects.filter(pk=person.pk).update(**names)
    for model in _LISTS:
        model._default_manager.filter(pk=_row(model)).update(name=write(model.__name__, 120))
    Theme.objects.filter(pk=_row(Theme)).update(abbreviation=write("abbreviation", 20))
    Term.objects.filter(pk=_row(Term)).update(term=write("term", 80), plain=write("plain", 200))
    acronym = {"text": write("acronym", 40), "stands_for": write("stands_for", 200)}
    Acronym.objects.filter(pk=_row(Acronym)).update(**acronym)


def _row(model: Any) -> int:
    """The key of the row that is renamed: the first that is not there for tests alone."""
    rows = model.objects.order_by("pk")
    rows = rows.filter(is_fictional=False) if model is Municipality else rows
    pk: int = rows.values_list("pk", flat=True)[0]
    return pk


def _make_project(write: Write) -> Project:
    """A project with a wave, a frozen zone over the task's dates, and a prefix."""
    karl = at(make_karl())
    facts = {key: write(f"project{key}", 120) for key in ("name", "lead_name", "greeting")}
    karl.post(reverse("project_new"), facts)
    project = Project.objects.get()
    wave = {"name": write("wave", 120), "goes_live_with": write("goes_live_with", 120)}
    chosen = {"members": "chosen", "municipalities": [_row(Municipality)]}
    zone = {"name": write("zone", 120), "first_day": "1.10.2026", "last_day": "30.10.2026"}
    prefix = {"prefix": write("prefix", 20), "meaning": write("meaning", 120)}
    rows: dict[str, dict[str, Any]] = {
        "wave_new": {**wave, **chosen, "go_live": "30.10.2026"},
        "zone_new": {**zone},
        "prefix_new": {**prefix},
    }
    for name, typed in rows.items():
        assert karl.post(reverse(name, args=[project.pk]), typed).status_code == 302, typed
    return project


def _make_task(anne: Client, typed: dict[str, Any]) -> KlikTask:
    before = list(KlikTask.objects.values_list("pk", flat=True))
    response = anne.post(reverse("task_new"), typed)
    assert response.status_code == 302, response.context["form"].errors
    return KlikTask.objects.exclude(pk__in=before).get()


def _typed(write: Write, project: Project, other: KlikTask) -> dict[str, Any]:
    """What is typed in the task's form; ”kommunen” breaks a rule, so something can be kept."""
    prose = {key: write(key, 29_000) for key in PROSE_KEYS}
    prose["goal"] = f"Målet er, at kommunen skal svare.\n{prose['goal']}"
    comments = {key: write(key, 2000) for key in ("performer_comment", "owner_comment")}
    address = "".join(write("address", 300).split())
    rows = {
        "project": project.pk,
        "phase": _row(Phase),
        "theme": _row(Theme),
        "waves": [wave.pk for wave in project.waves.filter(is_test=False)],
        "prerequisites": [other.pk],
        "related_tasks": [other.pk],
        "performers": [_row(Role)],
        "owners": [_row(Role)],
    }
    choices = {"priority": "mandatory", "respects_frozen_zone": "on"}
    days = {"end_offset_days": "-14", "start_offset_days": "-14"}
    name = {"reference": write("reference", 20), "title": write("title", 150)}
    link = {
        "attachments_title": [write("attachment", 200)],
        "attachments_url": [f"https://kombit.dk/?{address}"],
    }
    return {**rows, **prose, **comments, **choices, **days, **name, **link}


def _keep_a_finding(anne: Client, task: KlikTask, write: Write) -> None:
    standing = check_task(fresh(task)).standing
    key = key_of(next(finding for finding in standing if finding.rule == "tone-municipality"))
    reason = {f"keep_other:{key}": write("reason", 300)}
    save(anne, task, keep=f"{key}#other", **reason)
    assert task.dismissals.exists()


def task_pages(site: HostileSite) -> list[str]:
    """The addresses of a task's pages, and of those that name it on their way to another."""
    names = ("edit", "review", "preview", "podio", "announcement", "history", "skip_test")
    pages = [reverse(f"task_{name}", args=[site.task.pk]) for name in names]
    pages += [reverse("task_edit", args=[task.pk]) for task in (site.other, site.binned)]
    new, project = reverse("task_new"), site.project.pk
    pages += [f"{new}?efter={site.task.pk}", f"{new}?projekt={project}"]
    preview = reverse("task_preview", args=[site.task.pk])
    pages += [f"{preview}?fund=1", f"{preview}?kommune=kom"]
    return [*pages, reverse("overview"), reverse("task_list"), reverse("bin")]


def other_pages(site: HostileSite) -> list[str]:
    """The addresses of everything around tasks that people write or name."""
    pages = [reverse(name) for name in ("project_list", "style_guide", "task_new_many")]
    pages += [reverse(f"project_{name}", args=[site.project.pk]) for name in ("detail", "edit")]
    for kind, rows in (("wave", "waves"), ("zone", "frozen_zones"), ("prefix", "prefixes")):
        found = getattr(site.project, rows).all()
        pages += [reverse(f"{kind}_edit", args=[row.pk]) for row in found]
    for model in (Phase, Role, Theme, Municipality, Term, Acronym, Person):
        name, row = model.__name__.lower(), model._default_manager.order_by("pk")[0]
        pages.append(reverse(f"admin:tasks_{name}_changelist"))
        pages.append(reverse(f"admin:tasks_{name}_change", args=[row.pk]))
    return pages
