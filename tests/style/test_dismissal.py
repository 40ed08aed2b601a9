"""Behold teksten: a kept finding survives edits elsewhere and lapses with its phrase."""

from tasks.style import Dismissal, Draft, Finding, House, check, is_dismissed, standing
from tasks.style.finding import normalised
from tasks.style.rule import prose

KEPT = "Kommunen skal svare."


def tone(description: str) -> tuple[Finding, ...]:
    found = check(Draft(description=prose(description)), House())
    return tuple(finding for finding in found if finding.rule == "tone-municipality")


def test_a_kept_finding_stands_no_more() -> None:
    found = tone(KEPT)
    assert standing(found, [Dismissal.of(found[0])]) == ()


def test_it_survives_edits_elsewhere() -> None:
    kept = Dismissal.of(tone(KEPT)[0])
    assert standing(tone(f"Et nyt afsnit.\nNu: {KEPT} Og mere."), [kept]) == ()


def test_it_lapses_when_the_phrase_changes() -> None:
    kept = Dismissal.of(tone(KEPT)[0])
    assert standing(tone("Kommunen bør svare."), [kept])


def test_capitals_blanks_and_quotes_do_not_count() -> None:
    assert normalised(" Kommunen   SKAL ”svare” ") == normalised('kommunen skal "svare"')


def test_a_dismissal_holds_in_its_own_field_only() -> None:
    kept = Dismissal.of(tone(KEPT)[0])
    draft = Draft(background=prose(KEPT))
    (found,) = (f for f in check(draft, House()) if f.rule == "tone-municipality")
    assert not is_dismissed(found, [kept])


def test_a_form_error_cannot_be_kept() -> None:
    found = [f for f in check(Draft(), House()) if f.rule == "required-title"]
    assert standing(found, [Dismissal.of(found[0])]) == tuple(found)


def test_a_whole_field_is_kept_until_the_text_grows() -> None:
    def listed(text: str) -> Finding:
        found = check(Draft(method=prose(text)), House())
        return next(finding for finding in found if finding.rule == "method-list")

    kept = Dismissal.of(listed("Du skal åbne fanen. Vælg rollen. Gem."))
    assert is_dismissed(listed("Du skal åbne fanen. Vælg en rolle. Gem."), [kept])
    assert not is_dismissed(listed("Du skal åbne fanen. Vælg rollen. Gem. Luk."), [kept])


def test_a_long_phrase_is_kept_short_and_still_lapses() -> None:
    long = "ord " * 500
    assert len(normalised(long)) <= 200
    assert normalised(long) != normalised(long + "x")
    assert normalised(normalised(long)) == normalised(long)
