"""Named reads of tasks."""

from typing import TYPE_CHECKING, Self

from django.db import models

from tasks.models.publishing import PodioEntry
from tasks.workflow import Stage, Status

if TYPE_CHECKING:
    from tasks.models.task import KlikTask  # noqa: F401  (the type in the base class below)


def _stands_in_podio() -> models.Q:
    ticks = PodioEntry.objects.filter(task=models.OuterRef("pk"))
    linked = ~models.Q(podio_url="")
    return linked | ~models.Q(publication__stage=Stage.NONE) | models.Q(models.Exists(ticks))


class KlikTaskQuerySet(models.QuerySet["KlikTask"]):
    """What pages and actions ask for."""

    def written(self) -> Self:
        """Tasks that are written here, in the bin or not."""
        return self.filter(is_only_in_podio=False)

    def kept(self) -> Self:
        """Tasks that are written here and do not lie in the bin."""
        return self.written().filter(binned_at=None)

    def in_bin(self) -> Self:
        """Tasks that lie in the bin."""
        return self.written().exclude(binned_at=None)

    def only_in_podio(self) -> Self:
        """Those that stand for a task in Podio which nobody has written here yet."""
        return self.filter(is_only_in_podio=True, became=None, binned_at=None)

    def to_point_at(self) -> Self:
        """Tasks another one can be given as prerequisite or related, written here or not."""
        return self.filter(binned_at=None, became=None)

    def with_parts(self) -> Self:
        """Everything ``values()`` reads, in a fixed number of queries."""
        return self.select_related(
            "project",
            "phase",
            "theme",
            "author",
            "announcement__covered_by__task",
            "publication",
        ).prefetch_related(
            "waves",
            "project__frozen_zones",
            "prerequisite_rows__required__waves",
            "relation_rows__related__waves",
            "performer_rows__role",
            "owner_rows__role",
            "attachments",
        )

    def for_list(self) -> Self:
        """What one line of the task list shows, in a fixed number of queries."""
        return self.select_related(
            "project", "author", "announcement__covered_by__task", "publication"
        ).prefetch_related("waves")

    def in_podio(self) -> Self:
        """Tasks of which anything stands in Podio already."""
        return self.filter(_stands_in_podio())

    def with_podio(self) -> Self:
        """Tell of each, as ``is_in_podio``, whether anything of it stands in Podio already."""
        answer = models.ExpressionWrapper(_stands_in_podio(), models.BooleanField())
        return self.annotate(is_in_podio=answer)

    def awaiting_review(self) -> Self:
        """Tasks sent to review, the longest waiting first."""
        return self.kept().filter(status=Status.IN_REVIEW).order_by("status_changed_at", "pk")
