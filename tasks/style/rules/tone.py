"""Address: ”du skal” and ”I skal”, not ”kommunen skal” or ”systemadministrator skal”."""

from collections.abc import Callable, Iterator

from tasks.style.address import Address, Noun, Sentence, addresses
from tasks.style.agreement import fix_for, spoken
from tasks.style.clause import MAY
from tasks.style.draft import READ_FIELDS, Draft, House
from tasks.style.elsewhere import is_elsewhere
from tasks.style.finding import Severity
from tasks.style.municipality import NEEDLE, municipalities
from tasks.style.patient import is_done_to, is_recorded, names_the_performer
from tasks.style.roles import head_of, roles_spoken_to, speaks_about, spoken_nouns
from tasks.style.rule import Example, Mark, rule, text_example
from tasks.style.tokens import said_in

_ROLE_FIELDS = tuple(f for f in READ_FIELDS if f not in {"performer_comment", "owner_comment"})
_EXAMPLE_HOUSE = House(roles=("Systemadministrator", "Systemansvarlig"))

Place = tuple[str, int, str]
Found = tuple[Sentence, Address]
Nouns = Callable[[Sentence], Iterator[Noun]]


@rule(
    "tone-municipality",
    Severity.ERROR,
    title="Kommunen skal",
    fields=READ_FIELDS,
    guide="Vi skriver ”du skal” og ”I skal” og ikke ”kommunen skal”.",
    why="Kommunen er den, der læser. ”I skal” er direkte og nærværende; ”kommunen skal” lægger "
    "afstand, som om det gjaldt en anden.",
    bad=text_example("description", "Kommunen skal give sit samtykke senest fredag."),
    good=text_example("description", "I skal give jeres samtykke senest fredag."),
)
def tone_municipality(draft: Draft, _house: House) -> Iterator[Mark]:
    for place in draft.texts(*READ_FIELDS):
        for found in _found(place[2], municipalities, NEEDLE):
            if not is_recorded(*found):
                is_mild = place[0] == "title" or found[1].verb in MAY
                yield _mark(place, found, "I", Severity.WARNING if is_mild else None)


def _found(text: str, nouns: Nouns, needle: str) -> Iterator[Found]:
    if needle not in text.lower():
        return
    for sentence in said_in(text):
        for found in addresses(sentence, nouns(sentence)):
            yield sentence, found


def _mark(place: Place, found: Found, subject: str, severity: Severity | None = None) -> Mark:
    field, block, text = place
    sentence, address = found
    start, end = sentence[address.first].start, sentence[address.last].end
    fix = fix_for(text, sentence, address, subject)
    noun = text[sentence[address.noun.first].start : sentence[address.noun.last].end].lower()
    message = f"Skriv ”{spoken(address, subject)}” i stedet for ”{spoken(address, noun)}”."
    return Mark(field, message, block, start, end, (fix,) if fix else (), severity)


@rule(
    "tone-role",
    Severity.WARNING,
    title="Systemadministrator skal",
    fields=_ROLE_FIELDS,
    guide="Hvis konteksten er tilstrækkelig skriver vi heller ikke ”systemadministrator skal”",
    why="Er det rollen selv, der læser, er ”du skal” nok. Skriv kun rollen, når en anden end "
    "læseren skal gøre noget.",
    bad=Example(
        "Systemadministratoren skal oprette sine brugere.",
        text_example("method", "Systemadministratoren skal oprette sine brugere.").draft,
        _EXAMPLE_HOUSE,
    ),
    good=Example(
        "Du skal oprette dine brugere.",
        text_example("method", "Du skal oprette dine brugere.").draft,
        _EXAMPLE_HOUSE,
    ),
)
def tone_role(draft: Draft, house: House) -> Iterator[Mark]:
    for field in _ROLE_FIELDS:
        roles = roles_spoken_to(draft, house, field)
        texts = tuple(draft.texts(field))
        for role in roles:
            if any(speaks_about(text, role) for _, _, text in texts):
                continue
            for place in texts:
                yield from _role_marks(place, role)


def _role_marks(place: Place, role: str) -> Iterator[Mark]:
    def nouns(sentence: Sentence) -> Iterator[Noun]:
        return spoken_nouns(sentence, role)

    for found in _found(place[2], nouns, head_of(role)):
        is_named = place[0] == "method" and names_the_performer(*found)
        if not (is_named or is_done_to(*found) or is_elsewhere(*found)):
            yield _mark(place, found, "I" if found[1].noun.is_plural else "du")
