"""*Opgaver*: all tasks, searched, filtered, sorted and paged; the whole query is the address."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tasks import listing
from tasks.forms.listing import ListForm
from tasks.permissions import may
from tasks.views.asking import PersonRequest
from tasks.workflow import Right


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that sorts: the way it is sorted now, if it is, and what a press asks for."""

    label: str
    direction: str
    next_sort: str


# Each column with its orders of SORTS, the first press first
_SORTING = {
    "reference": ("Opgave", ("reference",)),
    "end": ("Bølge og slutdato", ("end", "-end")),
    "changed": ("Rettet", ("-changed", "changed")),
}


def headings(sort: str) -> dict[str, Heading]:
    """Return the columns that sort, as they stand when the list is in this order."""
    return {key: _heading(label, ways, sort) for key, (label, ways) in _SORTING.items()}


def _heading(label: str, ways: tuple[str, ...], sort: str) -> Heading:
    if sort not in ways:
        return Heading(label, "", ways[0])
    direction = "descending" if sort.startswith("-") else "ascending"
    return Heading(label, direction, ways[(ways.index(sort) + 1) % len(ways)])


@require_safe
def task_list(request: PersonRequest) -> HttpResponse:
    """Show a page of the list; what makes no sense in the address is left out, and said."""
    form = ListForm(request.GET)
    query = form.query()
    tasks = listing.find(query, request.user)
    context = {
        "form": form.without_nonsense(),
        "left_out": form.left_out,
        "page": listing.page_of(tasks, query.sort, request.GET.get("page")),
        "headings": headings(query.sort),
        "is_filtered": query.is_filtered,
        "may_write": may(request.user, Right.WRITE),
    }
    return render(request, "tasks/list.html", context)
