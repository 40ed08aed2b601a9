"""What is said of a wave that most likely is not finished, or holds a slip; none of it stops it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.contrib import messages
from django.utils.timezone import localdate

from tasks.danish_dates import long_date
from tasks.membership import Shared, shared_by_waves
from tasks.models import Project, Wave
from tasks.permissions import names_in_words
from tasks.views.asking import PersonRequest

_LONG_AGO = timedelta(days=365)
_NAMED_MOST = 5  # municipalities told by name; of more, only the number


def tell_about(request: PersonRequest, wave: Wave, repeated: Sequence[str] = ()) -> None:
    """Tell after a wave is saved what to look at; ``repeated`` stood twice on a pasted list."""
    if repeated:
        stood = f"{_named(repeated)} stod flere gange på listen og er taget med én gang."
        messages.info(request, stood)
    for sentence in _warnings(wave):
        messages.warning(request, sentence)


def _warnings(wave: Wave) -> Iterator[str]:
    if wave.go_live and wave.go_live < localdate() - _LONG_AGO:
        day = long_date(wave.go_live)
        yield f"Go-live er sat til {day}. Se efter, om årstallet er rigtigt."
    if wave.go_live is None and not wave.is_test:
        yield "Bølgen har ingen go-live endnu, så opgaver på den har ingen datoer."
    if not wave.municipalities.exists():
        yield "Bølgen har ingen kommuner endnu. Tilføj dem, når I ved, hvem der er med."
    yield from told_of(wave)


def told_of(wave: Wave) -> list[str]:
    """Say who is in this wave and in another real one of the project."""
    return [_sentence(row) for row in _shared(wave.project) if wave.name in row.waves]


def shared_in_words(project: Project) -> list[str]:
    """Say of all waves of a project which municipalities are in several."""
    return [_sentence(row) for row in _shared(project)]


def _shared(project: Project) -> tuple[Shared, ...]:
    return shared_by_waves(project.waves.members())


def _sentence(shared: Shared) -> str:
    waves = names_in_words([f"”{wave}”" for wave in shared.waves])
    them = "den" if len(shared.municipalities) == 1 else "dem"
    if len(shared.waves) == 2:
        both, dates = "både ", f"En opgave på begge bølger giver {them} to sæt datoer."
    else:
        both, dates = "", f"En opgave på flere af bølgerne giver {them} flere sæt datoer."
    stands = f"{_named(shared.municipalities)} er med i {both}{waves}."
    return f"{stands} Se efter, om det er meningen. {dates}"


def _named(municipalities: Sequence[str]) -> str:
    if len(municipalities) > _NAMED_MOST:
        return f"{len(municipalities)} kommuner"
    return names_in_words(list(municipalities))
