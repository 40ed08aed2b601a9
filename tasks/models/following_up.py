"""Who follows up that the municipalities get there in time; KOMBIT's own, never shown to them."""

from django.db import models
from django.db.models import Q

from tasks.models.person import person_key

DAYS_BEFORE_MAX = 3650  # days; as far as an offset reaches


class FollowedUpBy(models.TextChoices):
    """Who it is; the guide: ”skal følges op af KOMBIT og/eller leverandør”."""

    KOMBIT = "kombit", "KOMBIT"
    SUPPLIER = "supplier", "Leverandøren"
    BOTH = "both", "KOMBIT og leverandøren"


class FollowUp(models.Model):
    """Who follows a task up; a record of its own, so that it voids no approval.

    ``days_before`` are days from the internal deadline to the end date; None = the project's.
    """

    task = models.OneToOneField(
        "KlikTask", models.CASCADE, primary_key=True, related_name="follow_up"
    )
    by = models.CharField(max_length=10, choices=FollowedUpBy.choices)
    days_before = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(by__in=FollowedUpBy.values), name="follow_up_by_somebody_known"
            ),
            models.CheckConstraint(
                condition=Q(days_before__lte=DAYS_BEFORE_MAX) | Q(days_before=None),
                name="follow_up_days_within_reach",
            ),
        )


class FollowedUp(models.Model):
    """A tick: the task has been followed up in this wave."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="followed_up")
    wave = models.ForeignKey("Wave", models.CASCADE, related_name="followed_up")
    done_by = person_key(related_name="+")
    done_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint("task", "wave", name="followed_up_once_in_a_wave"),)
