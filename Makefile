# make demo        set up, then brief an example in the terminal and as HTML
# make app         set up, then open the page on this machine
# make test        set up (PyTorch too, 0.9 GB), then lint, types and every test
# make test-core   the same without PyTorch and what needs it
# make mutants     how many small wrong changes of the core the tests see; some minutes, Ctrl+C gives the figure so far
# make bundle      the wheel, and an archive for machines without a network, in dist/; BUNDLE=--help says for which
# make clean       remove what these made

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --requirement
# A file stays on one core: what its tests share is made once.
ON_ALL_CORES := --numprocesses logical --maxprocesses 4 --dist loadfile

.PHONY: demo app test test-core lint mutants bundle programs clean

demo: .venv/installed
	@$(BIN)/python -m summarize examples/energy-storage.en.md --to pt --output demo/briefing.html --show
	@echo "Open demo/briefing.html in a browser."

app: .venv/installed
	$(BIN)/python -m page app

test: .venv/installed-torch programs lint
	$(BIN)/python -m pytest $(ON_ALL_CORES)

test-core: .venv/installed-dev programs lint
	$(BIN)/python -m pytest $(ON_ALL_CORES) -m "not torch"

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

mutants: .venv/installed-dev
	$(BIN)/python -m benchmarks.mutants

.venv/installed: requirements.txt
	@$(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is missing: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	@echo "Installing what Entente needs into .venv (once, some minutes)…"
	@$(PIP) requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing what the tests need (once)…"
	@$(PIP) requirements-dev.txt
	@touch $@

.venv/installed-torch: .venv/installed-dev requirements-transformers.txt
	@echo "Installing PyTorch and CTranslate2 for the tests (once; 0.9 GB, and 5 GB more where PyPI's build has CUDA)…"
	@$(PIP) requirements-transformers.txt
	@touch $@

bundle: .venv/installed-dev
	$(BIN)/python -m bundle $(BUNDLE)

# Tests drive the system's Chromium and Apertium's Spanish pair. Root may install them; anybody else is told how to.
programs:
	@command -v chromium >/dev/null && command -v apertium >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium apertium-eng-spa >/dev/null; } || { \
	  echo "The tests need two programs: sudo apt-get install chromium apertium-eng-spa, then try again."; exit 1; }

clean:
	rm -rf .venv demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
