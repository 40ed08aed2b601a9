"""One field's text as a draft that holds nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tasks.lint.placed import Placed, placed
from tasks.lint.refusal import UnusableError
from tasks.reference import split_title
from tasks.style import Draft
from tasks.style.draft import READ_FIELDS


@dataclass(frozen=True, slots=True)
class PlacedDraft:
    """A draft with the place of its texts, by field key."""

    draft: Draft
    texts: Mapping[str, Placed]


def one_field(key: str, text: str) -> PlacedDraft:
    """Return a draft with this text alone; raises UnusableError for a field without text."""
    if key not in READ_FIELDS:
        raise UnusableError(f"”{key}” er ikke et tekstfelt. Vælg blandt {', '.join(READ_FIELDS)}.")
    return with_texts(Draft(), {key: text})


def with_texts(draft: Draft, texts: Mapping[str, str]) -> PlacedDraft:
    """Put texts into a draft. A reference before the title is skipped: it is no part of it."""
    read = {key: placed(key, text) for key, text in texts.items()}
    if "title" in read:
        draft, read["title"] = _without_reference(draft, read["title"].text)
    values = {key: text.value for key, text in read.items()}
    return PlacedDraft(replace(draft, **values), read)  # type: ignore[arg-type]


def _without_reference(draft: Draft, text: str) -> tuple[Draft, Placed]:
    reference, title = split_title(text)
    if not reference.is_complete:
        return draft, placed("title", text)
    if not draft.reference:
        draft = replace(
            draft,
            prefix=reference.prefix,
            separator=reference.separator,
            number=reference.number,
        )
    return draft, Placed(title, (len(text) - len(text.lstrip()) + _length_before(text),), text)


def _length_before(text: str) -> int:
    """Return the code points of ”(MI 01) ” at the beginning of a stripped text."""
    stripped = text.lstrip()
    rest = stripped[stripped.index(")") + 1 :]
    return len(stripped) - len(rest.lstrip())
