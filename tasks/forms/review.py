"""The godkender's two answers: approve with the checklist, or send back with what to do."""

from typing import Any

from django import forms

from tasks import guide

# The human points: what no rule can see
CHECKLIST = {
    "receiver": "Teksten taler til den rigtige modtager.",
    "consequence": "Konsekvenserne er rigtige.",
    "links": "Links peger på den rigtige del, eller der er ingen.",
    "method": "Metoden gør det, som målet siger.",
    "performer": "Udføreren er den rigtige.",
}
MESSAGE_MAX, LINE_MAX = 2000, 300  # code points


class ApproveForm(forms.Form):
    """All five points ticked: an approval says that a person has looked at them."""

    checklist = forms.MultipleChoiceField(
        choices=list(CHECKLIST.items()),
        widget=forms.CheckboxSelectMultiple,
        label="Det har jeg set efter",
        required=False,
    )

    def clean_checklist(self) -> list[str]:
        """Return the ticked points; raises ValidationError while one is missing."""
        ticked: list[str] = self.cleaned_data["checklist"]
        if set(ticked) != set(CHECKLIST):
            raise forms.ValidationError("Sæt kryds ved alle fem, når du har set efter.")
        return ticked


class SendBackForm(forms.Form):
    """What the author shall do, and where wanted a line per field."""

    message = forms.CharField(
        max_length=MESSAGE_MAX,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Skriv, hvad der skal gøres, så det er til at gå videre."},
    )

    def __init__(self, *args: Any, author: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["message"].label = f"Hvad skal {author} gøre?"
        for field in guide.FIELDS:
            self.fields[f"line_{field.key}"] = forms.CharField(
                required=False, max_length=LINE_MAX, label=field.label
            )

    @property
    def lines(self) -> list[Any]:
        """The bound fields of the lines, in the guide's order."""
        return [self[f"line_{field.key}"] for field in guide.FIELDS]

    def told_lines(self) -> dict[str, str]:
        """Return the lines that were written, by field key."""
        lines = {field.key: self.cleaned_data[f"line_{field.key}"] for field in guide.FIELDS}
        return {key: line for key, line in lines.items() if line}
