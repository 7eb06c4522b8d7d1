# make run: everything on a fresh machine, then the dashboard.  make test: the same, then every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --no-deps

.PHONY: run setup test bench lock clean

run: setup
	$(BIN)/timeline serve --samples seeds

setup: $(VENV)/.app

$(VENV)/.app: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.lock
	$(INSTALL) --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.app requirements-dev.lock
	$(INSTALL) -r requirements-dev.lock
	touch $@

test: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2

bench: $(VENV)/.dev
	for each in benchmarks/*.py; do $(BIN)/python $$each || exit 1; done

# Needs uv. The second and third files hold only what comes on top of the first.
COMPILE := uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-header --quiet
lock:
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --no-config requirements-full.in -c requirements.lock --no-emit-package torch -o requirements-full.lock

clean:
	rm -rf $(VENV) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
