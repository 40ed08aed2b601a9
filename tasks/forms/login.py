"""The login: the same answer for a wrong name and a wrong password, and a rest after many."""

import logging
from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from tasks.actions.logging_in import TRIES, count_wrong, forget_wrong, is_resting

_WRONG = "Brugernavn og adgangskode passer ikke sammen. Prøv igen."
_RESTING = "Adgangskoden er skrevet forkert for mange gange. Vent et kvarter, og prøv igen."
_log = logging.getLogger(__name__)


class LoginForm(AuthenticationForm):
    """User name and password; while the login rests, not even the right password is tried."""

    def clean(self) -> dict[str, Any]:
        username, password = (self.cleaned_data.get(key) for key in ("username", "password"))
        if not username or not password:
            raise ValidationError(_WRONG)
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        if is_resting(username, address):
            raise ValidationError(_RESTING)
        try:
            data = super().clean()
        except ValidationError:
            self._tell_log(count_wrong(username, address), address)
            raise ValidationError(_WRONG) from None
        forget_wrong(username, address)
        return data

    def _tell_log(self, tries: int, address: str) -> None:
        """Never with the name: people type their password there."""
        what = "The login rests after" if tries >= TRIES else "Wrong password, number"
        _log.warning("%s %d from %s", what, tries, address)
