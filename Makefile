# Wanderjahr: `make` alone prints this list. Needs Python 3.11 or newer; what else is missing is named.
# The work is done by the scripts in tools/, so that folders with spaces in their name cause no trouble.
.PHONY: help demo demo-fresh test lint fix bench nightly messages screenshots lock python dev
.DEFAULT_GOAL := help

# The first Python that is new enough; looked for once, and only by the targets that need it.
PYTHON = $(eval PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done))$(PYTHON)
PY = .venv/bin/python
MANAGE = WANDERJAHR_PROFILE=demo $(PY) manage.py
export WANDERJAHR_PROFILE PORT HOST

help:  ## print this list
	@grep -hE '^[a-z-]+:.*  ## ' Makefile | sed -E 's/^([a-z-]+):.*  ## (.*)/  make \1|\2/' | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: python  ## install what is missing, build the demo, serve it (PORT=8000, HOST=127.0.0.1)
	@"$(PYTHON)" tools/demo.py

demo-fresh: python  ## the same with newly built demo data; what was entered is lost
	@"$(PYTHON)" tools/demo.py fresh

test: dev  ## all tests; on PostgreSQL with DATABASE_URL=postgres://…; more options: ARGS="-k certificate"
	@$(PY) -m pytest -n 3 --dist worksteal $(ARGS)

lint: dev  ## style, types, layers, migrations, translations, packages
	@$(PY) tools/lint.py

fix: dev  ## let the formatters tidy up
	@$(PY) -m ruff check --fix --quiet . ; $(PY) -m ruff format .

bench: dev  ## measure pages, certificates, matching, and 200 learners at once
	@$(MANAGE) bench $(ARGS)

nightly: dev  ## all tests with many more random inputs
	@HYPOTHESIS_PROFILE=nightly $(PY) -m pytest -n 3 --dist worksteal $(ARGS)

messages: dev  ## collect the texts to translate, name what is missing in German, compile
	@$(MANAGE) messages && $(MANAGE) messages --compile

screenshots: dev  ## photograph every page type into docs/screenshots
	@$(PY) -m pytest -n 0 -p no:randomly -m screenshots --screenshots $(ARGS)

lock: dev  ## pin the newest packages that requirements*.in and package.json allow
	@$(PY) tools/lock.py $(ARGS)

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing. On Debian and Ubuntu: sudo apt install python3 python3-venv"; exit 1; }

dev: python
	@"$(PYTHON)" tools/setup.py dev
