"""One date everywhere: list, form, preview, copy sheet, workbook and #besked tell the same."""

import random
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import KlikTask
from tests import shown_dates
from tests.clock import stop_at_noon
from tests.exports.full_task import approved
from tests.make import make_anne, make_project, make_ready_task, make_wave
from tests.shown_dates import Dates
from tests.views.form_page import shown, typed

pytestmark = pytest.mark.django_db


class Plan(NamedTuple):
    """Go-lives of different days, and the two offsets."""

    go_lives: tuple[date, ...]
    end: int
    start: int

    @property
    def dates(self) -> Dates:
        """The start and the end in each wave, counted here and not by the house."""
        ends = [go_live + timedelta(days=self.end) for go_live in self.go_lives]
        return {
            f"Bølge {number}": (end + timedelta(days=self.start), end)
            for number, end in enumerate(ends, 1)
        }

    @property
    def today(self) -> date:
        """A day before every start: of what can be started already, #besked tells no date."""
        first = min(start for start, _ in self.dates.values() if start)
        return first - timedelta(days=1 + abs(self.end) % 400)


PLANS = {
    "one wave": Plan((date(2026, 10, 30),), -14, -4),
    "three waves": Plan((date(2026, 10, 30), date(2026, 11, 13), date(2027, 1, 15)), -14, -21),
    "leap day": Plan((date(2028, 3, 14), date(2028, 3, 15)), -14, -1),
    "from leap day": Plan((date(2028, 2, 29),), 366, -366),
    "no leap day in 2100": Plan((date(2100, 3, 1), date(2100, 2, 28)), 0, -1),
    "summer time ends": Plan((date(2026, 10, 25), date(2026, 10, 26)), 0, -1),
    "summer time begins": Plan((date(2027, 3, 28), date(2027, 3, 29)), 0, -1),
    "new year": Plan((date(2026, 12, 31), date(2027, 1, 1)), 0, -1),
    "week 53": Plan((date(2027, 1, 3), date(2027, 1, 4)), -1, -2),
    "on go-live": Plan((date(2026, 10, 30), date(2026, 11, 6)), 28, -28),
    "years before": Plan((date(2026, 10, 30), date(2030, 2, 28)), -2000, -2000),
    "years after": Plan((date(2026, 10, 30), date(2030, 2, 28)), 2000, -1),
}


def any_plan(seed: int) -> Plan:
    """A plan that is the same at every run."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    days = chance.sample(range(3000), chance.randint(1, 4))
    go_lives = tuple(date(2024, 1, 1) + timedelta(days=day) for day in days)
    return Plan(go_lives, chance.randint(-2000, 2000), chance.randint(-400, -1))


PLANS |= {f"random {seed}": any_plan(seed) for seed in range(12)}


def planned(plan: Plan) -> KlikTask:
    """A draft that names its deadline in any #besked, since it is on the critical path."""
    project = make_project()
    waves = [make_wave(project, f"Bølge {n}", day) for n, day in enumerate(plan.go_lives, 1)]
    return make_ready_task(
        project=project,
        waves=waves,
        end_offset_days=plan.end,
        start_offset_days=plan.start,
        priority="critical",
    )


def page(client: Client, name: str, task: KlikTask, query: str = "") -> Any:
    answer = client.get(reverse(name, args=[task.pk]) + query)
    assert answer.status_code == 200, name
    return answer


def proposal(client: Client, task: KlikTask) -> str:
    """The text in the field of #besked, after *Foreslå besked*."""
    sent = {"action": "propose", "revision": task.announcement.revision, "announcement": ""}
    html = shown(client.post(reverse("task_announcement", args=[task.pk]), sent))
    return html[html.index("<textarea") : html.index("</textarea>")]


def timeline_of(task: KlikTask) -> str:
    assert task.project is not None
    return reverse("project_timeline", args=[task.project.pk])


def everywhere(client: Client, task: KlikTask, today: date) -> dict[str, Dates]:
    """The dates in each place, all of them asked for as a browser does."""
    waves = [wave.name for wave in task.waves.all()]
    found = {
        "form": shown_dates.in_form(shown(page(client, "task_edit", task))),
        "form while one types": shown_dates.in_form(
            shown(client.post(reverse("task_check", args=[task.pk]), typed(task)))
        ),
        "timeline": shown_dates.in_timeline(shown(client.get(timeline_of(task)))),
        "message": shown_dates.in_message(proposal(client, task), waves, today),
    }
    approved(task)
    book = page(client, "task_xlsx", task).content
    return found | {
        "preview": {
            wave.name: shown_dates.in_preview(
                shown(page(client, "task_preview", task, f"?boelge={wave.pk}"))
            )
            for wave in task.waves.all()
        },
        "sheet": shown_dates.in_sheet(shown(page(client, "task_podio", task))),
        "workbook": shown_dates.in_workbook(book, waves),
        "workbook in any program": shown_dates.in_raw_workbook(book, waves),
    }


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_date_is_the_same_wherever_it_is_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch, plan: Plan
) -> None:
    stop_at_noon(monkeypatch, plan.today)
    client.force_login(make_anne())
    task = planned(plan)
    ends = {wave: end for wave, (_, end) in plan.dates.items()}
    assert shown_dates.in_list(shown(client.get(reverse("task_list")))) == ends
    found = everywhere(client, task, plan.today)
    assert found == dict.fromkeys(found, plan.dates)


def test_a_missing_date_is_missing_wherever_it_could_be_shown(client: Client) -> None:
    client.force_login(make_anne())
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2", None)]
    task = make_ready_task(project=project, waves=waves, start_offset_days=None)
    known = {"Bølge 1": date(2026, 10, 16), "Bølge 2": None}
    none = {wave: (None, end) for wave, end in known.items()}
    assert shown_dates.in_list(shown(client.get(reverse("task_list")))) == known
    found = everywhere(client, task, date(2026, 1, 1))
    assert found.pop("message") == {}
    assert found == dict.fromkeys(found, none)
