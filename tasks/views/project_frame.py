"""What all pages about one project share: its tabs."""

from typing import Any

from django.urls import reverse

from tasks.context import NavItem
from tasks.models import Project

# The tab's name and the page's URL name, in the order they are shown
_TABS = (
    ("Opgaver og bølger", "project_detail"),
    ("Tidslinje", "project_timeline"),
    ("Afhængigheder", "project_dependencies"),
    ("Rettelser i Podio", "project_corrections"),
    ("Publicering", "project_publishing"),
    ("Opfølgning", "project_follow_up"),
)


def project_context(project: Project, current: str) -> dict[str, Any]:
    """Return what the frame around a project's page shows; ``current`` is the page's URL name."""
    tabs = [
        NavItem(label, reverse(name, args=[project.pk]), name == current) for label, name in _TABS
    ]
    return {"project": project, "project_tabs": tabs}
