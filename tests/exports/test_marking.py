"""Findings in the preview: the words stay, a mark and a number stand where the engine points."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tasks.exports.marking import with_findings
from tasks.exports.municipality import MunicipalityView
from tasks.exports.podio import municipality_view, payload_of
from tasks.richtext import from_source, to_blocks
from tasks.style import Finding, Severity
from tests.exports.random_tasks import random_values


def view_of(**values: object) -> MunicipalityView:
    message = str(values.pop("announcement", ""))
    return municipality_view(payload_of(random_values(0) | values, announcement=message), None)


def finding(field: str, start: int, end: int, phrase: str, block: int = 0) -> Finding:
    return Finding("tone", Severity.WARNING, field, block, start, end, phrase, "Skriv I.")


def plain(html: str) -> str:
    """The text without its marks and numbers."""
    return re.sub(r"</?mark>|<sup.*?</sup>", "", html)


def test_a_phrase_in_a_text_is_marked_and_numbered() -> None:
    goal = from_source("Du skal svare.\n\nSå kommunen <b> skal & må.")
    blocks = {"goal": tuple(block.text for block in to_blocks(goal))}
    view = with_findings(view_of(goal=goal), [finding("goal", 3, 11, "kommunen", 1)], blocks)
    field = next(field for field in view.fields if field.key == "goal")
    assert "<p>Så <mark>kommunen</mark><sup" in field.html
    assert "fund </span>1</sup> &lt;b&gt; skal &amp; må.</p>" in field.html
    assert [(note.number, note.phrase, note.message) for note in field.notes] == [
        (1, "kommunen", "Skriv I.")
    ]


def test_a_mark_ends_before_a_tag_and_begins_again_after_it() -> None:
    goal = "<p>At <strong>kommunen</strong> skal</p>"
    found = finding("goal", 0, 16, "At kommunen skal")
    view = with_findings(view_of(goal=goal), [found], {"goal": ("At kommunen skal",)})
    html = next(field.html for field in view.fields if field.key == "goal")
    assert html.startswith(
        "<p><mark>At </mark><strong><mark>kommunen</mark></strong><mark> skal</mark><sup"
    )


def test_a_step_that_stands_as_a_paragraph_keeps_its_number_outside_the_mark() -> None:
    method = '<ol start="10"><li><p>Åben KP</p></li></ol>'
    found = finding("method", 0, 4, "Åben")
    view = with_findings(view_of(method=method), [found], {"method": ("Åben KP",)})
    html = next(field.html for field in view.fields if field.key == "method")
    assert html.startswith("<p>10. <mark>Åben</mark>")


def test_the_reference_before_a_title_moves_the_mark() -> None:
    view = view_of(prefix="MI", separator=" ", number="01", title="Åben <b>")
    marked = with_findings(view, [finding("title", 0, 4, "Åben")], {"title": ("Åben <b>",)})
    assert marked.heading.marked.startswith("(MI 01) <mark>Åben</mark>")
    assert marked.heading.marked.endswith("</sup> &lt;b&gt;")


def test_what_a_municipality_does_not_see_is_counted_and_not_told() -> None:
    found = [finding("duration_days", 0, 0, ""), finding("background", 0, 0, "")]
    marked = with_findings(view_of(), found, {})
    assert marked.notes == ()
    assert marked.unseen_notes == 2


def test_a_finding_about_the_whole_field_is_told_without_a_mark() -> None:
    view = view_of(title="Giv", announcement="#besked\n\nKære alle")
    found = [finding("title", 0, 0, ""), finding("announcement", 0, 7, "#besked")]
    marked = with_findings(view, found, {"title": ("Giv",), "announcement": ("#besked",)})
    assert marked.heading.marked == ""
    assert [note.number for note in marked.notes] == [1, 2]


def test_without_findings_nothing_is_changed() -> None:
    view = view_of(goal="<p>At I svarer</p>")
    assert with_findings(view, [], {}) == view


@given(
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 40), st.integers(1, 12)), max_size=6),
)
def test_wherever_the_findings_stand_no_word_is_lost(
    number: int, places: list[tuple[int, int, int]]
) -> None:
    values = random_values(number)
    blocks = {
        key: tuple(block.text for block in to_blocks(values[key])) for key in ("goal", "method")
    }
    found = [
        finding(key, start, end, blocks[key][block][start:end], block)
        for key in blocks
        for block, start, length in places
        if block < len(blocks[key]) and (end := start + length) <= len(blocks[key][block])
    ]
    view = municipality_view(payload_of(values), None)
    marked = with_findings(view, found, blocks)
    without = [replace(field, html=plain(field.html), notes=()) for field in marked.fields]
    assert without == list(view.fields)
    numbers = re.findall(r"</span>(\d+)</sup>", "".join(field.html for field in marked.fields))
    assert sorted(map(int, numbers)) == list(range(1, len(found) + 1))
