"""What a page was made from is carried by the page, and tells what was changed in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks import seen
from tasks.forms.task_values import empty_values
from tasks.seen import Mark, Seen, marks_of
from tests.make import make_project, make_task, make_wave

STRONG = "<p>Vælg <strong>Opret</strong></p>"


def page_with(**values: object) -> Seen:
    return Seen(3, marks_of(empty_values() | values, 3))


def test_what_is_as_it_was_shown_is_no_change() -> None:
    page = page_with(goal="<p>Mål</p>", end_offset_days=-14)
    typed = {"goal": "<p>Mål</p>", "end_offset_days": -14, "result": ""}
    assert page.changed(typed) == {}


def test_what_was_typed_is_the_change() -> None:
    page = page_with(goal="<p>Mål</p>")
    assert page.changed({"goal": "<p>Nyt</p>", "title": "Giv"}) == {
        "goal": "<p>Nyt</p>",
        "title": "Giv",
    }


def test_a_word_that_was_made_strong_is_a_change() -> None:
    assert page_with(goal="<p>Vælg Opret</p>").changed({"goal": STRONG}) == {"goal": STRONG}


def test_plain_typing_that_could_not_show_the_strong_word_has_not_removed_it() -> None:
    page = page_with(goal=STRONG)
    plain = {"goal": "<p>Vælg Opret</p>"}
    assert page.changed(plain, {"goal": "Vælg Opret\r\n"}) == {}
    assert page.changed(plain) == plain


def test_a_page_that_says_nothing_is_taken_to_have_changed_everything() -> None:
    assert Seen(3).changed({"goal": "", "title": "Giv"}) == {"goal": "", "title": "Giv"}


def test_each_field_has_the_revision_it_was_shown_at() -> None:
    page = Seen(3, {"goal": Mark(2, "0" * 16)})
    assert (page.revision_of("goal"), page.revision_of("title")) == (2, 3)


@pytest.mark.django_db
def test_the_page_carries_it_there_and_back() -> None:
    project = make_project()
    task = make_task(goal=STRONG, project=project, waves=[make_wave(project)])
    marks = marks_of(task.values(), task.revision)
    assert seen.read(seen.written(marks), 1) == Seen(1, marks)
    assert Seen(1, marks).changed(task.values()) == {}


@pytest.mark.parametrize(
    "hostile",
    ["", "nul", "[]", "7", '{"goal": 3}', '{"goal": "1-x-"}', "[" * 100_000, '{"a":null}'],
)
def test_what_we_never_wrote_counts_for_nothing(hostile: str) -> None:
    assert seen.read(hostile, 5) == Seen(5)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert seen.read(text, 1).revision == 1
