"""Two pages that exist only in the tests: a form with every kind of field, and every component."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from crispy_forms.bootstrap import AppendedText, InlineRadios
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path

from tasks.guide import FIELD
from tasks.style import Severity

PAGES = Path(__file__).resolve().parent / "pages"
PRIORITIES = [("critical", "Obligatorisk på kritisk vej"), ("recommended", "Anbefalet")]
WAVES = [("1", "Bølge 1"), ("2", "Bølge 2")]
STAGES = {
    "draft": "Kladde",
    "in_review": "Til godkendelse",
    "sent_back": "Sendt tilbage",
    "approved": "Godkendt",
    "reopened": "Genåbnet",
    "on_test": "På testbølge",
    "published": "Publiceret",
    "announced": "Besked sendt",
}
pressed: list[str] = []


class EveryKind(forms.Form):
    """One field for each kind of control."""

    use_required_attribute = False

    title = forms.CharField(label="Opgavetitel", help_text="Skriv i bydeform.")
    goal = forms.CharField(label="Mål", widget=forms.Textarea, help_text="Hvad skal løses?")
    phase = forms.ChoiceField(
        label="Fase", choices=[("", "Vælg fase"), ("1", "Klargøring")], help_text="Fra modellen."
    )
    priority = forms.ChoiceField(
        label="Prioritet", choices=PRIORITIES, widget=forms.RadioSelect, help_text="Vælg én."
    )
    infrastructure = forms.ChoiceField(
        label="Er det en STS/infrastruktur opgave?",
        choices=[("1", "Ja"), ("0", "Nej")],
        widget=forms.RadioSelect,
    )
    waves = forms.MultipleChoiceField(
        label="Bølger", choices=WAVES, widget=forms.CheckboxSelectMultiple, help_text="Vælg flere."
    )
    frozen = forms.BooleanField(label="Frozen zone", help_text="Kun, hvis det er nødvendigt.")
    end = forms.IntegerField(label="Slutdato", help_text="Dage fra go-live.")
    note = forms.CharField(label="Note", required=False)

    def __init__(self, data: dict[str, str] | None = None) -> None:
        super().__init__(data)
        self.fields["goal"].guide = FIELD["goal"]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            *("title", "goal", "phase", "priority", InlineRadios("infrastructure"), "waves"),
            *("frozen", AppendedText("end", "dage"), "note"),
        )


def show(request: HttpRequest, name: str, context: Mapping[str, object]) -> HttpResponse:
    """Answer with a template of the folder pages/, which the site itself cannot see."""
    template = engines["django"].from_string((PAGES / name).read_text(encoding="utf-8"))
    return HttpResponse(template.render({**context}, request))


def every_kind(request: HttpRequest) -> HttpResponse:
    form = EveryKind({"phase": "9"} if "fejl" in request.GET else None)
    errors = [(form[name].auto_id, f"Ret {form[name].label}.") for name in form.errors]
    if errors:
        errors.append(("deep", "Ret det skjulte."))
    return show(request, "fields.html", {"form": form, "errors": errors})


def kit(request: HttpRequest) -> HttpResponse:
    for level in (messages.SUCCESS, messages.INFO, messages.WARNING, messages.ERROR):
        messages.add_message(request, level, "Opgaven er gemt.")
    tabs = [{"label": name, "url": "#", "is_current": name == "Skriv"} for name in ("Skriv", "Se")]
    page = Paginator([f"Opgave {number}" for number in range(9)], 3).page(2)
    context = {"tabs": tabs, "page": page, "stages": STAGES, "severities": list(Severity)}
    return show(request, "components.html", context)


def panel(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("code", "")
    if code == "302":
        return HttpResponse(status=302, headers={"Location": "/log-ind/"})
    answer = show(request, "panel.html", {"code": code})
    answer.status_code = int(code)
    return answer


def press(request: HttpRequest) -> HttpResponse:
    pressed.append(request.method or "")
    return HttpResponse(status=204)


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("Something of ours is broken")


handler404 = "tasks.views.errors.not_found"
handler500 = "tasks.views.errors.server_error"
urlpatterns = [
    path("felter/", every_kind),
    path("dele/", kit),
    path("svar/", panel),
    path("tryk/", press),
    path("fejl/", fail),
    path("", include("klik_author.urls")),
]
