"""The texts of a task: a small subset of HTML, made safe and read as blocks, text or source.

What is stored is p, strong, em, ul, ol[start], li and a[href], and a list item holds paragraphs and
lists (`<li><p>…</p></li>`, as ProseMirror writes them). There is no br: a line is a paragraph.
"""

from tasks.richtext.allowed import ALLOWED
from tasks.richtext.clean import clean_html
from tasks.richtext.links import linked_runs
from tasks.richtext.markdown import from_markdown
from tasks.richtext.plain import to_blocks, to_text
from tasks.richtext.podio import to_podio_html
from tasks.richtext.source import from_source, marker_of, to_source

__all__ = [
    "ALLOWED",
    "clean_html",
    "from_markdown",
    "from_source",
    "linked_runs",
    "marker_of",
    "to_blocks",
    "to_podio_html",
    "to_source",
    "to_text",
]
