# Alokasi. `make` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
RESULTS := hasil
TIMEFOLD := .venv-timefold

.DEFAULT_GOAL := help
.PHONY: help venv demo test test-long check format bench bench-full dashboard examples pictures texts lock wheel wheelhouse clean

help: ## Lists these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1|/' | awk -F'|' '{printf "  make %-12s %s\n", $$1, $$2}'

$(INSTALLED): requirements.lock pyproject.toml
	@echo "== Environment in $(VENV)"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

venv: $(INSTALLED) ## Environment in .venv from the hashed lock; the other targets make it themselves

demo: $(INSTALLED) ## Example workbook -> audited proposal, result workbook, report; tells how to open the dashboard
	$(BIN)/alokasi demo --out $(RESULTS)
	@echo "== make dashboard opens it"

test: check ## All checks and tests but the long ones
	$(BIN)/python -m pytest -m "not long"

test-long: check ## Every test with its full counts (hours)
	$(BIN)/python -m pytest

check: $(INSTALLED) ## Format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(INSTALLED) ## Formats the code and mends what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(INSTALLED) ## Measures solve, peers and outside data in a few minutes; printed only
	$(BIN)/python benchmarks/bench.py

bench-full: $(INSTALLED) ## The whole suite, about two hours; goes on where it was ended; writes docs/benchmarks.md
	@if command -v java >/dev/null; then $(MAKE) --no-print-directory $(TIMEFOLD)/.installed || echo "== Timefold left out"; \
	else echo "== No java: Timefold left out"; fi
	$(BIN)/python benchmarks/bench.py --full

$(TIMEFOLD)/.installed: benchmarks/timefold.lock
	@echo "== Environment for Timefold in $(TIMEFOLD)"
	$(PYTHON) -m venv $(TIMEFOLD)
	$(TIMEFOLD)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

dashboard: $(INSTALLED) ## Opens the dashboard over the results in hasil/
	@test -d $(RESULTS) || $(MAKE) demo
	$(BIN)/alokasi dashboard $(RESULTS)

examples: $(INSTALLED) ## Writes the example workbooks in data/ again
	$(BIN)/python -m alokasi.examples data

texts: $(INSTALLED) ## Extracts the sentences and compiles the English catalogue
	$(BIN)/python tools/texts.py

pictures: $(INSTALLED) ## Takes the pictures of the dashboard in docs/gambar again; needs chromium
	$(BIN)/python tools/pictures.py

lock: $(INSTALLED) ## Resolves the hashed, host-free lock files again
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-run.lock

wheel: $(INSTALLED) ## Builds the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

wheelhouse: wheel ## Fills wheelhouse/ with all that an office computer without internet needs
	$(BIN)/python -m pip download --quiet --require-hashes -r requirements-run.lock --dest wheelhouse
	cp dist/*.whl wheelhouse/

clean: ## Removes the environment and what was made
	rm -rf $(VENV) $(TIMEFOLD) $(RESULTS) dist build wheelhouse .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
