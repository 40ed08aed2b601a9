"""A change inside a text leaves everything around it as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks import richtext
from tasks.richtext.edit import Change, replace_in_block, replace_in_blocks

TEXT = '<p>Her er <strong>kommunen skal</strong> og mere.</p><ol start="3"><li><p>To</p></li></ol>'


def test_new_words_take_the_marks_of_those_they_replace() -> None:
    changed = replace_in_block(TEXT, 0, 7, 20, "I skal")
    assert changed == (
        '<p>Her er <strong>I skal</strong> og mere.</p><ol start="3"><li><p>To</p></li></ol>'
    )


def test_a_span_over_several_marks_is_replaced_whole() -> None:
    assert "<p>Der er mere.</p>" in replace_in_block(TEXT, 0, 0, 24, "Der er ").replace("  ", " ")


def test_an_item_of_a_list_keeps_its_number() -> None:
    assert '<ol start="3"><li><p>Tre</p></li></ol>' in replace_in_block(TEXT, 1, 0, 2, "Tre")


def test_replacement_is_text_and_never_markup() -> None:
    assert "<script>" not in replace_in_block(TEXT, 1, 0, 2, "<script>alert(1)</script>")


def test_a_block_or_span_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError):
        replace_in_block(TEXT, 2, 0, 1, "x")
    with pytest.raises(ValueError, match="is not a span"):
        replace_in_block(TEXT, 1, 1, 9, "x")


@given(st.text("abc æøå", min_size=1, max_size=30).map(str.strip).filter(bool), st.data())
def test_replacing_a_word_by_itself_changes_nothing(text: str, data: st.DataObject) -> None:
    html = richtext.from_source(text)
    block = richtext.to_blocks(html)[0].text
    start = data.draw(st.integers(0, len(block) - 1))
    end = data.draw(st.integers(start + 1, len(block)))
    assert replace_in_block(html, 0, start, end, block[start:end]) == html


def test_several_changes_are_made_wherever_they_stand() -> None:
    changes = [Change(0, 7, 20, "I skal"), Change(1, 0, 2, "Tre"), Change(0, 0, 3, "Dér")]
    changed = replace_in_blocks(TEXT, changes)
    assert changed == (
        '<p>Dér er <strong>I skal</strong> og mere.</p><ol start="3"><li><p>Tre</p></li></ol>'
    )


@given(
    st.lists(st.sampled_from(["kommunen", "I", "de", "åen"]), min_size=1, max_size=12), st.data()
)
def test_many_changes_at_once_are_the_same_as_one_by_one(
    words: list[str], data: st.DataObject
) -> None:
    html, starts, place = f"<p>{' '.join(words)}</p>", [], 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    chosen = data.draw(st.sets(st.integers(0, len(words) - 1)))
    changes = [Change(0, starts[n], starts[n] + len(words[n]), f"ord{n}") for n in chosen]
    mended = [f"ord{n}" if n in chosen else word for n, word in enumerate(words)]
    assert replace_in_blocks(html, changes) == f"<p>{' '.join(mended)}</p>"
