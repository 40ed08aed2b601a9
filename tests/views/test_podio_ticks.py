"""Ticks on the copy sheet: with and without script, taken back, outdated, and hostile."""

from typing import Any

import pytest
from django.test import Client

from tasks.exports.podio import podio_payload
from tasks.models import KlikTask
from tests.exports.full_task import approved, make_full_task
from tests.make import make_anne, make_karl
from tests.views.podio_page import line, page, tick, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def test_a_tick_without_script_comes_back_to_its_field(karl: Client) -> None:
    task = approved(make_full_task())
    assert "0 af 25 felter er indtastet" in page(karl, task)
    response = tick(karl, task, "goal")
    assert response.status_code == 302
    assert response["Location"] == f"{url(task)}#felt-goal"
    html = page(karl, task)
    assert "1 af 25 felter er indtastet" in html
    assert "Indtastet af Karl" in line(html, "goal")
    assert "Fortryd" in line(html, "goal")


def test_a_tick_through_htmx_answers_with_the_line_and_the_progress(karl: Client) -> None:
    task = approved(make_full_task())
    response = tick(karl, task, "goal", headers={"HX-Request": "true"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in html
    assert 'data-announce="Mål: 1 af 25 felter er indtastet."' in html
    assert '<div id="podio-progress" class="podio-progress" hx-swap-oob="true">' in html


def test_a_tick_can_be_taken_back(karl: Client) -> None:
    task = approved(make_full_task())
    tick(karl, task, "goal")
    tick(karl, task, "goal", data={"take_back": "1"})
    assert "0 af 25 felter er indtastet" in page(karl, task)


def test_ticking_twice_does_it_once(karl: Client) -> None:
    task = approved(make_full_task())
    for _ in range(2):
        assert tick(karl, task, "goal").status_code == 302
    assert task.podio_entries.count() == 1


def test_fields_changed_after_their_tick_are_counted_and_marked(karl: Client) -> None:
    task = approved(make_full_task())
    for key in ("goal", "result", "phase"):
        tick(karl, task, key)
    KlikTask.objects.filter(pk=task.pk).update(goal="<p>Nyt mål</p>")
    html = page(karl, task)
    assert "1 felt er ændret siden indtastning" in html
    KlikTask.objects.filter(pk=task.pk).update(result="<p>Nyt resultat</p>")
    html = page(karl, task)
    assert "2 felter er ændret siden indtastning" in html
    assert "1 af 25 felter er indtastet" in html
    assert "is-changed" in line(html, "goal")
    assert "Ændret siden Karl indtastede feltet" in line(html, "goal")
    assert "is-changed" not in line(html, "phase")


@pytest.mark.parametrize("key", ["titel", "", "goal\x00", "../..", "<script>"])
@pytest.mark.parametrize("take_back", [{}, {"take_back": "1"}])
def test_an_unknown_field_is_refused_in_words(
    karl: Client, key: str, take_back: dict[str, str]
) -> None:
    task = approved(make_full_task())
    data = {"field": key, "value_hash": "x"} | take_back
    response = karl.post(url(task, "task_podio_tick"), data, follow=True)
    assert response.redirect_chain == [(url(task), 302)]
    assert "Feltet findes ikke i skabelonen." in response.content.decode()


def test_a_tick_from_an_old_page_is_refused_and_htmx_gets_the_new_one(karl: Client) -> None:
    task = approved(make_full_task())
    data = {"field": "goal", "value_hash": "a value long gone"}
    response = karl.post(url(task, "task_podio_tick"), data, headers={"HX-Request": "true"})
    assert response["HX-Redirect"] == url(task)
    assert "Mål er ændret, siden du åbnede siden." in page(karl, task)
    assert not task.podio_entries.exists()


def test_more_ticks_cost_no_more_queries(
    karl: Client, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    task = approved(make_full_task())
    tick(karl, task, "goal")
    with django_assert_max_num_queries(24) as captured:
        page(karl, task)
    few = len(captured)
    karl.force_login(make_anne())
    for field in podio_payload(task).fields:
        tick(karl, task, field.key)
    with django_assert_num_queries(few):
        page(karl, task)
