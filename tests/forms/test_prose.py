"""A text comes from the editor as HTML, or from the bare textarea as a person types it."""

import pytest
from django import forms
from django.http import QueryDict

from tasks.forms.prose import PROSE_MAX, Html, ProseField, source_sent


class Form(forms.Form):
    goal = ProseField(required=False)


def sent(**data: str) -> Form:
    query = QueryDict(mutable=True)
    query.update({key.replace("_", "-"): value for key, value in data.items()})
    return Form(query)


def cleaned(form: Form) -> str:
    assert form.is_valid(), form.errors
    return str(form.cleaned_data["goal"])


def test_html_from_the_editor_is_stored_as_it_is() -> None:
    html = '<ol start="3"><li><p>Vælg <strong>Opret</strong></p></li></ol>'
    assert cleaned(sent(goal=html, goal_format="html")) == html


def test_html_from_anywhere_else_is_made_safe() -> None:
    form = sent(goal="<p onclick=x>Du</p><script>alert(1)</script>", goal_format="html")
    assert cleaned(form) == "<p>Du</p>"


def test_without_the_editor_markup_is_words() -> None:
    assert cleaned(sent(goal="<p>Du</p>")) == "<p>&lt;p&gt;Du&lt;/p&gt;</p>"


def test_unchanged_plain_text_gives_the_stored_text_back_to_the_letter() -> None:
    form = sent(goal="Vælg Opret")
    field = form.fields["goal"]
    assert isinstance(field, ProseField)
    field.stored = "<p>Vælg <strong>Opret</strong></p>"
    assert cleaned(form) == "<p>Vælg <strong>Opret</strong></p>"


@pytest.mark.parametrize("length", [PROSE_MAX, PROSE_MAX + 1])
def test_the_limit_is_told_from_the_words_and_not_from_the_markup(length: int) -> None:
    form = sent(goal=f"<p><strong>{'x' * length}</strong></p>", goal_format="html")
    assert form.is_valid() is (length == PROSE_MAX)


def test_what_was_typed_in_the_editor_is_shown_again_with_its_marks() -> None:
    page = str(sent(goal="<p>Vælg <em>Opret</em></p>", goal_format="html")["goal"])
    assert 'data-html="&lt;p&gt;Vælg &lt;em&gt;Opret&lt;/em&gt;&lt;/p&gt;"' in page
    assert ">\nVælg Opret</textarea>" in page


def test_hostile_html_is_never_handed_to_the_editor() -> None:
    page = str(sent(goal="<p>Du<img src=x onerror=alert(1)></p>", goal_format="html")["goal"])
    assert "onerror" not in page


def test_stored_html_is_shown_as_plain_text_beneath_the_editor() -> None:
    form = Form(initial={"goal": Html("<ul><li><p>Punkt</p></li></ul>")})
    assert ">\n- Punkt</textarea>" in str(form["goal"])


def test_a_text_that_was_sent_can_be_read_as_typed() -> None:
    assert source_sent(sent(goal="<ul><li>A</li></ul>", goal_format="html").data, "goal") == "- A"
    assert source_sent(sent(goal="- A").data, "goal") == "- A"
    assert source_sent(sent().data, "goal") == ""
