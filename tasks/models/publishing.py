"""What happens outside the approved text: the announcement, the Podio entry, the publishing."""

from django.db import models
from django.db.models import Q

from tasks.models.person import person_key
from tasks.workflow import Stage


class Announcement(models.Model):
    """The #besked of a task; it has a revision of its own, so editing it voids no approval."""

    task = models.OneToOneField(
        "KlikTask", models.CASCADE, primary_key=True, related_name="announcement"
    )
    topic = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(null=True, blank=True)
    updated_by = person_key(null=True, blank=True, related_name="+")


class Publication(models.Model):
    """How far the task has come in Podio; the task's text and approval are untouched by it."""

    task = models.OneToOneField(
        "KlikTask", models.CASCADE, primary_key=True, related_name="publication"
    )
    stage = models.CharField(max_length=20, blank=True, default=Stage.NONE)
    tested_at = models.DateTimeField(null=True, blank=True)
    test_skipped_because = models.CharField(max_length=300, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    announced_text = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(stage__in=list(Stage)), name="publication_stage_known"
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.NONE)
                | Q(stage=Stage.ON_TEST, tested_at__isnull=False)
                | Q(stage=Stage.PUBLISHED, published_at__isnull=False)
                | Q(stage=Stage.ANNOUNCED, published_at__isnull=False, announced_at__isnull=False),
                name="publication_stage_has_its_time",
            ),
        )

    @property
    def is_public(self) -> bool:
        """Tell if the task stands on its real waves in Podio, so that municipalities see it."""
        return Stage(self.stage).is_public


class PodioEntry(models.Model):
    """A tick: this field was typed into Podio, and this is the value that was typed."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="podio_entries")
    field = models.CharField(max_length=40)
    value_hash = models.CharField(max_length=64)
    entered_by = person_key(related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint("task", "field", name="podio_entry_once"),)
