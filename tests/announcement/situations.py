"""Situations a message can be about, each named as the file in ``golden`` that answers it."""

from dataclasses import replace
from datetime import date

from tasks.announcement import AnnouncementFacts, Kind, RelatedFacts, TaskFacts, WavePeriod
from tasks.guide import Priority
from tests.announcement.facts import GO_LIVE, TODAY, make_period

OCT_12, OCT_16, OCT_23 = date(2026, 10, 12), date(2026, 10, 16), date(2026, 10, 23)
NOV_13, NOV_27 = date(2026, 11, 13), date(2026, 11, 27)
NOW_TO_GO_LIVE = make_period(TODAY, GO_LIVE)
FROM_GO_LIVE = make_period(GO_LIVE, NOV_27)
TO_OCT_16 = make_period(TODAY, OCT_16)
WAVE_2 = make_period(NOV_13, date(2026, 12, 11), "Bølge 2", NOV_13)
SFTP_TITLE = "Giv samtykke til, at Netcompany opretter jeres SFTP-rute"
EXCEL = RelatedFacts("Auto 12", "Udfyld excel-filen", TODAY)
ROLES = RelatedFacts("MI 03", "Tildel roller i KP", OCT_12)


def sftp(*periods: WavePeriod, **more: object) -> TaskFacts:
    return task(*periods, **({"reference": "Auto 15", "title": SFTP_TITLE, "key": 15} | more))


def excel(*periods: WavePeriod, **more: object) -> TaskFacts:
    return task(
        *periods, **({"reference": "Auto 12", "title": "Udfyld excel-filen", "key": 12} | more)
    )


def setup(*periods: WavePeriod, **more: object) -> TaskFacts:
    return task(*periods, **more)


def task(*periods: WavePeriod, **more: object) -> TaskFacts:
    told = {"reference": "Auto 13", "title": "Sæt jeres afslagsårsager op i KP", "key": 13}
    values = told | {"priority": Priority.MANDATORY} | more
    return TaskFacts(periods=periods, **values)  # type: ignore[arg-type]  # written out below


def new(*tasks: TaskFacts, **more: object) -> AnnouncementFacts:
    values = {"greeting": "KP-systemansvarlige", "signed_by": "Aske", "today": TODAY} | more
    return AnnouncementFacts(tasks=tasks, **values)  # type: ignore[arg-type]  # likewise


def changed(before: TaskFacts, now: TaskFacts, **more: object) -> AnnouncementFacts:
    return new(now, kind=Kind.CHANGED, before=(before,), **more)


def reminder(*tasks: TaskFacts, **more: object) -> AnnouncementFacts:
    return new(*tasks, kind=Kind.REMINDER, **more)


_NEW = {
    "guiden": new(setup(FROM_GO_LIVE), related=(EXCEL,), topic="opsætning af afslagsårsager"),
    "ny-start-nu": new(sftp(NOW_TO_GO_LIVE)),
    "ny-start-passeret": new(sftp(make_period(date(2026, 8, 3), GO_LIVE))),
    "ny-start-senere": new(setup(make_period(OCT_12, date(2026, 11, 5)))),
    "ny-start-senere-hele-uger": new(setup(make_period(OCT_12, date(2026, 11, 9)))),
    "ny-start-og-slut-i-samme-maaned": new(setup(make_period(date(2026, 10, 1), GO_LIVE))),
    "ny-start-ved-go-live": new(setup(make_period(GO_LIVE, date(2026, 12, 1)))),
    "ny-start-ved-go-live-uden-navn": new(
        setup(WavePeriod("Bølge 1", "", GO_LIVE, GO_LIVE, NOV_27))
    ),
    "ny-en-uge": new(setup(make_period(OCT_12, date(2026, 10, 19))), short_deadline_days=5),
    "ny-kort-frist-nu": new(sftp(make_period(TODAY, date(2026, 9, 9)))),
    "ny-kort-frist-senere": new(setup(make_period(OCT_12, OCT_23))),
    "ny-kort-frist-samme-dag": new(sftp(make_period(TODAY, TODAY))),
    "ny-over-nytaar": new(setup(make_period(date(2026, 12, 14), date(2027, 1, 15)))),
    "ny-over-et-aar-frem": new(setup(make_period(TODAY, date(2027, 10, 1)))),
    "ny-kritisk-vej": new(setup(make_period(OCT_12, OCT_23), priority=Priority.CRITICAL)),
    "ny-kritisk-vej-start-nu": new(sftp(NOW_TO_GO_LIVE, priority=Priority.CRITICAL)),
    "ny-anbefalet": new(sftp(NOW_TO_GO_LIVE, priority=Priority.RECOMMENDED)),
    "ny-to-boelger": new(setup(FROM_GO_LIVE, WAVE_2)),
    "ny-to-boelger-samme-datoer": new(setup(FROM_GO_LIVE, make_period(GO_LIVE, NOV_27, "Bølge 2"))),
    "ny-to-boelger-en-kort": new(
        setup(FROM_GO_LIVE, make_period(NOV_13, date(2026, 11, 20), "Bølge 2", NOV_13))
    ),
    "ny-forudsaetning": new(setup(FROM_GO_LIVE, required=(EXCEL,)), related=(EXCEL,)),
    "ny-to-forudsaetninger": new(setup(FROM_GO_LIVE, required=(EXCEL, ROLES))),
    "ny-flere-relaterede": new(setup(FROM_GO_LIVE), related=(EXCEL, ROLES)),
    "ny-relateret-starter-senere": new(setup(FROM_GO_LIVE), related=(ROLES,)),
    "ny-relateret-i-boelger": new(
        setup(FROM_GO_LIVE, WAVE_2),
        related=(replace(ROLES, start=TODAY, waves=(("Bølge 1", TODAY), ("Bølge 2", OCT_12))),),
    ),
    "ny-to-relaterede-i-boelger": new(
        setup(FROM_GO_LIVE, WAVE_2),
        related=(
            EXCEL,
            replace(ROLES, start=TODAY, waves=(("Bølge 1", TODAY), ("Bølge 2", OCT_12))),
        ),
    ),
    "ny-relateret-uden-start": new(
        setup(FROM_GO_LIVE), related=(RelatedFacts("MI 03", "Tildel roller i KP"),)
    ),
    "ny-uden-reference": new(
        task(NOW_TO_GO_LIVE, reference="", title=SFTP_TITLE, required=(EXCEL,))
    ),
    "ny-uden-start": new(sftp(make_period(None, GO_LIVE))),
    "ny-uden-slut": new(sftp(make_period(GO_LIVE, None))),
    "ny-frist-passeret": new(sftp(make_period(date(2026, 8, 3), date(2026, 8, 31)))),
    "ny-uden-noget": AnnouncementFacts("", (TaskFacts("", ""),), "", TODAY),
    "flere-tre-opgaver": new(
        excel(TO_OCT_16),
        setup(FROM_GO_LIVE, required=(EXCEL,)),
        sftp(NOW_TO_GO_LIVE),
        topic="afslagsårsager",
    ),
    "flere-to-en-kort": new(excel(TO_OCT_16), setup(make_period(GO_LIVE, NOV_13))),
    "flere-to-alle-korte": new(
        excel(make_period(TODAY, date(2026, 9, 9))), sftp(make_period(TODAY, date(2026, 9, 11)))
    ),
    "flere-to-kritiske": new(
        excel(TO_OCT_16, priority=Priority.CRITICAL),
        setup(FROM_GO_LIVE, priority=Priority.CRITICAL),
        related=(ROLES,),
    ),
    "flere-i-boelger": new(excel(TO_OCT_16), setup(FROM_GO_LIVE, WAVE_2)),
}
_CHANGED = {
    "aendret-slut": changed(setup(make_period(OCT_12, NOV_13)), setup(make_period(OCT_12, NOV_27))),
    "aendret-start": changed(
        setup(make_period(OCT_12, NOV_27)), setup(make_period(date(2026, 10, 19), NOV_27))
    ),
    "aendret-slut-frem-kort": changed(
        sftp(NOW_TO_GO_LIVE), sftp(make_period(TODAY, date(2026, 9, 14)))
    ),
    "aendret-titel": changed(sftp(NOW_TO_GO_LIVE, title="Giv samtykke"), sftp(NOW_TO_GO_LIVE)),
    "aendret-flere-ting": changed(
        setup(make_period(OCT_12, NOV_13), reference="Auto 11", title="Opret årsager"),
        setup(make_period(OCT_12, NOV_27)),
    ),
    "aendret-til-kritisk": changed(
        sftp(NOW_TO_GO_LIVE, priority=Priority.RECOMMENDED),
        sftp(NOW_TO_GO_LIVE, priority=Priority.CRITICAL),
    ),
    "aendret-i-en-boelge": changed(
        setup(FROM_GO_LIVE, WAVE_2), setup(FROM_GO_LIVE, WAVE_2._replace(end=date(2026, 12, 18)))
    ),
    "aendret-ny-boelge": changed(setup(FROM_GO_LIVE), setup(FROM_GO_LIVE, WAVE_2)),
    "aendret-noget-andet": changed(sftp(NOW_TO_GO_LIVE), sftp(NOW_TO_GO_LIVE)),
    "aendret-to-opgaver": new(
        excel(make_period(TODAY, OCT_23)),
        setup(make_period(GO_LIVE, date(2026, 12, 4))),
        kind=Kind.CHANGED,
        before=(excel(TO_OCT_16), setup(FROM_GO_LIVE)),
    ),
}
_CHANGED["aendret-en-af-to"] = replace(
    _CHANGED["aendret-to-opgaver"],
    before=(excel(TO_OCT_16), setup(make_period(GO_LIVE, date(2026, 12, 4)))),
)
_REMINDERS = {
    "paamindelse": reminder(excel(TO_OCT_16)),
    "paamindelse-foer-start": reminder(setup(make_period(OCT_12, OCT_23))),
    "paamindelse-efter-frist": reminder(excel(make_period(date(2026, 7, 1), date(2026, 8, 28)))),
    "paamindelse-kritisk": reminder(sftp(NOW_TO_GO_LIVE, priority=Priority.CRITICAL)),
    "paamindelse-i-boelger": reminder(setup(FROM_GO_LIVE, WAVE_2)),
    "paamindelse-to-opgaver": reminder(excel(TO_OCT_16), sftp(NOW_TO_GO_LIVE)),
    "paamindelse-uden-slut": reminder(sftp(make_period(TODAY, None))),
}
SITUATIONS: dict[str, AnnouncementFacts] = _NEW | _CHANGED | _REMINDERS
