# make demo   set up, then brief an example in the terminal and as HTML
# make app    set up, then open the page on this machine
# make test   set up, then lint, types and every test
# make clean  remove what the three above made

PYTHON ?= python3
BIN := .venv/bin
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

.PHONY: demo app test clean chromium

demo: .venv/installed
	@$(BIN)/python -m summarize examples/energy-storage.en.md --to pt --output demo/briefing.html --show
	@echo "Open demo/briefing.html in a browser."

app: .venv/installed
	$(BIN)/streamlit run app.py

test: .venv/installed-dev chromium
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

.venv/installed: requirements.txt
	@$(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is missing: on Debian and Ubuntu, apt-get install python3-venv"; exit 1; }
	@echo "Installing what Entente needs into .venv (once, some minutes)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing what the tests need (once)…"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

# The page's tests drive the system's Chromium: Playwright's own download is not used.
chromium:
ifeq ($(CHROMIUM),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq chromium || apt-get install -y -qq chromium-browser; \
	else \
	  echo "The page's tests need Chromium: sudo apt-get install chromium, then make test again."; exit 1; \
	fi
endif

clean:
	rm -rf .venv demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
