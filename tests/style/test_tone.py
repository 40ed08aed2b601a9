"""Address: ”kommunen skal” and ”systemadministrator skal”, and all that only looks like it."""

import pytest

from tasks.style import RULE, Draft, Finding, Fix, House, Severity
from tasks.style.draft import READ_FIELDS
from tasks.style.rule import prose, text_example
from tests.style.labelled import Line, Score, labelled

GALLERY = House(
    roles=(
        "Infrastrukturejer",
        "Projektleder",
        "Systemansvarlig",
        "Systemadministrator",
        "Superbruger",
        "Kommunal administrator",
        "Institutionsadministrator",
        "Leverandøradministrator",
    )
)


def said(rule: str, text: str, field: str = "description", **values: object) -> list[Finding]:
    draft = text_example(field, text, Draft(**values)).draft  # type: ignore[arg-type]
    return list(RULE[rule].find(draft, GALLERY))


def applied(text: str, finding: Finding, fix: Fix) -> str:
    start, end = finding.span_of(fix)
    return text[:start] + fix.replacement + text[end:]


def assert_as_labelled(rule: str, line: Line) -> None:
    spans = [(finding.start, finding.end) for finding in said(rule, line.text)]
    assert spans == ([(line.start, line.end)] if line.label == "+" else [])


@pytest.mark.parametrize("line", labelled("address.txt"), ids=lambda line: line.text)
def test_the_municipality_is_found_as_labelled(line: Line) -> None:
    assert_as_labelled("tone-municipality", line)


@pytest.mark.parametrize("line", labelled("roles.txt"), ids=lambda line: line.text)
def test_a_role_is_found_as_labelled(line: Line) -> None:
    assert_as_labelled("tone-role", line)


def test_lines_kept_apart_reach_the_floor() -> None:
    score, exact = Score(), 0
    for line in labelled("address_held.txt"):
        found = said("tone-municipality", line.text)
        score.count(line.label == "+", bool(found))
        exact += bool(found) and (found[0].start, found[0].end) == (line.start, line.end)
    assert score.f1 >= 0.99
    assert score.false <= 1
    assert exact >= 0.9 * score.hit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kommunen skal rette sine data.", "I skal rette jeres data."),
        ("Derfor skal kommunen rette sin fil.", "Derfor skal I rette jeres fil."),
        ("Det kræver, at kommunen i uge 42 kan teste.", "Det kræver, at I i uge 42 kan teste."),
        ("Kommunerne skal rette deres data.", "I skal rette jeres data."),
        ("Kommunen skal være opmærksom på det.", "I skal være opmærksomme på det."),
        ("Kommunen skal forberede sig.", "I skal forberede jer."),
        ("Skal kommunen betale?", "Skal I betale?"),
        ("Det er kommunen, der skal betale.", "Det er jer, der skal betale."),
        (
            "Kommunerne skal hjælpe borgerne med deres sager.",
            "I skal hjælpe borgerne med deres sager.",
        ),
        (
            "Kommunen skal svare, så borgeren kan se sin sag.",
            "I skal svare, så borgeren kan se sin sag.",
        ),
        (
            "Kommunen skal oprette sine roller, sine brugere og sit team.",
            "I skal oprette jeres roller, jeres brugere og jeres team.",
        ),
        (
            "Kommunen skal sende sin fil og leverandøren skal rette sine fejl.",
            "I skal sende jeres fil og leverandøren skal rette sine fejl.",
        ),
        ("Kommunen skal skrive ”sin” i feltet.", "I skal skrive ”sin” i feltet."),
        ("Den enkelte kommune skal rette sine data.", "I skal rette jeres data."),
    ],
)
def test_the_fix_takes_the_clause_along(text: str, wanted: str) -> None:
    (finding,) = said("tone-municipality", text)
    assert applied(text, finding, finding.fixes[0]) == wanted


def test_no_fix_is_offered_where_no_pronoun_fits() -> None:
    (finding,) = said("tone-municipality", "Hele kommunen skal bruge MitID.")
    assert finding.fixes == ()


@pytest.mark.parametrize("verb", ["skal", "bør", "må", "bedes", "har ansvar for"])
def test_what_the_municipality_must_is_an_error(verb: str) -> None:
    (finding,) = said("tone-municipality", f"Kommunen {verb} roller.")
    assert finding.severity is Severity.ERROR
    assert finding.can_be_kept


@pytest.mark.parametrize("verb", ["kan", "vil", "får"])
def test_what_the_municipality_may_is_a_warning(verb: str) -> None:
    (finding,) = said("tone-municipality", f"Kommunen {verb} oprette roller.")
    assert finding.severity is Severity.WARNING


def test_in_a_title_it_is_a_warning() -> None:
    (finding,) = said("tone-municipality", "Afklar om kommunen skal have en rute", "title")
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("field", READ_FIELDS)
def test_every_text_a_municipality_reads_is_read(field: str) -> None:
    (finding,) = said("tone-municipality", "Kommunen skal svare.", field)
    assert finding.field == field


def test_the_span_lies_in_its_own_block() -> None:
    draft = Draft(method=prose("Følg trinene:\n1. Åbn fanen\n2. Nu skal kommunen svare"))
    (finding,) = RULE["tone-municipality"].find(draft, House())
    assert (finding.block, finding.phrase) == (2, "skal kommunen")


def test_without_a_gallery_no_role_is_known() -> None:
    draft = text_example("method", "Systemadministratoren skal svare.").draft
    assert not list(RULE["tone-role"].find(draft, House()))


def test_metode_speaks_to_the_chosen_performer_only() -> None:
    text = "Systemadministratoren skal oprette roller. Superbrugeren skal teste."
    found = said("tone-role", text, "method", performers=("Superbruger",))
    assert [finding.phrase for finding in found] == ["Superbrugeren skal"]


def test_beskrivelse_speaks_to_the_systemansvarlig_when_another_performs() -> None:
    text = "Superbrugeren skal teste. Den systemansvarlige skal godkende."
    found = said("tone-role", text, performers=("Superbruger",))
    assert [finding.phrase for finding in found] == ["systemansvarlige skal"]


def test_a_role_the_text_sends_the_reader_to_is_somebody_else() -> None:
    text = (
        "Du skal kontakte din kommunes KP-systemadministrator.\n"
        "KP-systemadministrator skal udføre følgende punkter."
    )
    assert not said("tone-role", text, "method")


@pytest.mark.parametrize("field", ["performer_comment", "owner_comment"])
def test_a_comment_about_roles_may_name_them(field: str) -> None:
    assert not said("tone-role", "Systemadministrator skal oprette roller.", field)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Systemadministratoren skal rette sine roller.", "Du skal rette dine roller."),
        ("Den systemansvarlige skal rette sit navn.", "Du skal rette dit navn."),
        ("Kommunens systemadministrator skal svare.", "Du skal svare."),
        ("Nu skal superbrugeren teste.", "Nu skal du teste."),
        ("Superbrugerne skal forberede sig.", "I skal forberede jer."),
    ],
)
def test_the_fix_says_du(text: str, wanted: str) -> None:
    (finding,) = said("tone-role", text)
    assert applied(text, finding, finding.fixes[0]) == wanted
