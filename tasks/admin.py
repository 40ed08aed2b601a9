"""*Lister*: the admin, for the lists KOMBIT owns and the people alone; nothing is ever deleted.

Projects, waves and tasks have pages of their own and are written by ``tasks.actions``.
"""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db.models import ManyToManyField, Max, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.decorators import method_decorator

from tasks.actions.lists import refresh_tasks_with
from tasks.forms.lists import (
    MunicipalityForm,
    PersonAddForm,
    PersonChangeForm,
    PersonPasswordForm,
)
from tasks.models import Municipality, Person, Phase, Role, Theme
from tasks.workflow import Right

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    PersonModelAdmin = UserAdmin[Person]
else:
    ModelAdmin, PersonModelAdmin = admin.ModelAdmin, UserAdmin


class ListSite(admin.AdminSite):
    """The admin behind the same login as the rest; the right to administer is what counts."""

    site_header = "Lister"
    site_title = "KLIK-værksted"
    index_title = "Lister og personer"

    def has_permission(self, request: HttpRequest) -> bool:
        """Tell whether to show a page; a person without the right gains nothing by a new login."""
        if request.user.is_authenticated and not _may_administer(request):
            raise PermissionDenied
        return request.user.is_authenticated

    @method_decorator(login_not_required)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Send to the house's own login page and back here."""
        wanted = request.GET.get("next") or reverse("admin:index")
        return redirect_to_login(wanted, resolve_url(settings.LOGIN_URL))


def _may_administer(request: HttpRequest) -> bool:
    person = request.user
    return isinstance(person, Person) and person.is_active and person.has_right(Right.ADMINISTER)


class KeptAdmin(ModelAdmin):
    """Rows that are added, changed and retired by an administrator, and never deleted."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _may_administer(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_administer(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _may_administer(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_administer(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ListAdmin(KeptAdmin):
    """One of the lists, in KOMBIT's order; a new row comes last."""

    list_display: tuple[str, ...] = ("name", "position", "state")
    list_filter = ("is_retired",)
    search_fields: ClassVar[tuple[str, ...]] = ("name",)

    @admin.display(description="Bruges", ordering="is_retired")
    def state(self, row: Any) -> str:
        """Say in words what a red cross would say wrongly."""
        return "Udgået" if row.is_retired else "I brug"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        last = self.model.objects.aggregate(last=Max("position"))["last"] or 0
        return {"position": last + 1}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if change:
            refresh_tasks_with(obj)


class ThemeAdmin(ListAdmin):
    list_display: tuple[str, ...] = ("name", "abbreviation", "position", "state")


class MunicipalityAdmin(ListAdmin):
    """Municipalities; Korsbæk is known by a mark that nobody can move to another row."""

    form = MunicipalityForm
    list_display: tuple[str, ...] = ("name", "code", "position", "state")
    search_fields: ClassVar[tuple[str, ...]] = ("name", "code")
    readonly_fields = ("is_fictional",)
    list_per_page = 120  # all of them on one page

    def state(self, row: Municipality) -> str:
        """Korsbæk is in use on test waves alone."""
        return "Kun til test" if row.is_fictional else super().state(row)


class PersonAdmin(KeptAdmin, PersonModelAdmin):
    """People: created and deactivated, with rights by groups alone.

    Superusers are left to superusers, or else a new password for one would be a way up.
    """

    form = PersonChangeForm
    add_form = PersonAddForm
    change_password_form = PersonPasswordForm
    add_form_template = "admin/change_form.html"
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Navn og e-mail", {"fields": ("first_name", "last_name", "email")}),
        ("Adgang", {"fields": ("is_active", "groups")}),
        ("Senest", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "first_name", "last_name", "email", "groups")}),
        ("Adgangskode", {"fields": ("password1", "password2")}),
    )
    readonly_fields = ("last_login", "date_joined")
    list_display = ("username", "first_name", "last_name", "email", "is_active")
    list_filter = ("is_active", "groups")
    filter_horizontal = ()
    formfield_overrides = {ManyToManyField: {"widget": CheckboxSelectMultiple}}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        people = super().get_queryset(request)
        return people if request.user.is_superuser else people.filter(is_superuser=False)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any
    ) -> Any:
        """Tell the form who is at the keys; the class is made anew for each request."""
        form: Any = super().get_form(request, obj, change=change, **options)
        form.editor = request.user
        return form


site = ListSite(name="admin")
site.register(Phase, ListAdmin)
site.register(Theme, ThemeAdmin)
site.register(Role, ListAdmin)
site.register(Municipality, MunicipalityAdmin)
site.register(Person, PersonAdmin)
