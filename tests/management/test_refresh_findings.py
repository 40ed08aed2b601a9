"""refresh_findings: counts of older rules are renewed, and said."""

from io import StringIO

import pytest
from django.core.management import call_command

from tasks.models import KlikTask
from tasks.style import RULES_VERSION
from tests.make import make_task

pytestmark = pytest.mark.django_db


def run() -> str:
    out = StringIO()
    call_command("refresh_findings", stdout=out)
    return out.getvalue().strip()


def test_only_tasks_counted_by_older_rules_are_counted_again() -> None:
    old, new = make_task("Oprettelse af rute"), make_task("Opret en rute")
    right = old.errors
    KlikTask.objects.filter(pk=old.pk).update(rules_version="older", errors=99)
    KlikTask.objects.filter(pk=new.pk).update(errors=99)

    assert run() == "1 opgave er talt igen."

    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.errors, old.rules_version) == (right, RULES_VERSION)
    assert new.errors == 99


def test_nothing_is_done_twice() -> None:
    make_task()
    KlikTask.objects.update(rules_version="older")
    run()
    assert run() == "0 opgaver er talt igen."
