"""Every rule keeps its promise: its bad example is found, its good one is not."""

import importlib
import pkgutil

import pytest

from tasks import guide
from tasks.style import RULE, RULES, RULES_VERSION, Draft, House, Rule, check, rules
from tasks.style.draft import FIELD_ORDER

FIELDS = (*guide.FIELDS, guide.ANNOUNCEMENT)
GUIDE_TEXT = " ".join([*guide.DOGMAS, *(f"{field.guide} {field.help}" for field in FIELDS)])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_example_is_found(rule: Rule) -> None:
    found = check(rule.bad.draft, rule.bad.house)
    assert rule.id in {finding.rule for finding in found}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_good_example_is_not_found(rule: Rule) -> None:
    found = check(rule.good.draft, rule.good.house)
    assert rule.id not in {finding.rule for finding in found}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_finding_carries_the_rules_reason_and_is_never_graver_than_the_rule(rule: Rule) -> None:
    for finding in rule.find(rule.bad.draft, rule.bad.house):
        assert (finding.why, finding.guide) == (rule.why, rule.guide)
        assert finding.severity <= rule.severity
        assert finding.field in {*rule.fields, "reference"}
        assert finding.message.endswith((".", "?"))


def test_no_rule_is_forgotten_in_the_tuple() -> None:
    made = [
        value
        for module in pkgutil.iter_modules(rules.__path__)
        for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
        if isinstance(value, Rule)
    ]
    assert {rule.id for rule in made} == {rule.id for rule in RULES}
    assert len(made) == len(RULES) == len(RULE)


def test_required_rules_are_the_guides_starred_fields() -> None:
    starred = {f"required-{field.key}" for field in FIELDS if field.is_required}
    assert {rule.id for rule in RULES if rule.id.startswith("required-")} == starred


def test_only_form_errors_cannot_be_kept() -> None:
    fixed = {"title-format", "start-negative", "frozen-zone", "announcement-prefix", "link-shape"}
    for rule in RULES:
        is_form = rule.id in fixed or rule.id.startswith("required-")
        assert rule.can_be_kept is not is_form


def test_the_fields_of_a_draft_stand_in_the_guides_order() -> None:
    assert ("reference", *(field.key for field in FIELDS)) == FIELD_ORDER


def test_an_empty_draft_lacks_what_the_guide_demands_and_a_performer() -> None:
    found = {finding.rule for finding in check(Draft(), House())}
    required = {rule.id for rule in RULES if rule.id.startswith("required-")}
    assert found == required | {"title-format", "people-missing"}


def test_the_rules_version_is_short_and_stable() -> None:
    assert len(RULES_VERSION) == 12
    assert int(RULES_VERSION, 16) >= 0


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_guides_sentence_is_quoted_verbatim(rule: Rule) -> None:
    assert rule.guide in GUIDE_TEXT
