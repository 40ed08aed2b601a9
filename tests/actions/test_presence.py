"""Who has a task open is known once per person, and forgotten soon."""

import pytest
from django.utils import timezone

from tasks.actions.presence import FORGOTTEN_AFTER, be_present, leave
from tasks.models import KlikTask, Presence
from tests.make import make_anne, make_rikke, make_task

pytestmark = pytest.mark.django_db


@pytest.fixture
def task() -> KlikTask:
    return make_task()


def present() -> set[tuple[str, int, bool]]:
    rows = Presence.objects.values_list("person__username", "task", "is_editing")
    return set(rows)


def test_a_person_is_at_a_task_once_whatever_they_do_there(task: KlikTask) -> None:
    be_present(make_anne(), task.pk, is_editing=False)
    be_present(make_anne(), task.pk, is_editing=True)
    be_present(make_rikke(), task.pk, is_editing=False)
    assert present() == {("anne", task.pk, True), ("rikke", task.pk, False)}


def test_who_stays_is_seen_again(task: KlikTask) -> None:
    be_present(make_anne(), task.pk, is_editing=True)
    Presence.objects.update(seen_at=timezone.now() - FORGOTTEN_AFTER / 2)
    before = timezone.now()
    be_present(make_anne(), task.pk, is_editing=False)
    row = Presence.objects.get()
    assert row.seen_at >= before
    assert not row.is_editing


def test_who_leaves_is_forgotten_at_that_task_alone(task: KlikTask) -> None:
    other = make_task("Udfyld filen")
    for pk in (task.pk, other.pk):
        be_present(make_anne(), pk, is_editing=True)
    be_present(make_rikke(), task.pk, is_editing=True)
    leave(make_anne(), task.pk)
    assert present() == {("anne", other.pk, True), ("rikke", task.pk, True)}


def test_who_is_not_heard_from_is_forgotten(task: KlikTask) -> None:
    be_present(make_anne(), task.pk, is_editing=True)
    Presence.objects.update(seen_at=timezone.now() - FORGOTTEN_AFTER * 2)
    be_present(make_rikke(), make_task("Udfyld filen").pk, is_editing=False)
    assert {name for name, _, _ in present()} == {"rikke"}
