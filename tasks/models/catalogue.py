"""Lists that KOMBIT owns: rows that are retired, never deleted, so old tasks stay readable."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import Q


class ListedQuerySet(models.QuerySet[Any]):
    """Reads shared by all the lists."""

    def in_use(self) -> Self:
        """Rows that are not retired."""
        return self.filter(is_retired=False)

    def offered(self, also: Iterable[Any] = ()) -> Self:
        """Rows a form offers: those in use, and the retired ones a task already has."""
        kept = [row.pk for row in also if row is not None]
        return self.filter(Q(is_retired=False) | Q(pk__in=kept))


class Listed(models.Model):
    """One row of a list, in the order KOMBIT gives it."""

    name = models.CharField("navn", max_length=120, unique=True)
    position = models.PositiveIntegerField("rækkefølge", default=0)
    is_retired = models.BooleanField(
        "udgået",
        default=False,
        help_text="Udgåede rækker kan stadig læses på gamle opgaver, men ikke vælges på nye.",
    )

    objects = ListedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


class Phase(Listed):
    """A phase of KOMBIT's implementation model."""

    class Meta(Listed.Meta):
        verbose_name = "fase"
        verbose_name_plural = "faser"


class Theme(Listed):
    """A theme of KOMBIT's implementation model; its abbreviation can serve as a prefix."""

    abbreviation = models.CharField("forkortelse", max_length=20, blank=True)

    class Meta(Listed.Meta):
        verbose_name = "tema"
        verbose_name_plural = "temaer"


class Role(Listed):
    """A role of KOMBIT's role gallery."""

    class Meta(Listed.Meta):
        verbose_name = "rolle"
        verbose_name_plural = "roller"


class Municipality(Listed):
    """A municipality as it is named in running text: ”Aarhus Kommune”, ”Københavns Kommune”."""

    code = models.CharField(
        "kommunekode",
        max_length=4,
        null=True,
        blank=True,
        unique=True,
        help_text="Fire cifre; Korsbæk har ingen.",
    )
    is_fictional = models.BooleanField(
        "kun til test", default=False, help_text="Korsbæk: bruges på testbølgen."
    )

    class Meta(Listed.Meta):
        verbose_name = "kommune"
        verbose_name_plural = "kommuner"


class Term(models.Model):
    """A heavy word of the glossary: what to write instead, and the fields it is well in.

    ``fine_in`` holds keys of ``tasks.guide``.
    """

    term = models.CharField(
        "ord", max_length=80, unique=True, help_text="Ét eller flere ord, som de står i ordbogen."
    )
    plain = models.CharField(
        "skriv hellere",
        max_length=200,
        blank=True,
        help_text="Det jævne ord, som Tjek foreslår. Må være tomt.",
    )
    fine_in = models.JSONField("må gerne stå i", default=list, blank=True)
    is_retired = models.BooleanField(
        "udgået", default=False, help_text="Tjek leder ikke længere efter ordet."
    )

    objects = ListedQuerySet.as_manager()

    class Meta:
        ordering = ("term",)
        verbose_name = "ord i ordlisten"
        verbose_name_plural = "ord i ordlisten"

    def __str__(self) -> str:
        return self.term


class Acronym(models.Model):
    """An acronym that every reader knows, so that no text need explain it."""

    text = models.CharField(
        "forkortelse", max_length=40, unique=True, help_text="Med store og små bogstaver, fx MitID."
    )
    stands_for = models.CharField("står for", max_length=200, blank=True)
    is_retired = models.BooleanField(
        "udgået", default=False, help_text="Tjek beder igen om, at forkortelsen bliver forklaret."
    )

    objects = ListedQuerySet.as_manager()

    class Meta:
        ordering = ("text",)
        verbose_name = "kendt forkortelse"
        verbose_name_plural = "kendte forkortelser"

    def __str__(self) -> str:
        return self.text
