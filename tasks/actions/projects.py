"""Projects and their prefixes: an administrator makes and changes them."""

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from tasks.actions.derived import refresh_project
from tasks.actions.refusal import Refused, require
from tasks.actions.rows import (
    Values,
    locked_part,
    locked_project,
    require_free,
    require_seen,
    set_values,
)
from tasks.actions.waves import add_test_wave
from tasks.models import Person, Prefix, Project
from tasks.permissions import may
from tasks.workflow import Right

_PREFIX_GONE = "Præfikset findes ikke længere."


@transaction.atomic
def create_project(person: Person, values: Values) -> Project:
    """Create a project with its test wave; of the values only ``name`` is needed.

    The guide: ”For at teste om en KLIK-opgave slår igennem som den skal, publiceres opgaven først
    til en ”test-bølge””. Raises Refused at ``name`` when another project has it.
    """
    require(may(person, Right.ADMINISTER))
    _require_free_name(Project.objects.all(), values["name"])
    try:
        with transaction.atomic():
            project = Project.objects.create(**values)
    except IntegrityError:  # somebody took the name in the same moment
        raise Refused(_taken(values["name"]), field="name") from None
    add_test_wave(project)
    return project


@transaction.atomic
def change_project(person: Person, pk: int, seen: str, values: Values) -> Project:
    """Change a project's facts and its defaults for new tasks; tasks already there keep theirs.

    ``seen`` is the fingerprint of the project that was shown. Raises Stale when it changed.
    """
    require(may(person, Right.ADMINISTER))
    project = locked_project(pk)
    require_seen(project, seen)
    old_name = project.name
    _require_free_name(Project.objects.exclude(pk=pk), values.get("name", old_name))
    set_values(project, values)
    if project.name != old_name:  # search finds tasks by it
        refresh_project(pk)
    return project


def _require_free_name(others: QuerySet[Project], name: str) -> None:
    require_free(others.values_list("name", flat=True), name, _taken(name), field="name")


def _taken(name: str) -> str:
    return f"Der er allerede et projekt med navnet ”{name}”."


@transaction.atomic
def create_prefix(person: Person, project_pk: int, values: Values) -> Prefix:
    """Add a prefix with its meaning.

    The guide: ”Laves egne præfiks, kan de understøtte forståelse af kontekst, opgavetype o.l.”
    """
    require(may(person, Right.ADMINISTER))
    project = locked_project(project_pk)
    _require_free_prefix(project.prefixes.all(), values["prefix"])
    return Prefix.objects.create(project=project, **values)


@transaction.atomic
def change_prefix(person: Person, pk: int, seen: str, values: Values) -> Prefix:
    """Change a prefix or its meaning; the references of tasks stay as they were typed."""
    require(may(person, Right.ADMINISTER))
    prefix: Prefix = locked_part(Prefix.objects, pk, _PREFIX_GONE)
    require_seen(prefix, seen)
    others = prefix.project.prefixes.exclude(pk=pk)
    _require_free_prefix(others, values.get("prefix", prefix.prefix))
    set_values(prefix, values)
    return prefix


@transaction.atomic
def remove_prefix(person: Person, pk: int) -> None:
    """Take a prefix off the project's list; the references of tasks stay as they were typed."""
    require(may(person, Right.ADMINISTER))
    locked_part(Prefix.objects, pk, _PREFIX_GONE).delete()


def _require_free_prefix(others: QuerySet[Prefix], wanted: str) -> None:
    message = f"Projektet har allerede præfikset ”{wanted}”."
    require_free(others.values_list("prefix", flat=True), wanted, message, field="prefix")
