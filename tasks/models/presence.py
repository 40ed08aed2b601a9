"""Who has a task open right now; it is forgotten within a minute, and locks nobody out."""

from django.conf import settings
from django.db import models


class Presence(models.Model):
    """One person at one task, in however many windows."""

    task = models.ForeignKey("KlikTask", models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    is_editing = models.BooleanField(default=False)
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("task", "person"), name="present_once_at_a_task"),
        )
