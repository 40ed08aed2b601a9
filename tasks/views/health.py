"""The health check: whether the database answers, and whether Tjek still knows right from wrong."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tasks.style import canary

_log = logging.getLogger(__name__)


@login_not_required
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer ”ok”, or 503 with the part that is ill and nothing else; one query, no session."""
    ill = [
        part
        for part, is_well in (("database", _is_reached()), ("tjek", canary.sings()))
        if not is_well
    ]
    text = f"fejl: {', '.join(ill)}" if ill else "ok"
    return HttpResponse(text, status=503 if ill else 200, content_type="text/plain; charset=utf-8")


def _is_reached() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        _log.exception("The database does not answer")
        return False
    return True
