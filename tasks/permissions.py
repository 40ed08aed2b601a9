"""Who may do what: one answer for the button, the action and the test."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localtime

from tasks.danish_dates import clock
from tasks.guide import ANNOUNCEMENT, Priority
from tasks.models import Dismissal, EventKind, KlikTask, Person
from tasks.workflow import EDITABLE, MOVES, MoveName, Right, Status

_MISSING_RIGHT = {
    Right.WRITE: "Kun forfattere kan skrive opgaver.",
    Right.APPROVE: "Kun godkendere kan godkende og sende tilbage.",
    Right.PUBLISH: "Du har ikke retten til at indtaste og publicere.",
    Right.ADMINISTER: "Kun administratorer kan passe lister, projekter og bølger.",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, or no with a Danish reason that says what to do instead."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Answer(True)


def may(person: Any, right: Right) -> Answer:
    """Tell whether a person's groups give a right."""
    return YES if person.has_right(right) else Answer(False, _MISSING_RIGHT[right])


def can_edit(person: Any, task: KlikTask) -> Answer:
    """Tell whether the text may be changed now: any author may edit any draft."""
    if not (answer := may(person, Right.WRITE)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven. Tag den op, før du retter.")
    if task.status not in EDITABLE:
        return Answer(False, "Opgaven er godkendt og låst. Genåbn den, hvis du vil rette.")
    return YES


def can_correct(person: Any, task: KlikTask) -> Answer:
    """Tell whether a slip may be put right in the text while its approval stands."""
    if not (answer := may(person, Right.WRITE)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven. Tag den op, før du retter.")
    if task.status != Status.APPROVED:
        return Answer(False, "Opgaven er ikke godkendt, så du kan rette hele teksten.")
    return YES


def can_copy(person: Any, task: KlikTask) -> Answer:
    """Tell whether a draft may be made of the task, whatever its status: it is only read."""
    if not (answer := may(person, Right.WRITE)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven. Tag den op, før du kopierer den.")
    return answer


def can_announce(person: Any, task: KlikTask) -> Answer:
    """Tell whether the #besked may be changed: in every status, since it is not approved text."""
    if not (answer := may(person, Right.WRITE)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven. Tag den op, før du retter.")
    return answer


def can_follow_up(person: Any, task: KlikTask) -> Answer:
    """Tell whether the follow-up may be changed: in every status, since it is not approved text."""
    if not (answer := may(person, Right.WRITE)):
        return Answer(False, "Kun forfattere kan ændre opfølgningen.")
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven. Tag den op, før du følger op.")
    if not (task.priority and Priority(task.priority).is_followed_up):
        return Answer(False, "Vi følger kun op på obligatoriske opgaver.")
    return answer


def can_mark_followed_up(person: Any, task: KlikTask) -> Answer:
    """Tell whether the task may be noted as followed up: only what municipalities can see."""
    if not (answer := can_follow_up(person, task)):
        return answer
    if not task.publication.is_public:
        return Answer(False, "Opgaven er ikke publiceret endnu. Følg op, når kommunerne ser den.")
    return answer


def can_keep(person: Any, task: KlikTask, field: str) -> Answer:
    """Tell whether a finding in a field may be kept: whoever may change the field may."""
    if field == ANNOUNCEMENT.key:
        return can_announce(person, task)
    return can_edit(person, task)


def can_unkeep(person: Any, task: KlikTask, row: Dismissal) -> Answer:
    """Tell whether a kept finding may be taken back; the project's by a godkender alone."""
    if row.project_id is not None and not may(person, Right.APPROVE):
        return Answer(False, "Det gælder hele projektet. Bed en godkender om at tage det tilbage.")
    return can_keep(person, task, row.field)


def can_judge(person: Any, task: KlikTask, row: Dismissal) -> Answer:
    """Tell whether a person may accept or refuse the reason a text is kept with.

    Four eyes: never one's own reason.
    """
    if not (answer := _can_settle(person, task, row, {Status.IN_REVIEW})):
        return answer
    if row.project_id is not None:
        return Answer(False, "Det er godtaget for hele projektet.")
    if row.field == ANNOUNCEMENT.key:
        return Answer(False, "#besked ligger uden for det, der godkendes.")
    return YES


def can_take_on(person: Any, task: KlikTask, row: Dismissal) -> Answer:
    """Tell whether a person may settle a proposal for the whole project.

    Also once the text is approved: it is not about the text, and the #besked is written then.
    """
    return _can_settle(person, task, row, {Status.IN_REVIEW, Status.APPROVED})


def _can_settle(
    person: Any, task: KlikTask, row: Dismissal, statuses: Collection[Status]
) -> Answer:
    if not may(person, Right.APPROVE):
        return Answer(False, "Kun godkendere kan godtage en begrundelse.")
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven.")
    if task.status not in statuses:
        return Answer(False, f"Det kan ikke lade sig gøre, når trinnet er ”{task.status_label}”.")
    if row.by_id == person.pk:
        return Answer(False, "Du har selv beholdt teksten, så en anden skal godtage grunden.")
    return YES


def can_publish(person: Any, task: KlikTask) -> Answer:
    """Tell whether the approved text may be entered in Podio and published."""
    if not (answer := may(person, Right.PUBLISH)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven.")
    if task.status != Status.APPROVED:
        return Answer(False, "Kun godkendte opgaver indtastes i Podio.")
    return YES


def publishers_in_words() -> str:
    """Name the active people who may enter and publish; empty when nobody may."""
    people = Person.objects.with_perm(
        f"tasks.{Right.PUBLISH.value}",
        backend="django.contrib.auth.backends.ModelBackend",
        include_superusers=False,
    )
    return names_in_words([person.short_name for person in people])


def can_move(person: Any, move: MoveName, task: KlikTask) -> Answer:
    """Tell whether a person may carry out a move of the workflow now.

    Four eyes: whoever edited the text since it was last approved cannot approve it.
    """
    if not (answer := may(person, MOVES[move].right)):
        return answer
    if task.binned_at is not None:
        return Answer(False, "Opgaven ligger i papirkurven.")
    if task.status not in MOVES[move].sources:
        return Answer(False, _wrong_status(task, move))
    if move is MoveName.APPROVE and person.pk in editors_since_approval(task):
        return Answer(False, _others_can_approve(task))
    return YES


def _wrong_status(task: KlikTask, move: MoveName) -> str:
    if move is MoveName.APPROVE and task.status == Status.APPROVED:
        event = task.events.filter(kind=EventKind.APPROVED).select_related("actor").first()
        if event is not None:
            when = clock(localtime(event.at))
            return f"Opgaven er allerede godkendt af {event.actor.short_name} kl. {when}."
    return f"Det kan ikke lade sig gøre, når trinnet er ”{task.status_label}”."


def editors_since_approval(task: KlikTask) -> set[int]:
    """Return the keys of the people who changed the text since it was last approved."""
    changed = task.versions.filter(revision__gt=task.approved_revision or 0)
    return set(changed.values_list("author_id", flat=True))


def reviewers_for(task: KlikTask) -> list[Person]:
    """Return the active people who can approve the text as it stands now."""
    people = Person.objects.with_perm(
        f"tasks.{Right.APPROVE.value}",
        backend="django.contrib.auth.backends.ModelBackend",
        include_superusers=False,
    )
    return list(people.exclude(pk__in=editors_since_approval(task)))


def _others_can_approve(task: KlikTask) -> str:
    names = names_in_words([person.short_name for person in reviewers_for(task)])
    others = f" {names} kan." if names else " Ingen andre kan lige nu; bed en administrator."
    return f"Du har rettet i opgaven, så en anden skal godkende.{others}"


def names_in_words(names: list[str]) -> str:
    """Join names the Danish way: ”Rikke, Mette og Karl”."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} og {names[-1]}"
