# Everything a developer does, on a bare machine with Python 3.11 and make. `make help` lists it.

VENV := .venv
PYTHON := $(VENV)/bin/python
PYTHON3 ?= python3
LOCK_COMMAND := $(VENV)/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url \
	--no-emit-find-links --python-version 3.11 --universal --no-header

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench messages lock components clean venv install install-dev

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install ## Install, prepare and serve the hub at http://127.0.0.1:8000 (HOST=, PORT= choose another)
	@exec $(PYTHON) -m hub.serving

test: lint ## Install what tests need, lint, run the tests (also on PostgreSQL, if it is here)
	@$(PYTHON) -m tests $(ARGS)

lint: install-dev ## Check the style of code and templates, and the types of the plain modules
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/djlint --quiet --lint templates
	@$(VENV)/bin/mypy

format: install-dev ## Bring code into its style
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

bench: install-dev ## Measure queries, times, sizes, memory in a scratch world (ARGS="--pages 10000")
	@$(PYTHON) manage.py bench $(ARGS)

messages: install-dev ## Gather the interface's strings into hub/locale (needs gettext)
	@command -v xgettext >/dev/null || { echo "gettext is missing: run  apt install gettext" >&2; exit 1; }
	@$(PYTHON) manage.py makemessages --locale lv --no-wrap --add-location file \
		--ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'

lock: install-dev ## Lock the requirements again, with hashes (ARGS=--upgrade for newer versions)
	@$(LOCK_COMMAND) $(ARGS) requirements/base.in --output-file requirements/base.txt
	@$(LOCK_COMMAND) $(ARGS) requirements/dev.in --constraint requirements/base.txt \
		--output-file requirements/dev.txt

components: ## Install what some tests need besides Python (Debian; root or sudo)
	@bash .ci/components

clean: ## Remove what was installed and measured; what was edited stays in var/
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis var/static var/test*.sqlite3*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The copy of the lock inside the environment says what is installed there.

install: venv
	@cmp -s requirements/base.txt $(VENV)/base.lock || { \
		echo "Installing what the hub runs on ..."; \
		$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes \
			-r requirements/base.txt && cp requirements/base.txt $(VENV)/base.lock; }

install-dev: venv
	@cmp -s requirements/dev.txt $(VENV)/dev.lock || { \
		echo "Installing what tests need ..."; \
		$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes \
			-r requirements/dev.txt && cp requirements/dev.txt $(VENV)/dev.lock \
			&& cp requirements/base.txt $(VENV)/base.lock; }

venv:
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { \
		$(PYTHON3) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null \
			|| { echo "Python 3.11 or newer is needed: name it with  make PYTHON3=python3.11 ..." >&2; exit 1; }; \
		$(PYTHON3) -c "import ensurepip" 2>/dev/null \
			|| { echo "python3-venv is missing: run  apt install python3-venv" >&2; exit 1; }; \
		$(PYTHON3) -m venv --clear $(VENV); }
