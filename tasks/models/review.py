"""What is remembered of a task's way: events, versions, approvals and kept findings."""

from django.db import models
from django.db.models import Q

from tasks.models.person import person_key


class EventKind(models.TextChoices):
    """What can happen to a task, in the past tense *Forløb* shows."""

    CREATED = "created", "oprettede opgaven"
    EDITED = "edited", "rettede"
    SUBMITTED = "submitted", "sendte til godkendelse"
    WITHDRAWN = "withdrawn", "trak tilbage"
    SENT_BACK = "sent_back", "sendte tilbage"
    APPROVED = "approved", "godkendte"
    REOPENED = "reopened", "genåbnede"
    KEPT = "kept", "beholdt teksten"
    UNKEPT = "unkept", "tog ”Behold teksten” tilbage"
    ANNOUNCEMENT = "announcement", "rettede #besked"
    ENTERED = "entered", "indtastede i Podio"
    LINKED = "linked", "gemte link til masteropgaven"
    ON_TEST = "on_test", "lagde på testbølgen"
    TEST_SKIPPED = "test_skipped", "sprang testen over"
    PUBLISHED = "published", "flyttede til rigtige bølger"
    ANNOUNCED = "announced", "sendte #besked"
    BINNED = "binned", "lagde i papirkurven"
    RESTORED = "restored", "tog op af papirkurven"


class Event(models.Model):
    """One line of *Forløb*; ``details`` holds old and new values, messages and reasons."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="events")
    kind = models.CharField(max_length=20, choices=EventKind.choices)
    actor = person_key(related_name="+")
    at = models.DateTimeField()
    revision = models.PositiveIntegerField()
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("task", "-at"), name="event_by_task"),)
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="event_kind_known"),
        )


class Version(models.Model):
    """The whole text at one revision, immutable; compare, restore and merge read it."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="versions")
    revision = models.PositiveIntegerField()
    author = person_key(related_name="+")
    at = models.DateTimeField()
    content = models.JSONField()

    class Meta:
        ordering = ("-revision",)
        constraints = (models.UniqueConstraint("task", "revision", name="version_once"),)


class Approval(models.Model):
    """Somebody read exactly this revision and approved it."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="approvals")
    revision = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    approved_by = person_key(related_name="+")
    at = models.DateTimeField()
    checklist = models.JSONField(default=list)

    class Meta:
        ordering = ("-at", "-pk")


class Dismissal(models.Model):
    """A finding somebody keeps the text against, for one task or for a whole project."""

    task = models.ForeignKey(
        "KlikTask", models.CASCADE, null=True, blank=True, related_name="dismissals"
    )
    project = models.ForeignKey(
        "Project", models.CASCADE, null=True, blank=True, related_name="dismissals"
    )
    rule = models.CharField(max_length=60)
    field = models.CharField(max_length=40)
    phrase = models.TextField(blank=True)
    reason = models.CharField(max_length=300)
    by = person_key(related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(task=None) ^ Q(project=None), name="dismissal_has_one_scope"
            ),
        )
