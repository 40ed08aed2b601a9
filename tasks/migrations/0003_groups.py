"""The three groups of people and their rights; each may all that the one before it may."""

from typing import Any

from django.db import migrations

AUTHOR = ("write_task", "publish_task")
REVIEWER = (*AUTHOR, "approve_task")
ADMINISTRATOR = (*REVIEWER, "administer")
LISTS = ("phase", "theme", "role", "municipality")

RIGHT_NAMES = {
    "write_task": "Må skrive opgaver",
    "approve_task": "Må godkende opgaver",
    "publish_task": "Må indtaste og publicere",
    "administer": "Må passe lister, projekter, bølger og personer",
}


def add_groups(apps: Any, schema_editor: Any) -> None:
    group = apps.get_model("auth", "Group").objects
    for name, rights in (
        ("Forfatter", AUTHOR),
        ("Godkender", REVIEWER),
        ("Administrator", ADMINISTRATOR),
    ):
        members, _ = group.get_or_create(name=name)
        for codename in rights:
            members.permissions.add(_right(apps, "kliktask", codename, RIGHT_NAMES[codename]))
    # The admin asks Django's own permissions, and only the lists and the people stand there
    administrators = group.get(name="Administrator")
    for model in (*LISTS, "person"):
        for verb in ("add", "change", "view"):
            codename = f"{verb}_{model}"
            administrators.permissions.add(_right(apps, model, codename, f"Can {verb} {model}"))


def _right(apps: Any, model: str, codename: str, name: str) -> Any:
    """Permissions are otherwise made after all migrations, too late for the groups."""
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="tasks", model=model
    )
    right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return right


class Migration(migrations.Migration):
    dependencies = (
        ("tasks", "0002_lists"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    )
    operations = (migrations.RunPython(add_groups, migrations.RunPython.noop),)
