"""The settings of the site: safe as they stand, and opened only by environment variables.

To be set where the site is served:
  KLIK_SECRET_KEY or KLIK_SECRET_KEY_FILE  the secret; without it nothing starts
  KLIK_ALLOWED_HOSTS           host names the site answers to, separated by commas
  DATABASE_URL                 see klik_author/database.py; default a SQLite file in .local/
  KLIK_STATIC_ROOT             where `collectstatic` puts its files; default .local/static

Only for one's own machine (`make run` sets the first):
  KLIK_INSECURE_HTTP=1         plain http, and then only as 127.0.0.1 or localhost
  KLIK_DEBUG=1                 Django's error pages with source code; demands KLIK_INSECURE_HTTP

What the house can decide is at the end of this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from klik_author import env
from klik_author.database import database

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

# ── Safety ──────────────────────────────────────────────────────────────────────────────────

SECRET_KEY = env.secret("KLIK_SECRET_KEY")

_INSECURE_HTTP = env.flag("KLIK_INSECURE_HTTP", default=False)
_SECURE = not _INSECURE_HTTP
_LOOPBACK = ("127.0.0.1", "localhost")

DEBUG = env.flag("KLIK_DEBUG", default=False)
if DEBUG and _SECURE:
    raise ImproperlyConfigured("KLIK_DEBUG=1 shows source code and demands KLIK_INSECURE_HTTP=1")

# Over plain http passwords can be read on the way, so then no other name is answered to.
ALLOWED_HOSTS = list(env.words("KLIK_ALLOWED_HOSTS") if _SECURE else _LOOPBACK)

SECURE_SSL_REDIRECT = _SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if _SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = _SECURE
SECURE_HSTS_PRELOAD = _SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# The prefix makes the browser refuse a cookie set by another host, or over plain http.
_COOKIE_PREFIX = "__Host-" if _SECURE else ""
SESSION_COOKIE_NAME = f"{_COOKIE_PREFIX}session"
SESSION_COOKIE_SECURE = _SECURE
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: a working day, then a new login
CSRF_COOKIE_NAME = f"{_COOKIE_PREFIX}csrf"
CSRF_COOKIE_SECURE = _SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "tasks.views.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# ── People ──────────────────────────────────────────────────────────────────────────────────

AUTH_USER_MODEL = "tasks.Person"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "overview"
LOGOUT_REDIRECT_URL = "login"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# ── Building blocks ─────────────────────────────────────────────────────────────────────────

INSTALLED_APPS = [
    "tasks",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "csp",
]

# Those that set headers stand outermost, so that errors and static files carry them too.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "klik_author.no_store.no_store",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "tasks.views.kept_form.LoginRequired",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "klik_author.urls"
WSGI_APPLICATION = "klik_author.wsgi.application"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "tasks.context.site",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # lets templates/ replace a widget's
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False

# ── Data ────────────────────────────────────────────────────────────────────────────────────

DATABASES = {
    "default": database(env.text("DATABASE_URL", "sqlite:///.local/db.sqlite3"), base=BASE_DIR)
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── Static files ────────────────────────────────────────────────────────────────────────────

STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("KLIK_STATIC_ROOT", str(LOCAL_DIR / "static")))
# static/src is what dist is built from, and is never served.
STATICFILES_DIRS = [BASE_DIR / "static" / "dist", ("vendor", BASE_DIR / "static" / "vendor")]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # no upload is ever kept
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# ── Language and time ───────────────────────────────────────────────────────────────────────

LANGUAGE_CODE = "da"
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True

# ── The log: to stderr, one line for each entry ─────────────────────────────────────────────

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "klik_author.log.OneLineFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    # Replaces Django's own handlers, which would write the same entries a second time.
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
    },
}

# ── What the house can decide ───────────────────────────────────────────────────────────────

# Whether Podio's "Anbefalet udfører" and "Anbefalet ansvarlig" take several roles, or one.
KLIK_PODIO_TAKES_SEVERAL_ROLES = env.flag("KLIK_PODIO_TAKES_SEVERAL_ROLES", default=False)
# What Podio calls the lowest priority: the template's heading says "Valgfri", its text "Anbefalet".
KLIK_RECOMMENDED_EXPORT_LABEL = env.text("KLIK_RECOMMENDED_EXPORT_LABEL", "Anbefalet")
# A deadline at most this many days away is named in the announcement.
KLIK_SHORT_DEADLINE_DAYS = env.count("KLIK_SHORT_DEADLINE_DAYS", default=14)
# Days from a task's internal deadline to its end date, where neither it nor its project says.
KLIK_FOLLOW_UP_DAYS_BEFORE = env.count("KLIK_FOLLOW_UP_DAYS_BEFORE", default=7)
# Whether a task must have its announcement before it can be published.
KLIK_ANNOUNCEMENT_REQUIRED = env.flag("KLIK_ANNOUNCEMENT_REQUIRED", default=True)
# Whether a task goes yellow its duration in calendar days or in working days before the end date.
KLIK_YELLOW_COUNTED_IN = env.one_of("KLIK_YELLOW_COUNTED_IN", "calendar-days", "working-days")
# The keys of tasks/guide.py in the order of Podio's form; empty means the guide's order.
KLIK_PODIO_FIELD_ORDER = env.words("KLIK_PODIO_FIELD_ORDER")
# The same keys in the order in which a municipality meets them in KLIK.
KLIK_SEEN_FIELD_ORDER = env.words("KLIK_SEEN_FIELD_ORDER")
# What "Status" says in KLIK before a municipality has begun.
KLIK_FIRST_STATUS = env.text("KLIK_FIRST_STATUS", "Ikke startet")
