"""The page *Indtast i Podio* as the tests read it: its lines, and a tick in one of them."""

from typing import Any

from django.test import Client
from django.urls import reverse

from tasks.exports.podio import podio_payload
from tasks.models import KlikTask
from tests.exports.full_task import fresh


def url(task: KlikTask, name: str = "task_podio") -> str:
    """The address of one of the task's pages."""
    return reverse(name, args=[task.pk])


def page(client: Client, task: KlikTask) -> str:
    """The whole page."""
    response = client.get(url(task))
    assert response.status_code == 200
    return str(response.content.decode())


def line(html: str, key: str) -> str:
    """One field of the sheet."""
    start = html.index(f'<li id="felt-{key}"')
    following = html.find('<li id="felt-', start + 1)
    return html[start:following] if following > 0 else html[start : html.index("</section>", start)]


def tick(client: Client, task: KlikTask, key: str, **extra: Any) -> Any:
    """Send the tick of a field with the value it has now."""
    value_hash = podio_payload(fresh(task)).field(key).value_hash
    data = {"field": key, "value_hash": value_hash}
    return client.post(url(task, "task_podio_tick"), data | extra.pop("data", {}), **extra)
