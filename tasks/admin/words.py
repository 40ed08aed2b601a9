"""The glossary and the known acronyms; what a change does to the drafts is shown before it."""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from tasks.actions.lists import save_word
from tasks.admin.kept import KeptAdmin
from tasks.forms.words import AcronymForm, TermForm
from tasks.models import KlikTask
from tasks.word_effects import effects_of


class WordAdmin(KeptAdmin):
    """Rows the style engine reads. The first press shows what is hit, the next one saves."""

    change_form_template = "admin/word_form.html"
    list_filter = ("is_retired",)
    list_per_page = 200

    @admin.display(description="Bruges", ordering="is_retired")
    def state(self, row: Any) -> str:
        """Say in words what a red cross would say wrongly."""
        return "Udgået" if row.is_retired else "I brug"

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **options: Any
    ) -> HttpResponse:
        """Show what the typed values do, when nothing else is wrong with them."""
        form = context["adminform"].form
        if form.is_bound and form.is_only_unseen:
            context["errors"] = []
            context["effects"] = effects_of(form.instance, KlikTask.objects.kept())
        return super().render_change_form(request, context, *args, **options)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        form.hit = save_word(obj)

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:  # a text, where Django makes a list of the fields' names
        """Write the old and the new words into the row's history, and how many drafts were hit."""
        told = [form.change_in_words(key) for key in form.changed_data if key != "seen"]
        return " ".join([*told, f"Rammer {form.hit} {'kladde' if form.hit == 1 else 'kladder'}."])


class TermAdmin(WordAdmin):
    form = TermForm
    fields = ("term", "plain", "fine_in", "is_retired", "seen")
    list_display = ("term", "plain", "state")
    search_fields: ClassVar[tuple[str, ...]] = ("term", "plain")


class AcronymAdmin(WordAdmin):
    form = AcronymForm
    fields = ("text", "stands_for", "is_retired", "seen")
    list_display = ("text", "stands_for", "state")
    search_fields: ClassVar[tuple[str, ...]] = ("text", "stands_for")
