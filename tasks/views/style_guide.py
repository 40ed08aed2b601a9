"""*Skriveguide*: the template guide and the rules on one page, printed from what the site runs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tasks import guide
from tasks.permissions import names_in_words
from tasks.style import RULES, Rule
from tasks.views.asking import PersonRequest

_FEW = 3


@require_safe
def style_guide(request: PersonRequest) -> HttpResponse:
    """Show the dogmas, every field with its help, and every rule with its examples."""
    context = {
        "dogmas": guide.DOGMAS,
        "sections": guide.SECTIONS,
        "announcement": guide.ANNOUNCEMENT,
        "test_step": guide.TEST_STEP_GUIDE,
        "rules": [(rule, _where(rule)) for rule in RULES],
    }
    return render(request, "style_guide.html", context)


def _where(rule: Rule) -> str:
    """The fields a rule looks at, in words; the rules of language look at nearly all texts."""
    labels = [guide.label_of(key) for key in rule.fields]
    return "Alle tekster" if len(labels) > _FEW else names_in_words(labels)
