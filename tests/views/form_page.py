"""What a browser sends from a task's form, and what it gets back."""

import re
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse

from tasks import richtext, seen
from tasks.forms.prose import Html
from tasks.forms.task import TaskForm
from tasks.models import KlikTask


def shown(response: Any) -> str:
    return str(response.content.decode())


def typed(task: KlikTask, **changes: Any) -> dict[str, Any]:
    """What a browser without script sends from a task's form, with a few fields changed."""
    task = KlikTask.objects.with_parts().get(pk=task.pk)
    form = TaskForm(stored=task.values(), pk=task.pk)
    shown = seen.written(seen.marks_of(task.values(), task.revision))
    data: dict[str, Any] = {"revision": task.revision, "task": task.pk, "action": "save"}
    data["seen"] = shown
    for field in form:
        value = field.value()
        if field.name == "attachments":
            data |= {
                "attachments_title": [title for title, _ in value],
                "attachments_url": [url for _, url in value],
            }
        elif isinstance(value, Html):
            data[field.name] = richtext.to_source(value)
        elif isinstance(value, list):
            data[field.name] = [getattr(row, "pk", row) for row in value]
        elif field.name in ("respects_frozen_zone", "confirm_project", "confirm_waves"):
            data |= {field.name: "on"} if value else {}
        else:
            data[field.name] = getattr(value, "pk", "" if value is None else value)
    return data | changes


def carried(page: str) -> dict[str, str]:
    """The hidden inputs of a page that tell what it was made from."""
    found = re.findall(r'<input type="hidden" name="(revision|seen)" value="([^"]*)">', page)
    return {name: unescape(value) for name, value in found}


def save(client: Client, task: KlikTask, **changes: Any) -> Any:
    return client.post(reverse("task_edit", args=[task.pk]), typed(task, **changes), follow=True)
