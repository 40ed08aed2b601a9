"""*Eksterne bilag*: rows of a title and an address in one form field."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from tasks.models.task_parts import LINK_TITLE_MAX, LINK_URL_MAX

Link = tuple[str, str]
SPARE_ROWS = 2
ROWS_MAX = 30
_is_web_address = URLValidator(schemes=("http", "https"))


class LinksWidget(forms.Widget):
    """A row for each link and two empty ones; saving gives new empty rows."""

    template_name = "forms/links.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["rows"] = [*(value or []), *[("", "")] * SPARE_ROWS]
        context |= {"title_max": LINK_TITLE_MAX, "url_max": LINK_URL_MAX}
        return context

    def value_from_datadict(self, data: Any, _files: Any, name: str) -> list[Link] | None:
        titles, urls = _listed(data, f"{name}_title"), _listed(data, f"{name}_url")
        if not urls and not titles:
            return None
        rows = [(t.strip(), u.strip()) for t, u in zip(titles, urls, strict=False)]
        return [row for row in rows if any(row)]

    def value_omitted_from_data(self, data: Any, _files: Any, name: str) -> bool:
        return f"{name}_url" not in data


def _listed(data: Any, name: str) -> list[str]:
    return list(data.getlist(name)) if hasattr(data, "getlist") else list(data.get(name, []))


class LinksField(forms.Field):
    """Cleans to a list of (title, address); a wrong address names its row."""

    widget = LinksWidget

    def to_python(self, value: Any) -> list[Link]:
        return list(value or [])

    def validate(self, value: list[Link]) -> None:
        errors = [
            f"Link {number}: {problem}"
            for number, row in enumerate(value, start=1)
            if (problem := _problem(row))
        ]
        if len(value) > ROWS_MAX:
            errors.append(f"Der er plads til {ROWS_MAX} links. Du har {len(value)}.")
        if errors:
            raise ValidationError(errors)


def _problem(row: Link) -> str:
    """Say in Danish what is wrong with one row, or nothing."""
    title, url = row
    if not url:
        return "Skriv adressen, fx https://www.kombit.dk."
    if len(title) > LINK_TITLE_MAX:
        return f"Titlen må højst være på {LINK_TITLE_MAX} tegn."
    if len(url) > LINK_URL_MAX:
        return f"Adressen må højst være på {LINK_URL_MAX} tegn."
    if "\x00" in title + url:
        return "Der er et tegn, vi ikke kan gemme. Skriv linket igen."
    try:
        _is_web_address(url)
    except ValidationError:
        return "Skriv hele adressen, fx https://www.kombit.dk."
    return "" if urlsplit(url).hostname else "Skriv hele adressen, fx https://www.kombit.dk."
