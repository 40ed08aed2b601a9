"""A task's values as its form shows them."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from tasks import drafting, guide, reference
from tasks.forms.prose import FORMAT_SUFFIX, Html


def initial_of(values: drafting.Values) -> dict[str, Any]:
    """Return the values as the form shows them."""
    parts = reference.Reference(*(values[part] for part in reference.PARTS))
    shown = {key: value for key, value in values.items() if key not in reference.PARTS}
    prose = {key: Html(values[key]) for key in guide.PROSE_KEYS}
    answer = {True: "ja", False: "nej", None: ""}[values["is_infrastructure"]]
    return shown | prose | {"reference": str(parts), "is_infrastructure": answer}


def empty_values() -> dict[str, Any]:
    """Return the values of a task nobody has written yet."""
    lists = ("waves", "prerequisites", "related_tasks", "performers", "owners", "attachments")
    none = ("project", "phase", "theme", "is_infrastructure", "duration_days")
    offsets = ("end_offset_days", "start_offset_days")
    texts = (*reference.PARTS, "title", "priority", "reply_to", *guide.PROSE_KEYS)
    comments = ("performer_comment", "owner_comment")
    return (
        dict.fromkeys((*none, *offsets))
        | dict.fromkeys((*texts, *comments), "")
        | {"respects_frozen_zone": False}
        | {key: [] for key in lists}
    )


def show_stored(form: forms.Form, values: drafting.Values) -> None:
    """Let a bound form show what is saved in every field that is in order, not what was sent.

    What others wrote meanwhile is shown too; a field with an error keeps what was typed.
    """
    data = cast("QueryDict", form.data).copy()
    for key, shown in initial_of(values).items():
        if key in form.fields and key not in form.errors:
            _show(data, key, shown)
    form.data = data


def _show(data: QueryDict, key: str, shown: Any) -> None:
    if key == "attachments":
        data.setlist("attachments_title", [title for title, _ in shown])
        data.setlist("attachments_url", [url for _, url in shown])
    elif isinstance(shown, list):
        data.setlist(key, [str(row.pk) for row in shown])
    elif isinstance(shown, bool):
        data.setlist(key, ["on"] if shown else [])
    else:
        if isinstance(shown, Html):
            data[f"{key}{FORMAT_SUFFIX}"] = "html"
        data[key] = str(getattr(shown, "pk", "" if shown is None else shown))
