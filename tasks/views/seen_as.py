"""*Se som*: the wave, and maybe the municipality, a preview is for."""

from dataclasses import dataclass

from tasks.membership import find_member, spelling
from tasks.models import KlikTask, Municipality, Wave
from tasks.permissions import names_in_words
from tasks.views.asking import PersonRequest

WAVE_PARAMETER, NAME_PARAMETER = "boelge", "kommune"
NAME_MAX = 120  # what is typed is said again on the page
_MOST = 5  # names that are proposed at once


@dataclass(frozen=True, slots=True)
class SeenAs:
    """Whose dates are shown; ``problem`` says what could not be done as it was asked."""

    waves: tuple[Wave, ...]
    names: tuple[str, ...]
    wave: Wave | None
    municipality: str = ""
    also_in: str = ""
    typed: str = ""
    problem: str = ""


def seen_as(request: PersonRequest, task: KlikTask) -> SeenAs:
    """Read the choice; a municipality decides the wave, and without any the first wave is shown."""
    waves = tuple(task.waves.all())
    asked = request.GET.get(WAVE_PARAMETER, "")
    chosen = next((wave for wave in waves if str(wave.pk) == asked), None)
    first = next(iter(waves), None)
    rows = Municipality.objects.filter(waves__in=waves).order_by("position", "name")
    members = list(rows.values_list("waves", "name"))
    own = [(pk, name) for pk, name in members if pk in {wave.pk for wave in waves}]
    names = tuple(dict.fromkeys(name for _, name in own))
    typed = " ".join(request.GET.get(NAME_PARAMETER, "")[:NAME_MAX].split())
    if not typed:
        problem = _no_such_wave(waves) if asked and chosen is None else ""
        return SeenAs(waves, names, chosen or first, problem=problem)
    found = find_member(typed, own)
    if not found.name:
        problem = _not_one(typed, found.alike, chosen or first)
        return SeenAs(waves, names, chosen or first, typed=typed, problem=problem)
    its = [wave for wave in waves if wave.pk in found.waves]
    wave = chosen if chosen in its else its[0]
    also_in = names_in_words([other.name for other in its if other != wave])
    return SeenAs(waves, names, wave, found.name, also_in, typed=found.name)


def _no_such_wave(waves: tuple[Wave, ...]) -> str:
    instead = f"Du ser den i {waves[0].name}." if waves else "Vælg bølger på opgaven først."
    return f"Opgaven ligger ikke i den bølge. {instead}"


def _not_one(typed: str, alike: tuple[str, ...], wave: Wave | None) -> str:
    """Say why no municipality is shown, and what is shown in its place."""
    instead = f" Du ser opgaven i {wave.name}." if wave else ""
    if alike:
        rest = " og flere" if len(alike) > _MOST else ""
        return f"Skriv mere af navnet. Det kan være {', '.join(alike[:_MOST])}{rest}.{instead}"
    everybody = Municipality.objects.values_list("name", flat=True)
    known = next((name for name in everybody if spelling(name) == spelling(typed) != ""), "")
    if known:
        return f"{known} ligger ikke i opgavens bølger, så kommunen får den ikke.{instead}"
    return f"Ingen kommune i opgavens bølger hedder ”{typed}”.{instead}"
