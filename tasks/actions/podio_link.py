"""What a link to a task in Podio may be."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from tasks.web_address import is_web_address

PODIO_URL_MAX = 500  # code points; what the column holds

_HOW_TO_WRITE = "Skriv hele linket. Det begynder med https:// og har et domæne, fx podio.com."
_is_https = URLValidator(schemes=("https",))


def link_problem(url: str) -> str:
    """Say in Danish what is wrong with an address, or nothing: https with a host is demanded."""
    if len(url) > PODIO_URL_MAX:
        return f"Linket må højst være på {PODIO_URL_MAX} tegn."
    try:
        _is_https(url)
    except ValidationError:
        return _HOW_TO_WRITE
    if "@" in urlsplit(url).netloc:
        return "Skriv linket uden brugernavn og adgangskode."
    return "" if url.isprintable() and is_web_address(url) else _HOW_TO_WRITE
