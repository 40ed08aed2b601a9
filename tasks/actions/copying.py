"""Copy a task: its text and frame into a draft of its own, without what made it this one task."""

from uuid import UUID

from django.db import transaction

from tasks.actions.drafts import SaveOutcome, create_task
from tasks.actions.refusal import require
from tasks.models import KlikTask, Person
from tasks.permissions import can_copy
from tasks.reference import PARTS


@transaction.atomic
def copy_task(person: Person, pk: int, key: UUID | None = None) -> SaveOutcome:
    """Make a draft with another task's values, as they are saved now.

    The reference, the approval, the #besked, what was kept against Tjek and what was entered in
    Podio stay with the other. A value the copy cannot take is named in ``refused``. ``key`` is the
    button's own: a second press answers the copy the first one made. Raises Refused without the
    right, and for a task in the bin.
    """
    task = KlikTask.objects.with_parts().get(pk=pk)
    require(can_copy(person, task))
    return create_task(person, task.values() | dict.fromkeys(PARTS, ""), key, copied_from=str(task))
