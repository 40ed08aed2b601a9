"""The submit form: the task form that asks the style engine and shows what must be mended."""

from typing import Any

from tasks import checking
from tasks.forms.task import TaskForm
from tasks.models import KlikTask


class SubmitForm(TaskForm):
    """Valid when no ERROR stands; each one is shown on its field. ``check`` is the whole check."""

    def __init__(self, *args: Any, task: KlikTask, **options: Any) -> None:
        self.task = task
        self.check = checking.CheckResult((), ())
        super().__init__(*args, stored=task.values(), pk=task.pk, **options)

    def clean(self) -> dict[str, Any]:
        """Put every standing ERROR of the engine on its field: the guide's dogmas, enforced."""
        data = super().clean()
        kept = checking.kept_rows(self.task, self.task.project)
        values = dict(self.stored) | self.values()
        self.check = checking.check_values(values, kept, task=self.task).of_text()
        for finding in self.check.errors:
            self.add_error(finding.field, finding.message)
        return data
