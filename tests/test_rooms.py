"""The walls of the house: which room may import which, read from the code itself."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TASKS = Path(__file__).resolve().parent.parent / "tasks"
FILES = sorted(TASKS.rglob("*.py"))
TEMPLATES = sorted((TASKS.parent / "templates").rglob("*.html"))

PURE = (
    "agenda",
    "guide",
    "reference",
    "schedule",
    "workflow",
    "search",
    "danish_dates",
    "dependencies",
    "corrections",
    "differences",
    "announcement",
    "style",
    "timeline",
    "richtext",
    "lint",
    "membership",
    "moves",
    "web_address",
)
# Packages outside the standard library that a pure room may use
PURE_MAY_IMPORT = {
    "richtext": {"bleach"},
    "schedule": {"dateutil"},
    "search": {"snowballstemmer"},
}
FORBIDDEN_NAMES = {"services", "utils", "helpers", "selectors", "common", "misc"}
# The rooms that know what day it is; whatever lies below them is told
DOORS = ("views", "actions", "management")
CLOCKS = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"time", "localtime", "gmtime", "strftime", "ctime"},
    "timezone": {"now"},
    "functions": {"Now"},
}
WRITING_METHODS = {
    "bulk_create",
    "bulk_update",
    "create",
    "delete",
    "get_or_create",
    "save",
    "select_for_update",
    "update_or_create",
}


def room_of(path: Path) -> str:
    """The first folder below tasks/, or the module's own name."""
    return path.relative_to(TASKS).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def rooms_imported_by(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("tasks.")}


def called_methods(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def files_in(*rooms: str) -> list[Path]:
    return [path for path in FILES if room_of(path) in rooms]


def files_below(*rooms: str) -> list[Path]:
    """What lies in none of the rooms; migrations tell what the database was, not what day it is."""
    return [path for path in FILES if room_of(path) not in {*rooms, "migrations"}]


def clocks_read_by(path: Path) -> set[str]:
    return set(_clocks_in(ast.parse(path.read_text(encoding="utf-8"))))


def _clocks_in(tree: ast.AST) -> Iterator[str]:
    """Yield each clock that is read, handed on or imported, fx "date.today" and "localdate"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).split(".")[-1]
            names = [(owner, node.attr)]
        elif isinstance(node, ast.ImportFrom):
            names = [((node.module or "").split(".")[-1], name.name) for name in node.names]
        else:
            names = []
        yield from (f"{owner}.{name}" for owner, name in names if name in CLOCKS.get(owner, ()))
        if isinstance(node, ast.Call) and not node.args and not node.keywords:
            name = ast.unparse(node.func).split(".")[-1]
            yield from {name} & {"localdate", "localtime"}


def named(path: Path) -> str:
    return str(path.relative_to(TASKS))


def test_the_pure_rooms_are_there() -> None:
    assert {room_of(path) for path in FILES} >= set(PURE)


@pytest.mark.parametrize("path", files_in(*PURE), ids=named)
def test_pure_rooms_import_pure_rooms_and_the_standard_library_alone(path: Path) -> None:
    assert rooms_imported_by(path) <= set(PURE)
    outside = {name.split(".")[0] for name in imports_of(path)} - {"tasks"}
    allowed = PURE_MAY_IMPORT.get(room_of(path), set())
    assert outside - set(sys.stdlib_module_names) <= allowed


@pytest.mark.parametrize("path", files_below(*DOORS), ids=named)
def test_nothing_below_views_and_actions_asks_what_day_it_is(path: Path) -> None:
    assert not clocks_read_by(path)


@pytest.mark.parametrize("path", files_in(*DOORS), ids=named)
def test_views_and_actions_read_the_danish_clock_and_not_the_servers(path: Path) -> None:
    assert clocks_read_by(path) <= {"timezone.now", "localdate", "localtime"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_asks_what_day_it_is(path: Path) -> None:
    assert "{% now" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "clocks"),
    [
        ("date.today()", {"date.today"}),
        ("datetime.datetime.now(UTC)", {"datetime.now"}),
        ("seen = DateTimeField(default=timezone.now)", {"timezone.now"}),
        ("from django.utils.timezone import now as clock", {"timezone.now"}),
        ("time.time()", {"time.time"}),
        ("timezone.localdate() + localtime()", {"localdate", "localtime"}),
        ("day, time = facts.today, localtime(event.at)", set()),
    ],
)
def test_a_clock_is_found_however_it_is_read(code: str, clocks: set[str]) -> None:
    assert set(_clocks_in(ast.parse(code))) == clocks


@pytest.mark.parametrize("path", FILES, ids=named)
def test_one_module_imports_the_sanitiser(path: Path) -> None:
    if "bleach" in {name.split(".")[0] for name in imports_of(path)}:
        assert room_of(path) == "richtext"


@pytest.mark.parametrize("path", files_in("models"), ids=named)
def test_models_import_no_forms_views_or_actions(path: Path) -> None:
    assert not rooms_imported_by(path) & {"forms", "views", "actions", "templatetags", "exports"}
    source = path.read_text(encoding="utf-8")
    assert "def save(" not in source, "no save() overrides: the actions say what happens"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_there_are_no_signals(path: Path) -> None:
    assert not any("signals" in name for name in imports_of(path))


@pytest.mark.parametrize("path", files_in("views", "forms", "templatetags"), ids=named)
def test_the_counter_never_writes(path: Path) -> None:
    assert not called_methods(path) & WRITING_METHODS


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nobody_imports_views_but_the_addresses(path: Path) -> None:
    if room_of(path) not in {"views", "urls"}:
        assert "views" not in rooms_imported_by(path)
    if room_of(path) != "templatetags":
        assert "templatetags" not in rooms_imported_by(path)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_name_could_hold_anything(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_module_says_what_it_is_and_stays_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    if source.strip() and "migrations" not in path.parts:
        assert ast.get_docstring(ast.parse(source)), "a one-sentence docstring is missing"
        assert len(source.splitlines()) <= 250


@pytest.mark.parametrize("path", files_in("views"), ids=named)
def test_a_view_is_at_most_25_lines(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and any(a.arg == "request" for a in node.args.args):
            length = (node.end_lineno or 0) - node.body[0].lineno + 1
            assert length <= 25, node.name


def test_the_app_itself_imports_nothing() -> None:
    assert (TASKS / "__init__.py").read_text(encoding="utf-8") == ""
