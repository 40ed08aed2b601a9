"""The payload holds what was saved, and a municipality sees that and nothing else."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.core.checks import run_checks
from hypothesis import given
from hypothesis import strategies as st

from tasks import guide
from tasks.exports.payload import Payload, PayloadField, WebLink
from tasks.exports.podio import municipality_view, podio_payload
from tests.exports.full_task import fresh, make_full_task
from tests.make import make_project, make_task, make_wave

pytestmark = pytest.mark.django_db

HIDDEN = ("duration_days", "respects_frozen_zone")


def texts(payload: Payload) -> dict[str, str]:
    return {field.key: field.text for field in payload.fields}


def test_the_payload_has_the_templates_25_fields_with_their_labels_in_the_guides_order() -> None:
    payload = podio_payload(make_task())
    assert [field.key for field in payload.fields] == [field.key for field in guide.FIELDS]
    assert [field.label for field in payload.fields] == [field.label for field in guide.FIELDS]
    assert len(payload.fields) == 25


def test_every_field_of_a_full_task_is_the_text_that_was_written() -> None:
    payload = podio_payload(fresh(make_full_task()))
    assert texts(payload) == {
        "title": "(MI 01) Giv samtykke til SFTP-ruten på jeres vegne",
        "project": "Fuldt projekt",
        "phase": "Klargøring",
        "theme": "Drift og support",
        "priority": "Anbefalet",
        "reply_to": "kp@kombit.dk; mi@kombit.dk",
        "is_infrastructure": "Ja",
        "duration_days": "3471",
        "respects_frozen_zone": "Ja",
        "end_offset_days": "-14",
        "start_offset_days": "-21",
        "waves": "Bølge 1",
        "prerequisites": "(Auto 12) Udfyld excel-filen",
        "goal": "Målet er, at I giver samtykke.",
        "description": "Du skal tage stilling.\nEllers betaler I selv.",
        "method": "1. Åbn KP\n2. Vælg samtykke",
        "result": "Læs vejledningen.",
        "related_tasks": "(Auto 12) Udfyld excel-filen",
        "performers": "Systemadministrator",
        "performer_comment": "Også: Superbruger og Projektleder.\nSuperbrugeren hjælper.",
        "quality_criteria": "- Ruten virker",
        "background": "Ruten er ny.",
        "owners": "Systemadministrator",
        "owner_comment": "Spørg systemejeren.",
        "attachments": "Vejledning: https://kombit.dk/a.pdf\nhttps://kombit.dk/b",
    }


def test_prose_alone_is_formatted_and_keeps_lists_and_links() -> None:
    payload = podio_payload(fresh(make_full_task()))
    formatted = {field.key for field in payload.fields if field.html}
    assert formatted == set(guide.PROSE_KEYS)
    assert payload.field("method").html == "<ol><li>Åbn KP</li><li>Vælg samtykke</li></ol>"
    assert '<a href="https://kombit.dk/vejledning">' in payload.field("result").html


def test_numbers_and_answers_keep_their_type() -> None:
    full, bare = podio_payload(fresh(make_full_task())), podio_payload(make_task())
    typed = {key: full.field(key).value for key in ("end_offset_days", "is_infrastructure")}
    assert typed == {"end_offset_days": -14, "is_infrastructure": True}
    assert bare.field("end_offset_days").value is None
    assert bare.field("is_infrastructure").value is None
    assert bare.field("is_infrastructure").text == ""
    assert bare.field("respects_frozen_zone").text == "Nej"


def test_an_offset_of_zero_is_a_value_and_not_an_empty_field() -> None:
    field = podio_payload(make_task(end_offset_days=0)).field("end_offset_days")
    assert (field.text, field.value) == ("0", 0)


def test_a_title_alone_is_enough_and_nothing_is_made_up() -> None:
    payload = podio_payload(make_task("Giv samtykke"))
    filled = {key: text for key, text in texts(payload).items() if text}
    assert filled == {"title": "Giv samtykke", "respects_frozen_zone": "Nej"}
    assert not payload.is_final


def test_each_wave_has_its_own_dates() -> None:
    project = make_project()
    early = make_wave(project, "Bølge 1", date(2026, 10, 30))
    late = make_wave(project, "Bølge 2", None)
    task = make_task(
        project=project, waves=[early, late], end_offset_days=-14, start_offset_days=-4
    )
    payload = podio_payload(fresh(task))
    ends = {day.wave: day.day for day in payload.field("end_offset_days").dates}
    starts = {day.wave: day.day for day in payload.field("start_offset_days").dates}
    assert ends == {"Bølge 1": date(2026, 10, 16), "Bølge 2": None}
    assert starts == {"Bølge 1": date(2026, 10, 12), "Bølge 2": None}


def test_podio_may_call_the_lowest_priority_something_else(settings: Any) -> None:
    settings.KLIK_RECOMMENDED_EXPORT_LABEL = "Valgfri"
    task = make_task(priority="recommended")
    assert podio_payload(task).field("priority").text == "Valgfri"
    other = make_task("Udfyld filen", priority="mandatory")
    assert podio_payload(other).field("priority").text == "Obligatorisk"


def test_all_roles_stand_in_the_field_where_podio_takes_several(settings: Any) -> None:
    settings.KLIK_PODIO_TAKES_SEVERAL_ROLES = True
    payload = podio_payload(fresh(make_full_task()))
    assert payload.field("performers").text == "Systemadministrator; Superbruger; Projektleder"
    assert payload.field("performer_comment").text == "Superbrugeren hjælper."


def test_the_roles_podio_has_no_room_for_are_named_even_without_a_comment() -> None:
    payload = podio_payload(fresh(make_full_task(performer_comment="")))
    assert payload.field("performer_comment").text == "Også: Superbruger og Projektleder."


def test_the_house_decides_the_order_and_no_field_gets_lost(settings: Any) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = ("attachments", "title")
    keys = [field.key for field in podio_payload(make_task()).fields]
    rest = [f.key for f in guide.FIELDS if f.key not in {"attachments", "title"}]
    assert keys == ["attachments", "title", *rest]


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ((), []),
        (("goal", "title"), []),
        (("goal", "titel"), ["tasks.E001"]),
        (("announcement",), ["tasks.E001"]),
        (("goal", "goal"), ["tasks.E002"]),
    ],
)
def test_the_system_check_refuses_an_order_with_unknown_or_repeated_fields(
    settings: Any, order: tuple[str, ...], ids: list[str]
) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = order
    found = [message.id for message in run_checks() if "PODIO_FIELD_ORDER" in message.msg]
    assert found == ids


@given(st.text(), st.text())
def test_two_values_have_the_same_hash_only_when_they_are_equal(one: str, other: str) -> None:
    first = PayloadField("goal", "Mål", one, one).value_hash
    second = PayloadField("goal", "Mål", other, other).value_hash
    assert (first == second) == (one == other)


def test_new_formatting_of_the_same_words_is_another_value() -> None:
    plain = PayloadField("goal", "Mål", "Nu", "Nu", html="<p>Nu</p>")
    strong = PayloadField("goal", "Mål", "Nu", "Nu", html="<p><strong>Nu</strong></p>")
    assert plain.value_hash != strong.value_hash


def test_a_moved_go_live_leaves_what_was_typed_unchanged() -> None:
    task = make_full_task()
    before = podio_payload(fresh(task)).field("end_offset_days")
    task.waves.update(go_live=date(2026, 11, 13))
    after = podio_payload(fresh(task)).field("end_offset_days")
    assert before.dates != after.dates
    assert before.value_hash == after.value_hash


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JAVASCRIPT:x", "//evil.dk", "data:text/html,x", "https://[::1", ""],
)
def test_only_web_addresses_with_a_host_become_links(url: str) -> None:
    assert WebLink("Bilag", url).href == ""
    assert WebLink("Bilag", "https://kombit.dk/a").href == "https://kombit.dk/a"


def test_a_municipality_sees_every_filled_field_and_each_as_it_is_in_the_payload() -> None:
    task = fresh(make_full_task())
    payload, wave = podio_payload(task), task.waves.get()
    view = municipality_view(payload, wave)
    seen = {field.key: field for field in view.fields}
    as_written = [
        field
        for field in payload.fields
        if field.key not in {*HIDDEN, "title", "waves", "end_offset_days", "start_offset_days"}
    ]
    assert set(seen) == {f.key for f in as_written} | {"end_offset_days", "start_offset_days"}
    for field in as_written:
        there = seen[field.key]
        assert (there.label, there.text, there.html) == (field.label, field.text, field.html)
        assert (there.items, there.links) == (field.items, field.links)
    assert view.title == payload.field("title").text
    assert seen["end_offset_days"].label == "Slutdato"
    assert seen["end_offset_days"].text == "fredag den 16. oktober 2026 (uge 42)"
    assert seen["start_offset_days"].label == "Startdato"
    assert seen["start_offset_days"].text == "fredag den 25. september 2026 (uge 39)"


def test_the_view_follows_the_guide_whatever_podios_order_is(settings: Any) -> None:
    settings.KLIK_PODIO_FIELD_ORDER = ("attachments", "owners", "goal")
    task = fresh(make_full_task())
    view = municipality_view(podio_payload(task), task.waves.get())
    order = [field.key for field in guide.FIELDS]
    keys = [field.key for field in view.fields]
    assert keys == sorted(keys, key=order.index)


def test_no_hidden_field_can_appear_even_if_all_fields_are_filled() -> None:
    task = fresh(make_full_task())
    view = municipality_view(podio_payload(task), task.waves.get())
    assert not {field.key for field in view.fields} & set(HIDDEN)
    assert "3471" not in repr(view)
    assert not [f.key for f in guide.FIELDS if not f.seen_by_municipalities and f.key not in HIDDEN]


@pytest.mark.parametrize("offset", [None, -14])
def test_without_a_wave_or_an_offset_there_is_no_date(offset: int | None) -> None:
    task = make_task(end_offset_days=offset)
    dates = {f.label: f.text for f in municipality_view(podio_payload(task), None).fields}
    assert dates == {"Slutdato": "ingen dato", "Startdato": "ingen dato"}


def test_a_wave_of_another_task_gives_no_date() -> None:
    task = fresh(make_full_task())
    stranger = make_wave(make_project("Et andet projekt"))
    dates = {f.label: f.text for f in municipality_view(podio_payload(task), stranger).fields}
    assert dates["Slutdato"] == "ingen dato"


def test_facts_stand_together_and_each_text_under_its_heading() -> None:
    view = municipality_view(podio_payload(fresh(make_full_task())), None)
    parts = [(part.is_prose, [field.key for field in part.fields]) for part in view.parts]
    assert [key for _, keys in parts for key in keys] == [field.key for field in view.fields]
    assert (True, ["goal", "description", "method", "result"]) in parts
    assert all(one[0] != other[0] for one, other in pairwise(parts))
