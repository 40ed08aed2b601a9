"""The rows around a task: what it requires, is related to, who does it, and its links."""

from django.db import models
from django.db.models import F, Q

LINK_TITLE_MAX, LINK_URL_MAX = 200, 1000  # code points


class Prerequisite(models.Model):
    """``required`` must be completed before ``task`` can be completed."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="prerequisite_rows")
    required = models.ForeignKey("KlikTask", models.PROTECT, related_name="required_rows")

    class Meta:
        ordering = ("required__reference_sort", "pk")
        constraints = (
            models.UniqueConstraint("task", "required", name="prerequisite_once"),
            models.CheckConstraint(
                condition=~Q(task=F("required")), name="task_does_not_require_itself"
            ),
        )


class Relation(models.Model):
    """``related`` is closely related to ``task``."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="relation_rows")
    related = models.ForeignKey("KlikTask", models.PROTECT, related_name="related_rows")

    class Meta:
        ordering = ("related__reference_sort", "pk")
        constraints = (
            models.UniqueConstraint("task", "related", name="relation_once"),
            models.CheckConstraint(
                condition=~Q(task=F("related")), name="task_is_not_related_to_itself"
            ),
        )


class Performer(models.Model):
    """A recommended performer; the first goes into Podio's field where it takes only one."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="performer_rows")
    role = models.ForeignKey("Role", models.PROTECT)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint("task", "role", name="performer_once"),)


class Owner(models.Model):
    """A recommended owner (*ansvarlig*); ordered like the performers."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="owner_rows")
    role = models.ForeignKey("Role", models.PROTECT)
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint("task", "role", name="owner_once"),)


class Attachment(models.Model):
    """A link under *Eksterne bilag*."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="attachments")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=LINK_TITLE_MAX, blank=True)
    url = models.URLField(max_length=LINK_URL_MAX)

    class Meta:
        ordering = ("position",)
