"""What a field of the template is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the template.

    ``key`` is its name in code and JSON, ``label`` stands on screens and in exports verbatim,
    ``section`` is 1-6, ``guide`` is the guide's own text, ``example`` the guide's example.
    """

    key: str
    label: str
    section: int
    help: str
    guide: str = ""
    example: str = ""
    is_required: bool = False
    seen_by_municipalities: bool = True
