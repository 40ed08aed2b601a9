"""Who is asking and what they typed: the first lines of every view with a form."""

from django.core.exceptions import PermissionDenied
from django.http import QueryDict

from tasks.models import Person
from tasks.permissions import may
from tasks.views.frame import PersonRequest
from tasks.workflow import Right


def person_with(request: PersonRequest, right: Right) -> Person:
    """Return who is asking; answers 403 unless their groups give the right."""
    if not (answer := may(request.user, right)):
        raise PermissionDenied(answer.reason)
    return request.user


def typed(request: PersonRequest) -> QueryDict | None:
    """Return what was sent, also when it was nothing; None asks for a form to fill in."""
    return request.POST if request.method == "POST" else None
