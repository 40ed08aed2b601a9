"""The form for the link to the master task; the action decides what a link is."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms

LABEL = "Link til masteropgaven"


class PodioLinkForm(forms.Form):
    """Reads the address as it was typed, so an error can show it again."""

    podio_url = forms.CharField(
        required=False,
        label=LABEL,
        help_text="Åbn masteropgaven i Podio, og kopiér adressen fra browseren. "
        "Den begynder med https://.",
        widget=forms.TextInput(
            attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}
        ),
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("podio_url")
