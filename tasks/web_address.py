"""Which addresses a link may lead to: http and https with a host, and mailto with an address."""

import re

_WEB = re.compile(
    r"https?://(?:[\w.-]*\w|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?(?:[/?#].*)?", re.IGNORECASE
)
_MAIL = re.compile(r"mailto:[^@?]+@[\w.-]*\w(?:[?,;].*)?", re.IGNORECASE)


def is_web_address(address: str) -> bool:
    """True for an address a link may have.

    A user name before the host ("https://kombit.dk@evil.dk") and a backslash after it are refused:
    they hide where it leads.
    """
    return bool(_WEB.fullmatch(address) or _MAIL.fullmatch(address))
