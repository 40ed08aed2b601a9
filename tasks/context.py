"""What every page needs: the navigation, with the current place marked."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from tasks.workflow import Right


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of a navigation."""

    label: str
    url: str
    is_current: bool


# The page's name, its URL name, and how the addresses that belong to it begin
_PAGES = (
    ("Overblik", "overview", ()),
    ("Opgaver", "task_list", ("/opgaver/",)),
    ("Projekter", "project_list", ("/projekter/", "/boelger/")),
    ("Kalender", "agenda", ("/kalender/",)),
    ("Skriveguide", "style_guide", ("/skriveguide/",)),
    ("Papirkurv", "bin", ("/papirkurv/",)),
)


def site(request: HttpRequest) -> dict[str, object]:
    """Give the templates ``site_nav``; empty before login."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return {"site_nav": []}
    items = [_item(request, label, reverse(name), starts) for label, name, starts in _PAGES]
    if person.has_right(Right.ADMINISTER):
        items.append(_item(request, "Lister", reverse("admin:index"), ("/lister/",)))
    return {"site_nav": items}


def _item(request: HttpRequest, label: str, url: str, starts: tuple[str, ...]) -> NavItem:
    is_current = request.path.startswith(starts) if starts else request.path == url
    return NavItem(label, url, is_current)
