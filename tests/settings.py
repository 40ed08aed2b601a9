"""The site's own settings, on data that is thrown away when the tests end."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex
from tempfile import gettempdir

from tests.template_variables import Undefined

# tests/conftest.py makes this folder and removes it; mypy, which reads this file too, does not.
SCRATCH = Path(gettempdir(), f"klik-tests-{token_hex(8)}")

# What the developer has set for the site must not decide how the tests go.
for _name in [name for name in os.environ if name.startswith("KLIK_")]:
    del os.environ[_name]
os.environ["KLIK_SECRET_KEY"] = "known to everybody, and used for nothing but tests"
os.environ["KLIK_INSECURE_HTTP"] = "1"
os.environ.setdefault("DATABASE_URL", f"sqlite:///{SCRATCH}/never-made.sqlite3")

from klik_author.settings import *  # noqa: E402, F403
from klik_author.settings import DATABASES, STORAGES, TEMPLATES  # noqa: E402

# SQLite's database in memory locks whole tables, so the tests have theirs in a file, as the site.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(SCRATCH / "test.sqlite3")}

# Static files come straight from their sources; `make test` collects them once besides, and
# tests/front_door/test_serving.py serves what was collected.
STATIC_ROOT = SCRATCH / "static"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose
