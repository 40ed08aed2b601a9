"""A clash of dates as the end of a Danish sentence."""

from tasks.schedule import Clash

_DATE = {"start": "startdatoen", "end": "slutdatoen"}


def clash_in_words(clash: Clash) -> str:
    """Return ”slutdatoen er en lørdag” or ”startdatoen ligger i frozen zonen ”Jul””."""
    which = _DATE[clash.which]
    if clash.kind == "frozen-zone":
        return f"{which} ligger i frozen zonen ”{clash.name}”"
    article = "en " if clash.kind == "weekend" else ""
    return f"{which} er {article}{clash.name}"
