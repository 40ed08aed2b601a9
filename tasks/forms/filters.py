"""What the forms that filter a page share: nonsense in the address is left out, and said."""

from typing import Any

from django import forms

from tasks.permissions import names_in_words


class FilterForm(forms.Form):
    """Filters read from an address, none of which is demanded."""

    @property
    def sense(self) -> dict[str, Any]:
        """What was sent without what made no sense: that is said once, and not kept."""
        return {key: text for key, text in self.data.items() if key not in self.errors}

    @property
    def left_out(self) -> str:
        """A sentence naming the filters that made no sense, or nothing."""
        labels = [f"”{self.fields[name].label}”" for name in self.errors]
        if not labels:
            return ""
        return f"Adressen siger noget om {names_in_words(labels)}, vi ikke kender. Det er udeladt."
