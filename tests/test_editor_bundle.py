"""``static/dist/editor.js`` is what ``make editor`` builds from ``static/src``, no more."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parent.parent / "static"
SOURCE, BUNDLE = STATIC / "src", STATIC / "dist" / "editor.js"
HAS_TOOLS = (SOURCE / "node_modules" / "esbuild").is_dir()


def sources() -> list[str]:
    """Every file the bundle is made from, as build.mjs lists them."""
    files = (path for path in SOURCE.rglob("*") if path.suffix in {".js", ".mjs", ".json"})
    paths = (path.relative_to(SOURCE).as_posix() for path in files)
    return sorted(path for path in paths if not path.startswith("node_modules/"))


def source_hash() -> str:
    digest = hashlib.sha256()
    for path in sources():
        digest.update(f"{path}\n".encode() + (SOURCE / path).read_bytes() + b"\n")
    return digest.hexdigest()


def test_the_bundle_was_built_from_the_sources_beside_it() -> None:
    first_line = BUNDLE.read_text(encoding="utf-8").partition("\n")[0]
    assert re.findall(r"static/src ([0-9a-f]{64});", first_line) == [source_hash()], (
        "run `make editor` and commit static/dist/editor.js"
    )


@pytest.mark.skipif(not HAS_TOOLS, reason="esbuild is not installed: `make editor` installs it")
def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    again = tmp_path / "editor.js"
    subprocess.run(["node", "build.mjs", str(again)], cwd=SOURCE, check=True)
    assert again.read_bytes() == BUNDLE.read_bytes()


def test_every_package_in_the_lock_is_pinned_by_a_hash_and_by_no_host() -> None:
    text = (SOURCE / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert "://" not in re.sub(r'"url": "[^"]*"', "", text)


def test_the_packages_asked_for_are_pinned_to_one_version() -> None:
    asked = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    versions = [*asked["dependencies"].values(), *asked["devDependencies"].values()]
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_prosemirrors_licence_is_served_with_it() -> None:
    licence = BUNDLE.parent / "licenses" / "prosemirror.txt"
    assert "Permission is hereby granted" in licence.read_text(encoding="utf-8")
