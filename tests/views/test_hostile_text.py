"""Hostile texts in every field, on every page that shows them: they stay text."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.guide import PROSE_KEYS
from tasks.models import Attachment, KlikTask
from tests.hostile_site import HostileSite, Write, at, make_site, other_pages, task_pages
from tests.make import make_anne, make_karl
from tests.page_elements import Elements
from tests.richtext import hostile

pytestmark = pytest.mark.django_db

# No payload may leave these behind, whatever mark the text is in
ESCAPES = (
    '"><zz-tag>',
    "'><zz-tag>",
    '" zz-mark="x',
    "' zz-mark='x",
    "x zz-mark=x ",
    "</textarea><zz-tag>",
    "</title><zz-tag>",
    "--><zz-tag>",
    "]]></script><zz-tag>",
    "{{ 7|add:7 }}{% now 'Y' %}",
)
# A form refuses a NUL and half a letter, which are tested with the forms
PLAIN = tuple(
    " ".join(text.split())
    for text in (*ESCAPES, *hostile.ALL)
    if "\x00" not in text and text.isprintable()
)
TURNS = 5


def writer(turn: int, names: set[str]) -> Write:
    """Begin each field with another text each turn; short fields hold a few, long ones all."""

    def write(name: str, room: int) -> str:
        names.add(name)
        start = (turn * len(PLAIN) // TURNS + 7 * len(names)) % len(PLAIN)
        texts = (*PLAIN[start:], *PLAIN[:start])
        between = "\n" if room > 5000 else " "
        return f"zz{name}zz{between}{between.join(texts)}"[:room].strip()

    return write


def told(response: Any) -> str:
    return str(response.content.decode())


def answers_of(site: HostileSite, write: Write) -> Iterator[tuple[str, str]]:
    """Yield what is answered when a form is sent wrongly: the page shows what was typed."""
    anne, karl, task = at(make_anne()), at(make_karl()), site.task.pk
    text = write("typed", 150)
    long = text * 300
    edit: dict[str, Any] = {
        "title": long,
        "reference": text,
        "reply_to": text,
        "end_offset_days": text,
    }
    edit |= {"project": text, "attachments_url": [text], "attachments_title": [text], "fix": text}
    lines = {"lines": f"{text}\n(MI 1) {text}\n(MI 1) {text}", "project": site.project.pk}
    wrong: dict[str, tuple[Client, list[int], Any]] = {
        "task_edit": (anne, [task], edit | dict.fromkeys(PROSE_KEYS, long)),
        "task_new": (anne, [], {"title": "", "goal": text, "reference": text}),
        "task_check": (anne, [task], {"title": text, "goal": text}),
        "task_project_parts": (anne, [], {"project": site.project.pk, "title": text}),
        "task_new_many": (anne, [], lines),
        "task_submit_many": (anne, [], {"task": [site.other.pk], "back": text}),
        "task_announcement": (anne, [task], {"announcement": text, "revision": 0}),
        "task_skip_test": (anne, [task], {"reason": long}),
        "task_send_back": (karl, [task], {"message": long, "line_goal": text}),
        "project_new": (karl, [], {"name": site.project.name, "lead_email": text}),
        "project_edit": (karl, [site.project.pk], {"name": text, "seen": text}),
        "wave_new": (karl, [site.project.pk], {"name": text, "go_live": text, "members": text}),
        "zone_new": (karl, [site.project.pk], {"name": text, "first_day": text}),
        "prefix_new": (karl, [site.project.pk], {"prefix": long, "meaning": text}),
    }
    for name, (client, args, typed) in wrong.items():
        yield name, told(client.post(reverse(name, args=args), typed, follow=True))
    listed = {"q": text, "project": text, "sort": text, "page": text}
    yield "search", told(anne.get(reverse("task_list"), listed))
    yield "xlsx", told(anne.get(reverse("tasks_xlsx"), listed, follow=True))
    typed = {"username": text, "password": text, "next": text}
    yield "login", told(Client().post(reverse("login"), typed))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_anne())
    yield "csrf", told(strict.post(reverse("task_edit", args=[task]), {"title": text}))


def shown_to_karl(pages: list[str]) -> list[tuple[str, str]]:
    karl = at(make_karl())
    return [(url, told(karl.get(url))) for url in pages]


def assert_nothing_ran(seen: list[tuple[str, str]]) -> None:
    for where, html in seen:
        assert Elements(html).wrong == [], where


@pytest.mark.parametrize(
    "turn",
    [0, *(pytest.param(turn, marks=pytest.mark.one_database) for turn in range(1, TURNS))],
)
def test_every_text_stays_text_on_every_page(turn: int) -> None:
    names: set[str] = set()
    site = make_site(writer(turn, names))
    seen = shown_to_karl([*task_pages(site), *other_pages(site)])
    seen += answers_of(site, writer(turn, names))
    site.approve()
    link = reverse("task_podio_link", args=[site.task.pk])
    at(make_karl()).post(link, {"podio_url": "https://podio.com/?'\"><zz-tag>"})
    seen += shown_to_karl(task_pages(site))
    assert_nothing_ran(seen)
    everything = "".join(html for _, html in seen)
    assert {name for name in names if f"zz{name}zz" not in everything} == set()


def test_html_that_got_past_the_door_is_tidied_where_it_is_shown() -> None:
    site = make_site(lambda name, room: name[:room])
    poison = "".join(hostile.ALL).replace("\x00", "").replace("\ud800", "")
    KlikTask.objects.filter(pk=site.task.pk).update(**dict.fromkeys(PROSE_KEYS, poison))
    site.task.attachments.all().delete()
    for position, link in enumerate(hostile.LINKS):
        url = link.replace("\x00", "")
        Attachment.objects.create(task=site.task, position=position, title="zz", url=url)
    for version in site.task.versions.all():
        version.content |= dict.fromkeys(PROSE_KEYS, poison)
        version.save()
    for event in site.task.events.filter(kind="edited"):
        event.details = {"fields": {key: [poison, f"{poison}<p>x</p>"] for key in PROSE_KEYS}}
        event.save()
    seen = shown_to_karl(task_pages(site))
    site.approve()
    seen += shown_to_karl(task_pages(site))
    assert "tekst" in seen[0][1]
    assert_nothing_ran(seen)


@pytest.mark.parametrize(
    "page",
    [
        "<p onclick=x>",
        "<zz-tag>",
        "<p zz-mark>",
        "<a href=' javascript:x'>",
        "<a href='java\tscript:x'>",
        "<form action=//evil.dk>",
        "<script>x</script>",
        "<p style=x>",
        "<img src=x>",
    ],
)
def test_the_reader_of_these_tests_sees_what_is_wrong(page: str) -> None:
    assert Elements(page).wrong != []
    assert (
        Elements("<p class=x><script src=/a.js></script><a href='/x?y'>javascript:</a>").wrong == []
    )
