"""Reads a page's elements, and tells those that only a hostile text can have made."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")
# What our pages have none of, and hostile texts are full of
FOREIGN = {"audio", "base", "embed", "iframe", "marquee", "math", "object", "style", "video", "xmp"}


class Elements(HTMLParser):
    """Goes through a page; ``wrong`` is what must never be there."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self._in_script = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        if tag in FOREIGN or tag.startswith("zz"):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith(("on", "style", "srcdoc", "zz")):
                self.wrong.append(f"<{tag} {name}>")
            is_ours = (value or "").startswith("/static/")
            if (tag == "img" and name == "src" and not is_ours) or (
                name in ADDRESSES and not is_harmless(value or "")
            ):
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_data(self, data: str) -> None:
        if self._in_script and data.strip():
            self.wrong.append(f"script: {data[:60]}")

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


def is_harmless(address: str) -> bool:
    """Our own, or a web or mail address with a host, as a browser would read it."""
    clean = "".join(sign for sign in address if sign > " ")
    parts = urlsplit(clean)
    if parts.scheme:
        return parts.scheme in ("http", "https", "mailto")
    return not clean.startswith(("//", "/\\", "\\"))
