# Everything a newcomer needs; `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help setup demo test check lint types contracts test-postgres test-browser test-teams test-install bench evaluate soak lock clean

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

$(STAMP): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Gatepost needs Python 3.11 or newer; this is " + sys.version)'
	@echo "Setting up $(VENV) with the pinned dependencies (a minute or two, once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

setup: $(STAMP)  ## make .venv with the pinned dependencies and .venv/bin/gatepost

demo: setup  ## serve the local workspace with the sample trust on http://127.0.0.1:8080
	$(BIN)/gatepost demo

test: setup  ## all tests that need nothing but Python
	$(BIN)/python -m pytest -n auto

lint: setup  ## ruff: format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup  ## mypy, strict, on source and tests
	$(BIN)/mypy

contracts: setup  ## import-linter: dependencies point inward
	$(BIN)/lint-imports

check: lint types contracts test  ## lint, types, import contracts, tests

test-postgres: setup  ## the workflow tests on PostgreSQL (GATEPOST_TEST_POSTGRES names the server)
	$(BIN)/python -m pytest -n auto -m postgres

test-browser: setup  ## the whole story in headless Chromium
	$(BIN)/python -m pytest -m browser

node_modules/.package-lock.json: package-lock.json
	@npm ci --no-audit --no-fund --silent

test-teams: setup node_modules/.package-lock.json  ## cards, manifest and the whole story against Microsoft's own tools (needs Node)
	$(BIN)/python -m pytest -m teams

test-install: setup  ## built as a wheel, installed into a clean environment, started from another folder
	$(BIN)/python -m pytest -m install

bench: setup  ## figures, as ratios against a baseline measured in the same run (BENCH=--quick for the short form)
	$(BIN)/python -m tests.bench $(BENCH)

evaluate: setup  ## score the reader on the labelled corpus and write a report
	$(BIN)/python -m tests.evaluation

soak: setup  ## kill storms and load in their full length (well over half an hour)
	$(BIN)/python -m pytest -m long -s

lock: setup  ## pin the dependencies anew, with hashes and without an index address (needs uv)
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock

clean:  ## remove everything that make made (never var/, which holds data)
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
