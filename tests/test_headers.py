"""Every answer of Django, found, refused or too large, tells the browser to trust nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.exports.full_task import approved, make_full_task
from tests.make import make_anne, make_karl, make_person

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
HTMX = {"HX-Request": "true"}
# (what is asked for, how, and the status it is answered with)
ASKED: dict[str, tuple[Callable[[Client, int], Any], int]] = {
    "a page": (lambda client, pk: client.get(reverse("task_edit", args=[pk])), 200),
    "a list": (lambda client, pk: client.get(reverse("task_list")), 200),
    "the health": (lambda client, pk: client.get(reverse("health")), 200),
    "a redirect": (lambda client, pk: client.post(reverse("task_bin", args=[pk])), 302),
    "a fragment": (
        lambda client, pk: client.post(reverse("task_check", args=[pk]), headers=HTMX),
        200,
    ),
    "a download": (lambda client, pk: client.get(reverse("task_xlsx", args=[pk])), 200),
    "the admin": (lambda client, pk: client.get("/lister/"), 200),
    "nothing there": (lambda client, pk: client.get("/findes-ikke/"), 404),
    "no such task": (lambda client, pk: client.get(reverse("task_edit", args=[987654])), 404),
    "the wrong method": (lambda client, pk: client.get(reverse("task_bin", args=[pk])), 405),
    "too much": (
        lambda client, pk: client.post(reverse("task_edit", args=[pk]), {"goal": "x" * 5_000_000}),
        413,
    ),
    "too many fields": (
        lambda client, pk: client.post(reverse("task_new"), {str(n): n for n in range(2000)}),
        400,
    ),
    "a forged host": (lambda client, pk: client.get("/", headers={"Host": "evil.dk"}), 400),
}


def assert_guarded(response: Any) -> None:
    header = response.headers
    assert set(header["Content-Security-Policy"].split("; ")) == POLICY
    assert "unsafe" not in header["Content-Security-Policy"]
    assert header["X-Content-Type-Options"] == "nosniff"
    assert header["Referrer-Policy"] == "same-origin"
    assert header["X-Frame-Options"] == "DENY"
    assert "no-store" in header["Cache-Control"]


@pytest.mark.parametrize("asked", ASKED)
def test_whatever_is_asked_for_the_answer_is_guarded(client: Client, asked: str) -> None:
    client.force_login(make_karl())
    task = approved(make_full_task())
    ask, status = ASKED[asked]
    response = ask(client, task.pk)
    assert response.status_code == status
    assert_guarded(response)


def test_what_a_person_may_not_see_is_guarded_too(client: Client) -> None:
    client.force_login(make_anne())
    response = client.get(reverse("project_new"))
    assert response.status_code == 403
    assert_guarded(response)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(make_anne())
    response = strict.post(reverse("task_new"), {"title": "x"})
    assert response.status_code == 403
    assert_guarded(response)


def test_our_own_mistake_is_guarded_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(make_anne())
    client.raise_request_exception = False
    monkeypatch.setattr("tasks.models.KlikTask.objects", None)
    response = client.get(reverse("task_list"))
    assert response.status_code == 500
    assert_guarded(response)


@pytest.mark.parametrize(
    "elsewhere",
    ["//evil.dk", "https://evil.dk/", "/\\evil.dk", "javascript:alert(1)", "///evil.dk"],
)
def test_the_login_leads_nowhere_but_here(client: Client, elsewhere: str) -> None:
    nils = make_person("Nils", "Forfatter")
    nils.set_password("k4vx-7mpe-2hsd")
    nils.save()
    url = reverse("login")
    typed = {"username": "nils", "password": "k4vx-7mpe-2hsd", "next": elsewhere}
    assert "evil" not in client.get(url, {"next": elsewhere}).content.decode()
    response = client.post(url, typed)
    assert (response.status_code, response["Location"]) == (302, reverse("overview"))
    response = client.get(url, {"next": elsewhere})  # logged in by now
    assert (response.status_code, response["Location"]) == (302, reverse("overview"))


def test_the_login_never_leads_to_itself(client: Client) -> None:
    client.force_login(make_anne())
    response = client.get(reverse("login"), {"next": reverse("login")})
    assert (response.status_code, response["Location"]) == (302, reverse("overview"))
