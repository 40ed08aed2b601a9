"""One prose field of an approved text, to put a slip right in."""

from typing import Any, cast

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms

from tasks import guide
from tasks.forms.dressing import dress
from tasks.forms.prose import Html, ProseField


class SmallCorrectionForm(forms.Form):
    """The field named ``key``, beginning with the stored HTML."""

    def __init__(self, data: Any = None, *, key: str, stored: str) -> None:
        super().__init__(data, initial={key: Html(stored)})
        self.key = key
        field = ProseField(required=False)
        dress(key, field)
        field.stored = stored
        self.fields[key] = field
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(Field(key, rows=10))

    @property
    def label(self) -> str:
        """The field's label."""
        return guide.label_of(self.key)

    def html(self) -> str:
        """Return what was typed; call it after ``is_valid()``."""
        return cast(str, self.cleaned_data[self.key])
