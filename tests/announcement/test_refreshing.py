"""New facts in, and every sentence the author wrote stays as it was written."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.announcement import (
    AnnouncementFacts,
    RelatedFacts,
    Unplaced,
    from_snapshot,
    news_in,
    open_news,
    propose,
    refresh,
    to_snapshot,
    with_news,
)
from tests.announcement.any_facts import any_facts
from tests.announcement.facts import TODAY, make_facts, make_period, make_task
from tests.announcement.own_words import added_to, written_in


@given(told=any_facts, now=any_facts)
def test_an_untouched_proposal_becomes_the_new_one(
    told: AnnouncementFacts, now: AnnouncementFacts
) -> None:
    assert refresh(propose(told), propose(now), propose(told)) == (propose(now), ())


@given(told=any_facts, now=any_facts, data=st.data())
def test_the_authors_sentences_always_survive(
    told: AnnouncementFacts, now: AnnouncementFacts, data: st.DataObject
) -> None:
    text, own = data.draw(written_in(propose(told)))
    after = refresh(propose(told), propose(now), text)
    for sentence in own:
        assert sentence in after.text, (text, after.text)


@given(told=any_facts, now=any_facts, data=st.data())
def test_each_new_line_stands_in_the_text_or_is_handed_back_whole(
    told: AnnouncementFacts, now: AnnouncementFacts, data: st.DataObject
) -> None:
    old, new = propose(told), propose(now)
    text, _ = data.draw(added_to(old))
    after = refresh(old, new, text)
    shown = [after.text, *(each.new for each in after.unplaced)]
    for line in set(new.splitlines()) - set(old.splitlines()):
        assert any(line in where for where in shown), (line, after)


@given(
    told=any_facts, text=st.text(st.sampled_from("I kan starte.\n[]”()#-30 oktober"), max_size=200)
)
def test_nothing_is_done_to_a_text_while_no_fact_changes(
    told: AnnouncementFacts, text: str
) -> None:
    assert refresh(propose(told), propose(told), text) == (text, ())


@given(old=any_facts, now=any_facts, text=st.text(max_size=300))
def test_any_text_at_all_can_be_refreshed(
    old: AnnouncementFacts, now: AnnouncementFacts, text: str
) -> None:
    after = refresh(propose(old), propose(now), text)
    assert after.text or after.unplaced or not text


OLD = make_facts(
    make_task(make_period(date(2026, 10, 12), date(2026, 10, 30))),
    related=(RelatedFacts("Auto 12", "Udfyld filen", TODAY),),
)
LATER = replace(OLD, tasks=(make_task(make_period(date(2026, 10, 19), date(2026, 11, 6))),))
SHORT = replace(OLD, tasks=(make_task(make_period(TODAY, date(2026, 9, 10))),))
DATES = (
    "I kan først starte på opgaven mandag den 12. oktober og har tid til og med fredag den "
    "30. oktober."
)
SHORT_DATES = (
    "I kan gå i gang med det samme. Vær opmærksom på, at fristen er kort: I skal være færdige "
    "senest torsdag den 10. september."
)


def rewritten(old: str, new: str) -> str:
    text = propose(OLD)
    assert old in text
    return text.replace(old, new)


def test_a_date_in_the_authors_own_words_follows() -> None:
    text = rewritten(DATES, "Vi åbner mandag den 12. oktober. Svar senest fredag den 30. oktober!")
    after = refresh(propose(OLD), propose(LATER), text)
    assert "Vi åbner mandag den 19. oktober. Svar senest fredag den 6. november!" in after.text
    assert after.unplaced == ()


def test_a_sentence_behind_the_dates_stays_behind_them() -> None:
    text = rewritten(DATES, f"{DATES} Ring endelig.")
    after = refresh(propose(OLD), propose(SHORT), text)
    assert f"{SHORT_DATES} Ring endelig." in after.text
    assert after.unplaced == ()


def test_a_sentence_the_author_turned_around_is_left_and_the_news_handed_back() -> None:
    own = DATES.replace(" og har", ", når I har adgang, og har")
    after = refresh(propose(OLD), propose(SHORT), rewritten(DATES, own))
    assert own in after.text
    assert after.unplaced == (Unplaced(DATES, SHORT_DATES),)


def test_a_title_follows_into_another_sentence() -> None:
    new = replace(OLD, tasks=(replace(OLD.tasks[0], title="Opret årsager", reference="Auto 15"),))
    text = rewritten("Hermed publiceres ny KLIK-opgave:", "Her kommer så")
    after = refresh(propose(OLD), propose(new), text)
    assert "Her kommer så ”(Auto 15) Opret årsager”." in after.text


def test_what_no_longer_holds_is_taken_out_and_what_was_added_behind_it_stays() -> None:
    text = rewritten("gå i gang med.", "gå i gang med. Det haster.")
    after = refresh(propose(OLD), propose(replace(OLD, related=())), text)
    assert "forlængelse" not in after.text and "Det haster." in after.text
    assert after.unplaced == ()


def test_news_the_author_wrote_already_is_not_asked_for() -> None:
    text = rewritten("fredag den 30. oktober", "fredag den 6. november").replace(
        "mandag den 12. oktober", "mandag den 19. oktober"
    )
    assert refresh(propose(OLD), propose(LATER), text) == (text, ())


def test_a_line_keeps_being_the_line_however_much_is_written_behind_it() -> None:
    own = f"{DATES} Ring til os, hvis I er i tvivl. Vi sidder klar alle hverdage fra kl. 9 til 15."
    after = refresh(propose(OLD), propose(LATER), rewritten(DATES, own))
    assert "mandag den 19. oktober og har tid til og med fredag den 6. november. Ring" in after.text


def test_an_old_date_the_author_repeated_is_pointed_at() -> None:
    own = f"{DATES} Altså fredag den 30. oktober."
    after = refresh(propose(OLD), propose(LATER), rewritten(DATES, own))
    assert "fredag den 6. november. Altså fredag den 30. oktober." in after.text
    assert after.unplaced == (Unplaced(DATES, ""),)


def test_one_more_task_turns_the_dates_into_a_list_and_keeps_what_was_added() -> None:
    other = replace(make_task(make_period(TODAY, date(2026, 10, 16)), reference="Auto 14"), key=14)
    text = rewritten("oktober.", "oktober. Ring endelig.")
    after = refresh(propose(OLD), propose(replace(OLD, tasks=(*OLD.tasks, other))), text)
    assert "Hermed publiceres to nye KLIK-opgaver." in after.text
    assert "Ring endelig." in after.text
    assert after.unplaced == ()


def test_a_long_text_without_any_likeness_is_refreshed_in_no_time() -> None:
    for text in ("x\n" * 5000, "I kan starte. " * 700, "fredag den 30. oktober " * 400):
        refresh(propose(OLD), propose(LATER), text)


def test_news_is_open_until_it_stands_in_the_text() -> None:
    news = (Unplaced(DATES, SHORT_DATES), Unplaced("Fristen er fredag den 30. oktober.", ""))
    assert open_news("Hej. Altså fredag den 30. oktober.", news) == news
    assert open_news(f"Hej.\n\n{SHORT_DATES}", news) == ()
    assert open_news("Hej.", (Unplaced("Det haster.", ""),)) == ()


def test_news_is_kept_with_the_facts_and_read_back() -> None:
    news = (Unplaced(DATES, SHORT_DATES), Unplaced(DATES, ""))
    kept = json.loads(json.dumps(with_news(to_snapshot(OLD), news)))
    assert news_in(kept) == news
    assert from_snapshot(kept) == OLD


@pytest.mark.parametrize(
    "news", [None, 1, "ab", [1], ["ab"], [["a"]], [["a", 1]], [["a", "b", "c"]], [["a\0", "b"]]]
)
def test_what_is_no_news_is_read_as_none(news: object) -> None:
    assert news_in(to_snapshot(OLD) | {"news": news}) == ()
    assert news_in(None) == ()
