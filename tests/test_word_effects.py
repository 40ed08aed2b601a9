"""What a changed word does to the drafts: told exactly, and written nowhere."""

from typing import Any

import pytest

from tasks import checking, word_effects
from tasks.actions.findings import keep_finding
from tasks.models import Acronym, KlikTask, Term
from tasks.style import RULES, House
from tasks.word_effects import Change, Effects, Word
from tests.make import make_anne, make_task

pytestmark = pytest.mark.django_db

TWICE = "<p>Vi bruger kassetanken nu. Kassetanken er ny.</p>"


def effects_of(row: Word) -> Effects:
    return word_effects.effects_of(row, KlikTask.objects.kept())


def told(effects: Effects) -> list[tuple[str, str, Change]]:
    places = [place for hit in effects.shown for place in hit.places]
    return [(e.finding.field, e.finding.phrase, e.change) for e in places]


def test_a_new_term_tells_every_place_it_will_be_found_in() -> None:
    first, other = make_task(description=TWICE), make_task(goal="<p>Målet er ro.</p>")
    effects = effects_of(Term(term="kassetank", plain="beholder"))
    assert told(effects) == [
        ("description", "kassetanken", Change.NEW),
        ("description", "Kassetanken", Change.NEW),
    ]
    assert effects.tasks == [first.pk]
    assert other.pk not in effects.tasks
    assert effects.counts[Change.NEW] == 2


def test_a_word_fine_in_a_field_is_not_found_there() -> None:
    make_task(description=TWICE, method=TWICE)
    effects = effects_of(Term(term="kassetank", fine_in=["method"]))
    assert {field for field, _, _ in told(effects)} == {"description"}


def test_a_retired_term_takes_its_findings_along() -> None:
    make_task(description=TWICE)
    row = Term.objects.create(term="kassetank")
    row.is_retired = True
    assert [change for _, _, change in told(effects_of(row))] == [Change.GONE] * 2


def test_another_plain_word_changes_what_is_proposed() -> None:
    make_task(description=TWICE)
    row = Term.objects.create(term="kassetank", plain="beholder")
    row.plain = "tønde"
    effects = effects_of(row)
    assert [change for _, _, change in told(effects)] == [Change.OTHER] * 2
    assert "tønde" in effects.shown[0].places[0].finding.message


def test_a_known_acronym_need_no_longer_be_explained_and_a_retired_one_must() -> None:
    make_task(description="<p>I skal bruge ZQT fra oktober.</p>")
    assert told(effects_of(Acronym(text="ZQT"))) == [("description", "ZQT", Change.GONE)]
    row = Acronym.objects.create(text="ZQT")
    row.is_retired = True
    assert told(effects_of(row)) == [("description", "ZQT", Change.NEW)]


def test_what_somebody_keeps_is_no_effect() -> None:
    task = make_task(description=TWICE)
    row = Term.objects.create(term="kassetank")
    finding = next(f for f in checking.check_task(task).standing if f.rule == "word-term")
    keep_finding(make_anne(), task.pk, finding, "Citat")
    row.is_retired = True
    assert effects_of(row).tasks == []


def test_a_row_that_changes_nothing_the_engine_reads_asks_about_no_task(
    django_assert_num_queries: Any,
) -> None:
    make_task(description=TWICE)
    row = Acronym.objects.create(text="ZQT")
    row.stands_for = "zinkens qvadratiske tid"
    with django_assert_num_queries(4):  # the three lists, and the other rows
        assert effects_of(row).tasks == []


def test_the_numbers_tell_of_what_is_not_shown() -> None:
    for number in range(word_effects.SHOWN + 3):
        make_task(f"Opret rute {number}", description=TWICE * 4)
    effects = effects_of(Term(term="kassetank"))
    assert len(effects.tasks) == word_effects.SHOWN + 3
    assert (len(effects.shown), effects.beyond) == (word_effects.SHOWN, 3)
    assert {(len(hit.places), hit.beyond) for hit in effects.shown} == {(word_effects.PLACES, 5)}
    assert effects.in_words == f"{8 * len(effects.tasks)} nye fund"


def test_many_tasks_are_read_a_hundred_at_a_time(django_assert_max_num_queries: Any) -> None:
    for number in range(30):
        make_task(f"Opret rute {number}", description=TWICE)
    with django_assert_max_num_queries(40):
        assert len(effects_of(Term(term="kassetank")).tasks) == 30


asked_for: set[str] = set()


class Watched(House):
    """A house that notes which of its facts are asked for."""

    def __getattribute__(self, name: str) -> Any:
        asked_for.add(name)
        return super().__getattribute__(name)


def test_every_rule_that_reads_the_lists_is_asked() -> None:
    readers: dict[str, set[str]] = {"glossary": set(), "acronyms": set()}
    for rule in RULES:
        facts = {key: getattr(rule.bad.house, key) for key in House.__dataclass_fields__}
        house = Watched(**facts)
        asked_for.clear()
        assert list(rule.find(rule.bad.draft, house))
        for fact in readers.keys() & asked_for:
            readers[fact].add(rule.id)
    assert readers["glossary"] == word_effects.READERS[Term]
    assert readers["acronyms"] == word_effects.READERS[Acronym]
