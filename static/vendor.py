"""Fetch the front-end files we did not write, and check them against static/vendor.lock.json.

    python static/vendor.py            fetch the locked versions; refuse a file whose hash differs
    python static/vendor.py --update   fetch the versions named below and write a new lock
    python static/vendor.py --check    compare the files on disk with the lock; needs no network

`npm pack` is the only program used, and only by whoever maintains these files: they are committed.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "static" / "vendor.lock.json"

VERSIONS = {
    "bootstrap": "5.3.9",
    "htmx.org": "2.0.10",
    "@fontsource/ibm-plex-sans": "5.3.0",
    "axe-core": "4.14.1",
}
# Package -> (path inside the package, path in this repository).
FILES: dict[str, tuple[tuple[str, str], ...]] = {
    "bootstrap": (
        ("dist/css/bootstrap.min.css", "static/vendor/bootstrap/bootstrap.min.css"),
        ("LICENSE", "static/vendor/bootstrap/LICENSE"),
    ),
    "htmx.org": (
        ("dist/htmx.min.js", "static/vendor/htmx/htmx.min.js"),
        ("LICENSE", "static/vendor/htmx/LICENSE"),
    ),
    "@fontsource/ibm-plex-sans": (
        ("files/ibm-plex-sans-latin-400-normal.woff2", "static/vendor/ibm-plex-sans/400.woff2"),
        ("files/ibm-plex-sans-latin-600-normal.woff2", "static/vendor/ibm-plex-sans/600.woff2"),
        ("LICENSE", "static/vendor/ibm-plex-sans/LICENSE"),
    ),
    "axe-core": (
        ("axe.min.js", "tests/browser/axe/axe.min.js"),
        ("LICENSE", "tests/browser/axe/LICENSE"),
    ),
}
SOURCE_MAP = re.compile(rb"\s*(?:/\*|//)# ?sourceMappingURL=[^\s*]+(?: ?\*/)?\s*\Z")


def without_source_map(content: bytes) -> bytes:
    """The file without its last comment naming a .map: a missing map would stop collectstatic."""
    return SOURCE_MAP.sub(b"\n", content)


def fetch(package: str, version: str) -> dict[str, bytes]:
    """The wanted files of one package: path in this repository -> content."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            return {target: _member(tar, f"package/{inside}") for inside, target in FILES[package]}


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    member = tar.extractfile(name)
    if member is None:
        raise SystemExit(f"{name} is not a file in its package")
    content = member.read()
    return without_source_map(content) if name.endswith((".css", ".js")) else content


def sha256(content: bytes) -> str:
    """The hash as it stands in the lock."""
    return hashlib.sha256(content).hexdigest()


def read_lock() -> dict[str, dict[str, str]]:
    """Package@version -> (path in this repository -> sha256)."""
    lock: dict[str, dict[str, str]] = json.loads(LOCK.read_text(encoding="utf-8"))
    return lock


def problems() -> list[str]:
    """One sentence for each file that is missing, changed, or locked at another version."""
    lock = read_lock()
    found = [
        f"{package}@{version} is not in the lock"
        for package, version in VERSIONS.items()
        if f"{package}@{version}" not in lock
    ]
    for hashes in lock.values():
        for path, expected in hashes.items():
            file = ROOT / path
            if not file.is_file():
                found.append(f"{path} is missing")
            elif sha256(file.read_bytes()) != expected:
                found.append(f"{path} differs from the lock")
    return found


def install(*, update: bool) -> None:
    """Fetch every package and write its files; with `update` the lock follows, else it decides."""
    lock = {} if update else read_lock()
    for package, version in VERSIONS.items():
        name = f"{package}@{version}"
        content = fetch(package, version)
        hashes = {path: sha256(data) for path, data in content.items()}
        if update:
            lock[name] = hashes
        elif lock.get(name) != hashes:
            raise SystemExit(f"{name} differs from the lock; nothing of it was written")
        for path, data in content.items():
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(data)
    if update:
        LOCK.write_text(json.dumps(lock, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Run the command line; 0 when all is well."""
    if arguments == ["--check"]:
        for problem in (found := problems()):
            print(problem, file=sys.stderr)
        return 1 if found else 0
    if arguments not in ([], ["--update"]):
        print(__doc__, file=sys.stderr)
        return 2
    install(update=bool(arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
