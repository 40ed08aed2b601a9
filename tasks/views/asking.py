"""Who is asking and what they typed: the first lines of every view with a form."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django_htmx.middleware import HtmxDetails

from tasks import seen
from tasks.models import Person
from tasks.permissions import may
from tasks.seen import Seen
from tasks.workflow import Right

_DIGITS = 9  # what every database holds in every column


class PersonRequest(HttpRequest):
    """A request behind the login: its user is always a person."""

    user: Person
    htmx: HtmxDetails


def person_with(request: PersonRequest, right: Right) -> Person:
    """Return who is asking; answers 403 unless their groups give the right."""
    if not (answer := may(request.user, right)):
        raise PermissionDenied(answer.reason)
    return request.user


def typed(request: PersonRequest) -> QueryDict | None:
    """Return what was sent, also when it was nothing; None asks for a form to fill in."""
    return request.POST if request.method == "POST" else None


def whole_number(text: str) -> int:
    """Return a key or a revision that was sent; -1, which is neither, for what no page sends."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else -1


def seen_revision(request: PersonRequest) -> int:
    """Return the revision the page showed; one that cannot be read never matches."""
    return whole_number(request.POST.get("revision", ""))


def sent_seen(request: PersonRequest) -> Seen:
    """Return what the page was made from; without a revision nothing may be overwritten unseen."""
    revision = max(1, whole_number(request.POST.get("revision", "")))
    return seen.read(request.POST.get("seen", ""), revision)


def form_key(request: PersonRequest) -> UUID | None:
    """Return the key of the form that was sent, so that pressing twice does it once."""
    try:
        return UUID(request.POST.get("creation_key", ""))
    except ValueError:
        return None
