# Two commands do everything: `make serve` and `make test`. Both set up what they need; a second run reuses it.
SHELL  := /bin/bash
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
HOST   ?= 127.0.0.1
PORT   ?= 8000

.PHONY: serve test build docs format clean help
.DELETE_ON_ERROR:

help: ## Show the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/serve.stamp ## Build the dataset from data/ and serve it on loopback
	@$(BIN)/jopsrdf build data --dataset dataset
	@exec $(BIN)/jopsrdf serve --dataset dataset --host $(HOST) --port $(PORT)

build: $(VENV)/serve.stamp ## Build the dataset from data/
	@$(BIN)/jopsrdf build data --dataset dataset

test: $(VENV)/test.stamp ## Run the linters, the type checker and every test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest $(ARGS)

docs: $(VENV)/test.stamp ## Write the tables of the docs from the code
	@$(BIN)/python docs/render.py

format: $(VENV)/test.stamp ## Format the code and mend what the linter can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## Remove everything that the other commands made
	rm -rf $(VENV) dataset dist build

$(VENV)/python.stamp:
	@./setup/venv $(PYTHON) $(VENV)
	@touch $@

$(VENV)/serve.stamp: $(VENV)/python.stamp pyproject.toml constraints.txt src/jopsrdf/web/frontend/package-lock.json
	@echo "jopsrdf: installing what the site needs into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@./setup/frontend
	@touch $@

$(VENV)/test.stamp: $(VENV)/serve.stamp pyproject.toml constraints.txt setup/debian setup/unpack setup/clients tests/clients/package-lock.json
	@echo "jopsrdf: installing what the tests need into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . --group dev
	@./setup/frontend --dev
	@$(BIN)/python setup/clients
	@./setup/debian
	@./setup/unpack $(abspath $(VENV))/debian
	@touch $@
