# The front door: `make run` serves the site on this machine, `make test` proves that it works.
# Needs python3 (3.11 or newer) with venv, and nothing that is not installed into .venv.

PORT ?= 8000
PYTHON ?= python3
IN_VENV := .venv/bin/python
MANAGE := $(IN_VENV) manage.py

.PHONY: run setup demo-users manage test test-long test-fast bench lint types checks editor lock clean
.DELETE_ON_ERROR:
.DEFAULT_GOAL := run

# ── Run ───────────────────────────────────────────────────────────────────────────────────────
# As in production, but for this machine alone: plain http on 127.0.0.1, and data in .local/.

LOCAL := umask 077; KLIK_INSECURE_HTTP=1 KLIK_SECRET_KEY_FILE=.local/secret-key

run: setup .local/secret-key
	@$(LOCAL) $(MANAGE) migrate --no-input --verbosity 0
	@$(LOCAL) $(MANAGE) collectstatic --no-input --verbosity 0
	@$(LOCAL) $(MANAGE) load_example
	@$(LOCAL) $(MANAGE) refresh_findings
	@$(LOCAL) $(MANAGE) empty_bin
	@$(LOCAL) $(MANAGE) demo_users --if-missing
	@echo "KLIK-værksted: http://127.0.0.1:$(PORT)/  (Ctrl+C stopper)"
	@$(LOCAL) exec $(IN_VENV) -m gunicorn klik_author.wsgi --bind 127.0.0.1:$(PORT) \
		--workers 2 --no-control-socket --log-level warning

demo-users: setup .local/secret-key ## new passwords for the three demo people
	@$(LOCAL) $(MANAGE) demo_users --reset

manage: setup .local/secret-key ## any other command: make manage do="createsuperuser"
	@$(LOCAL) $(MANAGE) $(do)

.local/secret-key:
	@umask 077; mkdir -p .local; \
	$(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(64))' > $@.new; mv $@.new $@

# ── Install ───────────────────────────────────────────────────────────────────────────────────

setup: .venv/run.stamp

# A stamp is newer than the requirements it stands for, so an installation happens only once.
.venv/run.stamp .venv/dev.stamp: .venv/%.stamp: requirements/%.txt
	@$(PYTHON) -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo "Mangler Python 3.11 eller nyere med venv: sudo apt install python3 python3-venv"; exit 1; }
	@$(IN_VENV) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	@echo "Installerer requirements/$*.txt i .venv …"
	@$(IN_VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# ── Test ──────────────────────────────────────────────────────────────────────────────────────
# Without chromium or PostgreSQL their part is skipped and said so; with CI=true it is a failure.

PYTEST := $(IN_VENV) -m pytest
ON_ALL_CORES := $(PYTEST) -n auto -m "not browser"
# The pure rooms ask no database: once is enough. So it is for who may what, for how often a page
# asks and for how a text is escaped; of each of those PostgreSQL plays the widest row.
PURE := style lint announcement richtext schedule agenda timeline moves membership corrections \
	dependencies test_rooms.py
WITHOUT_PURE := $(PURE:%=--ignore=tests/%)
# What asks for pages by the hundred plays on PostgreSQL among the long tests.
PAGES := tests/views tests/test_bad_input.py tests/test_matrix.py tests/test_one_date.py
ON_POSTGRES := $(PYTEST) -n auto -m "not browser and not one_database"

# The browser has the machine to itself: when it must share a core it answers late.
test: lint types checks
	$(ON_ALL_CORES)
	$(PYTEST) -m "browser and not long"
	$(IN_VENV) tests/postgres.py -- $(ON_POSTGRES) $(WITHOUT_PURE) $(PAGES:%=--ignore=%)

# Much here hangs on real pauses, and a machine that is busy for a moment answers late: what failed
# is played once more, alone. What is wrong fails twice, and what failed once stands in the output.
LONG := "browser and long"
test-long: .venv/dev.stamp ## the pages on PostgreSQL and the rest of the browser's tests
	$(IN_VENV) tests/postgres.py -- $(ON_POSTGRES) $(PAGES)
	$(PYTEST) -m $(LONG) || $(PYTEST) -m $(LONG) --last-failed

test-fast: .venv/dev.stamp ## without the browser, on SQLite alone
	$(ON_ALL_CORES)

bench: .venv/dev.stamp ## is it as quick as promised? Not part of `make test`: figures need a calm machine
	$(IN_VENV) tests/bench/style.py
	$(IN_VENV) tests/bench/schedule.py
	$(IN_VENV) tests/bench/timeline.py
	$(IN_VENV) tests/bench/editor.py

TEMPLATES = $(shell find templates -name '*.html')

lint: .venv/dev.stamp
	$(IN_VENV) -m ruff check
	$(IN_VENV) -m ruff format --check
	.venv/bin/djade --target-version 5.2 --check $(TEMPLATES)
	$(IN_VENV) static/vendor.py --check

types: .venv/dev.stamp
	$(IN_VENV) -m mypy

# As a hardened host would start the site; nothing is written but the static files, to a side.
PRODUCTION := PYTHONWARNINGS=error KLIK_ALLOWED_HOSTS=klik.example \
	DATABASE_URL=sqlite:///.local/check.sqlite3 \
	KLIK_SECRET_KEY_FILE=.local/secret-key KLIK_STATIC_ROOT=.local/check-static

checks: .venv/dev.stamp .local/secret-key
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(PRODUCTION) $(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) collectstatic --no-input --clear --verbosity 0

# ── Upkeep ────────────────────────────────────────────────────────────────────────────────────

editor: static/src/node_modules ## static/dist/editor.js anew from static/src; needs node, as nothing else here does
	cd static/src && node build.mjs

static/src/node_modules: static/src/package-lock.json
	cd static/src && npm ci --no-audit --no-fund
	@touch $@

UV ?= uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(LOCK)

lock: ## write requirements/*.txt anew; LOCK=--upgrade takes the newest versions
	$(COMPILE) requirements/run.in --output-file requirements/run.txt
	$(COMPILE) requirements/dev.in --constraint requirements/run.txt \
		--output-file requirements/dev.txt

clean: ## all that was installed or computed; the data in .local/ stays
	rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache .local/static .local/check*
	rm -rf static/src/node_modules
	find klik_author tasks tests static -name __pycache__ -type d -prune -exec rm -rf {} +
