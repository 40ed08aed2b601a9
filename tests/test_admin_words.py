"""The glossary and the known acronyms in *Lister*: what a word hits is shown, then it is saved."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse

from tasks.actions.bin import bin_task
from tasks.models import Acronym, KlikTask, Term
from tests.make import make_anne, make_karl, make_rikke, make_task

pytestmark = pytest.mark.django_db

TWICE = "<p>Vi bruger kassetanken nu. Kassetanken er ny.</p>"
UNEXPLAINED = "<p>I skal bruge ZQT fra oktober.</p>"


@pytest.fixture
def karl(client: Client) -> Client:
    client.force_login(make_karl())
    return client


def admin_url(model: str, page: str, *args: Any) -> str:
    return reverse(f"admin:tasks_{model}_{page}", args=args)


def look(client: Client, url: str, **typed: Any) -> Any:
    """Press the button below the fields."""
    return client.post(url, {**typed, "_look": "Se, hvad det rammer"})


def save(client: Client, url: str, **typed: Any) -> Any:
    """Press twice: the second button sends what the page gave to the first."""
    seen = look(client, url, **typed).context["adminform"].form["seen"].value()
    return client.post(url, {**typed, "seen": seen})


def html_of(response: Any) -> str:
    return str(response.content.decode())


# ── What is hit is shown first ──────────────────────────────────────────────────────────────


def test_the_first_press_shows_what_a_new_term_hits_and_writes_nothing(karl: Client) -> None:
    make_task("Opret en rute", prefix="MI", separator=" ", number="07", description=TWICE)
    make_task("Opret en vej", goal="<p>Målet er ro i kassetanken.</p>")
    page = html_of(look(karl, admin_url("term", "add"), term="kassetank", plain="beholder"))
    assert "Rammer 2 kladder" in page
    assert "3 nye fund" in page
    assert "(MI 07)" in page
    assert "”kassetanken”" in page
    assert "Beskrivelse" in page
    assert 'value="Gem"' in page
    assert "Ret venligst" not in page
    assert not Term.objects.filter(term="kassetank").exists()
    assert not LogEntry.objects.exists()


def test_the_second_press_saves_and_counts_the_drafts_again(karl: Client) -> None:
    task = make_task(description=TWICE)
    response = save(karl, admin_url("term", "add"), term="kassetank", fine_in=["method"])
    assert response["Location"] == admin_url("term", "changelist")
    assert Term.objects.get(term="kassetank").fine_in == ["method"]
    assert KlikTask.objects.get(pk=task.pk).hints == task.hints + 2


def test_what_is_changed_after_the_look_is_looked_at_again(karl: Client) -> None:
    make_task(description=TWICE)
    url = admin_url("term", "add")
    seen = look(karl, url, term="kassetank").context["adminform"].form["seen"].value()
    page = karl.post(url, {"term": "kassebil", "seen": seen})
    assert "Rammer ingen kladder" in html_of(page)
    assert not Term.objects.filter(term__startswith="kasse").exists()


def test_looking_once_more_never_saves(karl: Client) -> None:
    url = admin_url("term", "add")
    seen = look(karl, url, term="kassetank").context["adminform"].form["seen"].value()
    assert "Rammer" in html_of(look(karl, url, term="kassetank", seen=seen))
    assert "Rammer" in html_of(karl.post(url, {"term": "kassetank"}))
    assert not Term.objects.filter(term="kassetank").exists()


def test_the_mark_of_one_row_does_not_save_another(karl: Client) -> None:
    one, other = Term.objects.create(term="kassetank"), Term.objects.create(term="kassebil")
    typed = {"term": "kassemand", "plain": ""}
    url = admin_url("term", "change", one.pk)
    seen = look(karl, url, **typed).context["adminform"].form["seen"].value()
    karl.post(admin_url("term", "change", other.pk), typed | {"seen": seen})
    assert Term.objects.get(pk=other.pk).term == "kassebil"


def test_a_row_somebody_else_changed_meanwhile_is_looked_at_again(karl: Client) -> None:
    row = Term.objects.create(term="kassetank", plain="beholder")
    url = admin_url("term", "change", row.pk)
    typed = {"term": "kassetank", "plain": "tønde"}
    seen = look(karl, url, **typed).context["adminform"].form["seen"].value()
    Term.objects.filter(pk=row.pk).update(fine_in=["method"])
    assert "Rammer ingen kladder" in html_of(karl.post(url, typed | {"seen": seen}))
    row.refresh_from_db()
    assert (row.plain, row.fine_in) == ("beholder", ["method"])


def test_one_draft_is_told_in_the_singular(karl: Client) -> None:
    make_task(description="<p>Vi bruger kassetanken nu.</p>")
    page = html_of(look(karl, admin_url("term", "add"), term="kassetank"))
    assert "Rammer 1 kladde<" in page
    assert "1 nyt fund." in page


def test_a_retired_term_is_no_longer_found(karl: Client) -> None:
    row = Term.objects.create(term="kassetank")
    task = make_task(description=TWICE)
    url = admin_url("term", "change", row.pk)
    typed = {"term": "kassetank", "is_retired": "on"}
    assert "2 fund forsvinder" in html_of(look(karl, url, **typed))
    save(karl, url, **typed)
    assert KlikTask.objects.get(pk=task.pk).hints == task.hints - 2
    assert "Udgået" in html_of(karl.get(admin_url("term", "changelist")))


def test_a_known_acronym_need_not_be_explained(karl: Client) -> None:
    task = make_task(description=UNEXPLAINED)
    typed = {"text": "ZQT", "stands_for": "zinkens  tid"}
    page = html_of(look(karl, admin_url("acronym", "add"), **typed))
    assert "Rammer 1 kladde<" in page
    assert "1 fund forsvinder" in page
    save(karl, admin_url("acronym", "add"), **typed)
    assert Acronym.objects.get(text="ZQT").stands_for == "zinkens tid"
    assert KlikTask.objects.get(pk=task.pk).hints == task.hints - 1


def test_a_task_in_the_bin_is_not_shown_and_comes_back_counted(karl: Client) -> None:
    task = make_task(description=TWICE)
    bin_task(make_anne(), task.pk)
    assert "Rammer ingen" in html_of(look(karl, admin_url("term", "add"), term="kassetank"))
    save(karl, admin_url("term", "add"), term="kassetank")
    assert KlikTask.objects.get(pk=task.pk).hints == task.hints + 2


def test_a_hostile_text_is_only_text(karl: Client) -> None:
    make_task("<script>x</script>", description=TWICE)
    typed = {"term": "kassetank", "plain": "<b>beholder</b>"}
    page = html_of(look(karl, admin_url("term", "add"), **typed))
    assert "&lt;script&gt;x" in page
    assert "<b>beholder" not in page


# ── Who may, and who did ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("model", ["term", "acronym"])
def test_only_an_administrator_sees_or_changes_words(client: Client, model: str) -> None:
    rows: dict[str, Any] = {"term": Term, "acronym": Acronym}
    row = rows[model].objects.all()[0]
    urls = [admin_url(model, page) for page in ("changelist", "add")]
    urls += [admin_url(model, page, row.pk) for page in ("change", "history", "delete")]
    for person in (make_anne(), make_rikke()):
        client.force_login(person)
        for url in urls:
            assert client.get(url).status_code == 403, url
            assert client.post(url, {"term": "x", "text": "XY"}).status_code == 403, url


def test_the_history_tells_who_changed_which_word_to_what(karl: Client) -> None:
    make_task(description=TWICE)
    save(karl, admin_url("term", "add"), term="kassetank", plain="beholder", fine_in=["method"])
    row = Term.objects.get(term="kassetank")
    url = admin_url("term", "change", row.pk)
    save(karl, url, term="kassetank", plain="tønde", is_retired="on")
    changed, added = LogEntry.objects.all()
    assert {changed.user, added.user} == {make_karl()}
    assert added.change_message == (
        "Ord: ”kassetank”. Skriv hellere: ”beholder”. "
        "Må gerne stå i: Metode og fremgangsmåde. Rammer 1 kladde."
    )
    assert changed.change_message == (
        "Skriv hellere: ”beholder” → ”tønde”. "
        "Må gerne stå i: Metode og fremgangsmåde → (tomt). Udgået: nej → ja. Rammer 1 kladde."
    )
    page = html_of(karl.get(admin_url("term", "history", row.pk)))
    assert "”beholder” → ”tønde”" in page


# ── Bad input ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"term": ""}, "påkrævet"),
        ({"term": "  "}, "påkrævet"),
        ({"term": "12/7, &"}, "Tjek kan ikke finde"),
        ({"term": "”snit”"}, "Tjek kan ikke finde"),
        ({"term": "x" * 81}, "80"),
        ({"term": "Østværk"}, "står allerede i ordlisten"),
        ({"term": "kassetank", "plain": "Kassetank"}, "det samme ord"),
        ({"term": "kassetank", "plain": "ØSTVÆRK"}, "selv et tungt ord"),
        ({"term": "kassetank", "fine_in": ["priority"]}, "ikke en af de tilgængelige"),
        ({"term": "kasse\x00tank"}, "Null"),
    ],
)
def test_a_word_that_is_no_use_is_refused_in_danish(
    karl: Client, typed: dict[str, Any], told: str
) -> None:
    Term.objects.create(term="østværk")
    before = Term.objects.count()
    page = html_of(look(karl, admin_url("term", "add"), **typed))
    assert told in page
    assert "Rammer" not in page
    assert Term.objects.count() == before


@pytest.mark.parametrize("text", ["", "A", "12", "SF TP", "§§", "x" * 41])
def test_an_acronym_is_one_word_with_letters(karl: Client, text: str) -> None:
    before = Acronym.objects.count()
    page = look(karl, admin_url("acronym", "add"), text=text)
    assert page.context["adminform"].form.errors["text"]
    assert Acronym.objects.count() == before


def test_an_acronym_stands_there_once(karl: Client) -> None:
    Acronym.objects.create(text="ZQT")
    assert "står allerede" in html_of(look(karl, admin_url("acronym", "add"), text=" ZQT "))


def test_every_packaged_word_can_be_saved_as_it_is(karl: Client) -> None:
    for row in Term.objects.all():
        url = admin_url("term", "change", row.pk)
        typed = {"term": row.term, "plain": row.plain, "fine_in": row.fine_in}
        form = look(karl, url, **typed).context["adminform"].form
        assert form.is_only_unseen, (row.term, form.errors)
