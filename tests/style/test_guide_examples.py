"""The guide's own examples: no ERROR anywhere, nothing to correct in the SFTP texts."""

from tasks.guide import examples
from tasks.style import Draft, Finding, House, Severity, check
from tasks.style.rule import prose

GALLERY = House(roles=("Systemansvarlig", "Systemadministrator", "Superbruger", "Projektleder"))
TEXTS = {"goal", "description", "result", "method", "announcement"}


def in_texts(draft: Draft) -> list[Finding]:
    return [finding for finding in check(draft, GALLERY) if finding.field in TEXTS]


def test_the_sftp_texts_have_only_a_long_sentence() -> None:
    draft = Draft(
        goal=prose(examples.SFTP_GOAL),
        description=prose(examples.SFTP_DESCRIPTION),
        result=prose(examples.SFTP_RESULT),
    )
    (long,) = in_texts(draft)  # the guide's good description holds one of 38 words
    assert (long.rule, long.severity) == ("sentence-long", Severity.HINT)


def test_the_method_and_the_message_hold_no_error() -> None:
    draft = Draft(
        description=prose("x"),
        method=prose(examples.SETUP_METHOD),
        announcement=examples.SETUP_ANNOUNCEMENT,
    )
    assert not [f for f in in_texts(draft) if f.severity is Severity.ERROR]


def test_the_method_and_the_message_hold_no_false_alarm() -> None:
    draft = Draft(
        description=prose("x"),
        method=prose(examples.SETUP_METHOD),
        announcement=examples.SETUP_ANNOUNCEMENT,
    )
    found = [f for f in in_texts(draft) if f.severity is Severity.WARNING]
    assert {(f.rule, f.phrase) for f in found} <= {
        ("text-leftover", "(….)"),
        ("method-imperative", "Gentage"),
        ("method-imperative", "Åben"),
    }
