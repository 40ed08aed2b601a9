"""A verb in the form another verb stands in: ”foretager” -> ”opdaterer”; None where unsure."""

from collections.abc import Iterator

from tasks.style.lexicon import lexicon


def in_form(infinitive: str, form: str) -> str | None:
    """Return the verb as ”imperative”, ”infinitive”, ”present”, ”passive”, ”participle”, ”past”."""
    if infinitive not in lexicon().infinitives:
        return None
    shapes = {
        "imperative": lexicon().infinitives[infinitive],
        "infinitive": infinitive,
        "present": f"{infinitive}r",
        "passive": f"{infinitive}s",
    }
    if infinitive.endswith("ere"):
        shapes |= {"participle": f"{infinitive}t", "past": f"{infinitive}de"}
    return shapes.get(form)


def verb_forms(infinitive: str) -> Iterator[tuple[str, str]]:
    """Yield (form, its name) of a verb the lexicon knows; nothing for another word."""
    imperative = lexicon().infinitives.get(infinitive)
    if imperative is None:
        return
    yield infinitive, "infinitive"
    yield imperative, "imperative"
    yield f"{infinitive}r", "present"
    yield f"{infinitive}s", "passive"
    for participle in (f"{infinitive}t", f"{imperative}et", f"{imperative}t"):
        if lexicon().participles.get(participle) == infinitive:
            yield participle, "participle"
            yield f"{participle}e", "participle-e"
    yield f"{infinitive}de", "past"
    yield f"{imperative}te", "past-te"
