"""What stored HTML looks like, read by parsers that are not ours."""

import re
from html.parser import HTMLParser

import bleach

PARENTS = {
    "p": {"", "li"},
    "ul": {"", "li"},
    "ol": {"", "li"},
    "li": {"ul", "ol"},
    "a": {"p"},
    "strong": {"p", "a"},
    "em": {"p", "a", "strong"},
}
ADDRESS = re.compile(r"(?:https?://[^/?#@\\\s]+|mailto:[^@\s]+@)\S*", re.IGNORECASE)


class _Grammar(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert self.open[-1] in PARENTS[tag], f"<{tag}> in <{self.open[-1]}>"
        for name, value in attrs:
            self.check_attribute(tag, name, value or "")
        assert tag != "a" or attrs, "a link leads somewhere"
        self.open.append(tag)

    def check_attribute(self, tag: str, name: str, value: str) -> None:
        assert (tag, name) in {("a", "href"), ("ol", "start")}
        if name == "href":
            assert ADDRESS.fullmatch(value), value
        else:
            assert value.isdecimal() and value != "1"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        assert self.open[-1] in {"p", "a", "strong", "em"}, f"loose text {data!r}"
        assert not re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]|  ", data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data!r}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data!r}")


def assert_well_formed(html: str) -> None:
    """Fail unless the HTML is of the subset we store, nested as it should be."""
    grammar = _Grammar()
    grammar.feed(html)
    grammar.close()
    assert grammar.open == [""]
    assert not re.search(r"<(p|strong|em|a|li|ul|ol)[^>]*></\1>", html), "nothing is empty"


def as_bleach_sees(html: str) -> str:
    """Return what bleach leaves of the HTML, told by hand what may stand."""
    return bleach.clean(
        html,
        tags={"p", "strong", "em", "ul", "ol", "li", "a"},
        attributes={"a": ["href"], "ol": ["start"]},
        protocols={"http", "https", "mailto"},
        strip=True,
    )
