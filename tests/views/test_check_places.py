"""Every answer of Tjek says where its findings stand, counted as a browser counts."""

import json
import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks import checking
from tasks.actions.announcements import save_announcement
from tasks.actions.fixing import key_of
from tasks.models import KlikTask
from tasks.views.check_places import MOST, Ruler, blocks_of, held_back, places_context
from tests.make import make_anne, make_karl, make_task
from tests.views.form_page import shown, typed

pytestmark = pytest.mark.django_db

GOAL = "<p>Målet er, at 😀 kommunen skal give sit samtykke.</p>"


def told(page: str) -> dict[str, Any]:
    """What the panel of a page carries for the script."""
    (places,) = re.findall(r'data-places="([^"]*)"', page)
    answer: dict[str, Any] = json.loads(unescape(places))
    return answer


def version(page: str) -> str:
    (found,) = re.findall(r'data-version="(\d+)"', page)
    return str(found)


def checked(client: Client, task: KlikTask, **sent: Any) -> str:
    return shown(client.post(reverse("task_check", args=[task.pk]), typed(task, **sent)))


def in_goal(page: str) -> dict[str, Any]:
    places: list[dict[str, Any]] = told(page)["places"]
    (place,) = [place for place in places if place["field"] == "goal"]
    return place


def test_the_first_page_carries_the_places_with_what_the_window_says(anne: Client) -> None:
    task = make_task(goal=GOAL)
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    place = in_goal(page)
    (finding,) = [f for f in checking.check_task(task).standing if f.field == "goal"]
    rule = told(page)["rules"][finding.rule]
    assert (version(page), told(page)["may"]) == ("0", True)
    assert (place["key"], place["line"]) == (key_of(finding), "tone-municipality--goal")
    assert (place["severity"], place["phrase"]) == ("error", "kommunen skal")
    assert (place["message"], rule["why"], rule["guide"]) == (
        finding.message,
        finding.why,
        finding.guide,
    )


def test_spans_and_fixes_count_an_emoji_as_the_two_units_a_script_sees(anne: Client) -> None:
    place = in_goal(shown(anne.get(reverse("task_edit", args=[make_task(goal=GOAL).pk]))))
    text = "Målet er, at 😀 kommunen skal give sit samtykke."
    units = text.encode("utf-16-le")
    start, end = 2 * place["start"], 2 * place["end"]
    assert units[start:end].decode("utf-16-le") == "kommunen skal"
    (fix,) = place["fixes"]
    replaced = units[: 2 * fix["start"]].decode("utf-16-le") + fix["replacement"]
    replaced += units[2 * fix["end"] :].decode("utf-16-le")
    assert replaced == "Målet er, at 😀 I skal give jeres samtykke."


def test_a_live_answer_says_which_version_of_the_form_it_is_of(anne: Client) -> None:
    task = make_task()
    page = checked(anne, task, goal="Målet er, at kommunen skal svare.", check_version="17")
    assert (version(page), in_goal(page)["start"]) == ("17", 13)
    assert version(checked(anne, task, check_version="<b>")) == "0"


def test_a_task_that_is_not_saved_has_places_too(anne: Client) -> None:
    sent = {"title": "Oprettelse af rute", "check_version": "1"}
    page = shown(anne.post(reverse("task_check_new"), sent))
    (place,) = [place for place in told(page)["places"] if place["field"] == "title"]
    assert (place["phrase"], place["start"]) == ("Oprettelse af", 0)


def test_the_announcement_has_its_own_places_where_a_newline_is_one_unit(anne: Client) -> None:
    task = make_task()
    text = "#besked\n\nMålet er, at kommunen skal svare."
    save_announcement(make_anne(), task.pk, 1, topic="", text=text)
    url = reverse("task_announcement", args=[task.pk])
    sent = {"action": "check", "announcement": text.replace("\n", "\r\n"), "check_version": "3"}
    for page in (shown(anne.get(url)), shown(anne.post(url, sent))):
        (place,) = [p for p in told(page)["places"] if p["phrase"] == "kommunen skal"]
        assert text[place["start"] : place["end"]] == "kommunen skal"
        assert {p["field"] for p in told(page)["places"]} == {"announcement"}


def test_a_comment_with_the_newlines_of_a_form_is_counted_as_its_textarea(anne: Client) -> None:
    task = make_task(performer_comment="Du.\r\n\r\nKommunen skal svare.")
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    (place,) = [p for p in told(page)["places"] if p["field"] == "performer_comment"]
    assert place["start"] == len("Du.\n\n")


def test_who_may_not_write_is_told_so(client: Client) -> None:
    task = make_task(goal=GOAL)
    client.force_login(make_karl())
    assert told(checked(client, task))["may"] is bool('name="fix"' in checked(client, task))


def test_what_concerns_a_whole_field_has_no_place(anne: Client) -> None:
    task = make_task()
    places = told(shown(anne.get(reverse("task_edit", args=[task.pk]))))["places"]
    assert any(f.is_whole_field for f in checking.check_task(task).standing)
    assert all(place["start"] < place["end"] for place in places)


def test_a_text_full_of_findings_carries_the_gravest_of_them(anne: Client) -> None:
    task = make_task(goal="<p>f.eks. </p>" * 30 + "<p>At kommunen skal svare.</p>" * (MOST + 30))
    places = told(shown(anne.get(reverse("task_edit", args=[task.pk]))))["places"]
    assert len(places) == MOST
    assert {place["severity"] for place in places} == {"error"}


def test_markup_in_a_text_stays_inside_its_attribute(anne: Client) -> None:
    task = make_task(title='Oprettelse af "><script>alert(1)</script>')
    page = shown(anne.get(reverse("task_edit", args=[task.pk])))
    assert "<script>alert" not in page
    assert told(page)["places"][0]["phrase"] == "Oprettelse af"


# ---- The word that is being typed -------------------------------------------------------------


def test_the_word_behind_the_caret_is_not_judged_in_panel_places_or_count(anne: Client) -> None:
    task = make_task()
    text = "Målet er, at 😀 kommunen skal"
    caret = len(text.encode("utf-16-le")) // 2
    page = checked(anne, task, goal=text, typing=f"goal:0:{caret}")
    assert "data-held" in page
    assert "kommunen skal" not in page.partition('id="datoer"')[0]
    calm = checked(anne, task, goal=text)
    assert "data-held" not in calm and "kommunen skal" in calm
    count = int(re.findall(r'data-announce="Tjek: (\d+) ting', calm)[0])
    assert f'data-announce="Tjek: {count - 1} ting' in page


@pytest.mark.parametrize(
    "typing",
    [
        *("", "goal", "goal:0:13", "goal:1:22", "goal:-1:22", "goal:x:22", "result:0:22"),
        *("no:0:22", "goal:0:9999999999", "goal:0:999999999", "goal:0:0", "waves:0:1"),
    ],
)
def test_any_other_place_of_the_caret_holds_nothing(anne: Client, typing: str) -> None:
    page = checked(anne, make_task(), goal="Målet er, at kommunen skal svare.", typing=typing)
    assert "data-held" not in page and in_goal(page)["phrase"] == "kommunen skal"


def test_the_same_phrase_further_on_keeps_its_key_while_one_is_held(anne: Client) -> None:
    task = make_task()
    text = "At kommunen skal svare, og at kommunen skal vente."
    keys = [
        p["key"] for p in told(checked(anne, task, goal=text))["places"] if p["field"] == "goal"
    ]
    held = checked(anne, task, goal=text, typing="goal:0:16")
    assert in_goal(held)["key"] == keys[1] != keys[0]
    assert f'value="{keys[1]}#0"' in held


def test_what_was_held_is_nothing_for_an_empty_text() -> None:
    task = make_task(goal=GOAL)
    result = checking.check_task(task)
    assert held_back(result.standing, blocks_of(task.values() | {"goal": ""}), "goal:0:3") == set()


# ---- Counting --------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "abc", "æøå😀ß", "😀😀", "a\r\nb\r\n😀", "a\rb", "\r\n"])
def test_code_points_and_code_units_are_counted_both_ways(text: str) -> None:
    ruler = Ruler(text)
    seen = text.replace("\r\n", "\n")
    for point in range(len(text) + 1):
        before = text[:point].replace("\r\n", "\n")
        if not text[:point].endswith("\r"):
            assert ruler.units(point) == len(before.encode("utf-16-le")) // 2
            assert text[: ruler.point(ruler.units(point))].replace("\r\n", "\n") == before
    assert ruler.units(len(text)) == len(seen.encode("utf-16-le")) // 2


def test_a_page_without_findings_has_no_places() -> None:
    task = make_task()
    nothing = places_context(checking.CheckResult((), ()), blocks_of(task.values()), can_act=False)
    assert json.loads(nothing["places"]) == {
        "may": False,
        "whole": True,
        "rules": {},
        "places": [],
    }
