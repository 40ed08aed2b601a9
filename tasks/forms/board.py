"""The filter of *Publicering*, read from the address."""

from tasks.forms.timeline import TimelineForm


class BoardForm(TimelineForm):
    """The wave alone: the board is about the way out, whatever the tasks are about."""

    theme = None  # type: ignore[assignment]
    priority = None  # type: ignore[assignment]
