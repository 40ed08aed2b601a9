"""A project with its prefixes, waves and frozen zones."""

from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from tasks import schedule
from tasks.guide import Priority
from tasks.reference import PREFIX_MAX

PRIORITY_CHOICES = [(priority.value, priority.label) for priority in Priority]


class Project(models.Model):
    """What the tasks of one implementation share; the name is the one in Podio."""

    name = models.CharField("Projektets navn i Podio", max_length=120, unique=True)
    lead_name = models.CharField(
        "Implementeringsansvarlig", max_length=120, blank=True, help_text="Underskriver #besked."
    )
    lead_email = models.EmailField("Implementeringsansvarliges e-mail", blank=True)
    greeting = models.CharField(
        "Beskeder begynder med ”Kære …”",
        max_length=120,
        blank=True,
        help_text="Fx KP-systemansvarlige.",
    )
    default_phase = models.ForeignKey(
        "Phase", models.PROTECT, null=True, blank=True, verbose_name="Fase på nye opgaver"
    )
    default_theme = models.ForeignKey(
        "Theme", models.PROTECT, null=True, blank=True, verbose_name="Tema på nye opgaver"
    )
    default_priority = models.CharField(
        "Prioritet på nye opgaver", max_length=20, blank=True, choices=PRIORITY_CHOICES
    )
    default_reply_to = models.CharField("Svar til på nye opgaver", max_length=500, blank=True)
    follow_up_days_before = models.PositiveIntegerField(
        "Intern deadline, dage før slutdatoen", null=True, blank=True
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "projekt"
        verbose_name_plural = "projekter"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def schedule_zones(self) -> tuple[schedule.FrozenZone, ...]:
        """The project's frozen zones as the calendar reads them."""
        return tuple(
            schedule.FrozenZone(zone.name, zone.first_day, zone.last_day)
            for zone in self.frozen_zones.all()
        )


class Prefix(models.Model):
    """A prefix the project uses, with its meaning: MI = migrering."""

    project = models.ForeignKey("Project", models.CASCADE, related_name="prefixes")
    prefix = models.CharField("Præfiks", max_length=PREFIX_MAX)
    meaning = models.CharField("Betydning", max_length=120, blank=True)

    class Meta:
        verbose_name = "præfiks"
        verbose_name_plural = "præfikser"
        ordering = ("prefix",)
        constraints = (
            models.UniqueConstraint("project", "prefix", name="prefix_unique_per_project"),
        )

    def __str__(self) -> str:
        return f"{self.prefix} – {self.meaning}" if self.meaning else self.prefix


class FrozenZone(models.Model):
    """Days of the project on which nothing may start or end; both days are included."""

    project = models.ForeignKey("Project", models.CASCADE, related_name="frozen_zones")
    name = models.CharField("Navn", max_length=120)
    first_day = models.DateField("Første dag")
    last_day = models.DateField("Sidste dag")

    class Meta:
        verbose_name = "frozen zone"
        verbose_name_plural = "frozen zones"
        ordering = ("first_day", "name")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="frozen_zone_ends_after_it_starts"
            ),
        )

    def __str__(self) -> str:
        return self.name


class WaveQuerySet(models.QuerySet["Wave"]):
    """Reads for waves."""

    def real(self) -> Self:
        """Waves a task can be chosen for; lying on the test wave is a step, not a choice."""
        return self.filter(is_test=False)

    def members(self) -> list[tuple[str, str]]:
        """Each municipality in each real wave, as (name of the wave, name of the municipality)."""
        rows = self.real().filter(municipalities__isnull=False)
        by_day = rows.order_by(
            F("go_live").asc(nulls_last=True), "name", "municipalities__position"
        )
        return list(by_day.values_list("name", "municipalities__name"))


class Wave(models.Model):
    """Municipalities that go live on one day; the test wave holds Korsbæk alone."""

    project = models.ForeignKey("Project", models.CASCADE, related_name="waves")
    name = models.CharField("Bølgens navn", max_length=120)
    go_live = models.DateField("Go-live", null=True, blank=True)
    goes_live_with = models.CharField(
        "Hvad går i drift?",
        max_length=120,
        blank=True,
        help_text="Med ord, som de står i en besked, fx ”den nye release 4.0”.",
    )
    municipalities: "models.ManyToManyField[Any, Any]" = models.ManyToManyField(
        "Municipality", blank=True, related_name="waves", verbose_name="Kommuner"
    )
    is_test = models.BooleanField("Testbølge", default=False)
    is_in_podio = models.BooleanField("Oprettet i Podio", default=False)

    objects = WaveQuerySet.as_manager()

    class Meta:
        verbose_name = "bølge"
        verbose_name_plural = "bølger"
        ordering = ("is_test", F("go_live").asc(nulls_last=True), "name")
        constraints = (
            models.UniqueConstraint("project", "name", name="wave_name_unique_per_project"),
        )

    def __str__(self) -> str:
        return self.name
