"""lint_all: every rule's hits over all drafts, told and never stored."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tasks import shadow
from tasks.actions.bin import bin_task
from tasks.actions.findings import keep_finding
from tasks.checking import check_task
from tasks.models import KlikTask
from tasks.style import RULES
from tests.make import make_anne, make_project, make_task

pytestmark = pytest.mark.django_db

ADDRESSED = "<p>Målet er, at kommunen skal svare, og at kommunerne skal vente.</p>"


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("lint_all", *arguments, stdout=out)
    return out.getvalue()


def counts(*arguments: str) -> dict[str, Any]:
    rows = json.loads(run("--format", "json", *arguments))
    return {row["rule"]: row for row in rows}


def hits(rule: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("--rule", rule, "--format", "json"))
    return found


def test_every_rule_has_its_line_in_the_guides_order() -> None:
    make_task("Opret en rute", goal=ADDRESSED)
    make_task("Opret ruten", goal=ADDRESSED)
    lines = run().splitlines()
    assert [line.split()[0] for line in lines[1:]] == [rule.id for rule in RULES]
    (line,) = [line for line in lines if line.startswith("tone-municipality")]
    assert line.split() == ["tone-municipality", "Skal", "rettes", "4", "2", "0"]
    assert counts()["tone-municipality"] == {
        "rule": "tone-municipality", "severity": "error", "hits": 4, "tasks": 2, "kept": 0,
    }  # fmt: skip


def test_one_rule_lists_each_hit_with_task_field_and_phrase() -> None:
    make_task("Opret en rute", prefix="MI", separator=" ", number="07", goal=ADDRESSED)
    first, second, total = run("--rule", "tone-municipality").splitlines()
    assert first.startswith("(MI 07) Mål ”kommunen skal”: ")
    assert second.startswith("(MI 07) Mål ”kommunerne skal”: ")
    assert total == "2 fund"
    assert [hit["match"] for hit in hits("tone-municipality")] == [
        "kommunen skal",
        "kommunerne skal",
    ]
    assert hits("title-imperative") == []
    assert run("--rule", "title-imperative") == "0 fund\n"


def test_a_kept_finding_is_told_as_kept() -> None:
    task = make_task("Opret en rute", goal="<p>Målet er, at kommunen skal svare.</p>")
    (finding,) = [f for f in check_task(task).standing if f.rule == "tone-municipality"]
    keep_finding(make_anne(), task.pk, finding, "Citat")
    assert counts()["tone-municipality"]["kept"] == 1
    assert "”kommunen skal” (beholdt): " in run("--rule", "tone-municipality")
    assert [hit["kept"] for hit in hits("tone-municipality")] == [True]


def test_the_bin_and_other_projects_are_left_out() -> None:
    project = make_project("KP release 4.0")
    make_task("Opret en rute", goal=ADDRESSED, project=project)
    make_task("Opret ruten", goal=ADDRESSED)
    bin_task(make_anne(), make_task("Slet ruten", goal=ADDRESSED).pk)
    assert counts()["tone-municipality"]["tasks"] == 2
    assert counts("--project", "KP release 4.0")["tone-municipality"]["tasks"] == 1


def test_what_is_not_there_is_said_in_one_line() -> None:
    for arguments, said in (
        (("--rule", "tone-nobody"), "Der er ingen regel, der hedder ”tone-nobody”."),
        (("--project", "Ukendt"), "Der er intet projekt, der hedder ”Ukendt”."),
    ):
        with pytest.raises(CommandError, match=said) as refused:
            run(*arguments)
        assert refused.value.returncode == 2


def test_an_empty_house_is_no_trouble() -> None:
    assert all(row["hits"] == 0 for row in counts().values())
    assert hits("title-imperative") == []


def test_many_drafts_are_read_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shadow, "_AT_ONCE", 2)
    made = [make_task(f"Opret rute {number}").pk for number in range(5)]
    some = shadow.in_turn(KlikTask.objects.kept())
    assert [[task.pk for task in tasks] for tasks in some] == [made[:2], made[2:4], made[4:]]
