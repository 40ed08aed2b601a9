"""From a task, saved or just typed, to what Podio is given, and on to what a municipality sees."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.conf import settings

from tasks import guide, richtext, schedule
from tasks.announcement import escape_markdown
from tasks.danish_dates import long_date_with_week
from tasks.drafting import Values, split_addresses
from tasks.exports.municipality import MunicipalityView, SeenField
from tasks.exports.payload import NO_DATE, Payload, PayloadField, WaveDay, WebLink
from tasks.guide import Priority
from tasks.models import KlikTask, Role, Wave
from tasks.models.task import ONLY_IN_PODIO
from tasks.permissions import names_in_words
from tasks.reference import PARTS, Reference
from tasks.workflow import Status

Contents = dict[str, str | tuple[str, ...]]

_TYPED_KEYS = (
    "is_infrastructure",
    "duration_days",
    "respects_frozen_zone",
    "end_offset_days",
    "start_offset_days",
)
# A municipality is never shown an offset or a list of waves, but the dates they give
_SEEN_AS_DATES = {"end_offset_days": "Slutdato", "start_offset_days": "Startdato"}
_OTHER_TASKS = ("prerequisites", "related_tasks")
_SEEN_ELSEWHERE = ("title", "waves")


def podio_payload(task: KlikTask) -> Payload:
    """Return a saved task as Podio is given it.

    Read the task from ``with_parts()`` or each list costs a query.
    """
    return payload_of(
        task.values(),
        announcement=task.announcement.own_text,
        is_final=task.status == Status.APPROVED,
        saved_at=task.updated_at,
    )


def payload_of(
    values: Values,
    *,
    announcement: str = "",
    is_final: bool = False,
    saved_at: datetime | None = None,
) -> Payload:
    """Return all 25 fields of the template in the order of Podio's form.

    A half-finished draft has empty texts; no value and no date is ever made up. Values that are
    typed and not saved have no ``saved_at``.
    """
    contents, dates = _contents(values), _dates(values)
    links = tuple(WebLink(title, url) for title, url in values["attachments"])
    keys = in_the_houses_order(settings.KLIK_PODIO_FIELD_ORDER)
    fields = [_field(key, contents[key], values, dates, links) for key in keys]
    return Payload(tuple(fields), announcement.strip(), is_final, saved_at)


def in_the_houses_order(named: Sequence[str]) -> list[str]:
    """Every field's key: those a setting names stand first, the rest in the guide's order."""
    place = {key: number for number, key in enumerate(named)}
    keys = [field.key for field in guide.FIELDS]
    return sorted(keys, key=lambda key: place.get(key, len(place)))


def _field(
    key: str,
    content: str | tuple[str, ...],
    values: Values,
    dates: dict[str, tuple[WaveDay, ...]],
    links: tuple[WebLink, ...],
) -> PayloadField:
    text = content if isinstance(content, str) else "; ".join(content)
    return PayloadField(
        key=key,
        label=guide.FIELD[key].label,
        text=text,
        value=values[key] if key in _TYPED_KEYS else text,
        html=richtext.to_podio_html(values[key]) if key in guide.PROSE_KEYS else "",
        items=content if isinstance(content, tuple) else (),
        dates=dates.get(key, ()),
        links=links if key == "attachments" else (),
        only_in_podio=_only_in_podio(values[key]) if key in _OTHER_TASKS else (),
    )


def _only_in_podio(tasks: Iterable[KlikTask]) -> tuple[WebLink, ...]:
    """Those of the tasks that nobody has written here, as they are linked to."""
    missing = [task for task in tasks if task.is_only_in_podio]
    return tuple(WebLink(f"{task.short_name} {ONLY_IN_PODIO}", task.podio_url) for task in missing)


def _contents(values: Values) -> Contents:
    """Every field as plain text, or as the texts of its several values."""
    reference = Reference(*(values[part] for part in PARTS))
    return {
        "title": f"{reference.bracketed} {values['title']}".strip(),
        **{key: getattr(values[key], "name", "") for key in ("project", "phase", "theme")},
        "priority": _priority(values["priority"]),
        "reply_to": split_addresses(values["reply_to"]),
        "is_infrastructure": _yes_no(values["is_infrastructure"]),
        "duration_days": _number(values["duration_days"]),
        "respects_frozen_zone": _yes_no(values["respects_frozen_zone"]),
        "end_offset_days": _number(values["end_offset_days"]),
        "start_offset_days": _number(values["start_offset_days"]),
        "waves": tuple(wave.name for wave in values["waves"]),
        **{key: tuple(task.full_title for task in values[key]) for key in _OTHER_TASKS},
        **{key: richtext.to_text(values[key]) for key in guide.PROSE_KEYS},
        **_roles("performers", "performer_comment", values),
        **_roles("owners", "owner_comment", values),
        "attachments": "\n".join(str(WebLink(*link)) for link in values["attachments"]),
    }


def _roles(key: str, comment_key: str, values: Values) -> Contents:
    """Part the roles between the field and its comment.

    The guide says the comment "Benyttes hvis der skal være mere end én anbefalet udfører":
    where Podio takes one role, the first is chosen in the field and the rest are named there.
    """
    roles: list[Role] = values[key]
    names = [role.name for role in roles]
    comment: str = values[comment_key].strip()
    if settings.KLIK_PODIO_TAKES_SEVERAL_ROLES or len(names) < 2:
        return {key: tuple(names), comment_key: comment}
    others = f"Også: {names_in_words(names[1:])}."
    return {key: (names[0],), comment_key: f"{others}\n{comment}".strip()}


def _priority(priority: str) -> str:
    """The label in Podio, where the lowest priority may have a name of its own."""
    if priority == Priority.RECOMMENDED:
        return str(settings.KLIK_RECOMMENDED_EXPORT_LABEL)
    return Priority(priority).label if priority else ""


def _yes_no(answer: bool | None) -> str:
    return {True: "Ja", False: "Nej", None: ""}[answer]


def _number(days: int | None) -> str:
    return "" if days is None else str(days)


def _dates(values: Values) -> dict[str, tuple[WaveDay, ...]]:
    """The dates the two offsets give, wave by wave."""
    end, start = values["end_offset_days"], values["start_offset_days"]
    periods = [(wave, schedule.period(wave.go_live, end, start)) for wave in values["waves"]]
    return {
        "end_offset_days": tuple(WaveDay(w.pk, w.name, period.end) for w, period in periods),
        "start_offset_days": tuple(WaveDay(w.pk, w.name, period.start) for w, period in periods),
    }


def municipality_view(payload: Payload, wave: Wave | None) -> MunicipalityView:
    """Return what a municipality of the wave meets: hidden and empty fields are absent.

    Without a wave, or in one the task does not have, the dates are "ingen dato".
    """
    wave_pk = None if wave is None else wave.pk
    keys = [
        key
        for key in in_the_houses_order(settings.KLIK_SEEN_FIELD_ORDER)
        if guide.FIELD[key].seen_by_municipalities and key not in _SEEN_ELSEWHERE
    ]
    seen = [_seen(payload.field(key), wave_pk) for key in keys]
    return MunicipalityView(
        heading=_seen(payload.field("title"), wave_pk),
        status=settings.KLIK_FIRST_STATUS,
        fields=tuple(field for field in seen if field.text),
        message=_message(payload.announcement),
        is_final=payload.is_final,
        saved_at=payload.saved_at,
    )


def _seen(field: PayloadField, wave_pk: int | None) -> SeenField:
    if field.key in _SEEN_AS_DATES:
        text = _day_in_words(field.day_in(wave_pk))
        return SeenField(field.key, _SEEN_AS_DATES[field.key], text)
    rest = (field.html, field.items, field.links, field.only_in_podio)
    return SeenField(field.key, field.label, field.text, *rest)


def _message(announcement: str) -> SeenField | None:
    """The message as Podio shows what we copy, which is Markdown to it."""
    if not announcement:
        return None
    html = richtext.from_markdown(escape_markdown(announcement))
    return SeenField(guide.ANNOUNCEMENT.key, guide.ANNOUNCEMENT.label, announcement, html)


def _day_in_words(day: date | None) -> str:
    return NO_DATE if day is None else long_date_with_week(day)
