"""Where a block stands in the text that was given."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.lint.placed import placed
from tasks.style import Block

typed = st.lists(
    st.tuples(st.sampled_from(["", "  ", "- ", "10. ", "\t", "  - "]), st.text(max_size=30)),
    max_size=6,
).map(lambda lines: "\n".join(marker + words for marker, words in lines))


@given(typed)
def test_every_block_stands_where_its_offset_says(text: str) -> None:
    read = placed("method", text)
    assert len(read.offsets) == len(read.value)
    for offset, block in zip(read.offsets, read.value, strict=True):
        assert isinstance(block, Block)
        assert text[offset : offset + len(block.text)] == block.text
        assert block.text.strip()


def test_a_typed_list_keeps_its_numbers() -> None:
    read = placed("method", "Du skal:\n10. Åbne\n  - straks")
    assert read.value == (
        Block("Du skal:"),
        Block("Åbne", "li", 10),
        Block("straks", "li", None, 1),
    )
    assert read.offsets == (0, 13, 22)


def test_html_counts_in_its_plain_text() -> None:
    read = placed("goal", "<p>Mål &amp; <strong>med</strong></p><ul><li><p>Læs</p></li></ul>")
    assert read.text == "Mål & med\nLæs"
    assert read.offsets == (0, 10)


def test_only_prose_is_read_as_html() -> None:
    assert placed("announcement", "<p>#besked</p>").value == "<p>#besked</p>"


def test_an_address_in_a_typed_line_is_a_link() -> None:
    block = placed("description", "Læs https://kombit.dk/klik, og svar.").value[0]
    assert isinstance(block, Block)
    (link,) = block.links
    assert (link.start, link.end, link.href) == (4, 26, "https://kombit.dk/klik")
