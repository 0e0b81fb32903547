# Everything is run from here; `make` alone lists the targets. The tools live in .venv, nothing is installed outside it
# but a browser where there is none.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON ?= python3
# Tests that drive a browser wait more than they work, so that there may be more of them than processors.
WORKERS ?= 4
VENV   := .venv
RUN    := $(VENV)/bin/python -m
PIP    := $(RUN) pip --quiet --disable-pip-version-check
ASSETS := auditor/assets/STAMP
UV     := uv==0.13.9

export PYTHON URL
# Tests start the command many times; where byte code may not be kept, each start would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo audit test check matrix mutation format docs pictures lock clean browser browser-for-tests

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(VENV)/.project $(ASSETS) browser  ## make .venv, the page scripts and, where there is none, a browser (quick when nothing changed)

demo: setup  ## audit the demo shop and print where the report is
	$(VENV)/bin/cx-audit demo

audit: setup  ## audit a shop: make audit URL=https://shop.example
	@test -n "$$URL" || { echo 'usage: make audit URL=https://shop.example' >&2; exit 2; }
	$(VENV)/bin/cx-audit run "$$URL"

test: check browser-for-tests  ## set up, then lint, types and every test
	$(RUN) pytest -n $(WORKERS) --dist loadgroup --durations=15

check: $(VENV)/.project $(ASSETS)  ## lint, form and types, without tests
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy

matrix: check browser-for-tests  ## of the tests only the matrix: each fault of the demo shop is found by its own check, and by no other
	$(RUN) pytest -n $(WORKERS) --dist loadgroup -m matrix

mutation: $(VENV)/.project  ## plant faults in score.py and count how many its tests find (a minute; nine in ten are wanted)
	rm -rf mutants
	$(VENV)/bin/mutmut run >/dev/null
	$(VENV)/bin/mutmut export-cicd-stats >/dev/null
	$(VENV)/bin/python -c "import json; d = json.load(open('mutants/mutmut-cicd-stats.json')); print(f\"{d['killed']} of {d['total']} planted faults were found\"); raise SystemExit(d['killed'] < 0.9 * d['total'])"

format: $(VENV)/.project  ## put imports and layout in order
	$(RUN) ruff check --fix-only
	$(RUN) ruff format

docs: $(VENV)/.project  ## write the generated documentation again: pages of docs/, checks/README.md, README.md, the schema
	$(RUN) tools.docs
	$(RUN) tests.test_contracts

pictures: setup  ## take the README's pictures again, from an audit of the demo shop
	$(RUN) tools.pictures

lock: .lock-tools/$(UV)  ## remake the lock files from pyproject.toml and package.json; UPGRADE=--upgrade takes newer versions
	.lock-tools/bin/uv pip compile $(LOCK_OPTIONS) --group build -o requirements/build.lock
	.lock-tools/bin/uv pip compile $(LOCK_OPTIONS) pyproject.toml --all-extras --group dev -c requirements/build.lock -o requirements/all.lock
	.lock-tools/bin/uv pip compile $(LOCK_OPTIONS) --no-annotate pyproject.toml -c requirements/all.lock -o requirements/run.lock
	.lock-tools/bin/uv pip compile $(LOCK_OPTIONS) --no-annotate pyproject.toml --all-extras -c requirements/all.lock -o requirements/extras.lock
	npm install --package-lock-only --ignore-scripts

clean:  ## remove everything that setup and the tests made; audits stay
	rm -rf $(VENV) mutants .lock-tools auditor/assets auditor/.assets-* build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .coverage htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Locks for every platform and Python; the hashes of all files of a version; no address in them. What runs alone (run), with
# notify and fleet (extras), and with all that builds and tests (all) has the same versions.
# phonenumbers, which django-oscar asks for, would put its files over those of phonenumberslite: tests run on what is shipped.
LOCK_OPTIONS := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	--no-emit-package phonenumbers $(UPGRADE)

.lock-tools/$(UV):
	tools/venv.sh .lock-tools
	.lock-tools/bin/python -m pip install --quiet --disable-pip-version-check $(UV)
	@touch $@

# What builds packages comes first: then nothing is built with a tool that has no hash.
$(VENV)/.packages: requirements/build.lock requirements/all.lock tools/venv.sh
	tools/venv.sh $(VENV)
	$(PIP) install --no-deps --require-hashes -r requirements/build.lock
	$(PIP) install --no-deps --require-hashes --no-build-isolation -r requirements/all.lock
	@touch $@

$(VENV)/.project: $(VENV)/.packages pyproject.toml $(ASSETS)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(ASSETS): package.json package-lock.json .npmrc hatch_build.py | $(VENV)/.packages
	$(VENV)/bin/python hatch_build.py
	@touch $@

browser: $(VENV)/.packages
	@$(RUN) tools.browser

browser-for-tests: $(VENV)/.packages
	@$(RUN) tools.browser --for-tests
