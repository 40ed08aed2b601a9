"""The admin's forms for the glossary and the known acronyms: looked at first, then saved."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from tasks import guide
from tasks.models import Term
from tasks.style.draft import READ_FIELDS
from tasks.word_effects import is_found

if TYPE_CHECKING:
    WordModelForm = forms.ModelForm[Any]
else:
    WordModelForm = forms.ModelForm

LOOK = "_look"
_FEWEST_LETTERS = 2


class WordForm(WordModelForm):
    """A form that is valid once its values come back with the mark its page gave them.

    So nothing is saved before somebody has seen what it does to the drafts, and what is changed
    after that has to be looked at again. The button named ``LOOK`` never saves.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any] | None:
        data = super().clean()
        mark = self._mark()
        is_seen = self.cleaned_data["seen"] == mark and LOOK not in self.data
        if not self.errors and not is_seen:
            typed: Any = self.data
            marked = typed.copy()  # what a request sent cannot be written in
            marked["seen"] = mark
            self.data = marked
            raise ValidationError("Se, hvad ændringen rammer, før du gemmer den.", code="unseen")
        return data

    def _mark(self) -> str:
        """Mark the values and the row they replace: somebody may have changed it meanwhile."""
        keys = [key for key in self.fields if key != "seen"]
        before = [self.initial.get(key) for key in keys]
        values = [self.cleaned_data.get(key) for key in keys]
        return hashlib.sha256(repr((self.instance.pk, before, values)).encode()).hexdigest()[:16]

    @property
    def is_only_unseen(self) -> bool:
        """True when nothing is wrong but that nobody has seen what it does."""
        return set(self.errors) == {NON_FIELD_ERRORS} and self.has_error(NON_FIELD_ERRORS, "unseen")

    def change_in_words(self, key: str) -> str:
        """Return what was typed in a field, and what stood there before: ”Ord: a → b.”"""
        label, new = self.fields[key].label, _in_words(self.cleaned_data[key])
        if not self.initial:  # a new row
            return f"{label}: {new}."
        return f"{label}: {_in_words(self.initial[key])} → {new}."

    def _others(self) -> Any:
        return type(self.instance).objects.exclude(pk=self.instance.pk)


class TermForm(WordForm):
    """A heavy word that Tjek can find, and what to write instead."""

    fine_in = forms.MultipleChoiceField(
        label="Må gerne stå i",
        required=False,
        choices=[(key, guide.label_of(key)) for key in READ_FIELDS],
        widget=forms.CheckboxSelectMultiple,
        help_text="De felter, hvor læseren kender ordet. Dér siger Tjek intet om det.",
    )

    def clean_term(self) -> str:
        term = _one_line(self.cleaned_data["term"])
        if not is_found(term):
            raise ValidationError(f"Tjek kan ikke finde ”{term}” i en tekst. Skriv kun ord.")
        if _is_among(term, self._others()):
            raise ValidationError(f"”{term}” står allerede i ordlisten.")
        return term

    def clean_plain(self) -> str:
        plain = _one_line(self.cleaned_data["plain"])
        if plain and plain.casefold() == self.cleaned_data.get("term", "").casefold():
            raise ValidationError("Det er det samme ord. Skriv et lettere, eller lad det stå tomt.")
        if _is_among(plain, self._others().in_use()):
            raise ValidationError(f"”{plain}” er selv et tungt ord i ordlisten.")
        return plain


class AcronymForm(WordForm):
    """An acronym in one word, written as it is in texts."""

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        letters = sum(letter.isalpha() for letter in text)
        if len(text.split()) != 1 or letters < _FEWEST_LETTERS:
            raise ValidationError("Skriv forkortelsen i ét ord med mindst to bogstaver, fx MitID.")
        if self._others().filter(text=text).exists():
            raise ValidationError(f"”{text}” står allerede på listen.")
        return text

    def clean_stands_for(self) -> str:
        return _one_line(self.cleaned_data["stands_for"])


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return ", ".join(guide.label_of(key) for key in value) or "(tomt)"
    return f"”{value}”" if value else "(tomt)"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_among(word: str, rows: Iterable[Term]) -> bool:
    """Compare here: not every database knows that ”Æ” is a large ”æ”."""
    return word.casefold() in {row.term.casefold() for row in rows}
