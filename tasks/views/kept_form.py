"""A form that was sent after the login had ended: nothing typed is lost, and it is sent again.

The page that asks for the login carries the form in a signed field, so that nobody but the site
itself decides what is offered to be sent, and where to. Passwords are never carried.
"""

from typing import Any, NamedTuple

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core import signing
from django.http import HttpRequest, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render

from tasks import guide
from tasks.forms.login import LoginForm
from tasks.forms.prose import source_sent

_SALT = "a form kept over a login"
_LABELS = {
    key: guide.label_of(key)
    for key in (
        guide.REFERENCE_KEY,
        "title",
        "reply_to",
        *guide.PROSE_KEYS,
        "performer_comment",
        "owner_comment",
    )
} | {"announcement": "#besked", "message": "Besked til forfatteren", "lines": "Titler"}


class KeptForm(NamedTuple):
    """Where a form was sent to, and what stood in it."""

    path: str
    sent: QueryDict


class LoginRequired(LoginRequiredMiddleware):
    """Asks for the login; a form that was sent without one is kept meanwhile."""

    def process_view(
        self, request: HttpRequest, view_func: Any, view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        to_login = super().process_view(request, view_func, view_args, view_kwargs)
        if to_login is None or not _can_be_kept(request):
            return to_login
        if _is_from_script(request):
            return JsonResponse({"error": "Log ind igen."}, status=401)
        context = kept_context(_keep(request)) | {"form": LoginForm(request)}
        return render(request, "registration/login.html", context, status=401)


def kept_context(signed: str) -> dict[str, Any]:
    """What the pages show of a kept form; nothing where there is none of ours."""
    form = _read(signed)
    if form is None:
        return {}
    fields = [(key, value) for key, values in form.sent.lists() for value in values]
    texts = typed_texts(form.sent)
    return {"kept": signed, "kept_path": form.path, "kept_fields": fields, "typed": texts}


def typed_texts(sent: QueryDict) -> list[tuple[str, str]]:
    """Return (label, text) for each text of a form, to be copied; also of a kept form."""
    kept = _read(sent.get("kept", ""))
    sent = kept.sent if kept else sent
    typed = [(label, source_sent(sent, key).strip()) for key, label in _LABELS.items()]
    return [(label, text) for label, text in typed if text]


def _can_be_kept(request: HttpRequest) -> bool:
    """Never a password."""
    return request.method == "POST" and not any("password" in key for key in request.POST)


def _is_from_script(request: HttpRequest) -> bool:
    """A page could not be shown then; and it would put back the secret that a login replaces."""
    mode = request.headers.get("Sec-Fetch-Mode", "navigate")
    return mode != "navigate" or "HX-Request" in request.headers


def _keep(request: HttpRequest) -> str:
    sent = request.POST.copy()
    sent.pop("csrfmiddlewaretoken", None)
    form = (request.get_full_path(), sent.urlencode())
    return signing.dumps(form, salt=_SALT, compress=True)


def _read(signed: str) -> KeptForm | None:
    try:
        path, sent = signing.loads(signed, salt=_SALT)
    except signing.BadSignature:
        return None
    return KeptForm(path, QueryDict(sent))
