# What to type: make demo (see the product), make test (prove it), make check (its form).
# DEMO_SERVE=0 ends the demonstration after it has said where everything is; DAY stops it at an earlier
# day, in files of its own; WORKERS sets how many tests run at once.

DEMO_SERVE ?= 1
DAY ?= 2020-02-18
WORKERS ?= 3
# Python 3.11 or later: the distribution's own first, which is built with profiles of its use and takes
# a sixth less time; one that can make an environment before one that needs a package for it.
PYTHONS := /usr/bin/python3 python3.11 python3 python3.12 python3.13
PYTHON ?= $(shell for needs in ensurepip sys; do for one in $(PYTHONS); do \
	$$one -c "import $$needs, sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null && { echo $$one; exit; }; \
	done; done)
# Compiled modules are written even where the machine says not to: hundreds of processes read them.
unexport PYTHONDONTWRITEBYTECODE
VENV := .venv/bin
PYTEST := $(VENV)/python -m pytest -n $(WORKERS) --dist worksteal
# The demonstration keeps to files of its own, whatever database is in use here.
DEMONSTRATION := CANDOUR_MODE=laptop DATABASE_URL= CANDOUR_TODAY=$(DAY) \
	DJANGO_RUNSERVER_HIDE_WARNING=true
AS_SERVER := CANDOUR_MODE=server SECRET_KEY=a-key-for-this-check-alone-which-guards-nothing-and-is-long \
	CANDOUR_DIGEST_KEY=another-key-for-this-check ALLOWED_HOSTS=localhost

.PHONY: help demo test test-fast test-long coverage check server docs bench scale faults fresh assets for-run for-test

help:
	@sed -n 's/^#: //p' $(MAKEFILE_LIST)

#: make demo       makes everything ready, issues the demonstration's reports and serves them
demo: for-run
	@$(DEMONSTRATION) CANDOUR_VAR=$(CURDIR)/var/demo-$(DAY) $(VENV)/python manage.py demo $(if $(filter 0,$(DEMO_SERVE)),--no-serve)

#: make test       runs the tests, the browser's too, each sweep over a part of its cases
test: assets
	@$(PYTEST)

#: make test-fast  runs the same but the browser's
test-fast: for-test
	@$(PYTEST) -m "not browser"

#: make test-long  runs every test over all its cases, with ten times the random ones, new each time
test-long: assets
	@CANDOUR_TESTS=long $(PYTEST)

#: make coverage   runs every test but the browser's and says which lines and branches none met
coverage: for-test
	@$(PYTEST) -m "not browser" --cov --cov-report=term-missing

#: make check      writes the list of parts (SBOM); format, lint, migrations, a server's settings, documents
check: for-test
	@$(VENV)/ruff format --check .
	@$(VENV)/ruff check .
	@$(VENV)/python manage.py makemigrations --check --dry-run
	@$(VENV)/python manage.py write_docs --only sbom.json
	@$(VENV)/python manage.py write_docs --check
	@$(AS_SERVER) $(VENV)/python manage.py check --deploy --fail-level WARNING

#: make server     brings and starts all that serves a council, on Debian as root (docs/running.md)
server:
	@$(if $(PYTHON),,$(error Candour needs Python 3.11 or later: install python3))
	@$(PYTHON) -m bootstrap.server

#: make docs       writes the documents that follow from the code
docs: for-test
	@$(VENV)/python manage.py write_docs

#: make bench      prints how long what a person does takes, beside a bare way (docs/benches.md)
bench: for-test
	@$(VENV)/python -m bench

#: make scale      prints what pages take among 50 councils beside one, on PostgreSQL (docs/scale.md)
scale: for-test
	@$(VENV)/python -m bootstrap.postgresql $(VENV)/python -m scale

#: make faults     kills, cuts, fills and floods what people are at, and prints what was lost (docs/running.md)
faults: for-test
	@$(VENV)/python -m faults

#: make fresh      repeats make demo and make test in a bare Debian root (as root, on Debian)
fresh:
	@$(PYTHON) -m bootstrap.fresh

assets: for-test
	@$(VENV)/python manage.py assets

for-run:
	@$(if $(PYTHON),,$(error Candour needs Python 3.11 or later: install python3))
	@$(PYTHON) -m bootstrap.environment run

for-test:
	@$(if $(PYTHON),,$(error Candour needs Python 3.11 or later: install python3))
	@$(PYTHON) -m bootstrap.environment test
