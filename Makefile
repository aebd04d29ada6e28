# The two commands that matter: `make site` and `make test`. Each does its own set-up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_TEST := $(VENV)/ready-test
READY_BENCH := $(VENV)/ready-bench
READY_PDF := $(VENV)/ready-pdf
READY_IMAGES := $(VENV)/ready-images
export PYTHONPATH := $(CURDIR)/generator
# The command that the last line of a build names, to see the site.
export KYNDIG_PREVIEW := make serve
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: site pdf images test soak report tools check record serve lint coverage bench words reference lock clean help

site: $(READY) ## Build the site of this checkout into output/
	@$(BIN)/python -m kyndig build

pdf: $(READY_PDF) ## Build the site with PDFs of what is made to be printed (needs Pango)
	@$(BIN)/python -m kyndig build --pdf

images: $(READY_IMAGES) ## Build the site with pictures that courses and competencies are shared with (needs fontconfig)
	@$(BIN)/python -m kyndig build --images

test: $(READY_TEST) ## Run all tests
	@$(BIN)/python -m pytest -q -n auto --dist loadgroup $(TESTS)

soak: $(READY_TEST) ## Edit and build a small site at random for SOAK minutes (10), in search of a build that differs from a clean one
	@SOAK=$(or $(SOAK),10) $(BIN)/python -m pytest -q -n auto tests/incremental/test_machine.py

report: $(READY_TEST) ## Run the checks in a browser, with Lighthouse, and write build/report/report.html (LANGUAGE=da)
	@KYNDIG_REPORT=build/report $(BIN)/python -m pytest -q tests/browser

tools: ## Install what the checks in a browser need besides Chromium and Java (needs npm)
	@npm ci --ignore-scripts --no-audit --no-fund --prefix tests/browser

check: $(READY) ## Find every fault in content/ and write nothing
	@$(BIN)/python -m kyndig check

record: $(READY) ## Write into the ledger what the content announces, for feeds and calendars
	@$(BIN)/python -m kyndig record $(RECORD)

serve: $(READY) ## Show the site on this machine, and every edit as soon as it is saved
	@$(BIN)/python -m kyndig serve

lint: $(READY_TEST) ## Run ruff and mypy
	@$(BIN)/ruff check generator tests i18n
	@$(BIN)/ruff format --check -q generator tests i18n
	@$(BIN)/mypy

bench: $(READY_BENCH) ## Measure builds beside Hugo's, and how much of what readers type is found (BENCH="speed --sizes 1000")
	@$(BIN)/python -m tests.bench $(BENCH)

coverage: $(READY_TEST) ## Run all tests and say which branches none of them takes
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest -q -p no:xdist
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report

words: $(READY) ## Bring the catalogues in i18n/ up to date with the theme and the code
	@$(BIN)/python i18n/update.py

reference: $(READY) ## Write the reference of the content format anew from the types
	@$(BIN)/python -m kyndig.reference > docs/content-format.md

lock: $(READY_TEST) ## Pin all dependencies anew, with hashes (needs uv and npm)
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements/site.txt
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra pdf pyproject.toml -o requirements/pdf.txt
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra images pyproject.toml -o requirements/images.txt
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra test pyproject.toml -o requirements/test.txt
	@uv pip compile -q --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --extra bench pyproject.toml -o requirements/bench.txt
	@$(BIN)/python tests/browser/lock.py

clean: ## Remove everything that make makes
	rm -rf $(VENV) output build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

$(VENV)/pip: requirements/build.txt
	@sh requirements/require $(PYTHON)
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --require-hashes -r requirements/build.txt
	@touch $@

# feedgen is published as source only: it is built with the setuptools pinned above, not with one fetched unpinned.
$(READY): $(VENV)/pip requirements/site.txt
	@$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/site.txt
	@touch $@

$(READY_TEST): $(READY) requirements/test.txt
	@$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/test.txt
	@touch $@

$(READY_PDF): $(READY) requirements/pdf.txt
	@$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/pdf.txt
	@touch $@

$(READY_IMAGES): $(READY) requirements/images.txt
	@$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/images.txt
	@touch $@

$(READY_BENCH): $(READY_TEST) requirements/bench.txt
	@$(BIN)/python -m pip install -q --require-hashes --no-build-isolation -r requirements/bench.txt
	@touch $@
