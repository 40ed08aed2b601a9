"""*Forhåndsvisning* beside the form: what is typed as a municipality would meet it, and no more."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.models import Event, KlikTask, Person, Version
from tests.exports.full_task import approved, fresh, make_full_task
from tests.make import make_anne, make_project, make_task, make_wave
from tests.views.form_page import shown, typed

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
NEW = {"title": "Giv samtykke", "reference": "MI 07"}


@pytest.fixture
def anne(client: Client) -> Client:
    client.force_login(make_anne())
    return client


def seen(client: Client, task: KlikTask, **changes: Any) -> str:
    response = client.post(reverse("task_preview_now", args=[task.pk]), typed(task, **changes))
    assert response.status_code == 200
    return shown(response)


def seen_new(client: Client, **sent: Any) -> str:
    response = client.post(reverse("task_preview_new"), sent)
    assert response.status_code == 200
    return shown(response)


def article(html: str) -> str:
    return html[html.index("<article") : html.index("</article>") + len("</article>")]


def test_what_is_typed_is_seen_and_stamped_as_not_saved(anne: Client) -> None:
    html = seen(anne, make_full_task(), title="Giv jeres samtykke", goal="- Først\n- Så")
    assert "(MI 01) Giv jeres samtykke" in html
    assert "<ul><li>Først</li><li>Så</li></ul>" in html
    assert "KLADDE</strong> <span>ikke gemt endnu" in html


def test_the_offsets_typed_decide_the_dates_of_the_first_wave_ticked(anne: Client) -> None:
    task = make_full_task()
    assert task.project is not None
    late = make_wave(task.project, "Bølge 2", go_live=None)
    html = seen(anne, task, end_offset_days="-7", start_offset_days="-7")
    assert "fredag den 23. oktober 2026 (uge 43)" in html
    assert "fredag den 16. oktober 2026 (uge 42)" in html
    html = seen(anne, task, waves=[late.pk])
    assert "<strong>Bølge 2</strong>, som ikke har en dato for go-live endnu" in html
    assert article(html).count("ingen dato") == 2


def test_what_is_not_changed_is_seen_as_the_page_shows_it(anne: Client) -> None:
    for task in (make_full_task(), approved(make_full_task(make_project("Et andet")))):
        page = shown(anne.get(reverse("task_preview", args=[task.pk])))
        assert article(seen(anne, task)) == article(page)


def test_an_approved_text_that_is_being_changed_is_a_draft(anne: Client) -> None:
    task = approved(make_full_task())
    assert "KLADDE" not in seen(anne, task)
    assert "ikke gemt endnu" in seen(anne, task, goal="Noget andet")


def test_duration_frozen_zone_and_offsets_are_never_shown(anne: Client) -> None:
    html = article(seen(anne, make_full_task(), title="Ret", duration_days="3472"))
    for hidden in ("3471", "3472", "varighed", "Frozen", "frozen", "-14", "-21", "Fra Go-live"):
        assert hidden not in html


def test_a_new_task_is_seen_before_it_is_saved(anne: Client) -> None:
    html = seen_new(anne, **NEW, description="Du skal tage stilling.")
    assert "(MI 07) Giv samtykke" in html
    assert "<p>Du skal tage stilling.</p>" in html
    assert "har ingen bølger endnu" in html
    assert "Opgaven har ingen titel endnu" in seen_new(anne)


def test_what_cannot_be_read_stands_as_it_was_saved(anne: Client) -> None:
    html = seen(anne, make_full_task(), end_offset_days="to uger", goal="x" * 30_001)
    assert "fredag den 16. oktober 2026 (uge 42)" in html
    assert "<strong>giver</strong> samtykke" in html
    assert "ikke gemt endnu" in html


def test_the_announcement_stands_at_the_bottom(anne: Client) -> None:
    task = make_full_task()
    type(task.announcement).objects.filter(task=task).update(text="#besked\n\nKære alle.")
    html = seen(anne, task, title="Ret")
    assert html.index("<p>#besked</p><p>Kære alle.</p>") > html.index("Eksterne bilag")


def test_hostile_texts_are_shown_and_never_run(anne: Client) -> None:
    html = seen(
        anne,
        make_full_task(),
        title=f"Giv {SCRIPT}",
        goal=f"{SCRIPT}\n<img src=x onerror=alert(1)>",
        performer_comment=f'"><img src=x>{SCRIPT}',
        attachments_title=[SCRIPT, '"><img src=x>'],
        attachments_url=["https://kombit.dk/b", "https://kombit.dk/a"],
    )
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 4
    for bad in ("<script", "<img", '"><img'):
        assert bad not in html


def test_an_address_that_runs_something_is_never_a_link(anne: Client) -> None:
    links = {"attachments_title": ["Klik"], "attachments_url": ["javascript:alert(1)"]}
    assert "javascript" not in seen(anne, make_full_task(), **links)


def test_nothing_is_saved(anne: Client) -> None:
    task = make_full_task()
    before = (KlikTask.objects.values().get(pk=task.pk), task.values())
    counts = [model.objects.count() for model in (KlikTask, Event, Version)]
    seen(anne, task, title="Noget helt andet", goal="", waves=[])
    seen_new(anne, **NEW)
    after = fresh(task)
    assert (KlikTask.objects.values().get(pk=task.pk), after.values()) == before
    assert [model.objects.count() for model in (KlikTask, Event, Version)] == counts


def test_whoever_may_see_the_preview_may_see_it_here(client: Client) -> None:
    task = make_full_task()
    for url in (reverse("task_preview_now", args=[task.pk]), reverse("task_preview_new")):
        assert client.post(url, typed(task)).status_code == 401
    client.force_login(Person.objects.create(username="gert", first_name="Gert"))
    assert "(MI 01) Giv samtykke" in seen(client, task)
    assert "(MI 07) Giv samtykke" in seen_new(client, **NEW)


def test_a_task_in_the_bin_is_seen_and_one_that_never_was_is_not_found(anne: Client) -> None:
    binned = bin_task(make_anne(), make_task("Slet mig").pk)
    assert "Slet mig" in seen(anne, binned)
    assert anne.post(reverse("task_preview_now", args=[999_999])).status_code == 404


def test_looking_at_it_without_a_form_is_refused(anne: Client) -> None:
    assert anne.get(reverse("task_preview_new")).status_code == 405
    assert anne.get(reverse("task_preview_now", args=[make_task().pk])).status_code == 405
