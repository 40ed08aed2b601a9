"""The fields that tell who is in a wave, and the sentences about a list of pasted names."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from tasks.forms.fields import LinesField, RowsField
from tasks.membership import Pasted, nearest, read_names
from tasks.models import Municipality
from tasks.permissions import names_in_words

_TOLD_MOST = 20  # unknown names told one by one; of more, only the number
_PASTED_MAX = 10_000


class Members(StrEnum):
    """How the municipalities of a wave are told; one answer, so none can contradict another."""

    ALL = "all"
    OTHERS = "others"
    PASTED = "pasted"
    CHOSEN = "chosen"
    TEST = "test"


class MembersField(forms.ChoiceField):
    """Which of these ways the author answers in."""

    def __init__(self) -> None:
        super().__init__(
            label="Hvilke kommuner er med i bølgen?",
            widget=forms.RadioSelect,
            initial=Members.CHOSEN,
            error_messages={
                "required": "Vælg, hvilke kommuner der er med.",
                "invalid_choice": "Vælg, hvilke kommuner der er med.",
            },
        )


class MunicipalitiesField(RowsField):
    """The list to tick in; beside a municipality stand the other waves it is in."""

    def __init__(self) -> None:
        self.elsewhere: Mapping[str, Sequence[str]] = {}
        super().__init__(
            Municipality.objects.none(),
            label="Udvalgte kommuner",
            widget=forms.CheckboxSelectMultiple,
            required=False,
            error_messages={
                "invalid_choice": "Vælg kommuner fra listen.",
                "invalid_pk_value": "Vælg kommuner fra listen.",
            },
        )

    def label_from_instance(self, obj: Any) -> str:
        waves = self.elsewhere.get(obj.name)
        if not waves:
            return str(obj)
        note = '{} <span class="elsewhere">er i {}</span>'
        return format_html(note, obj, names_in_words(list(waves)))


class PastedNamesField(LinesField):
    """A list of names from somewhere else."""

    def __init__(self) -> None:
        super().__init__(
            label="Liste med kommuner",
            required=False,
            max_length=_PASTED_MAX,
            help_text="Indsæt navnene fra fx en mail eller en kolonne i Excel. De må stå på hver "
            "sin linje eller med komma imellem, med eller uden ”Kommune”.",
        )


def read_pasted(text: str, known: Mapping[str, str]) -> Pasted:
    """Read a pasted list; raises ValidationError, with all that is to be mended, or nothing."""
    pasted = read_names(text, known)
    if pasted.unknown:
        raise ValidationError(_about_unknown(pasted.unknown, known))
    if not pasted.found:
        raise ValidationError("Indsæt navnet på mindst én kommune.")
    return pasted


def _about_unknown(unknown: Sequence[str], known: Mapping[str, str]) -> list[str]:
    lines = [_about(name, nearest(name, known)) for name in unknown[:_TOLD_MOST]]
    if rest := len(unknown) - len(lines):
        more = (
            "navn mere er heller ikke en kommune"
            if rest == 1
            else "navne mere er heller ikke kommuner"
        )
        lines.append(f"{rest} {more}, vi kender.")
    return lines


def _about(name: str, meant: Sequence[str]) -> str:
    """Repeat a name as it was written, with what is most likely meant by it."""
    sentence = f"”{name}” er ikke en kommune, vi kender."
    if not meant:
        return sentence
    last = " eller ".join(meant[-2:])
    return f"{sentence} Mener du {', '.join([*meant[:-2], last])}?"
