"""The people who may log in, and what each of them may do."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.admin import UserAdmin
from django.db.models import ManyToManyField, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest

from tasks.admin.kept import KeptAdmin
from tasks.forms.lists import PersonAddForm, PersonChangeForm, PersonPasswordForm
from tasks.models import Person

if TYPE_CHECKING:
    PersonModelAdmin = UserAdmin[Person]
else:
    PersonModelAdmin = UserAdmin


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
