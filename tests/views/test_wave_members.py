"""Who is in a wave: a pasted list, those that are left, and municipalities in two waves."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import Municipality, Person, Project, Wave
from tests.make import make_anne, make_karl, make_project, make_ready_task, make_rikke, make_wave

pytestmark = pytest.mark.django_db

TYPED = {"name": "Bølge 2", "go_live": "13.11.2026"}
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def new(project: Project) -> str:
    return reverse("wave_new", args=[project.pk])


def edit(wave: Wave) -> str:
    return reverse("wave_edit", args=[wave.pk])


def names(wave: Wave) -> list[str]:
    return list(wave.municipalities.values_list("name", flat=True))


def paste(client: Client, project: Project, text: str) -> Any:
    typed = TYPED | {"members": "pasted", "pasted": text}
    return client.post(new(project), typed, follow=True)


def change(client: Client, wave: Wave, **typed: Any) -> Any:
    shown = {"name": wave.name, "go_live": "30.10.2026", "goes_live_with": wave.goes_live_with}
    seen = {"seen": client.get(edit(wave)).context["form"].seen}
    return client.post(edit(wave), shown | seen | typed, follow=True)


# ── A pasted list ───────────────────────────────────────────────────────────────────────────


def test_a_pasted_list_is_the_wave(anne: Client) -> None:
    project = make_project()
    paste(anne, project, "1. Kbh\r\n2.\tÅrhus kommune\r\n3. Bornholm")
    assert names(project.waves.get()) == [
        "Aarhus Kommune",
        "Bornholms Regionskommune",
        "Københavns Kommune",
    ]


def test_unknown_names_are_listed_and_nothing_is_done(anne: Client) -> None:
    project = make_project()
    response = paste(anne, project, "Aarhus\nOdnese\nTyskland")
    assert response.context["form"].errors["pasted"] == [
        "”Odnese” er ikke en kommune, vi kender. Mener du Odense Kommune?",
        "”Tyskland” er ikke en kommune, vi kender.",
    ]
    assert "Aarhus\nOdnese\nTyskland</textarea>" in response.content.decode()
    assert not project.waves.exists()


def test_a_wave_stays_as_it_was_when_a_name_is_unknown(karl: Client) -> None:
    wave = make_wave(make_project())
    change(karl, wave, name="Et andet navn", members="pasted", pasted="Vejle\nTyskland")
    wave.refresh_from_db()
    assert (wave.name, names(wave)) == ("Bølge 1", ["Aarhus Kommune", "Odense Kommune"])


def test_a_name_may_mean_several(anne: Client) -> None:
    response = paste(anne, make_project(), "Frederiks")
    assert response.context["form"].errors["pasted"][0] == (
        "”Frederiks” er ikke en kommune, vi kender. "
        "Mener du Frederiksberg Kommune, Frederikshavn Kommune eller Frederikssund Kommune?"
    )


def test_many_unknown_names_are_counted(anne: Client) -> None:
    text = "\n".join(f"Landsby {chr(65 + n)}x" for n in range(25))
    errors = paste(anne, make_project(), text).context["form"].errors["pasted"]
    assert len(errors) == 21
    assert errors[-1] == "5 navne mere er heller ikke kommuner, vi kender."


@pytest.mark.parametrize("text", ["", "  \n", "Kommuner:\n"])
def test_an_empty_list_is_told(anne: Client, text: str) -> None:
    errors = paste(anne, make_project(), text).context["form"].errors
    assert errors["pasted"] == ["Indsæt navnet på mindst én kommune."]


def test_a_list_of_a_whole_book_is_told(anne: Client) -> None:
    errors = paste(anne, make_project(), "Aarhus\n" * 2_000).context["form"].errors
    assert "højst" in errors["pasted"][0]


def test_what_is_written_in_a_list_is_never_markup(anne: Client) -> None:
    html = paste(anne, make_project(), f"Aarhus\n{SCRIPT}\nx <b").content.decode()
    assert SCRIPT not in html
    assert "”x &lt;b”" in html


def test_the_same_twice_is_told_after_it_is_saved(anne: Client) -> None:
    project = make_project()
    html = paste(anne, project, "Aarhus, Odense, Århus").content.decode()
    assert "Aarhus Kommune stod flere gange på listen og er taget med én gang." in html
    assert names(project.waves.get()) == ["Aarhus Kommune", "Odense Kommune"]


def test_a_list_changes_a_wave_and_is_ticked_when_it_is_opened_again(karl: Client) -> None:
    wave = make_wave(make_project())
    change(karl, wave, members="pasted", pasted="Vejle")
    assert names(wave) == ["Vejle Kommune"]
    form = karl.get(edit(wave)).context["form"]
    assert form["members"].value() == "chosen"
    vejle = Municipality.objects.get(name="Vejle Kommune")
    assert form["municipalities"].value() == [vejle.pk]


def test_a_pasted_list_survives_the_table_of_moved_dates(karl: Client) -> None:
    wave = make_ready_task().waves.get()
    asked = change(karl, wave, go_live="13.11.2026", members="pasted", pasted="Vejle\nVarde")
    assert names(wave) == ["Aarhus Kommune", "Odense Kommune"]
    typed = dict(asked.context["typed"]) | {"plan": asked.context["plan"].digest}
    back = karl.post(edit(wave), typed | {"back": "1"})
    assert "Vejle\nVarde</textarea>" in back.content.decode()
    karl.post(edit(wave), typed)
    assert names(wave) == ["Varde Kommune", "Vejle Kommune"]


# ── Those that are left ─────────────────────────────────────────────────────────────────────


def test_those_that_are_left_are_in_no_other_real_wave(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    make_wave(make_project("Et andet"), "Vejles").municipalities.set(
        Municipality.objects.filter(name="Vejle Kommune")
    )
    html = anne.get(new(project)).content.decode()
    assert "De øvrige 96 kommuner" in html
    anne.post(new(project), TYPED | {"members": "others"})
    taken = names(project.waves.get(name="Bølge 2"))
    assert len(taken) == 96
    assert "Vejle Kommune" in taken
    assert not {"Aarhus Kommune", "Odense Kommune", "Korsbæk Kommune"} & set(taken)


def test_a_waves_own_municipalities_are_among_those_left_for_it(karl: Client) -> None:
    wave = make_wave(make_project())
    other = make_wave(wave.project, "Bølge 2")
    other.municipalities.set(Municipality.objects.filter(name="Vejle Kommune"))
    change(karl, wave, members="others")
    assert len(names(wave)) == 97
    assert "Aarhus Kommune" in names(wave)


def test_in_the_first_wave_nobody_is_left_over(anne: Client) -> None:
    project = make_project()
    make_wave(project, "Testbølge", None, is_test=True)
    assert "De øvrige" not in anne.get(new(project)).content.decode()


def test_when_nobody_is_left_it_is_told(anne: Client) -> None:
    project = make_project()
    make_wave(project).municipalities.set(Municipality.objects.filter(is_fictional=False))
    assert "der er ingen tilbage" in anne.get(new(project)).content.decode()
    response = anne.post(new(project), TYPED | {"members": "others"})
    assert response.context["form"].errors["members"] == [
        "Alle kommuner er allerede med i en anden bølge."
    ]


# ── In two waves ────────────────────────────────────────────────────────────────────────────


TWICE = (
    "Aarhus Kommune og Odense Kommune er med i både ”Bølge 1” og ”Bølge 2”. "
    "Se efter, om det er meningen. En opgave på begge bølger giver dem to sæt datoer."
)


def test_a_municipality_in_two_waves_is_told_and_saved(anne: Client) -> None:
    project = make_project()
    make_wave(project)
    html = paste(anne, project, "Aarhus, Odense, Vejle").content.decode()
    assert TWICE in html
    assert len(names(project.waves.get(name="Bølge 2"))) == 3


def test_it_is_told_on_the_project_and_on_both_waves(karl: Client) -> None:
    project = make_project()
    waves = [make_wave(project), make_wave(project, "Bølge 2")]
    free = make_wave(project, "Bølge 3")
    free.municipalities.clear()
    for address in (reverse("project_detail", args=[project.pk]), *map(edit, waves)):
        assert TWICE in karl.get(address).content.decode()
    assert "er med i både" not in karl.get(edit(free)).content.decode()


def test_the_list_tells_who_is_in_another_wave(karl: Client) -> None:
    wave = make_wave(make_project())
    page = karl.get(new(wave.project)).content.decode()
    assert 'Aarhus Kommune <span class="elsewhere">er i Bølge 1</span>' in page
    assert 'class="elsewhere"' not in karl.get(edit(wave)).content.decode()
    Wave.objects.update(name=SCRIPT)
    assert SCRIPT not in karl.get(new(wave.project)).content.decode()


def test_in_three_waves_and_more_than_five_municipalities_are_told_in_short(anne: Client) -> None:
    project = make_project()
    for name, count in (("A", 98), ("B", 7), ("C", 1)):
        rows = Municipality.objects.filter(is_fictional=False)[:count]
        make_wave(project, name).municipalities.set(rows)
    html = anne.get(reverse("project_detail", args=[project.pk])).content.decode()
    assert "Aabenraa Kommune er med i ”A”, ”B” og ”C”." in html
    assert "En opgave på flere af bølgerne giver den flere sæt datoer." in html
    assert "6 kommuner er med i både ”A” og ”B”." in html


@pytest.mark.parametrize("other", ["another project", "the test wave"])
def test_other_projects_and_the_test_wave_do_not_count(karl: Client, other: str) -> None:
    wave = make_wave(make_project())
    is_test = other == "the test wave"
    project = wave.project if is_test else make_project("Et andet")
    beside = make_wave(project, "Ved siden af", is_test=is_test)
    beside.municipalities.set(wave.municipalities.all())
    assert "er med i både" not in karl.get(edit(wave)).content.decode()


# ── What is not finished ────────────────────────────────────────────────────────────────────

EMPTY = "Bølgen har ingen kommuner endnu. Tilføj dem, når I ved, hvem der er med."
NO_DAY = "Bølgen har ingen go-live endnu, så opgaver på den har ingen datoer."


def test_an_empty_wave_without_a_go_live_is_saved_and_told(anne: Client) -> None:
    project = make_project()
    html = anne.post(
        new(project), {"name": "Senere", "members": "chosen"}, follow=True
    ).content.decode()
    assert project.waves.filter(name="Senere").exists()
    assert EMPTY in html and NO_DAY in html
    assert html.count("Ingen endnu</span>") == 2


def test_a_wave_with_both_is_told_nothing_of(anne: Client) -> None:
    project = make_project()
    html = paste(anne, project, "Aarhus").content.decode()
    assert EMPTY not in html and NO_DAY not in html


def test_the_test_wave_needs_no_go_live(anne: Client) -> None:
    typed = {"name": "Prøve", "members": "test"}
    html = anne.post(new(make_project()), typed, follow=True).content.decode()
    assert EMPTY not in html and NO_DAY not in html


# ── Two administrators ──────────────────────────────────────────────────────────────────────


def test_what_another_chose_is_told_and_what_was_ticked_is_kept(karl: Client) -> None:
    wave = make_wave(make_project())
    old = karl.get(edit(wave)).context["form"].seen
    wave.municipalities.set(Municipality.objects.filter(name="Vejle Kommune"))
    varde = Municipality.objects.get(name="Varde Kommune")
    typed = TYPED | {"members": "chosen", "municipalities": [varde.pk], "seen": old}
    form = karl.post(edit(wave), typed).context["form"]
    assert form.errors["municipalities"] == ["Gemt er nu ”Vejle Kommune”."]
    assert form["municipalities"].value() == [str(varde.pk)]
    assert names(wave) == ["Vejle Kommune"]


def test_a_pasted_list_is_kept_when_another_was_first(karl: Client) -> None:
    wave = make_wave(make_project())
    old = karl.get(edit(wave)).context["form"].seen
    Wave.objects.update(is_in_podio=True)
    typed = TYPED | {"members": "pasted", "pasted": "Varde\nVejle", "seen": old}
    html = karl.post(edit(wave), typed).content.decode()
    assert "En anden har rettet her" in html
    assert "Varde\nVejle</textarea>" in html


# ── The tick for Podio ──────────────────────────────────────────────────────────────────────


def tick(client: Client, wave: Wave, **sent: str) -> Any:
    return client.post(reverse("wave_in_podio", args=[wave.pk]), sent, follow=True)


@pytest.mark.parametrize("make", [make_anne, make_rikke, make_karl])
def test_who_types_into_podio_ticks_on_the_projects_page(
    client: Client, make: Callable[[], Person]
) -> None:
    client.force_login(make())
    wave = make_wave(make_project())
    for _ in range(2):  # twice is once
        assert "Bølge 1 er markeret som oprettet i Podio." in tick(client, wave).content.decode()
        wave.refresh_from_db()
        assert wave.is_in_podio
    html = tick(client, wave, undo="1").content.decode()
    assert "Bølge 1 er ikke længere markeret som oprettet." in html
    wave.refresh_from_db()
    assert not wave.is_in_podio


def test_a_person_without_rights_sees_it_and_ticks_nothing(client: Client) -> None:
    client.force_login(Person.objects.create(username="ole"))
    wave = make_wave(make_project())
    assert tick(client, wave).status_code == 403
    html = client.get(reverse("project_detail", args=[wave.project_id])).content.decode()
    assert "Ikke endnu" in html
    assert "Markér som oprettet" not in html
    wave.refresh_from_db()
    assert not wave.is_in_podio
