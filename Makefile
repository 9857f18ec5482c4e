# Needs python3 (3.11 or newer) with venv, and make. Works without git.
#
#   make demo     the whole way of a letter, in memory on this machine; leaves only .venv
#   make test     every test; ends with the line that installs missing Debian packages
#   make check    linters, types, layers, and the census of the training letters
#   make prove    names the long proofs; make prove-AREA runs one
#   make bench    names the benchmarks; make bench-NAME runs one
#   make deb      builds the Debian package into this folder
#   make lock     writes requirements/ from pyproject.toml (needs uv); UPGRADE=--upgrade moves versions

PYTHON ?= python3
BIN := .venv/bin

.DELETE_ON_ERROR:
.PHONY: demo test check prove bench deb lock

demo: .venv/demo.stamp
	@PYTHONDONTWRITEBYTECODE=1 $(BIN)/triaged demo

# By folder, not by number of tests: the few that start whole daemons come first, so that no worker
# is left with a long one at the end.
test: .venv/test.stamp
	@$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

check: .venv/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m classifier.census classifier/corpus

# The proofs and benchmarks see a clean environment, so that none depends on the machine's own.
CLEAN := env -i PATH="$$PATH" HOME="$$HOME" LANG=C.UTF-8

# A proof or benchmark is a module with a main function.
areas = $(or $(foreach path,$(shell grep -ls '^def main' $(1)/*.py),make $(2)-$(basename $(notdir $(path)))),none yet)

prove:
	@echo "Proofs: $(call areas,prove,prove)"

prove-%: prove/%.py .venv/test.stamp
	$(CLEAN) $(BIN)/python -m prove.$*

bench:
	@echo "Benchmarks: $(call areas,benchmarks,bench)"

bench-%: benchmarks/%.py .venv/test.stamp
	$(CLEAN) $(BIN)/python -m benchmarks.$*

# setuptools is among the locked, so triaged itself is installed without asking an index.
define install
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r $<
	$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-index --no-deps \
		--no-build-isolation --editable .
	@rm -rf triaged.egg-info
endef

.venv/demo.stamp: requirements/demo.txt pyproject.toml | $(BIN)/pip
	@echo "Installing the locked packages into .venv: about a minute, once."
	$(install)
	@touch $@

.venv/test.stamp: requirements/test.txt pyproject.toml | $(BIN)/pip
	@echo "Installing the locked packages into .venv: a minute or two, once."
	$(install)
	@touch $@ .venv/demo.stamp

# pip, not python: where Debian's python3-venv is missing, a python is made and no pip.
$(BIN)/pip:
	$(PYTHON) -m venv .venv

# requirements/*.txt name versions and hashes, and no address of a registry.
COMPILE = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	$(UPGRADE)

# The package that carries its own environment; names the tools it needs where they are missing.
deb:
	@packaging/debian/build .

lock:
	$(COMPILE) --extra postgresql --extra desk --extra alarms --extra service-account \
		--extra encryption --extra train --group build --output-file requirements/run.txt
	$(COMPILE) --extra demo --group build --output-file requirements/demo.txt
	$(COMPILE) --all-extras --group test --output-file requirements/test.txt
