"""The KLIK task: the template's fields, its place in the workflow, and what lists need of it."""

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from tasks import reference, schedule
from tasks.guide import FIELDS, Priority
from tasks.models.person import person_key
from tasks.models.project import PRIORITY_CHOICES
from tasks.models.task_progress import progress_of
from tasks.models.task_reads import KlikTaskQuerySet
from tasks.workflow import (
    STATUS_LABELS,
    Progress,
    Status,
    next_step,
    step_badge,
    step_label,
)

if TYPE_CHECKING:
    from tasks.models.review import Version

TITLE_MAX = 150  # code points; published titles reach 104, Podio shows 80 well
ONLY_IN_PODIO = "(findes kun i Podio)"
OFFSET_MAX = 3650  # days; ten years is beyond every real plan (601 days is the longest seen)


class KlikTask(models.Model):
    """One task as KOMBIT writes it; ``tasks.guide`` says what each field is for."""

    prefix = models.CharField(max_length=reference.PREFIX_MAX, blank=True)
    separator = models.CharField(max_length=reference.SEPARATOR_MAX, blank=True)
    number = models.CharField(max_length=reference.NUMBER_MAX, blank=True)
    title = models.CharField(max_length=TITLE_MAX)
    project = models.ForeignKey(
        "Project", models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    phase = models.ForeignKey("Phase", models.PROTECT, null=True, blank=True)
    theme = models.ForeignKey("Theme", models.PROTECT, null=True, blank=True)
    priority = models.CharField(max_length=20, blank=True, choices=PRIORITY_CHOICES)
    reply_to = models.CharField(max_length=500, blank=True)
    is_infrastructure = models.BooleanField(null=True, blank=True)
    duration_days = models.PositiveIntegerField(null=True, blank=True)
    respects_frozen_zone = models.BooleanField(default=False)
    end_offset_days = models.IntegerField(null=True, blank=True)
    start_offset_days = models.IntegerField(null=True, blank=True)
    waves: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Wave", blank=True, related_name="tasks"
    )
    prerequisites = models.ManyToManyField(
        "self",
        through="Prerequisite",
        through_fields=("task", "required"),
        symmetrical=False,
        related_name="required_by",
    )
    goal = models.TextField(blank=True)
    description = models.TextField(blank=True)
    method = models.TextField(blank=True)
    result = models.TextField(blank=True)
    related_tasks = models.ManyToManyField(
        "self",
        through="Relation",
        through_fields=("task", "related"),
        symmetrical=False,
        related_name="related_from",
    )
    performers: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Role", through="Performer", related_name="performs"
    )
    performer_comment = models.TextField(blank=True)
    quality_criteria = models.TextField(blank=True)
    background = models.TextField(blank=True)
    owners: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Role", through="Owner", related_name="owns"
    )
    owner_comment = models.TextField(blank=True)

    podio_url = models.URLField(max_length=500, blank=True)
    # Stands for a task nobody has written here, so that others can point at it
    is_only_in_podio = models.BooleanField(default=False)
    became = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="+")

    author = person_key(related_name="written_tasks")
    created_at = models.DateTimeField(auto_now_add=True)
    creation_key = models.UUIDField(null=True, blank=True, unique=True)
    updated_at = models.DateTimeField()
    status = models.CharField(max_length=20, default=Status.DRAFT)
    status_changed_at = models.DateTimeField()
    approved_revision = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    field_revisions = models.JSONField(default=dict)
    binned_at = models.DateTimeField(null=True, blank=True)

    reference_key = models.CharField(max_length=60, blank=True)
    reference_sort = models.CharField(max_length=200, blank=True)
    search_text = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    errors = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    hints = models.PositiveIntegerField(default=0)
    rules_version = models.CharField(max_length=40, blank=True)

    objects = KlikTaskQuerySet.as_manager()

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaver"
        ordering = ("reference_sort", "pk")
        permissions = (
            ("write_task", "Må skrive opgaver"),
            ("approve_task", "Må godkende opgaver"),
            ("publish_task", "Må indtaste og publicere"),
            ("administer", "Må passe lister, projekter, bølger og personer"),
        )
        indexes = (
            models.Index(fields=("status", "-updated_at"), name="task_by_status"),
            models.Index(fields=("-updated_at",), name="task_by_change"),
        )
        constraints = (
            models.CheckConstraint(condition=~Q(title=""), name="task_has_a_title"),
            models.CheckConstraint(
                condition=Q(start_offset_days__lt=0) | Q(start_offset_days=None),
                name="task_starts_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(duration_days__gte=1) | Q(duration_days=None),
                name="task_lasts_at_least_a_day",
            ),
            models.CheckConstraint(
                condition=Q(end_offset_days__range=(-OFFSET_MAX, OFFSET_MAX))
                & Q(start_offset_days__gte=-OFFSET_MAX)
                & Q(duration_days__lte=OFFSET_MAX),
                name="task_days_within_reach",
            ),
            models.CheckConstraint(condition=Q(status__in=list(Status)), name="task_status_known"),
            models.CheckConstraint(
                condition=~Q(status=Status.APPROVED) | Q(approved_revision=F("revision")),
                name="task_approved_as_it_stands",
            ),
            models.CheckConstraint(
                condition=Q(priority__in=["", *Priority]), name="task_priority_known"
            ),
            models.CheckConstraint(
                condition=Q(became=None) | Q(is_only_in_podio=True, reference_key=""),
                name="task_becomes_another_once",
            ),
            models.UniqueConstraint(
                "project",
                "reference_key",
                condition=~Q(reference_key=""),
                name="reference_unique_per_project",
            ),
        )

    def __str__(self) -> str:
        return f"{self.full_title} {ONLY_IN_PODIO}" if self.is_only_in_podio else self.full_title

    def get_absolute_url(self) -> str:
        """The page where the task is written."""
        return reverse("podio_task_edit" if self.is_only_in_podio else "task_edit", args=[self.pk])

    @property
    def full_title(self) -> str:
        """The title as Podio has it, with the reference before it."""
        return f"{self.reference.bracketed} {self.title}".strip()

    @property
    def reference(self) -> reference.Reference:
        """The reference as it was typed."""
        return reference.Reference(self.prefix, self.separator, self.number)

    @property
    def short_name(self) -> str:
        """What a sentence calls the task: its reference in brackets, or its title in quotes."""
        return self.reference.bracketed or f"”{self.title}”"

    @property
    def progress(self) -> Progress:
        """What *Trin* and *Næste skridt* are told from."""
        return progress_of(self)

    @property
    def step_label(self) -> str:
        """*Trin*, fx ”Til godkendelse”."""
        if self.is_only_in_podio:
            return ONLY_IN_PODIO.strip("()").replace("f", "F", 1)
        return step_label(self.progress)

    @property
    def step_badge(self) -> str:
        """The key of the *Trin*'s badge."""
        return "published" if self.is_only_in_podio else step_badge(self.progress)

    @property
    def next_step(self) -> str:
        """*Næste skridt*, one sentence in the imperative."""
        return next_step(self.progress)

    @property
    def status_label(self) -> str:
        """The status alone, without publishing."""
        return STATUS_LABELS[Status(self.status)]

    @property
    def priority_label(self) -> str:
        """The priority as it is shown; empty when none is chosen."""
        return Priority(self.priority).label if self.priority else ""

    def period_in(self, wave: "models.Model") -> schedule.Period:
        """Start and end for one wave; a missing offset or go-live gives no date."""
        go_live = getattr(wave, "go_live", None)
        return schedule.period(go_live, self.end_offset_days, self.start_offset_days)

    def version_with(self, revision: int) -> "Version":
        """The version that holds a revision: the last text of the sitting it belongs to."""
        holding = self.versions.filter(revision__gte=revision).order_by("revision")
        return holding.select_related("author")[0]

    def values(self) -> dict[str, Any]:
        """Every field of the template by key, as forms and the engine take them.

        Read it from ``with_parts()`` or each list costs a query.
        """
        simple = {key: getattr(self, key) for key in SIMPLE_KEYS}
        return simple | {
            "waves": list(self.waves.all()),
            "prerequisites": [row.required for row in self.prerequisite_rows.all()],
            "related_tasks": [row.related for row in self.relation_rows.all()],
            "performers": [row.role for row in self.performer_rows.all()],
            "owners": [row.role for row in self.owner_rows.all()],
            "attachments": [(link.title, link.url) for link in self.attachments.all()],
        }


_LISTS = {"waves", "prerequisites", "related_tasks", "performers", "owners", "attachments"}
# Fields that are one column of the task, in the guide's order
SIMPLE_KEYS = (*reference.PARTS, *(field.key for field in FIELDS if field.key not in _LISTS))
