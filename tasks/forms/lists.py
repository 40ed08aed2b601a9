"""The admin's forms for municipalities and people."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm
from django.core.exceptions import ValidationError

from tasks.models import Municipality, Person
from tasks.workflow import Right

if TYPE_CHECKING:
    MunicipalityModelForm = forms.ModelForm[Municipality]
    PersonCreationForm = UserCreationForm[Person]
    PersonUserChangeForm = UserChangeForm[Person]
    PersonAdminPasswordForm = AdminPasswordChangeForm[Person]
else:
    MunicipalityModelForm = forms.ModelForm
    PersonCreationForm, PersonUserChangeForm = UserCreationForm, UserChangeForm
    PersonAdminPasswordForm = AdminPasswordChangeForm

_CODE_DIGITS = 4


class MunicipalityForm(MunicipalityModelForm):
    """A municipality's code has four digits, or there is none."""

    def clean_code(self) -> str | None:
        code: str | None = self.cleaned_data["code"]
        if code and not (code.isascii() and code.isdecimal() and len(code) == _CODE_DIGITS):
            raise ValidationError("Skriv kommunekoden med fire cifre, fx 0751.")
        return code


class PersonAddForm(PersonCreationForm):
    """A new person with a password to hand over."""

    class Meta:
        model = Person
        fields = ("username", "first_name", "last_name", "email", "groups")


class PersonPasswordForm(PersonAdminPasswordForm):
    """A new password; whoever shall not log in is made inactive instead."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields.pop("usable_password", None)
        self.fields["password1"].required = self.fields["password2"].required = True


class PersonChangeForm(PersonUserChangeForm):
    """A person's names and access; ``editor``, set by the admin, is the person at the keys."""

    editor: Person

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        if self.instance == self.editor and not self._keeps_access():
            raise ValidationError(
                "Du kan ikke fjerne din egen adgang til Lister. "
                "Bed en anden administrator om at gøre det."
            )
        return data

    def _keeps_access(self) -> bool:
        """The last administrator must not lock everybody out."""
        groups = self.cleaned_data.get("groups")
        administers = self.editor.is_superuser or (
            groups is not None
            and groups.filter(permissions__codename=Right.ADMINISTER.value).exists()
        )
        return bool(self.cleaned_data.get("is_active")) and administers
