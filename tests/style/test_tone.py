"""Address: ”kommunen skal” and ”systemadministrator skal”, and all that only looks like it."""

from time import process_time

import pytest

from tasks.style import RULE, Draft, Finding, Fix, House, Severity
from tasks.style.default_house import default_house
from tasks.style.draft import READ_FIELDS
from tasks.style.rule import prose, text_example
from tests.style.labelled import Line, Score, labelled

GALLERY = default_house()


def said(rule: str, text: str, field: str = "description", **values: object) -> list[Finding]:
    draft = text_example(field, text, Draft(**values)).draft  # type: ignore[arg-type]
    return list(RULE[rule].find(draft, GALLERY))


def applied(text: str, finding: Finding, fix: Fix) -> str:
    start, end = finding.span_of(fix)
    return text[:start] + fix.replacement + text[end:]


def assert_as_labelled(rule: str, line: Line) -> None:
    spans = [(finding.start, finding.end) for finding in said(rule, line.text)]
    assert spans == ([(line.start, line.end)] if line.label == "+" else [])


def of(*names: str) -> list[Line]:
    return [line for name in names for line in labelled(name)]


@pytest.mark.parametrize("line", of("address.txt", "address_hard.txt"), ids=lambda line: line.text)
def test_the_municipality_is_found_as_labelled(line: Line) -> None:
    assert_as_labelled("tone-municipality", line)


@pytest.mark.parametrize("line", of("roles.txt", "roles_hard.txt"), ids=lambda line: line.text)
def test_a_role_is_found_as_labelled(line: Line) -> None:
    assert_as_labelled("tone-role", line)


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        ("tone-municipality", ("address_held.txt", "address_more.txt")),
        ("tone-role", ("roles_more.txt",)),
    ],
)
def test_lines_written_by_others_reach_the_floor(rule: str, names: tuple[str, ...]) -> None:
    score, exact = Score(), 0
    for line in of(*names):
        found = said(rule, line.text)
        score.count(line.label == "+", bool(found))
        exact += [(f.start, f.end) for f in found] == [(line.start, line.end)]
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
        ("De enkelte kommuner skal rette deres data.", "I skal rette jeres data."),
        ("Kommunen skal være parat og opmærksom.", "I skal være parate og opmærksomme."),
        ("Kommunen skal blive enig med KL.", "I skal blive enige med KL."),
        ("Kommunen skal være tilmeldt.", "I skal være tilmeldt."),
        ("Kommunen skal svare for at få sin rute.", "I skal svare for at få jeres rute."),
        ("Kommunen skal give sit samtykke.", "I skal give jeres samtykke."),
        ("Kommunen har ansvar for sine data.", "I har ansvar for jeres data."),
        (
            "Kommunen er ansvarlig og skal rette sin fil.",
            "I er ansvarlige og skal rette jeres fil.",
        ),
        ("Kommunen henter sin fil og skal gemme den.", "I henter jeres fil og skal gemme den."),
        ("Kommunen har et klart ansvar for ruten.", "I har et klart ansvar for ruten."),
        ("Kommunen skal som minimum rette sin fil.", "I skal som minimum rette jeres fil."),
        (
            "Bemærk, at kommunen som udgangspunkt ikke må rette sine data.",
            "Bemærk, at I som udgangspunkt ikke må rette jeres data.",
        ),
        ("Det er kommunen, der skal rette sin fil.", "Det er jer, der skal rette jeres fil."),
        ("Kommunen (fx økonomi) skal rette sin fil.", "I (fx økonomi) skal rette jeres fil."),
        (
            "Når borgeren retter sine data, skal kommunen svare.",
            "Når borgeren retter sine data, skal I svare.",
        ),
        (
            "Kommunen skal udpege en superbruger, der kan dele sin viden.",
            "I skal udpege en superbruger, der kan dele sin viden.",
        ),
    ],
)
def test_the_fix_takes_the_clause_along(text: str, wanted: str) -> None:
    (finding,) = said("tone-municipality", text)
    assert applied(text, finding, finding.fixes[0]) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Hele kommunen skal bruge MitID.",
        "Kommunen skal sende filen, hvis den ønsker hjælp.",
        "Kommunerne skal sende filen, hvis de ønsker hjælp.",
        "For at få sine data skal kommunen logge ind.",
        "Kommunen skal svare, for at få sin rute.",
        "Kommunen skal bede borgeren melde sig.",
        "Kommunen skal give hver medarbejder sin egen bruger.",
        "Kommunen skal sende borgeren sin afgørelse.",
        "Kommunerne skal vælge hver sin.",
        "Kommunen skal føle sig tryg ved løsningen.",
        "Kommunen skal som dataansvarlig indgå en aftale.",
        "Kommunerne i bølge 1 skal svare.",
        "Kommunen skal opdatere løsningen og dens data.",
        "Kommunen skal rette deres data.",
        "Kommunerne skal rette roller og deres rettigheder.",
        "Kommunen skal begynde nu. Den skal være færdig fredag.",
    ],
)
def test_no_fix_is_offered_where_it_could_be_wrong(text: str) -> None:
    (finding,) = said("tone-municipality", text)
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


def test_of_several_performers_metode_must_name_each() -> None:
    text = "Systemadministratoren skal oprette roller. Superbrugeren skal teste."
    assert not said("tone-role", text, "method", performers=("Superbruger", "Systemadministrator"))


def test_naming_the_performer_is_no_distance_in_metode() -> None:
    text = "Superbrugeren skal udføre følgende trin."
    assert not said("tone-role", text, "method", performers=("Superbruger",))
    assert said("tone-role", text, "description")


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
        ("Den systemansvarlige i kommunen skal svare.", "Du skal svare."),
        ("Det er superbrugeren, der skal teste.", "Det er dig, der skal teste."),
        ("Den enkelte superbruger skal kende sin rolle.", "Du skal kende din rolle."),
        ("Er filen klar, skal Superbruger teste.", "Er filen klar, skal du teste."),
        ("Trin 2: Superbruger skal teste.", "Trin 2: Du skal teste."),
        ("De systemansvarlige skal rette deres navn.", "I skal rette jeres navn."),
        ("Filen, som superbrugeren skal bruge, er ny.", "Filen, som du skal bruge, er ny."),
    ],
)
def test_the_fix_says_du(text: str, wanted: str) -> None:
    (finding,) = said("tone-role", text)
    assert applied(text, finding, finding.fixes[0]) == wanted


@pytest.mark.parametrize(
    "phrase",
    [
        "kommunen henter en fil og ",
        "skal kommunen, ",
        "er kommunens ansvar at ",
        "man skal ",
        "det skal sikres med ",
        "derefter kontakter kommunen ",
        "systemadministratoren som ",
    ],
)
def test_a_sentence_that_never_ends_costs_in_proportion_to_its_length(phrase: str) -> None:
    ids = ("tone-municipality", "tone-role", "tone-man", "tone-who", "tone-distance", "tone-we")

    def cost(length: int) -> float:
        draft = text_example("description", phrase * (length // len(phrase))).draft
        begin = process_time()
        for rule in ids:
            assert sum(1 for _ in RULE[rule].find(draft, GALLERY)) < length
        return process_time() - begin

    def quickest(length: int) -> float:
        return min(cost(length) for _ in range(3))

    # eight times the length costs 64 times as much where each word asks all the others
    assert quickest(80_000) < 24 * max(quickest(10_000), 0.01)
