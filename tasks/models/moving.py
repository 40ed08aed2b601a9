"""What a moved date leaves to be done by hand: corrections in Podio, and a message to send."""

from django.db import models
from django.db.models import Q

from tasks.models.person import person_key

VALUE_MAX = 1000  # code points; the names of a task's waves


class Correcting(models.TextChoices):
    """What stands in Podio with an old value."""

    GO_LIVE = "go_live", "Go-live"
    START = "start", "Startdato"
    END = "end", "Slutdato"
    WAVES = "waves", "Bølger"


class PodioCorrection(models.Model):
    """One value in Podio that is not the one here; days are kept as 2026-10-30, "" is none.

    A go-live has no task, and a task's waves no wave.
    """

    project = models.ForeignKey("Project", models.CASCADE, related_name="podio_corrections")
    task = models.ForeignKey(
        "KlikTask", models.CASCADE, null=True, blank=True, related_name="podio_corrections"
    )
    wave = models.ForeignKey(
        "Wave", models.CASCADE, null=True, blank=True, related_name="podio_corrections"
    )
    what = models.CharField(max_length=10, choices=Correcting.choices)
    # What, task and wave in one: two columns that may be empty make no unique pair
    place = models.CharField(max_length=60)
    old = models.CharField(max_length=VALUE_MAX, blank=True)
    new = models.CharField(max_length=VALUE_MAX, blank=True)
    noted_by = person_key(related_name="+")
    noted_at = models.DateTimeField()
    done_by = person_key(null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                "project",
                "place",
                condition=Q(done_at=None),
                name="podio_correction_once_while_open",
            ),
            models.CheckConstraint(
                condition=Q(what__in=Correcting.values), name="podio_correction_known"
            ),
        )


class GoLiveMove(models.Model):
    """A go-live that moved, until the municipalities have been told or need not be."""

    wave = models.ForeignKey("Wave", models.CASCADE, related_name="go_live_moves")
    old_day = models.DateField(null=True, blank=True)
    new_day = models.DateField(null=True, blank=True)
    moved_by = person_key(related_name="+")
    moved_at = models.DateTimeField()
    told_by = person_key(null=True, blank=True, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    told_text = models.TextField(blank=True)

    class Meta:
        ordering = ("-moved_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                "wave", condition=Q(told_at=None), name="one_untold_move_of_a_wave"
            ),
        )
