"""Prints how often each rule speaks over all drafts, so that a new rule is tried in the shadow."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from tasks import shadow
from tasks.guide import label_of
from tasks.models import KlikTask, Project
from tasks.style import RULE


class Command(BaseCommand):
    """Reads only; tasks in the bin are left out."""

    help = "Viser, hvor tit hver regel rammer i alle kladder. Intet bliver gemt."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--project", metavar="NAVN", help="kun opgaverne i ét projekt")
        parser.add_argument("--rule", metavar="REGEL", help="vis hvert fund af én regel")
        parser.add_argument("--format", choices=("text", "json"), default="text")

    def handle(self, *_: Any, **options: Any) -> None:
        rule = options["rule"]
        if rule and rule not in RULE:
            raise CommandError(f"Der er ingen regel, der hedder ”{rule}”.", returncode=2)
        tasks = KlikTask.objects.kept()
        if options["project"]:
            tasks = tasks.filter(project=_project(options["project"]))
        hits = shadow.hits_in(tasks, rule or "")
        is_json = options["format"] == "json"
        if rule:
            lines = _json_array(map(_hit_object, hits)) if is_json else _hit_lines(hits)
        else:
            counts = shadow.counted(hits)
            lines = _json_array(map(_count_object, counts)) if is_json else _count_lines(counts)
        for line in lines:
            self.stdout.write(line)


def _project(name: str) -> Project:
    project = Project.objects.filter(name=name).first()
    if project is None:
        raise CommandError(f"Der er intet projekt, der hedder ”{name}”.", returncode=2)
    return project


def _count_lines(counts: Iterable[shadow.RuleCount]) -> Iterator[str]:
    row = "{:<29}{:<13}{:>7}{:>9}{:>9}"
    yield row.format("Regel", "Alvor", "Fund", "Opgaver", "Beholdt")
    for count in counts:
        rule = count.rule
        yield row.format(rule.id, rule.severity.label, count.hits, count.tasks, count.kept)


def _hit_lines(hits: Iterable[shadow.Hit]) -> Iterator[str]:
    """Yield a line for each hit while it is found, and how many there were at last."""
    number = 0
    for number, hit in enumerate(hits, 1):  # noqa: B007 - the last number is the sum
        finding = hit.finding
        phrase = f" ”{finding.phrase}”" if finding.phrase else ""
        kept = " (beholdt)" if hit.is_kept else ""
        yield f"{hit.task.short_name} {label_of(finding.field)}{phrase}{kept}: {finding.message}"
    yield f"{number} fund"


def _count_object(count: shadow.RuleCount) -> dict[str, Any]:
    return {
        "rule": count.rule.id,
        "severity": count.rule.severity.name.lower(),
        "hits": count.hits,
        "tasks": count.tasks,
        "kept": count.kept,
    }


def _hit_object(hit: shadow.Hit) -> dict[str, Any]:
    finding = hit.finding
    return {
        "task": hit.task.pk,
        "reference": str(hit.task.reference),
        "title": hit.task.title,
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "field": finding.field,
        "block": finding.block,
        "start": finding.start,
        "end": finding.end,
        "match": finding.phrase,
        "message": finding.message,
        "kept": hit.is_kept,
    }


def _json_array(objects: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield one array, an object a line, without ever holding all of it."""
    mark = "["
    for item in objects:
        yield f"{mark}{json.dumps(item, ensure_ascii=False)}"
        mark = ","
    yield "[]" if mark == "[" else "]"
