"""What happens outside the approved text: the announcement, the Podio entry, the publishing."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from tasks.announcement import Kind
from tasks.models.person import person_key
from tasks.workflow import Stage

if TYPE_CHECKING:
    from tasks.models.task import KlikTask


class Announcement(models.Model):
    """The #besked of a task; it has a revision of its own, so editing it voids no approval.

    ``facts`` are those its text was proposed from. A task whose news stands in another task's
    message is ``covered_by`` that one, the master, and has no message of its own.
    """

    task = models.OneToOneField(
        "KlikTask", models.CASCADE, primary_key=True, related_name="announcement"
    )
    kind = models.CharField(max_length=10, default=Kind.NEW)
    topic = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(null=True, blank=True)
    updated_by = person_key(null=True, blank=True, related_name="+")
    facts = models.JSONField(null=True, blank=True)
    covered_by = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="covers"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=list(Kind)), name="announcement_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(covered_by=F("task")), name="announcement_does_not_cover_itself"
            ),
        )

    @property
    def is_written(self) -> bool:
        """True when there is a text: its own, or in the message that tells of it."""
        return bool((self.covered_by or self).text.strip())

    @property
    def own_text(self) -> str:
        """What stands, or shall stand, on the task's own master task."""
        return "" if self.covered_by_id else self.text

    @property
    def master(self) -> "KlikTask | None":
        """The task whose message tells of this one; None when it has its own."""
        return self.covered_by.task if self.covered_by else None


class SentMessage(models.Model):
    """A #besked as it was sent, by whom and when, and the facts it told of the task.

    A combined message leaves a row for every task it is about; ``master`` is where it stands.
    """

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="sent_messages")
    master = models.ForeignKey("KlikTask", models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10)
    text = models.TextField()
    facts = models.JSONField(null=True, blank=True)
    sent_at = models.DateTimeField()
    sent_by = person_key(related_name="+")

    class Meta:
        ordering = ("-sent_at", "-pk")


class Publication(models.Model):
    """How far the task has come in Podio; the task's text and approval are untouched by it."""

    task = models.OneToOneField(
        "KlikTask", models.CASCADE, primary_key=True, related_name="publication"
    )
    stage = models.CharField(max_length=20, blank=True, default=Stage.NONE)
    tested_at = models.DateTimeField(null=True, blank=True)
    test_skipped_because = models.CharField(max_length=300, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_revision = models.PositiveIntegerField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(looked_at=None, looked_revision=None)
                | Q(looked_at__isnull=False, looked_revision__isnull=False),
                name="publication_look_has_its_text",
            ),
        )

    @property
    def is_public(self) -> bool:
        """Tell if the task stands on its real waves in Podio, so that municipalities see it."""
        return Stage(self.stage).is_public

    def is_looked_at(self, revision: int, approved_at: datetime) -> bool:
        """True when somebody has looked at this text on the test wave.

        A look is at the text that lies there. It stands for its own revision, and for a later one
        under the same approval: a correction too small to ask for a new approval asks for no new
        look. Any other change is approved anew, after the look, and must be looked at again.
        """
        if self.looked_at is None:
            return False
        return self.looked_revision == revision or self.looked_at >= approved_at


class PodioEntry(models.Model):
    """A tick: this field was typed into Podio, and this is the value that was typed."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="podio_entries")
    field = models.CharField(max_length=40)
    value_hash = models.CharField(max_length=64)
    entered_by = person_key(related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint("task", "field", name="podio_entry_once"),)
