"""Who else has the task open, told to a page that asks again every few seconds."""

from datetime import timedelta

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from tasks.actions.presence import be_present, leave
from tasks.models import KlikTask, Person, Presence
from tasks.permissions import names_in_words
from tasks.views.asking import PersonRequest

SEEN_FOR = timedelta(seconds=15)  # three times what a page waits before it asks again


@require_POST
def task_presence(request: PersonRequest, pk: int) -> HttpResponse:
    """Take note that the person is here or has left; answer who else is, and what is newest."""
    task = get_object_or_404(KlikTask.objects.written().only("revision"), pk=pk)
    if request.POST.get("left"):
        leave(request.user, task.pk)
        return HttpResponse(status=204)
    be_present(request.user, task.pk, is_editing=request.POST.get("editing") == "1")
    others = _others(request.user, task)
    newest = task.versions.select_related("author").first()
    return JsonResponse(
        {
            "others": [
                {"name": other.person.short_name, "is_editing": other.is_editing}
                for other in others
            ],
            "sentence": _sentence(others),
            "revision": task.revision,
            "revision_by": newest.author.short_name if newest else "",
        }
    )


def _others(person: Person, task: KlikTask) -> list[Presence]:
    lately = Presence.objects.filter(task=task, seen_at__gte=timezone.now() - SEEN_FOR)
    others = lately.exclude(person=person).select_related("person")
    return list(others.order_by("person__first_name", "person__username"))


def _sentence(others: list[Presence]) -> str:
    """Say ”Rikke skriver i opgaven. Karl har den åben.”, or nothing."""
    writing = names_in_words([other.person.short_name for other in others if other.is_editing])
    looking = names_in_words([other.person.short_name for other in others if not other.is_editing])
    said = [f"{writing} skriver i opgaven."] if writing else []
    if looking:
        said.append(f"{looking} har {'den' if writing else 'opgaven'} åben.")
    return " ".join(said)
