"""The packaged lists are those an installation begins with."""

from tasks.style import default_house
from tasks.style.draft import FIELD_ORDER


def test_the_role_gallery_and_the_acronyms_are_there() -> None:
    house = default_house()
    assert "Systemadministrator" in house.roles
    assert house.acronyms is not None
    assert {"KLIK", "KOMBIT", "MitID"} <= house.acronyms


def test_every_term_is_written_once_and_its_fields_exist() -> None:
    terms = default_house().glossary
    assert all(term.term == term.term.strip() != "" for term in terms)
    assert len({term.term.casefold() for term in terms}) == len(terms)
    assert {field for term in terms for field in term.fine_in} <= {*FIELD_ORDER}
