"""Remember who has a task open; whoever is not heard from is forgotten."""

from datetime import timedelta

from django.utils import timezone

from tasks.models import Person, Presence

FORGOTTEN_AFTER = timedelta(minutes=1)


def be_present(person: Person, pk: int, *, is_editing: bool) -> None:
    """Say that a person has a task open now, and whether they are writing in it."""
    now = timezone.now()
    Presence.objects.filter(seen_at__lt=now - FORGOTTEN_AFTER).delete()
    Presence.objects.bulk_create(
        [Presence(task_id=pk, person=person, is_editing=is_editing, seen_at=now)],
        update_conflicts=True,
        unique_fields=("task", "person"),
        update_fields=("is_editing", "seen_at"),
    )


def leave(person: Person, pk: int) -> None:
    """Forget that a person had a task open; another window of theirs says so again."""
    Presence.objects.filter(task=pk, person=person).delete()
