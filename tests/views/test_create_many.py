"""*Opret flere*: many titles at once, all or none, and nothing typed is lost."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from tasks.actions.bin import bin_task
from tasks.forms.create_many import LINES_MAX, TEXT_MAX, read_lines
from tasks.models import KlikTask, Phase, Project, Theme
from tasks.reference import Reference
from tests.make import make_anne, make_person, make_project, make_task

pytestmark = pytest.mark.django_db

GOOD = "(MI 01) Udfyld skemaet\n\nMI 2\tRet brugerne\nGem filen"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


@pytest.fixture
def project() -> Project:
    return make_project(
        "KP",
        default_phase=Phase.objects.get(name="Klargøring"),
        default_theme=Theme.objects.get(name="Kommunikation"),
        default_priority="mandatory",
        default_reply_to="kp@kombit.dk",
    )


def paste(client: Client, project: Project | None, lines: str, **more: str) -> Any:
    data = {"project": project.pk if project else "", "lines": lines, **more}
    return client.post(reverse("task_new_many"), data)


def key_in(response: Any) -> str:
    match = re.search(r'name="creation_key" value="([^"]+)"', response.content.decode())
    assert match is not None
    return match[1]


def confirm(client: Client, project: Project, lines: str) -> Any:
    """Preview, then press the button there."""
    key = key_in(paste(client, project, lines))
    return paste(client, project, lines, confirm="yes", creation_key=key)


def made() -> list[str]:
    return [str(task) for task in KlikTask.objects.order_by("pk")]


def test_the_preview_shows_every_line_and_makes_nothing(anne: Client, project: Project) -> None:
    html = paste(anne, project, GOOD).content.decode()
    assert "3 kladder i KP" in html and "Opret 3 kladder" in html
    for words in ("(MI 01)", "Udfyld skemaet", "(MI 2)", "Ret brugerne", "Ingen", "Gem filen"):
        assert words in html
    assert made() == []


def test_the_preview_tells_what_tjek_will_say_of_a_title(anne: Client, project: Project) -> None:
    html = paste(anne, project, "(MI 01) Oprettelse af brugere").content.decode()
    assert "Skal rettes" in html and "bydeform" in html


def test_the_confirmed_lines_become_drafts_in_their_order(anne: Client, project: Project) -> None:
    response = confirm(anne, project, GOOD)
    assert response["Location"] == f"/opgaver/?project={project.pk}&mine=on&sort=-changed"
    assert made() == ["(MI 01) Udfyld skemaet", "(MI 2) Ret brugerne", "Gem filen"]


def test_the_drafts_have_the_projects_defaults(anne: Client, project: Project) -> None:
    confirm(anne, project, GOOD)
    for task in KlikTask.objects.all():
        assert (task.project, task.author) == (project, make_anne())
        assert (task.phase, task.theme) == (project.default_phase, project.default_theme)
        assert (task.priority, task.reply_to) == ("mandatory", "kp@kombit.dk")
        assert task.status == "draft"


def test_pressing_twice_makes_them_once(anne: Client, project: Project) -> None:
    key = key_in(paste(anne, project, GOOD))
    for _ in range(2):
        response = paste(anne, project, GOOD, confirm="yes", creation_key=key)
        assert response.status_code == 302
    assert len(made()) == 3


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("(MI 01) Ret\n(mi 1) Gem", "Linje 2: (mi 1) står også på linje 1."),
        ("(MI 01) Ret\n(Auto 12) Gem", "Linje 2: (Auto 12) er brugt til ”Udfyld”."),
        ("(MI 01)", "Linje 1: Skriv en titel efter (MI 01)."),
        ("(MI 01)\t \t", "Linje 1: Skriv en titel efter (MI 01)."),
        ("x" * 151, "Linje 1: Titlen er 151 tegn lang. Der er plads til 150."),
        ("MI 01\t" + "x" * 200, "Linje 1: Titlen er 200 tegn lang."),
        ("(MI---- 01) Ret", "Linje 1: Skriv færre tegn mellem præfiks og nummer"),
        (f"{'A' * 21} 1\tRet", "er for lang til en reference."),
        (f"A {'1' * 21}\tRet", "er for lang til en reference."),
        ("\n \n\t\n", "Skriv eller indsæt mindst én titel."),
        ("", "Skriv eller indsæt mindst én titel."),
        ("Ret\n" * 201, "Der er 201 titler. Indsæt højst 200 ad gangen."),
        ("x" * (TEXT_MAX + 1), "Teksten er for lang. Indsæt den i flere omgange."),
    ],
)
def test_a_line_that_cannot_become_a_draft_is_told_and_nothing_is_made(
    anne: Client, project: Project, lines: str, told: str
) -> None:
    make_task("Udfyld", project=project, prefix="Auto", separator=" ", number="12")
    response = paste(anne, project, lines, confirm="yes")
    html = response.content.decode()
    assert response.status_code == 200
    assert escape(told) in html and 'name="creation_key"' not in html
    assert escape(lines.strip()) in html.replace("\r\n", "\n")
    assert made() == ["(Auto 12) Udfyld"]


def test_a_reference_in_the_bin_is_still_taken(anne: Client, project: Project) -> None:
    task = make_task("Udfyld", project=project, prefix="MI", separator=" ", number="01")
    bin_task(make_anne(), task.pk)
    html = paste(anne, project, "(MI 1) Ret").content.decode()
    assert "(MI 1) er brugt til ”Udfyld” i papirkurven." in html


def test_another_projects_reference_is_free(anne: Client, project: Project) -> None:
    other = make_project("SAPA")
    make_task("Udfyld", project=other, prefix="MI", separator=" ", number="01")
    assert confirm(anne, project, "(MI 01) Ret").status_code == 302


def test_a_reference_taken_meanwhile_stops_all_of_them(anne: Client, project: Project) -> None:
    key = key_in(paste(anne, project, GOOD))
    make_task("Udfyld", project=project, prefix="MI", separator=" ", number="2")
    response = paste(anne, project, GOOD, confirm="yes", creation_key=key)
    assert response.status_code == 200
    assert "(MI 2) er brugt til ”Udfyld”." in response.content.decode()
    assert made() == ["(MI 2) Udfyld"]


@pytest.mark.parametrize("chosen", ["", "x", "3471", "9" * 30])
def test_a_project_must_be_chosen_and_the_text_is_kept(anne: Client, chosen: str) -> None:
    data = {"project": chosen, "lines": GOOD, "confirm": "yes"}
    response = anne.post(reverse("task_new_many"), data)
    html = response.content.decode()
    assert response.status_code == 200
    assert "Vælg et projekt" in html and "(MI 01) Udfyld skemaet" in html
    assert made() == []


def test_a_pasted_script_is_only_text(anne: Client, project: Project) -> None:
    html = paste(anne, project, "</textarea><script>alert(1)</script>").content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_a_null_sign_is_refused_kindly(anne: Client, project: Project) -> None:
    assert paste(anne, project, "Ret\x00brugerne").status_code == 200


@pytest.mark.parametrize("key", ["", "x", "' OR 1=1"])
def test_a_key_that_is_none_does_no_harm(anne: Client, project: Project, key: str) -> None:
    assert paste(anne, project, GOOD, confirm="yes", creation_key=key).status_code == 302
    assert len(made()) == 3


def test_the_project_can_be_given_in_the_address(anne: Client, project: Project) -> None:
    html = anne.get(reverse("task_new_many"), {"project": project.pk}).content.decode()
    assert f'<option value="{project.pk}" selected>KP</option>' in html
    assert anne.get(reverse("task_new_many"), {"project": "x"}).status_code == 200


def test_who_may_not_write_gets_no_further(client: Client, project: Project) -> None:
    guest = make_person("Gitte", "Forfatter")
    guest.groups.clear()
    client.force_login(guest)
    assert client.get(reverse("task_new_many")).status_code == 403
    assert paste(client, project, GOOD, confirm="yes").status_code == 403
    assert made() == []


def test_anonymous_is_asked_to_log_in(client: Client, project: Project) -> None:
    assert paste(client, project, GOOD).status_code == 401
    assert made() == []


def test_other_methods_are_refused(anne: Client) -> None:
    assert anne.put(reverse("task_new_many")).status_code == 405


def query_count(client: Client, project: Project, lines: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert paste(client, project, lines).status_code == 200
    return len(queries)


def test_previewing_one_line_and_many_takes_the_same_queries(
    anne: Client, project: Project
) -> None:
    few = query_count(anne, project, "(MI 01) Ret")
    many = "\n".join(f"(MI {number}) Ret brugerne" for number in range(LINES_MAX))
    assert query_count(anne, project, many) == few


def test_lines_are_counted_as_they_stand_in_the_box() -> None:
    lines = read_lines("\r\n(MI 01) Udfyld\r\n\r\n  Ret  brugerne \r\n")
    assert [(line.number, str(line.reference), line.title) for line in lines] == [
        (2, "MI 01", "Udfyld"),
        (4, "", "Ret brugerne"),
    ]


def test_cells_of_a_spreadsheet_are_read() -> None:
    (one,) = read_lines("(MI 02)\t Udfyld \tskemaet")
    assert (one.reference, one.title) == (Reference("MI", " ", "02"), "Udfyld skemaet")
    (plain,) = read_lines("Udfyld\tskemaet")
    assert (plain.reference, plain.title) == (Reference(), "Udfyld skemaet")


@given(st.text(max_size=300))
def test_any_text_is_read_without_losing_a_word(text: str) -> None:
    lines = read_lines(text)
    assert len(lines) == sum(1 for line in text.splitlines() if line.strip())
    for line in lines:
        assert line.title == " ".join(line.title.split())
