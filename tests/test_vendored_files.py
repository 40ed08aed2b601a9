"""The files we did not write are the ones the lock names, and stand beside their licences."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT / "static" / "vendor", ROOT / "tests" / "browser" / "axe"]


@pytest.fixture
def vendor() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vendor", ROOT / "static" / "vendor.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def on_disk() -> set[str]:
    return {
        file.relative_to(ROOT).as_posix()
        for folder in FOLDERS
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_every_file_is_as_locked(vendor: ModuleType) -> None:
    assert vendor.problems() == []


def test_no_file_has_slipped_past_the_lock(vendor: ModuleType) -> None:
    assert on_disk() == {path for hashes in vendor.read_lock().values() for path in hashes}


def test_every_package_stands_beside_its_licence() -> None:
    packages = {Path(path).parent for path in on_disk()}
    assert [folder for folder in packages if not (ROOT / folder / "LICENSE").is_file()] == []


def test_a_changed_a_missing_and_an_unlocked_file_are_named(
    vendor: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "changed.js").write_text("alert(1)", encoding="utf-8")
    lock = tmp_path / "lock.json"
    lock.write_text('{"a@1": {"changed.js": "0", "missing.js": "0"}}', encoding="utf-8")
    monkeypatch.setattr(vendor, "ROOT", tmp_path)
    monkeypatch.setattr(vendor, "LOCK", lock)
    monkeypatch.setattr(vendor, "VERSIONS", {"a": "1", "b": "2"})
    assert vendor.problems() == [
        "b@2 is not in the lock",
        "changed.js differs from the lock",
        "missing.js is missing",
    ]
    assert vendor.main(["--check"]) == 1


def test_the_command_line_refuses_what_it_does_not_know(vendor: ModuleType) -> None:
    assert vendor.main(["--chek"]) == 2


@pytest.mark.parametrize(
    "end", ["/*# sourceMappingURL=bootstrap.min.css.map */", "//# sourceMappingURL=htmx.min.js.map"]
)
def test_the_comment_naming_a_map_is_left_out(vendor: ModuleType, end: str) -> None:
    assert vendor.without_source_map(f"a{{b:c}}\n{end}\n".encode()) == b"a{b:c}\n"
    assert vendor.without_source_map(b"a{b:c}") == b"a{b:c}"


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "static" / "vendor.lock.json").read_text(encoding="utf-8")


def test_stylesheets_and_scripts_name_no_map_and_no_other_host() -> None:
    for file in [*(ROOT / "static" / "dist").iterdir(), *(ROOT / "static" / "vendor").rglob("*.*")]:
        if file.suffix in {".css", ".js"}:
            text = file.read_text(encoding="utf-8")
            assert "sourceMappingURL" not in text, file
            assert "@import" not in text, file
            assert "url(http" not in text and 'url("http' not in text, file
