"""The admin site behind the house's own login, and whom it lets in."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator

from tasks.models import Person
from tasks.workflow import Right


class ListSite(admin.AdminSite):
    """The admin behind the same login as the rest; the right to administer is what counts."""

    site_header = "Lister"
    site_title = "KLIK-værksted"
    index_title = "Lister og personer"

    def has_permission(self, request: HttpRequest) -> bool:
        """Tell whether to show a page; a person without the right gains nothing by a new login."""
        if request.user.is_authenticated and not may_administer(request):
            raise PermissionDenied
        return request.user.is_authenticated

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send to the house's own login page and back here."""
        wanted = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(wanted, resolve_url(settings.LOGIN_URL))


def may_administer(request: HttpRequest) -> bool:
    """Tell whether whoever asks has the right to administer."""
    person = request.user
    return isinstance(person, Person) and person.is_active and person.has_right(Right.ADMINISTER)
