"""The before/after table on the way to a moved go-live, and *Rettelser i Podio* after it."""

import html
import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.rows import fingerprint
from tasks.models import Announcement, FrozenZone, GoLiveMove, KlikTask, PodioCorrection, Wave
from tasks.workflow import Stage
from tests.make import (
    GO_LIVE,
    make_anne,
    make_karl,
    make_project,
    make_ready_task,
    make_rikke,
    make_wave,
    put_at_stage,
)

pytestmark = pytest.mark.django_db

PLAN = re.compile(r'name="plan" value="([0-9a-f]+)"')


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def make_moving_wave() -> tuple[Wave, KlikTask]:
    project = make_project()
    wave = make_wave(project, is_in_podio=True)
    task = make_ready_task("Giv <b>samtykke</b>", project=project, respects_frozen_zone=True)
    put_at_stage(task, Stage.PUBLISHED)
    return wave, task


def typed(wave: Wave, **values: Any) -> dict[str, Any]:
    chosen = [row.pk for row in wave.municipalities.all()]
    return {
        "name": wave.name,
        "go_live": "13.11.2026",
        "goes_live_with": "den nye <i>release</i>",
        "members": "chosen",
        "municipalities": chosen,
        "is_in_podio": "on",
        "seen": fingerprint(wave),
    } | values


def post(client: Client, name: str, pk: int, data: dict[str, Any]) -> Any:
    return client.post(reverse(name, args=[pk]), data)


def test_the_first_press_shows_before_and_after_and_writes_nothing(karl: Client) -> None:
    wave, _ = make_moving_wave()
    answer = post(karl, "wave_edit", wave.pk, typed(wave))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Intet er gemt endnu" in page
    days = "fra fredag den 30. oktober 2026 til fredag den 13. november 2026"
    assert f"Go-live for Bølge 1 flyttes {days}." in page
    assert "fre 16.10.2026" in page and "fre 30.10.2026" in page
    assert "Står med de gamle datoer" in page
    assert "<b>samtykke</b>" not in page and "<i>release</i>" not in page
    wave.refresh_from_db()
    assert wave.go_live == GO_LIVE


def test_the_second_press_writes_all_that_was_typed(karl: Client) -> None:
    wave, _ = make_moving_wave()
    data = typed(wave)
    page = post(karl, "wave_edit", wave.pk, data).content.decode()
    plan = PLAN.findall(page)[0]
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page):
        assert name in {*data, "plan", "csrfmiddlewaretoken"}, value
    answer = post(karl, "wave_edit", wave.pk, data | {"plan": plan})
    assert answer["Location"] == reverse("project_corrections", args=[wave.project_id])
    wave.refresh_from_db()
    assert (wave.go_live, wave.goes_live_with) == (date(2026, 11, 13), "den nye <i>release</i>")
    assert wave.municipalities.count() == 2


def test_going_back_keeps_what_was_typed_and_saves_nothing(karl: Client) -> None:
    wave, _ = make_moving_wave()
    answer = post(karl, "wave_edit", wave.pk, typed(wave, name="Bølge A", back="1"))
    page = answer.content.decode()
    assert 'value="Bølge A"' in page and 'value="13.11.2026"' in page
    assert "Fejl:" not in page
    wave.refresh_from_db()
    assert (wave.name, wave.go_live) == ("Bølge 1", GO_LIVE)


def test_an_invented_plan_is_shown_the_real_one(karl: Client) -> None:
    wave, _ = make_moving_wave()
    page = post(karl, "wave_edit", wave.pk, typed(wave, plan="0" * 16)).content.decode()
    assert "Noget er ændret, siden du så tabellen" in page
    wave.refresh_from_db()
    assert wave.go_live == GO_LIVE


def test_a_new_and_a_removed_zone_are_shown_first(karl: Client) -> None:
    wave, _ = make_moving_wave()
    zone = {"name": "Lukning", "first_day": "16.10.2026", "last_day": "16.10.2026"}
    page = post(karl, "zone_new", wave.project_id, zone).content.decode()
    assert "Slutdatoen ligger i frozen zonen ”Lukning”" in page
    assert "Frozen zonen ”Lukning” (fre 16.10.2026 – fre 16.10.2026) oprettes." in page
    assert not FrozenZone.objects.exists()
    post(karl, "zone_new", wave.project_id, zone | {"plan": PLAN.findall(page)[0]})
    made = FrozenZone.objects.get()
    page = post(karl, "zone_remove", made.pk, {}).content.decode()
    assert "Se ændringen, før den gemmes" in page and 'name="back"' not in page
    assert FrozenZone.objects.exists()
    post(karl, "zone_remove", made.pk, {"plan": PLAN.findall(page)[0]})
    assert not FrozenZone.objects.exists()


def test_a_go_live_taken_away_leaves_no_dates(karl: Client) -> None:
    wave, _ = make_moving_wave()
    page = post(karl, "wave_edit", wave.pk, typed(wave, go_live="")).content.decode()
    assert "ingen dato" in page
    plan = PLAN.findall(page)[0]
    post(karl, "wave_edit", wave.pk, typed(wave, go_live="", plan=plan))
    page = karl.get(reverse("project_corrections", args=[wave.project_id])).content.decode()
    assert "er udskudt uden ny dato" in page


def moved(client: Client) -> Wave:
    wave, _ = make_moving_wave()
    page = post(client, "wave_edit", wave.pk, typed(wave)).content.decode()
    post(client, "wave_edit", wave.pk, typed(wave, plan=PLAN.findall(page)[0]))
    return wave


def test_the_work_list_is_ticked_off_and_taken_back(karl: Client) -> None:
    wave = moved(karl)
    address = reverse("project_corrections", args=[wave.project_id])
    page = karl.get(address).content.decode()
    assert "Slutdato i Bølge 1" in page and "fre 30.10.2026" in page
    assert "Rettelser i Podio" in karl.get(reverse("overview")).content.decode()
    keys = list(PodioCorrection.objects.values_list("pk", flat=True))
    post(karl, "project_corrected", wave.project_id, {"line": keys})
    page = karl.get(address).content.decode()
    assert "Intet skal rettes." in page and "Rettet af Karl" in page
    post(karl, "project_corrected", wave.project_id, {"line": keys, "undo": "1"})
    assert "Intet skal rettes." not in karl.get(address).content.decode()


def test_the_message_can_be_written_on_the_master_task_it_is_sent_on(karl: Client) -> None:
    wave = moved(karl)
    page = karl.get(reverse("project_corrections", args=[wave.project_id])).content.decode()
    (link,) = re.findall(r'href="(/[^"]*\?flyttet=\d+)"', page)
    page = html.unescape(karl.get(link).content.decode())
    assert re.search(r"Go-live for .+ er flyttet fra", page)
    assert "Forslaget er ikke gemt endnu" in page
    assert re.search(r'value="changed"[^>]* checked', page)

    Announcement.objects.update(text="#besked\n\nDen gamle.")
    page = html.unescape(karl.get(link).content.decode())
    assert "Den gamle." in page and "Brug forslaget" in page
    assert "Det skyldes [skriv hvorfor]." in page
    for nonsense in ("999", "-1", "x"):
        page = karl.get(f"{link.partition('=')[0]}={nonsense}").content.decode()
        assert "er flyttet fra" not in page


def test_nonsense_marks_nothing(karl: Client) -> None:
    wave = moved(karl)
    for line in ("x", "-1", "999999999999", "<script>"):
        post(karl, "project_corrected", wave.project_id, {"line": line})
        post(karl, "project_told", wave.project_id, {"move": line})
    assert not PodioCorrection.objects.exclude(done_at=None).exists()


def test_the_message_is_proposed_until_it_is_marked_as_sent(karl: Client) -> None:
    wave = moved(karl)
    address = reverse("project_corrections", args=[wave.project_id])
    page = karl.get(address).content.decode()
    assert "#besked" in page and "Det skyldes [skriv hvorfor]." in page
    move = GoLiveMove.objects.get()
    post(karl, "project_told", wave.project_id, {"move": move.pk, "text": "#besked"})
    assert "#besked" not in karl.get(address).content.decode()


def test_a_reader_sees_the_list_without_its_buttons(client: Client) -> None:
    client.force_login(make_karl())
    wave = moved(client)
    anne, rikke = make_anne(), make_rikke()
    for person in (anne, rikke):
        client.force_login(person)
        page = client.get(reverse("project_corrections", args=[wave.project_id])).content.decode()
        has_button = 'action="' + reverse("project_corrected", args=[wave.project_id]) in page
        assert has_button == person.has_perm("tasks.publish_task")


def test_the_move_stands_in_the_history_of_the_task(karl: Client) -> None:
    moved(karl)
    task = KlikTask.objects.get()
    page = karl.get(reverse("task_history", args=[task.pk])).content.decode()
    assert "flyttede go-live for Bølge 1" in page
    assert "Bølge 1, slutdato" in page and "fre 30.10.2026" in page
