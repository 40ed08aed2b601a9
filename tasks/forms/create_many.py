"""*Opret flere*: a pasted list of titles, read line by line, with what is amiss on each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django import forms

from tasks.actions.drafts import line_key
from tasks.models import KlikTask, Project
from tasks.models.task import TITLE_MAX
from tasks.reference import (
    NUMBER_MAX,
    PREFIX_MAX,
    SEPARATOR_MAX,
    Reference,
    parse,
    split_title,
)

LINES_MAX = 200
TEXT_MAX = 100_000  # code points: 200 lines of 500


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line that is not empty; ``number`` counts from 1 in what was pasted, empty lines too."""

    number: int
    reference: Reference
    title: str
    problem: str = ""

    def values(self) -> dict[str, Any]:
        """What the line says of its task."""
        return {
            "prefix": self.reference.prefix,
            "separator": self.reference.separator,
            "number": self.reference.number,
            "title": self.title,
        }


def read_lines(text: str) -> list[PastedLine]:
    """Read ”(MI 02) Udfyld …” or, from a spreadsheet, ”MI 02<tab>Udfyld …”, a line each."""
    return [
        PastedLine(number, *_parts(line))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]


def _parts(line: str) -> tuple[Reference, str]:
    cells = [" ".join(cell.split()) for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1 and (reference := parse(cells[0])).is_complete:
        return reference, " ".join(cells[1:])
    return split_title(" ".join(cells))


class CreateManyForm(forms.Form):
    """Project and titles; after ``is_valid()`` the lines are in ``pasted``, problems told on each.

    A form with a problem on any line is invalid, since either all drafts are made or none.
    """

    project = forms.ModelChoiceField(
        label="Projekt",
        queryset=Project.objects.all(),
        empty_label="Vælg et projekt",
        help_text="Kladderne får projektets fase, tema, prioritet og ”Svar til”.",
        error_messages={
            "required": "Vælg et projekt.",
            "invalid_choice": "Vælg et projekt på listen.",
        },
    )
    lines = forms.CharField(
        label="Titler, én på hver linje",
        max_length=TEXT_MAX,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "true"}),
        help_text="Fx ”(MI 02) Udfyld excel-filen”. Du kan også kopiere to kolonner fra Excel: "
        "referencen og titlen. Tomme linjer springes over.",
        error_messages={
            "required": "Skriv eller indsæt mindst én titel.",
            "max_length": "Teksten er for lang. Indsæt den i flere omgange.",
        },
    )

    pasted: tuple[PastedLine, ...] = ()

    def __init__(self, *args: Any, key: UUID | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.key = key

    def clean(self) -> dict[str, Any]:
        """Read the lines and put one error on the field for each that cannot become a draft."""
        lines = read_lines(self.cleaned_data.get("lines", ""))
        if len(lines) > LINES_MAX:
            self.add_error(
                "lines",
                f"Der er {len(lines)} titler. Indsæt højst {LINES_MAX} ad gangen.",
            )
            return self.cleaned_data
        if not lines and "lines" in self.cleaned_data:
            self.add_error("lines", "Skriv eller indsæt mindst én titel.")
        holders = self._holders(lines)
        self.pasted = tuple(_with_problems(lines, holders))
        for line in self.pasted:
            if line.problem:
                self.add_error("lines", f"Linje {line.number}: {line.problem}")
        return self.cleaned_data

    def _holders(self, lines: list[PastedLine]) -> dict[str, KlikTask]:
        """The project's tasks that already have a reference, in the bin or not.

        Those this very form has made do not count: a second press finds them and is done.
        """
        if (project := self.cleaned_data.get("project")) is None:
            return {}
        keys = {line.reference.natural_key for line in lines} - {""}
        own = [line_key(self.key, line) for line in range(len(lines))] if self.key else []
        tasks = KlikTask.objects.written().filter(project=project, reference_key__in=keys)
        return {task.reference_key: task for task in tasks if task.creation_key not in own}


def _with_problems(lines: list[PastedLine], holders: dict[str, KlikTask]) -> Iterator[PastedLine]:
    first_lines: dict[str, int] = {}
    for line in lines:
        key = line.reference.natural_key
        problem = _own_problem(line)
        if key and key in first_lines:
            problem = f"{line.reference.bracketed} står også på linje {first_lines[key]}."
        elif holder := holders.get(key):
            where = " i papirkurven" if holder.binned_at else ""
            problem = f"{line.reference.bracketed} er brugt til ”{holder.title}”{where}."
        first_lines.setdefault(key, line.number)
        yield replace(line, problem=problem)


def _own_problem(line: PastedLine) -> str:
    """What is wrong with the line alone, or nothing."""
    reference = line.reference
    if not line.title:
        return f"Skriv en titel efter {reference.bracketed}."
    if len(line.title) > TITLE_MAX:
        return f"Titlen er {len(line.title)} tegn lang. Der er plads til {TITLE_MAX}."
    if len(reference.prefix) > PREFIX_MAX or len(reference.number) > NUMBER_MAX:
        return f"{reference.bracketed} er for lang til en reference."
    if len(reference.separator) > SEPARATOR_MAX:
        return f"Skriv færre tegn mellem præfiks og nummer i {reference.bracketed}."
    return ""
