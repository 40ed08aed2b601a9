"""What a person says to have looked at on the test wave."""

from django import forms

from tasks.actions.publishing import LOOK_AT_ALL
from tasks.guide import TEST_STEP_CHECKLIST


class LookForm(forms.Form):
    """All points ticked: a look says that a person has seen the task as Korsbæk sees it."""

    points = forms.MultipleChoiceField(
        label="Det har jeg set efter hos Korsbæk",
        choices=list(TEST_STEP_CHECKLIST.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def clean_points(self) -> list[str]:
        """Return the ticked points; raises ValidationError while one is missing."""
        ticked: list[str] = self.cleaned_data["points"]
        if set(ticked) != set(TEST_STEP_CHECKLIST):
            raise forms.ValidationError(LOOK_AT_ALL)
        return ticked
