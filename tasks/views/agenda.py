"""*Kalender*: what starts, goes yellow and ends in the next weeks, over all projects."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from tasks.agenda import WeekPlan, monday_of, weeks_from
from tasks.forms.agenda import AgendaForm, AgendaQuery
from tasks.happening import happenings, zones_between
from tasks.models import FrozenZone
from tasks.views.asking import PersonRequest


@require_safe
def agenda(request: PersonRequest) -> HttpResponse:
    """Show the weeks the address asks for, from this one when it asks for none."""
    form = AgendaForm(request.GET)
    query, today = form.query(), timezone.localdate()
    monday = monday_of(query.first or today)
    last = monday + timedelta(weeks=query.weeks, days=-1)
    found = happenings(query, request.user, monday, last)
    zones = zones_between(query, monday, last)
    weeks = weeks_from(monday, query.weeks, found)
    context = {
        "form": form.without_nonsense(query.weeks),
        "left_out": form.left_out,
        "weeks": [(week, _zones_in(week, zones), week.holds(today)) for week in weeks],
        "count": len(found),
        "is_now": monday == monday_of(today),
    }
    return render(request, "agenda.html", context | _turning(request, query, monday))


def _zones_in(week: WeekPlan, zones: list[FrozenZone]) -> list[FrozenZone]:
    return [z for z in zones if z.first_day <= week.sunday and z.last_day >= week.monday]


def _turning(request: PersonRequest, query: AgendaQuery, monday: date) -> dict[str, Any]:
    """The addresses of the weeks before and after, with the same filters."""
    by = timedelta(weeks=query.weeks)
    return {
        name: f"?{_with_first(request, day)}"
        for name, day in (("earlier", monday - by), ("later", monday + by))
    }


def _with_first(request: PersonRequest, day: date) -> str:
    asked = request.GET.copy()
    asked["first"] = day.isoformat()
    return asked.urlencode()
