"""What is said after a wave is saved, when it is most likely a slip of the keyboard."""

from datetime import timedelta

from django.contrib import messages
from django.utils.timezone import localdate

from tasks.danish_dates import long_date
from tasks.models import Wave
from tasks.views.asking import PersonRequest

_LONG_AGO = timedelta(days=365)


def tell_if_long_past(request: PersonRequest, wave: Wave) -> None:
    """Ask about the year of a go-live that is more than a year old; it is saved all the same."""
    if wave.go_live and wave.go_live < localdate() - _LONG_AGO:
        day = long_date(wave.go_live)
        messages.warning(request, f"Go-live er sat til {day}. Se efter, om årstallet er rigtigt.")
