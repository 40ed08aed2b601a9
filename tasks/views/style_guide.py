"""*Skriveguide*: the template guide and the rules on one page, printed from what the site runs."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tasks import guide
from tasks.models import Acronym, Term
from tasks.style import RULES, Rule
from tasks.style.draft import READ_FIELDS
from tasks.views.asking import PersonRequest
from tasks.workflow import Right

_FEW = 3
_DOGMAS = "dogmer"


@dataclass(slots=True)
class RuleGroup:
    """The rules under one heading of the guide, each with the fields it looks at, in words."""

    key: str
    title: str
    rules: list[tuple[Rule, str]] = field(default_factory=list)

    @property
    def has_field(self) -> bool:
        """False for the general dogmas, which are no field of the template."""
        return self.key != _DOGMAS


@require_safe
def style_guide(request: PersonRequest) -> HttpResponse:
    """Show the dogmas, every field with its help, every rule with its examples, and the words."""
    context = {
        "dogmas": guide.DOGMAS,
        "sections": guide.SECTIONS,
        "announcement": guide.ANNOUNCEMENT,
        "test_step": guide.TEST_STEP_GUIDE,
        "groups": _groups(),
        "rule_count": len(RULES),
        "terms": [(row, _fine_in(row)) for row in Term.objects.in_use()],
        "acronyms": Acronym.objects.in_use(),
        "may_change_words": request.user.has_right(Right.ADMINISTER),
    }
    return render(request, "style_guide.html", context)


def _groups() -> list[RuleGroup]:
    """The headings of the guide in its order, those alone that some rule belongs to."""
    fields = (*guide.FIELDS, guide.ANNOUNCEMENT)
    groups = {_DOGMAS: RuleGroup(_DOGMAS, "Generelle dogmer")}
    groups |= {field.key: RuleGroup(field.key, field.label) for field in fields}
    for rule in RULES:
        groups[_heading(rule)].rules.append((rule, _where(rule)))
    return [group for group in groups.values() if group.rules]


def _heading(rule: Rule) -> str:
    """A rule of most texts is a dogma; any other stands with the first field it looks at."""
    if len(set(rule.fields) & set(READ_FIELDS)) > _FEW:
        return _DOGMAS
    first = rule.fields[0]
    return "title" if first == guide.REFERENCE_KEY else first  # the guide has no other heading


def _where(rule: Rule) -> str:
    """The fields a rule looks at, in words; of nearly all texts, those it passes by."""
    passed_by = [key for key in READ_FIELDS if key not in rule.fields]
    if len(passed_by) > _FEW:
        return _labels(rule.fields)
    return f"Alle tekster undtagen {_labels(passed_by)}" if passed_by else "Alle tekster"


def _fine_in(row: Term) -> str:
    return _labels(key for key in READ_FIELDS if key in row.fine_in)


def _labels(keys: Iterable[str]) -> str:
    """Join with commas alone: some labels have an ”og” of their own."""
    return ", ".join(guide.label_of(key) for key in keys)
