"""A field of prose: HTML from the editor, or plain text from the textarea beneath it."""

from typing import Any

from django import forms

from tasks import richtext

PROSE_MAX = 30_000  # code points; an Excel cell ends at 32,767
FORMAT_SUFFIX = "-format"


class Html(str):
    """A text as HTML, told from one that was typed in the textarea."""

    __slots__ = ()


class ProseWidget(forms.Textarea):
    """A textarea of plain text with ”- ” and ”1. ”; the editor begins with its ``data-html``."""

    stored = ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        text = super().value_from_datadict(data, files, name)
        is_html = text is not None and data.get(f"{name}{FORMAT_SUFFIX}") == "html"
        return Html(text) if is_html else text

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        typed, is_html = value or "", isinstance(value, Html)
        html = richtext.clean_html(typed) if is_html else richtext.from_source(typed, self.stored)
        return super().get_context(name, as_source(typed), {**(attrs or {}), "data-html": html})


def source_sent(data: Any, name: str) -> str:
    """Return a text that was sent, as a person types it; "" when none was."""
    return as_source(ProseWidget().value_from_datadict(data, {}, name) or "")


def as_source(text: str) -> str:
    """Return a text of a form as a person types it."""
    return richtext.to_source(richtext.clean_html(text)) if isinstance(text, Html) else str(text)


class ProseField(forms.CharField):
    """Cleans to the stored HTML.

    ``stored`` is the HTML a plain text was shown from: unchanged text gives it back to the letter.
    """

    widget = ProseWidget

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=PROSE_MAX, strip=False, **options)
        self.stored = ""

    @property
    def stored(self) -> str:
        return self._stored

    @stored.setter
    def stored(self, html: str) -> None:
        self._stored = self.widget.stored = html

    def clean(self, value: Any) -> str:
        if isinstance(value, Html):
            html = richtext.clean_html(value)
            super().clean(richtext.to_source(html))
            return html
        text = super().clean(value).replace("\r\n", "\n").replace("\r", "\n")
        return richtext.from_source(text, self.stored)
