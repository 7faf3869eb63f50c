# Every command of the project by name; `make` alone lists them.
# Nothing is needed but Python 3.11 or newer: the first command builds .venv.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# The first interpreter that is new enough and can make virtual environments.
FIND_PYTHON := for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$p"; exit; }; done; echo python3
BASE_PYTHON ?= $(shell $(FIND_PYTHON))

PYTHON := .venv/bin/python
EMBEDDED := PYTHONPATH=backend $(PYTHON) -m embedded
MANAGE := $(EMBEDDED) run $(PYTHON) backend/manage.py
# Benchmarks fill a market of their own.
BENCH := VENDUE_STATE_DIR=.vendue/bench VENDUE_DEMO=0 PYTHONPATH=backend:. $(PYTHON) -m embedded run
WORKERS ?= 2
ARGS ?=

# For tools that only read the settings: names of servers that nobody connects to.
NO_KEY := AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
OFFLINE := DATABASE_URL=postgresql://nobody@127.0.0.1/none REDIS_URL=redis://127.0.0.1/0 \
	VENDUE_SECRET_KEY=none VENDUE_TOKEN_KEY=$(NO_KEY) VENDUE_RECEIPT_KEY=$(NO_KEY)

.PHONY: help
help: ## List every command
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo '  ARGS="…" is handed on: make test ARGS="tests/auctions -x". WORKERS=4 changes how many run the tests.'

.PHONY: setup
setup: ## Build .venv from requirements.lock; quick when nothing has changed
	@command -v $(BASE_PYTHON) >/dev/null || { \
		echo '! Python 3.11 or newer is needed, and there is no python3 on PATH.' >&2; exit 1; }
	@$(BASE_PYTHON) backend/embedded/bootstrap.py

.PHONY: up
up: setup ## Serve the market with its own PostgreSQL and Valkey, or those of DATABASE_URL and REDIS_URL
	@exec env $(EMBEDDED) up

.PHONY: reset
reset: setup ## Remove all local data; the next start begins afresh
	@$(EMBEDDED) reset

.PHONY: services
services: setup ## Start PostgreSQL and Valkey alone, in the background
	@$(EMBEDDED) services start

.PHONY: services-stop
services-stop: setup ## Stop what `make services` has started
	@$(EMBEDDED) services stop

.PHONY: env
env: setup ## Print the running market's variables: eval "$(make -s env)"
	@$(EMBEDDED) env

.PHONY: manage
manage: setup ## Run a management command: make manage ARGS="migrate --plan"
	@$(MANAGE) $(ARGS)

# A file stays with one worker: what its tests share is started once.
.PHONY: test
test: setup node_modules/.package-lock.json ## Run the tests, without those that take minutes
	@$(PYTHON) -m pytest -n $(WORKERS) --dist loadfile -m "not long" $(ARGS)
	@test -n "$(ARGS)" || $(MAKE) test-js

.PHONY: test-js
test-js: node_modules/.package-lock.json ## Run the tests of the TypeScript SDK and of the apps
	@npm run --silent test

.PHONY: test-long
test-long: setup node_modules/.package-lock.json ## Run the tests that take minutes
	@$(PYTHON) -m pytest -m long $(ARGS)

.PHONY: lint
lint: setup node_modules/.package-lock.json ## Check style, and which module imports which
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@PYTHONPATH=backend .venv/bin/lint-imports
	@npm run --silent lint

.PHONY: format
format: setup node_modules/.package-lock.json ## Put the code into its one form
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .
	@npm run --silent format

.PHONY: types
types: setup node_modules/.package-lock.json ## Check the types
	@$(OFFLINE) $(PYTHON) -m mypy
	@npm run --silent types

.PHONY: contracts
contracts: setup ## Export the API's contracts to openapi/v1
	@$(OFFLINE) $(PYTHON) backend/manage.py export_contracts openapi/v1
	@$(OFFLINE) $(PYTHON) backend/manage.py export_asyncapi openapi/v1

.PHONY: contracts-check
contracts-check: setup node_modules/.package-lock.json ## Check the contracts: current, linted, nothing published broken
	@$(PYTHON) -m pytest tests/contract/test_export.py tests/contract/test_habits.py \
		tests/contract/test_published.py $(ARGS)

# What the apps, the TypeScript SDK and the contracts' tools need. It brings the Node they run on.
node_modules/.package-lock.json: package-lock.json .npmrc
	@command -v npm >/dev/null || { \
		echo '! Node 20.19 or newer is needed with npm, and there is no npm on PATH.' >&2; exit 1; }
	@npm ci --loglevel=error --no-audit --no-fund

node_modules:
	@$(MAKE) node_modules/.package-lock.json

.PHONY: sdk
sdk: setup | node_modules ## Generate both SDKs anew from the contracts
	@$(PYTHON) sdk/python/generate.py
	@npm run --silent generate --workspace @vendue/sdk

.PHONY: web
web: node_modules/.package-lock.json ## Build the app of buyers and sellers into apps/web/dist
	@npm run --silent build --workspace @vendue/web

# Both open a market of their own; the browser is Chromium, on PATH or named by CHROMIUM.
.PHONY: screens
screens: setup node_modules/.package-lock.json ## Take the pictures of docs/screens anew
	@PYTHONPATH=backend:. $(PYTHON) -m tests.e2e.screens $(ARGS)

.PHONY: lighthouse
lighthouse: setup node_modules/.package-lock.json ## Have Lighthouse look at home, search and lot
	@PYTHONPATH=backend:. $(PYTHON) -m tests.e2e.lighthouse $(ARGS)

.PHONY: migrations-check
migrations-check: setup ## Fail if a model has changed without its migration
	@$(MANAGE) makemigrations --check --dry-run

.PHONY: verify
verify: setup ## Check every invariant of the market in the database
	@$(MANAGE) verify $(ARGS)

.PHONY: bench
bench: setup ## Measure the speed (ARGS="bids closing search"); prints ratios, writes bench/results/
	@$(BENCH) $(PYTHON) backend/manage.py migrate -v0
	@$(BENCH) $(PYTHON) -m bench.prepare
	@$(BENCH) $(PYTHON) -m bench $(ARGS)

.PHONY: wheel
wheel: setup ## Build the Python SDK's wheel into dist/
	@$(PYTHON) -m build --wheel --no-isolation --outdir dist sdk/python

.PHONY: package
package: node_modules/.package-lock.json ## Build the TypeScript SDK's package into dist/, and check it
	@npm run --silent package --workspace @vendue/sdk

.PHONY: lock
lock: setup ## Resolve the dependencies anew into requirements.lock: hashes, no addresses
	@UV_PYTHON_DOWNLOADS=never $(PYTHON) -m uv pip compile pyproject.toml --group dev --universal \
		--python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--quiet --output-file requirements.lock $(ARGS)

.PHONY: lock-js
lock-js: setup ## Bring package-lock.json up to what the package.json files ask for
	@npm install --loglevel=error --no-audit --no-fund
	@$(PYTHON) .ci/complete_lock.py
	@touch node_modules/.package-lock.json

.PHONY: clean
clean: ## Remove what was built: .venv, node_modules and caches, not the market's data
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@rm -rf node_modules dist sdk/typescript/dist apps/*/dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
