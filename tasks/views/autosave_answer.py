"""What a page is told after it was saved: what stands now, and what it must show or ask."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.timezone import localtime

from tasks import guide, seen
from tasks.actions.drafts import SaveOutcome
from tasks.danish_dates import clock
from tasks.forms.task import TaskForm
from tasks.forms.task_values import initial_of
from tasks.models import Person
from tasks.reference import PARTS
from tasks.seen import Mark, Seen
from tasks.views.conflicts import ShownConflict, put_on_fields, shown_conflicts

Marks = dict[str, Mark]


def answer_of(form: TaskForm, outcome: SaveOutcome, person: Person) -> dict[str, Any]:
    """Return the answer to a save as JSON, by the form's own fields.

    ``settled`` holds the marks of the values that stand as they were sent; ``theirs`` the fields
    others changed meanwhile, with what to show; ``conflicts`` those with two texts to choose
    between; ``errors`` what could not be stored, and why.
    """
    task = outcome.task
    marks, typed = seen.marks_of(task.values(), task.revision), form.values()
    unsettled = Seen(task.revision, marks).changed(typed, form.plain_texts()).keys()
    asked = {shown.key: shown for shown in shown_conflicts(typed, outcome, person)}
    put_on_fields(form, outcome, person)
    others = {_field_of(key) for key in unsettled} - form.errors.keys()
    return {
        "revision": task.revision,
        "saved_at": clock(localtime(task.updated_at)),
        "next_step": task.next_step,
        "settled": {key: str(marks[key]) for key in typed.keys() - unsettled},
        "theirs": [_shown(key, outcome, marks) for key in sorted(others)],
        "conflicts": [_asked(shown, outcome, marks) for shown in asked.values()],
        "errors": {key: list(said) for key, said in form.errors.items() if key not in asked},
    }


def _asked(shown: ShownConflict, outcome: SaveOutcome, marks: Marks) -> dict[str, Any]:
    """A field with two texts: theirs to be put in, and the question as it is shown."""
    html = render_to_string("tasks/_conflict.html", {"conflict": shown, "level": 3})
    return _shown(shown.key, outcome, marks) | {"html": html}


def _shown(field: str, outcome: SaveOutcome, marks: Marks) -> dict[str, Any]:
    """A field as it stands, to be put into the form with the marks it then has."""
    value = initial_of(outcome.task.values())[field]
    keys = PARTS if field == guide.REFERENCE_KEY else (field,)
    return {
        "field": field,
        "label": guide.label_of(field),
        "value": _sent(value),
        "marks": {key: str(marks[key]) for key in keys},
    }


def _sent(value: Any) -> Any:
    """A value as the browser's own inputs hold it: rows by key, nothing as an empty text."""
    if isinstance(value, list):
        return [str(row.pk) if hasattr(row, "pk") else row for row in value]
    if value is None or hasattr(value, "pk"):
        return "" if value is None else str(value.pk)
    return value if isinstance(value, bool) else str(value)


def _field_of(key: str) -> str:
    return guide.REFERENCE_KEY if key in PARTS else key
