"""Who is in a wave: all 98, some of them, or Korsbæk alone."""

import pytest
from django.test import Client
from django.urls import reverse

from tasks.models import Municipality, Project, Wave
from tests.make import make_anne, make_karl, make_project, make_wave

pytestmark = pytest.mark.django_db

TYPED = {"name": "Bølge 2", "go_live": "13.11.2026", "members": "chosen"}
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


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def names(wave: Wave) -> list[str]:
    return list(wave.municipalities.values_list("name", flat=True))


def test_all_98_are_taken_without_a_script(anne: Client) -> None:
    project = make_project()
    anne.post(new(project), TYPED | {"members": "all"})
    wave = project.waves.get()
    assert len(names(wave)) == 98
    assert "Korsbæk Kommune" not in names(wave)


def test_all_means_those_in_use(anne: Client) -> None:
    Municipality.objects.filter(name="Aarhus Kommune").update(is_retired=True)
    project = make_project()
    assert "Alle 97 kommuner" in page(anne, new(project))
    anne.post(new(project), TYPED | {"members": "all"})
    assert len(names(project.waves.get())) == 97


def test_the_chosen_are_taken_and_korsbaek_is_not_among_the_offered(anne: Client) -> None:
    project = make_project()
    assert "Korsbæk Kommune" not in offered(anne, new(project))
    aarhus = Municipality.objects.get(name="Aarhus Kommune")
    anne.post(new(project), TYPED | {"municipalities": [aarhus.pk]})
    assert names(project.waves.get()) == ["Aarhus Kommune"]


def offered(client: Client, address: str) -> list[str]:
    field = client.get(address).context["form"].fields["municipalities"]
    return [str(row) for row in field.queryset]


def test_korsbaek_cannot_be_slipped_into_a_real_wave(anne: Client) -> None:
    project = make_project()
    korsbaek = Municipality.objects.get(is_fictional=True)
    response = anne.post(new(project), TYPED | {"municipalities": [korsbaek.pk]})
    assert response.context["form"].errors["municipalities"] == ["Vælg kommuner fra listen."]
    assert not Wave.objects.exists()


def test_a_test_wave_has_korsbaek_alone_whatever_is_ticked(karl: Client) -> None:
    project = make_project()
    aarhus = Municipality.objects.get(name="Aarhus Kommune")
    typed = TYPED | {"members": "test", "municipalities": [aarhus.pk]}
    karl.post(new(project), typed)
    wave = project.waves.get()
    assert (wave.is_test, names(wave)) == (True, ["Korsbæk Kommune"])


def test_a_retired_municipality_stays_where_it_is_and_is_offered_nowhere_else(
    karl: Client,
) -> None:
    wave = make_wave(make_project())
    Municipality.objects.filter(name="Aarhus Kommune").update(is_retired=True)
    assert "Aarhus Kommune" in offered(karl, edit(wave))
    assert "Aarhus Kommune" not in offered(karl, new(wave.project))
    form = karl.get(edit(wave)).context["form"]
    chosen = form["municipalities"].value()
    karl.post(edit(wave), TYPED | {"seen": form.seen, "municipalities": chosen})
    assert "Aarhus Kommune" in names(wave)


def test_the_form_tells_who_is_chosen_as_text(karl: Client) -> None:
    wave = make_wave(make_project())
    assert "Valgt nu: Aarhus Kommune og Odense Kommune." in page(karl, edit(wave))
    Municipality.objects.filter(name="Aarhus Kommune").update(name=SCRIPT)
    assert SCRIPT not in page(karl, edit(wave))
