"""What is remembered of a task's way: events, versions, approvals and kept findings."""

from django.db import models
from django.db.models import F, Q

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
    REASON_ACCEPTED = "reason_accepted", "godtog begrundelsen"
    REASON_REFUSED = "reason_refused", "bad om rettelse"
    PROJECT_ACCEPTED = "project_accepted", "godtog for hele projektet"
    PROJECT_DECLINED = "project_declined", "lod det gælde denne opgave alene"
    ANNOUNCEMENT = "announcement", "rettede #besked"
    ENTERED = "entered", "indtastede i Podio"
    LINKED = "linked", "gemte link til masteropgaven"
    ON_TEST = "on_test", "lagde på testbølgen"
    LOOKED = "looked", "så efter på testbølgen"
    TEST_SKIPPED = "test_skipped", "sprang testen over"
    PUBLISHED = "published", "flyttede til rigtige bølger"
    ANNOUNCED = "announced", "sendte #besked"
    BINNED = "binned", "lagde i papirkurven"
    RESTORED = "restored", "tog op af papirkurven"
    BECAME = "became", "gjorde til den, der kun fandtes i Podio"
    DATES_MOVED = "dates_moved", "flyttede datoer"
    CORRECTED = "corrected", "rettede i Podio"
    SMALL = "small", "rettede en småting"
    FOLLOW_UP = "follow_up", "ændrede opfølgningen"


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
    """The whole text as one sitting left it, with its last revision; see actions/sittings."""

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


class Verdict(models.TextChoices):
    """What a godkender says of the reason a text is kept with."""

    OPEN = "open", "Ikke set endnu"
    ACCEPTED = "accepted", "Godtaget"
    REFUSED = "refused", "Skal rettes"


class Dismissal(models.Model):
    """A finding somebody keeps the text against, for one task or for a whole project.

    A task's own may be proposed for its whole project; the godkender who takes the proposal on
    makes it the project's. A refused one no longer holds: the row stays to tell why.
    """

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
    is_proposed = models.BooleanField(default=False)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.OPEN)
    judged_by = person_key(null=True, blank=True, related_name="+")
    judged_at = models.DateTimeField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(task=None) ^ Q(project=None), name="dismissal_has_one_scope"
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=Verdict.values), name="dismissal_verdict_known"
            ),
            models.CheckConstraint(
                condition=Q(project=None) | Q(verdict=Verdict.ACCEPTED, is_proposed=False),
                name="dismissal_of_project_accepted",
            ),
            models.CheckConstraint(
                condition=Q(judged_by=None) | ~Q(judged_by=F("by")),
                name="dismissal_judged_by_another",
            ),
            models.UniqueConstraint(
                fields=("task", "rule", "field", "phrase"),
                condition=Q(project=None),
                name="dismissal_once_in_task",
            ),
            models.UniqueConstraint(
                fields=("project", "rule", "field", "phrase"),
                condition=Q(task=None),
                name="dismissal_once_in_project",
            ),
        )

    @property
    def is_accepted(self) -> bool:
        """True when a godkender has taken the reason on."""
        return self.verdict == Verdict.ACCEPTED

    @property
    def is_refused(self) -> bool:
        """True when a godkender asks for the text to be mended instead."""
        return self.verdict == Verdict.REFUSED
