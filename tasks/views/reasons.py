"""The reasons a text is kept with, one by one, and the godkender's answers to them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tasks import checking, guide
from tasks.actions import judging
from tasks.actions.refusal import Refused
from tasks.models import Dismissal, KlikTask
from tasks.permissions import can_judge, can_take_on, may
from tasks.style import Finding, Severity
from tasks.views.asking import PersonRequest, seen_revision, whole_number
from tasks.views.frame import fetch_task, say_refusal
from tasks.workflow import Right, Status


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason with what it is about and what this person may answer to it."""

    row: Dismissal
    finding: Finding
    severity: Severity
    count: int
    may_judge: bool
    may_take_on: bool
    why_not: str

    @property
    def label(self) -> str:
        """The field's name."""
        return guide.label_of(self.finding.field)

    @property
    def payload_key(self) -> str:
        """The field of the payload it stands in: the reference is part of the title there."""
        return "title" if self.finding.field == guide.REFERENCE_KEY else self.finding.field

    @property
    def is_open(self) -> bool:
        """True while this person can still accept it."""
        return self.may_judge and not (self.row.is_accepted or self.row.is_refused)


def reasons_of(
    request: PersonRequest, task: KlikTask, result: checking.CheckResult
) -> list[Reason]:
    """Return what the text is kept with, the gravest first; of the #besked only its proposals."""
    text = result.of_text()
    proposals = [k for k in result.of_announcement().kept if k.row.is_proposed]
    told = [*text.kept, *text.refused, *proposals]
    severities: dict[int, Severity] = {}
    for kept in told:
        gravest = max(kept.finding.severity, severities.get(kept.row.pk, Severity.HINT))
        severities[kept.row.pk] = gravest
    counts = Counter(kept.row.pk for kept in told)
    first = {kept.row.pk: kept for kept in reversed(told)}
    reasons = [
        _reason(request, task, first[pk], severities[pk], count) for pk, count in counts.items()
    ]
    return sorted(reasons, key=lambda reason: -reason.severity)


def _reason(
    request: PersonRequest,
    task: KlikTask,
    kept: checking.Kept,
    severity: Severity,
    count: int,
) -> Reason:
    person, row = request.user, kept.row
    answer = can_judge(person, task, row)
    take_on = row.is_proposed and bool(can_take_on(person, task, row))
    is_own = task.status == Status.IN_REVIEW and row.by_id == person.pk
    tells_why = is_own and bool(may(person, Right.APPROVE)) and not row.is_accepted
    why_not = answer.reason if tells_why else ""
    return Reason(row, kept.finding, severity, count, bool(answer), take_on, why_not)


def asked_for(result: checking.CheckResult) -> str:
    """Return the first words of *Send tilbage*: what the godkender has asked to have mended."""
    lines = []
    for kept in result.of_text().refused:
        what = f"”{kept.finding.phrase}” i " if kept.finding.phrase else ""
        words = f": {kept.row.words}" if kept.row.words else "."
        lines.append(f"Ret {what}{guide.label_of(kept.finding.field)}{words}")
    return "\n".join(dict.fromkeys(lines))


@require_POST
def task_reasons(request: PersonRequest, pk: int) -> HttpResponse:
    """Accept, refuse or take on what the button names, in exactly the text that was shown."""
    task = fetch_task(pk)
    answer = _ANSWERS.get(request.POST.get("answer", ""))
    if answer is None:
        raise Http404
    try:
        messages.success(request, answer(request, task.pk))
    except Refused as refusal:
        say_refusal(request, refusal)
    return redirect(f"{reverse('task_review', args=[pk])}#begrundelser")


def _asked(request: PersonRequest, pk: int) -> tuple[Any, int, int]:
    return request.user, pk, seen_revision(request)


def _row(request: PersonRequest) -> int:
    return whole_number(request.POST.get("row", ""))


def _accept(request: PersonRequest, pk: int) -> str:
    rows = [whole_number(value) for value in request.POST.getlist("row")]
    count = judging.accept_reasons(*_asked(request, pk), rows)
    if count > 1:
        return f"{count} begrundelser er godtaget."
    return "Begrundelsen er godtaget."


def _refuse(request: PersonRequest, pk: int) -> str:
    judging.refuse_reason(*_asked(request, pk), _row(request), request.POST.get("words", ""))
    return "Du har bedt om rettelse. Send opgaven tilbage, når du er færdig."


def _take_on(request: PersonRequest, pk: int) -> str:
    judging.take_on(*_asked(request, pk), _row(request))
    return "Det er godtaget og gælder nu i hele projektet."


def _decline(request: PersonRequest, pk: int) -> str:
    judging.decline_proposal(*_asked(request, pk), _row(request))
    return "Det gælder kun i denne opgave."


_ANSWERS: dict[str, Callable[[PersonRequest, int], str]] = {
    "accept": _accept,
    "refuse": _refuse,
    "project": _take_on,
    "task": _decline,
}
