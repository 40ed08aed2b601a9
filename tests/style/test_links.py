"""Links lead to an address everybody can open, and a name says where."""

import pytest

from tasks.style import RULE, Block, BlockLink, Draft, Finding, House, Link, Severity
from tasks.web_address import is_web_address

ADDRESS = "https://docs.kombit.dk/kp/vejledning.pdf"


def in_text(rule: str, text: str, shown: str = "", href: str = ADDRESS) -> list[Finding]:
    """The findings in a step; ``shown`` is the part of it that is a link."""
    start = text.find(shown)
    links = (BlockLink(start, start + len(shown), href),) if shown else ()
    draft = Draft(method=(Block(text, "li", 1, links=links),))
    return list(RULE[rule].find(draft, House()))


def attached(rule: str, *links: Link) -> list[Finding]:
    return list(RULE[rule].find(Draft(attachments=links), House()))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "   ",
        "K:\\Vejledninger\\KP.docx",
        "\\\\server\\drev\\kp.docx",
        "file:///C:/kp.docx",
        "javascript:alert(1)",
        "docs.kombit.dk/kp.pdf",
        "https://",
        "http:///kp.pdf",
        "//kombit.dk/kp.pdf",
        "ftp://kombit.dk/kp.pdf",
        "mailto:",
        "https://kombit.dk@evil.dk",
    ],
)
def test_an_attachment_without_an_address_is_an_error_nobody_can_keep(url: str) -> None:
    (finding,) = attached("link-shape", Link("Vejledning", url))
    assert (finding.severity, finding.field) == (Severity.ERROR, "attachments")
    assert not finding.can_be_kept
    assert "”Vejledning”" in finding.message


@pytest.mark.parametrize(
    "url", [ADDRESS, "http://kombit.dk", " https://kombit.dk/a b ", "mailto:kp@kombit.dk"]
)
def test_an_attachment_with_an_address_is_fine(url: str) -> None:
    assert not attached("link-shape", Link("Vejledning", url))


def test_several_wrong_attachments_are_one_finding_that_names_them() -> None:
    (finding,) = attached("link-shape", Link("A", "x"), Link("", "y:z"), Link("B", ADDRESS))
    assert "”A”, ”y:z”" in finding.message
    assert "”B”" not in finding.message


def test_a_link_in_a_text_that_leads_nowhere_is_marked_where_it_stands() -> None:
    (finding,) = in_text("link-shape", "Læs vejledningen først.", "vejledningen", "K:\\kp.docx")
    assert finding.phrase == "vejledningen"
    assert not in_text("link-shape", "Læs vejledningen først.", "vejledningen")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (f"Læs {ADDRESS}.", ADDRESS),
        (f"Læs vejledningen ({ADDRESS}), og gå videre.", ADDRESS),
        ("Læs mere på www.kombit.dk/kp.", "www.kombit.dk/kp"),
    ],
)
def test_a_bare_address_in_a_text_is_advice(text: str, phrase: str) -> None:
    (finding,) = in_text("link-naked", text)
    assert (finding.severity, finding.phrase) == (Severity.HINT, phrase)


def test_a_link_whose_text_is_its_address_is_found_once() -> None:
    (finding,) = in_text("link-naked", f"Læs {ADDRESS}.", ADDRESS)
    assert finding.phrase == ADDRESS
    shown = "docs.kombit.dk/kp/vejledning.pdf"
    (finding,) = in_text("link-naked", f"Læs {shown} først.", shown)
    assert finding.phrase == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Læs afsnit 2 i vejledningen til KP.", "vejledningen til KP"),
        ("Skriv til kp-postkasse@kombit.dk.", "kp-postkasse@kombit.dk"),
        ("Skriv til kp-postkasse@kombit.dk.", ""),
        ("Skriv ”https://sftp.kombit.dk/ind” i feltet Adresse.", ""),
        ("Vælg fanen ind/ud, og sæt 4.0.0 som version.", ""),
    ],
)
def test_named_links_mail_addresses_and_values_to_type_are_fine(text: str, shown: str) -> None:
    assert not in_text("link-naked", text, shown)


def test_an_attachment_needs_a_title_of_its_own() -> None:
    (finding,) = attached("link-naked", Link("", ADDRESS), Link(ADDRESS, ADDRESS))
    assert finding.field == "attachments"
    assert not attached("link-naked", Link("Vejledning til KP, afsnit 2", ADDRESS))
    assert not attached("link-naked", Link("", ""))


def test_the_message_to_the_municipalities_is_plain_text_and_cannot_name_a_link() -> None:
    draft = Draft(announcement=f"#besked\n\nLæs {ADDRESS}.")
    assert not list(RULE["link-naked"].find(draft, House()))


def test_an_endless_address_is_read_without_harm() -> None:
    assert is_web_address("https://" + "a.b-" * 50_000 + "c")
    assert not is_web_address("https://" + "a.b-" * 50_000)
    assert not is_web_address("mailto:" + "a" * 200_000)
