"""The #besked as it is typed, and the reason a test is left out: nothing is demanded or judged."""

import json
from collections.abc import Sequence
from typing import Any

from django import forms

from tasks.actions.publishing import REASON_MAX
from tasks.announcement import Kind, Snapshot, from_snapshot, news_in, to_snapshot, with_news
from tasks.announcing import TEXT_MAX, TOPIC_MAX
from tasks.covering import Choice
from tasks.guide import ANNOUNCEMENT

FACTS_MAX = 500_000  # code points; forty tasks in ten waves are a tenth of it
_REVISION_MAX = 10**9  # nobody saves as often, and every database holds it
_NOT_READ = ("required", "invalid", "min_value", "max_value")
_RELOAD = "Kopiér din tekst, og indlæs siden igen, før du gemmer."
_TOO_LONG = "Teksten er for lang: højst %(limit_value)d tegn, og den er på %(show_value)d."


class PlainTextField(forms.CharField):
    """A text that stays as it was typed; only the browser's CRLF becomes the newline it was."""

    widget = forms.Textarea

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, strip=False, **options)
        self.error_messages["max_length"] = _TOO_LONG

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class FactsField(forms.CharField):
    """The facts a text was made from, and the news it lacks, as JSON; None is no facts."""

    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, max_length=FACTS_MAX, **options)

    def to_python(self, value: Any) -> Snapshot | None:  # type: ignore[override]
        try:
            kept = json.loads(super().to_python(value) or "null")
        except (ValueError, RecursionError):
            return None
        facts = from_snapshot(kept)
        return None if facts is None else with_news(to_snapshot(facts), news_in(kept))

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else json.dumps(value or None, ensure_ascii=False)


class AnnouncementForm(forms.Form):
    """What the message is for and about, its text, and the revision the person saw.

    ``facts`` are those the text was made from. ``other`` (a proposal, somebody's newer text, or the
    text before) travels with the form with its own facts, so that taking one and regretting it
    loses nothing.
    """

    kind = forms.ChoiceField(
        label="Slags besked",
        required=False,
        choices=[(kind.value, kind.label) for kind in Kind],
        widget=forms.RadioSelect,
    )
    covers = forms.TypedMultipleChoiceField(
        label="Beskeden gælder også",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "En af opgaverne kan ikke være med i beskeden længere."},
    )
    topic = forms.CharField(
        label="Emne (valgfrit)",
        required=False,
        max_length=TOPIC_MAX,
        help_text="Bruges i forslaget, fx ”opsætning af afslagsårsager”.",
    )
    announcement = PlainTextField(label=ANNOUNCEMENT.label, max_length=TEXT_MAX)
    revision = forms.IntegerField(
        min_value=0,
        max_value=_REVISION_MAX,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(_NOT_READ, _RELOAD),
    )
    facts = FactsField()
    other = PlainTextField(max_length=TEXT_MAX, widget=forms.HiddenInput)
    other_facts = FactsField()

    def __init__(self, *args: Any, choices: Sequence[Choice] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.choices = choices
        possible = [(each.task.pk, str(each.task)) for each in choices if not each.obstacles]
        self.fields["covers"].choices = possible  # type: ignore[attr-defined]
        self.fields["topic"].error_messages["max_length"] = f"Emne: {_TOO_LONG}"
        self.fields["announcement"].help_text = ANNOUNCEMENT.help
        self.fields["announcement"].guide = ANNOUNCEMENT  # type: ignore[attr-defined]
        self.fields["announcement"].widget.attrs |= {"rows": 16, "spellcheck": "true"}


class SkipTestForm(forms.Form):
    """Why the test wave is left out."""

    reason = forms.CharField(
        label="Hvorfor springer du testen over?",
        max_length=REASON_MAX,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Grunden kan læses i Forløb. Fx ”Opgaven er en kopi af (MI 04), som er testet”.",
        error_messages={
            "required": "Skriv, hvorfor testen springes over.",
            "max_length": _TOO_LONG,
        },
    )
