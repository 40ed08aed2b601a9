"""The Django app: registers the system checks and nothing else."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """KLIK-værksted's one app."""

    name = "tasks"
    verbose_name = "Lister"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tasks import canary_check  # noqa: F401, PLC0415 - models are ready only now
        from tasks.exports import checks  # noqa: F401, PLC0415
