"""A browser anywhere in the world shows the dates that are shown in Copenhagen."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tasks.models import KlikTask
from tests.browser.conftest import SignIn
from tests.clock import server_in
from tests.exports.full_task import approved
from tests.make import make_anne, make_project, make_ready_task, make_wave

HOME = "Europe/Copenhagen"
# The last to reach a day, the first, and two in between with summer times of their own
ELSEWHERE = ("Pacific/Honolulu", "Pacific/Kiritimati", "America/New_York", "Asia/Tokyo")


@pytest.fixture(autouse=True)
def server_in_greenwich() -> Iterator[None]:
    """The server's own clock is neither in Denmark nor where the browser is."""
    with server_in("UTC"):
        yield


def make_tasks() -> tuple[KlikTask, KlikTask]:
    """A draft and an approved task over a leap day, two changes of the clock and New Year."""
    project = make_project()
    days = (date(2026, 10, 25), date(2027, 3, 28), date(2027, 1, 1), date(2028, 2, 29))
    waves = [make_wave(project, f"Bølge {n}", day) for n, day in enumerate(days, 1)]
    dates = {"waves": waves, "end_offset_days": 0, "start_offset_days": -1}
    draft, other = (make_ready_task(title, project=project, **dates) for title in ("Ret", "Opret"))
    return draft, approved(other)


def places(draft: KlikTask, other: KlikTask) -> Iterator[tuple[str, str]]:
    """Yield each address with the part of its page that holds the dates."""
    yield reverse("task_list"), "main table"
    yield reverse("task_edit", args=[draft.pk]), "#datoer"
    for wave in draft.waves.all():
        yield f"{reverse('task_preview', args=[draft.pk])}?boelge={wave.pk}", "main article"
    yield reverse("task_announcement", args=[draft.pk]), "main"
    for key in ("start_offset_days", "end_offset_days"):
        yield reverse("task_podio", args=[other.pk]), f"#felt-{key}"


def test_the_same_dates_are_shown_wherever_the_browser_is(
    new_page: Callable[..., Page], live_server: LiveServer, sign_in: SignIn
) -> None:
    draft, other = make_tasks()

    def read_in(zone: str) -> list[str]:
        page = new_page(timezone_id=zone, base_url=live_server.url)
        sign_in(page, make_anne())
        assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == zone
        return [text_of(page, *place) for place in places(draft, other)]

    at_home = read_in(HOME)
    assert "tir 29.02.2028" in at_home[0] and "tir 29.02.2028" in at_home[1]
    for zone in ELSEWHERE:
        assert read_in(zone) == at_home, zone


def text_of(page: Page, address: str, part: str) -> str:
    """What is read there, and what stands in the fields there."""
    page.goto(address)
    place = page.locator(part).first
    fields = place.locator("input:visible").evaluate_all("all => all.map(field => field.value)")
    return "\n".join([place.inner_text(), *fields])


def test_dates_follow_what_is_typed_in_honolulu(
    new_page: Callable[..., Page], live_server: LiveServer, sign_in: SignIn
) -> None:
    draft, _ = make_tasks()
    page = new_page(timezone_id="Pacific/Honolulu", base_url=live_server.url)
    sign_in(page, make_anne())
    page.goto(reverse("task_edit", args=[draft.pk]))
    page.get_by_label("Slutdato (Fra Go-live)").fill("-1")
    expect(page.locator("[data-pick-day^=end-]").nth(3)).to_have_value("man 28.02.2028")


def test_what_was_left_in_the_browser_was_written_on_the_danish_day(
    new_page: Callable[..., Page],
    live_server: LiveServer,
    sign_in: SignIn,
    expected_troubles: list[str],
) -> None:
    expected_troubles.append("net::ERR_FAILED")
    draft, _ = make_tasks()
    page = new_page(timezone_id="Pacific/Honolulu", base_url=live_server.url)
    page.clock.set_fixed_time(datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    sign_in(page, make_anne())
    page.route("**/gem/", lambda route: route.abort())
    page.goto(reverse("task_edit", args=[draft.pk]))
    page.locator("#id_title").fill("Ret ruten")
    expect(page.locator("#gemt")).to_contain_text("Ikke gemt endnu")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator("#kopi")).to_contain_text("Skrevet fredag den 1. januar kl. 0.30")
