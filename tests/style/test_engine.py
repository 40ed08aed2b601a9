"""check(): sorted, never raising, every span inside its block, every fix clean."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.schedule import FrozenZone
from tasks.style import Draft, Finding, House, WaveDates, check
from tasks.style.draft import FIELD_ORDER, READ_FIELDS
from tasks.style.rule import prose, text_example

HOUSE = House(
    roles=("Systemadministrator", "Systemansvarlig", "Kommunal administrator", " ", ""),
    frozen_zones=(FrozenZone("Jul", date(2026, 12, 21), date(2027, 1, 3)),),
)
PIECES = """\
kommunen Kommunerne skal kan har ansvar for sine deres systemadministrator I du ”kommunen”
" ( ) , . : – og om at der det er ikke test Oprettelse af #besked starte d. 30.10. 1. 4.0.0
(….) https://x.dk ifm. Målet har oprettet sig opmærksom være 12/10 § 30 é 😀"""
texts = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from([*PIECES.split(), "\n"])).map(" ".join)
)
fields = st.dictionaries(st.sampled_from(READ_FIELDS), texts)


def draft_of(values: dict[str, str]) -> Draft:
    draft = Draft(
        respects_frozen_zone=True,
        waves=(WaveDates("Bølge 1", None, date(2026, 12, 24), date(2026, 12, 31)),),
    )
    for field, text in values.items():
        draft = text_example(field, text, draft).draft
    return draft


def block_text(draft: Draft, finding: Finding) -> str:
    return draft.blocks(finding.field)[finding.block].text


@given(fields)
def test_every_span_lies_in_its_block_and_every_fix_applies(values: dict[str, str]) -> None:
    draft = draft_of(values)
    for finding in check(draft, HOUSE):
        assert finding.message
        if finding.is_whole_field:
            assert (finding.start, finding.end, finding.phrase) == (0, 0, "")
        else:
            text = block_text(draft, finding)
            assert 0 <= finding.start < finding.end <= len(text)
            assert text[finding.start : finding.end] == finding.phrase
        for fix in finding.fixes:
            start, end = finding.span_of(fix)
            assert 0 <= start <= end <= len(block_text(draft, finding))
            assert block_text(draft, finding)[start:end] != fix.replacement


@given(fields)
def test_findings_come_in_the_forms_order(values: dict[str, str]) -> None:
    found = check(draft_of(values), HOUSE)
    places = [(FIELD_ORDER.index(f.field), f.block, f.start, f.rule) for f in found]
    assert places == sorted(places)
    assert len(set(places)) == len(places), "rule, field, block and start name one finding"


@given(st.lists(st.sampled_from(["Kommunen skal rette sine data.", "Nu kan kommunen svare."])))
def test_a_fixed_text_is_not_found_again(said: list[str]) -> None:
    text = " ".join(said)
    for _ in said:
        draft = text_example("description", text).draft
        found = [f for f in check(draft, House()) if f.rule == "tone-municipality"]
        start, end = found[0].span_of(found[0].fixes[0])
        text = text[:start] + found[0].fixes[0].replacement + text[end:]
    draft = text_example("description", text).draft
    assert not [f for f in check(draft, House()) if f.rule == "tone-municipality"]


HOSTILE = {
    "one line": "Kommunen skal rette sine data. ",
    "no stop": "kommunen skal og ",
    "blanks": " ",
    "quotes": '”"“',
    "brackets": "((kommunen,",
    "numbers": "1.1.",
    "dots": ".…",
    "joined": "test og ",
    "dashes": "a-",
    "at": "a@",
    "roles": "systemadministrator skal ",
    "starts": "starte senest ",
    "marks": "* ",
    "lines": "\n",
    "has": "I har ",
}


@pytest.mark.parametrize("field", ["title", "description", "method", "announcement"])
@pytest.mark.parametrize("kind", HOSTILE)
def test_cost_grows_in_step_with_length(field: str, kind: str) -> None:
    """Ten times the text may cost forty times the time on a busy machine, never a hundred."""

    def cost(length: int) -> float:
        text = HOSTILE[kind] * (length // len(HOSTILE[kind]))
        draft = text_example(field, text).draft
        return min(timed(draft) for _ in range(3))

    def timed(draft: Draft) -> float:
        begin = time.process_time()
        check(draft, HOUSE)
        return time.process_time() - begin

    assert cost(40_000) < 40 * max(cost(4_000), 0.005)


def test_a_whole_task_is_read_in_no_time() -> None:
    paragraph = (
        "Ifm. Release 4.0.0 bliver det muligt for KP at modtage ansøgninger om personligt tillæg. "
        "Kommunen skal derfor give sit samtykke, så Netcompany kan oprette SFTP-ruten for jer.\n"
    )
    draft = Draft(
        title="Giv samtykke til SFTP-rute",
        goal=prose(paragraph),
        description=prose(paragraph * 8),
        method=prose(paragraph * 8),
        result=prose(paragraph),
        background=prose(paragraph * 4),
    )
    check(draft, HOUSE)

    def once() -> float:
        begin = time.process_time()
        check(draft, HOUSE)
        return time.process_time() - begin

    assert sorted(once() for _ in range(9))[4] < 0.02
