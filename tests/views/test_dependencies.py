"""*Afhængigheder*: the longest chain first, every end, and what ends after what waits for it."""

import re
import time
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tasks.actions.bin import bin_task
from tasks.models import KlikTask, Prerequisite, Project, Wave
from tasks.project_chains import DEEPEST, Line, ProjectChains, project_chains
from tests.make import make_anne, make_podio_task, make_project, make_task, make_wave
from tests.make_many import make_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


@pytest.fixture
def project() -> Project:
    return make_project()


@pytest.fixture
def wave(project: Project) -> Wave:
    return make_wave(project)


def make_numbered(number: int, project: Project, *required: KlikTask, **values: object) -> KlikTask:
    named = {"prefix": "MI", "separator": " ", "number": f"{number:02}", "project": project}
    return make_task(f"Udfyld fil {number}", prerequisites=list(required), **(named | values))


def make_row(count: int, project: Project, waves: list[Wave]) -> list[KlikTask]:
    """Tasks of which each requires the next."""
    tasks = make_many(count, make_anne(), project, waves)
    Prerequisite.objects.bulk_create(
        Prerequisite(task=one, required=other) for one, other in pairwise(tasks)
    )
    return tasks


def page_of(client: Client, project: Project) -> str:
    answer = client.get(reverse("project_dependencies", args=[project.pk]))
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def lines(found: ProjectChains) -> list[Line]:
    return [line for chain in found.chains for line in chain.lines]


def names(found: ProjectChains) -> list[str]:
    return ["–" * line.depth + line.task.short_name for line in lines(found)]


def test_the_longest_chain_stands_first_and_each_task_under_the_one_that_requires_it(
    project: Project,
) -> None:
    one, two = make_numbered(1, project), make_numbered(2, project)
    three = make_numbered(3, project, one)
    make_numbered(4, project, two)
    make_numbered(5, project, two, three)
    assert names(project_chains(project)) == [
        "(MI 05)", "–(MI 03)", "––(MI 01)", "–(MI 02)", "(MI 04)", "–(MI 02)",
    ]  # fmt: skip


def test_the_page_nests_its_lists_and_leads_to_each_task(anne: Client, project: Project) -> None:
    one = make_numbered(1, project)
    two = make_numbered(2, project, one)
    page = page_of(anne, project)
    assert page.count("<ul") == page.count("</ul>")
    assert len(re.findall("<li[ >]", page)) == page.count("</li>")
    assert "2 opgaver frem til (MI 02)" in page
    inner = page[page.index(two.get_absolute_url()) : page.index(one.get_absolute_url())]
    assert "<ul>" in inner and "</li>" not in inner
    assert "Niveau 2, kræves af (MI 02):" in inner
    assert f'<a href="{one.get_absolute_url()}">(MI 01) Udfyld fil 1</a>' in page


def test_an_end_is_told_for_each_wave_and_a_missing_one_is_no_guess(
    anne: Client, project: Project, wave: Wave
) -> None:
    later = make_wave(project, "Bølge 2", None)
    one = make_numbered(1, project, waves=[wave, later], end_offset_days=-14)
    make_numbered(2, project, one)
    page = page_of(anne, project)
    assert (
        'Slutdato: <span class="chain-end">Bølge 1 <span class="nowrap">fre 16.10.2026</span>'
        in page
    )
    assert 'Bølge 2 <span class="nowrap">ingen dato</span>' in page
    assert '<p class="chain-ends">Ingen bølge</p>' in page


def test_a_prerequisite_that_ends_later_is_told_with_both_dates(
    anne: Client, project: Project, wave: Wave
) -> None:
    waves = [wave, make_wave(project, "Bølge 2"), make_wave(project, "Bølge 3")]
    one = make_numbered(1, project, waves=waves, end_offset_days=-14)
    two = make_numbered(2, project, one, waves=waves[:2], end_offset_days=-21)
    page = page_of(anne, project)
    assert (
        "<strong>Slutter efter (MI 02), der kræver den:</strong> fredag den 16. oktober 2026 "
        in page
    )
    assert "mod fredag den 9. oktober 2026 i Bølge 1. Det samme gælder i 1 bølge til." in page
    assert "1 forudsætning slutter efter den opgave, der kræver den." in page
    assert page.count(f"sen-{two.pk}-{one.pk}") == 2, "the summary leads to it"


def test_the_same_day_and_other_waves_are_no_clash(
    anne: Client, project: Project, wave: Wave
) -> None:
    one = make_numbered(1, project, waves=[wave], end_offset_days=-14)
    elsewhere = make_numbered(2, project, waves=[make_wave(project, "Bølge 2")], end_offset_days=0)
    make_numbered(3, project, one, elsewhere, waves=[wave], end_offset_days=-14)
    assert "Ingen forudsætning slutter efter den opgave, der kræver den." in page_of(anne, project)


def test_a_task_on_two_ways_is_told_in_full_once_and_a_clash_on_both(
    anne: Client, project: Project, wave: Wave
) -> None:
    one = make_numbered(1, project, waves=[wave], end_offset_days=0)
    two = make_numbered(2, project, one, waves=[wave], end_offset_days=-14)
    make_numbered(3, project, one, two, waves=[wave], end_offset_days=-7)
    page = page_of(anne, project)
    assert page.count(f'id="opgave-{one.pk}"') == 1
    assert page.count(f'href="{one.get_absolute_url()}"') == 1
    assert f'href="#opgave-{one.pk}">(vist ovenfor' in page
    assert "Slutter efter (MI 02), der kræver den:" in page
    assert "Slutter efter (MI 03), der kræver den:" in page
    assert len(re.findall(r' id="([^"]+)"', page)) == len(set(re.findall(r' id="([^"]+)"', page)))


def test_what_lies_in_the_bin_requires_nothing_and_is_named_where_it_is_required(
    anne: Client, project: Project
) -> None:
    one = make_numbered(1, project)
    gone = make_numbered(2, project, one)
    bin_task(make_anne(), gone.pk)
    assert project_chains(project).chains == ()
    make_numbered(3, project, one)
    KlikTask.objects.filter(pk=one.pk).update(binned_at=one.updated_at)
    assert "I papirkurven</span>" in page_of(anne, project)


def test_a_task_that_was_moved_to_another_project_says_so(anne: Client, project: Project) -> None:
    one = make_numbered(1, project)
    make_numbered(2, project, one)
    KlikTask.objects.filter(pk=one.pk).update(project=make_project("Sygedagpenge"))
    assert "I projektet Sygedagpenge" in page_of(anne, project)


def test_a_task_that_only_is_in_podio_is_shown_so_and_leads_there(
    anne: Client, project: Project, wave: Wave
) -> None:
    there = make_podio_task(project, "07")
    make_numbered(8, project, there, waves=[wave], end_offset_days=-14)
    page = page_of(anne, project)
    assert (
        f'<a href="{there.podio_url}" rel="noopener noreferrer">(MI 07) Bestil nøgler</a>' in page
    )
    assert "Findes kun i Podio</span>" in page
    assert "Datoerne står kun i Podio." in page
    assert "1 af projektets 1 opgaver" not in page, "it is none of the project's own tasks"


def test_the_tasks_without_prerequisites_are_counted(anne: Client, project: Project) -> None:
    make_numbered(2, project, make_numbered(1, project))
    make_numbered(3, project)
    page = page_of(anne, project)
    assert "2 af projektets 3 opgaver har ingen forudsætninger." in page
    assert "1 af dem kræves heller ikke af andre" in page


def test_without_prerequisites_the_page_tells_how_to_set_them(
    anne: Client, project: Project
) -> None:
    make_numbered(1, project)
    page = page_of(anne, project)
    assert "Ingen opgaver venter på hinanden endnu" in page
    assert "vælg under Forudsætninger" in page


def test_a_chain_of_500_is_told_at_once_and_goes_no_further_in_than_a_telephone_shows(
    anne: Client, project: Project, wave: Wave
) -> None:
    make_row(500, project, [wave])
    began = time.process_time()
    page = page_of(anne, project)
    assert time.process_time() - began < 5
    chain = page[page.index('<ul class="chain">') :]
    assert chain.count("<li>") == chain.count("</li>") == 500
    assert chain.count("<ul") == DEEPEST + 1
    assert '<p class="chain-level visually-hidden">Niveau 6,' in chain
    assert '<p class="chain-level">Niveau 7,' in chain, "from here on everybody reads the level"


@pytest.mark.parametrize("count", [5, 500])
def test_any_number_of_prerequisites_takes_four_queries(
    project: Project, wave: Wave, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_row(count, project, [wave])
    with django_assert_num_queries(4):
        assert len(lines(project_chains(project))) == count


def test_tasks_that_wait_for_each_other_are_still_told(anne: Client, project: Project) -> None:
    one, two = make_row(2, project, [])
    Prerequisite.objects.create(task=two, required=one)
    assert "(vist ovenfor" in page_of(anne, project)
