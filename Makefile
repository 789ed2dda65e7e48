# `make demo` and `make test` are all the set-up there is: they build .venv when it is missing or out of date.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
MAPS   := maps/northeast-asia
PYTEST_ARGS ?=
TIME ?= 60

.DEFAULT_GOAL := help
.PHONY: help demo lesson test check format docs golden fuzz clean

help:  ## show what can be made
	@grep -E '^[a-z]+: .*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 14

$(VENV)/.base: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	  || { echo "argmap needs Python 3.11 or newer; try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "this Python cannot make virtual environments (on Debian: apt install python3-venv)" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.base
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/.base  ## compare the two shipped articles, in the terminal and as pictures
	@$(BIN)/argmap check $(MAPS)/*.yaml
	@mkdir -p build/demo
	@$(BIN)/argmap compare $(MAPS)/koga-2023.yaml $(MAPS)/rsis-2023.yaml --detail brief
	@$(BIN)/argmap compare $(MAPS)/koga-2023.yaml $(MAPS)/rsis-2023.yaml --format markdown > build/demo/comparison.md 2> /dev/null
	@$(BIN)/argmap draw $(MAPS)/koga-2023.yaml $(MAPS)/rsis-2023.yaml -o build/demo/comparison/ > build/demo/pictures.txt
	@$(BIN)/argmap draw $(MAPS)/koga-2023.yaml -o build/demo/koga-2023/ >> build/demo/pictures.txt
	@$(BIN)/argmap draw $(MAPS)/rsis-2023.yaml -o build/demo/rsis-2023/ >> build/demo/pictures.txt
	@$(BIN)/argmap page $(MAPS)/koga-2023.yaml $(MAPS)/rsis-2023.yaml -o build/demo/page.html > /dev/null
	@echo
	@echo "Both sides' words, point by point: build/demo/comparison.md"
	@echo "Pictures, also of each article alone: $$(wc -l < build/demo/pictures.txt | tr -d ' ') files, listed in build/demo/pictures.txt"
	@echo "To explore in a browser: build/demo/page.html"
	@echo "Open $$(head -n 1 build/demo/pictures.txt)"

$(VENV)/.anki: $(VENV)/.base
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[anki]'
	@touch $@

lesson: $(VENV)/.anki  ## make all sheets of the lesson in docs/lesson.md
	@$(BIN)/argmap lesson $(MAPS)/koga-2023.yaml $(MAPS)/rsis-2023.yaml -o build/lesson/ \
	  --title "Japan, South Korea and China: two articles on one summer" \
	  --focus koga-2023=cooperate-more --focus rsis-2023=lynchpin

test: $(VENV)/.dev  ## run the tests
	@$(BIN)/pytest -q -n auto $(PYTEST_ARGS)

check: $(VENV)/.dev  ## check formatting, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev  ## put the code in the house style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/.dev  ## make the pages and pictures in docs/ that are generated
	$(BIN)/python docs/generate.py

golden: $(VENV)/.dev  ## make the golden drawings anew; read the difference in git
	@$(BIN)/pytest -q -n auto --update-golden tests/test_golden_drawings.py tests/test_map_sheets.py -k golden

fuzz: $(VENV)/.dev  ## look for inputs that break argmap, for TIME seconds (Linux)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@$(BIN)/python tests/fuzz/run.py --time $(TIME)

clean:  ## remove what was built
	rm -rf build dist $(VENV) .coverage .pytest_cache .mypy_cache .ruff_cache
