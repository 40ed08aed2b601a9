"""The workbooks to download; approved tasks alone, so a draft never looks like a final text."""

import re

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from tasks import listing
from tasks.exports.podio import podio_payload
from tasks.exports.xlsx import workbook
from tasks.forms.listing import ListForm
from tasks.models import KlikTask
from tasks.models.task_reads import KlikTaskQuerySet
from tasks.views.asking import PersonRequest
from tasks.views.frame import fetch_task
from tasks.workflow import Status

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME_MAX = 120  # code points of a file name; old Windows paths hold 260 in all
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_KEY = re.compile(r"[0-9]{1,18}", re.ASCII)


@require_safe
def task_xlsx(request: PersonRequest, pk: int) -> HttpResponse:
    """One approved task as a workbook; any other leads to the page that says why not."""
    task = fetch_task(pk)
    if task.status != Status.APPROVED:
        messages.error(request, "Kun godkendte opgaver kan hentes som Excel.")
        return redirect("task_podio", pk)
    return _download(workbook([podio_payload(task)]), str(task))


@require_safe
def tasks_xlsx(request: PersonRequest) -> HttpResponse:
    """The approved ones of the tasks in ``opgave``, or else of those the list's query finds.

    Without any, one is back at the list.
    """
    asked = {int(key) for key in request.GET.getlist("opgave") if _KEY.fullmatch(key)}
    shown = listing.find(ListForm(request.GET).query(), request.user).values("pk")
    chosen = Q(pk__in=asked) if "opgave" in request.GET else Q(pk__in=shown)
    tasks = _approved().filter(chosen)
    payloads = [podio_payload(task) for task in tasks]
    if not payloads:
        messages.error(request, "Der er ingen godkendte opgaver at hente som Excel.")
        return redirect("task_list")
    if left := len(asked) - len(payloads) if asked else 0:
        messages.info(request, _left_out(left))
    return _download(workbook(payloads), f"KLIK-opgaver {localdate():%Y-%m-%d}")


def _approved() -> KlikTaskQuerySet:
    return KlikTask.objects.kept().filter(status=Status.APPROVED).with_parts()


def _left_out(count: int) -> str:
    if count == 1:
        return "1 valgt opgave er ikke med i Excel-filen, fordi den ikke er godkendt."
    return f"{count} valgte opgaver er ikke med i Excel-filen, fordi de ikke er godkendt."


def _download(content: bytes, name: str) -> HttpResponse:
    """Answer with a file; its name loses what file systems and headers cannot hold."""
    safe = " ".join(_NOT_IN_A_NAME.sub(" ", name).split())[:NAME_MAX].strip(" .")
    disposition = content_disposition_header(as_attachment=True, filename=f"{safe}.xlsx")
    return HttpResponse(
        content,
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": disposition},
    )
