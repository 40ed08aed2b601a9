"""Who follows a task up and by when, and the page's filter."""

from django import forms

from tasks.following_up import NOBODY
from tasks.models import FollowedUpBy
from tasks.models.following_up import DAYS_BEFORE_MAX

_DAYS = "Skriv et helt antal dage, fx 7, eller lad feltet stå tomt."


class FollowUpForm(forms.Form):
    """One row of the page."""

    by = forms.ChoiceField(
        choices=[("", "Ingen endnu"), *FollowedUpBy.choices],
        required=False,
        error_messages={"invalid_choice": "Vælg, hvem der følger op."},
    )
    days_before = forms.IntegerField(
        min_value=0,
        max_value=DAYS_BEFORE_MAX,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _DAYS),
    )

    @property
    def problem(self) -> str:
        """One sentence about what cannot be read, or nothing."""
        return " ".join(str(errors[0]) for errors in self.errors.values())


class FollowUpFilter(forms.Form):
    """Whose follow-up to show; nonsense in the address shows all."""

    who = forms.ChoiceField(
        label="Hvem følger op?",
        choices=[("", "Alle"), *FollowedUpBy.choices[:2], (NOBODY, "Ingen endnu")],
        required=False,
    )

    @property
    def asked(self) -> str:
        """Return what the address asks for, or "" for all."""
        return str(self.cleaned_data["who"]) if self.is_valid() else ""
