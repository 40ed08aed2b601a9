"""The house's lists: rows an administrator keeps, read once for however many tasks."""

from typing import Any

import pytest

from tasks import checking, drafting
from tasks.models import Acronym, KlikTask, Role, Term
from tasks.style import Term as StyleTerm
from tasks.style import default_house
from tests.make import make_task

pytestmark = pytest.mark.django_db


def test_an_installation_begins_with_the_packaged_words() -> None:
    packaged, lists = default_house(), drafting.house_lists()
    assert lists.acronyms == packaged.acronyms
    assert set(lists.glossary) == set(packaged.glossary)
    assert lists.glossary


def test_the_packaged_words_find_room_in_the_rows() -> None:
    for row in (*Term.objects.all(), *Acronym.objects.all()):
        row.full_clean()


def test_retired_rows_are_no_longer_read() -> None:
    for model in (Term, Acronym, Role):
        model.objects.update(is_retired=True)
    assert drafting.house_lists() == drafting.HouseLists((), (), frozenset())


def test_the_engine_reads_the_rows_of_the_house() -> None:
    Term.objects.all().delete()
    Term.objects.create(term="idriftsætte", plain="tage i brug", fine_in=["method"])
    Acronym.objects.create(text="ZQT", stands_for="zinkens tid")
    house = drafting.house_of(None)
    assert house.glossary == (StyleTerm("idriftsætte", "tage i brug", ("method",)),)
    assert "ZQT" in (house.acronyms or ())


def test_many_tasks_read_the_lists_as_often_as_one(django_assert_num_queries: Any) -> None:
    for number in range(5):
        make_task(f"Opret rute {number}")
    tasks = list(KlikTask.objects.with_parts())
    for some in (tasks[:1], tasks):
        with django_assert_num_queries(5):
            checking.check_tasks(some)
