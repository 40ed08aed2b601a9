"""Danish pages for what goes wrong; the status code says what it was."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from tasks.views.kept_form import typed_texts


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's secret was another login's: ask for a new login, and show what was typed.

    The header tells our scripts apart from a 403 that a new secret would not help.
    """
    response = render(request, "403_csrf.html", {"typed": typed_texts(request.POST)}, status=403)
    response["X-Csrf-Failed"] = "1"
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A request that cannot be read; one that is too large is answered 413."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=413)
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A page or step this person has no access to."""
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address without a page; the answer is the same for somebody else's."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our own mistake; rendered without a request, since anything might be broken."""
    return HttpResponse(render_to_string("500.html"), status=500)
