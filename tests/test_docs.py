"""The README and the docs are executed, and every command, key, code and format is documented."""

from __future__ import annotations

import doctest
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from jopsrdf.cli import main
from places import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")
_CHECKER = doctest.OutputChecker()


def transcripts(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each command of a page's console blocks with the output it shows."""
    for block in _CONSOLE.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            yield command, output


TRANSCRIPTS = [(page.name, command, output) for page in PAGES for command, output in transcripts(page)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a fresh checkout's, with the seed's dataset built."""
    made = tmp_path_factory.mktemp("docs")
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, made / name)
    run("jopsrdf build data", made)
    return made


def run(command: str, folder: Path) -> str:
    """Return what a command prints, both streams in one."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(("page", "command", "shown"), TRANSCRIPTS, ids=[f"{p}:{c[:50]}" for p, c, _ in TRANSCRIPTS])
def test_what_the_docs_show_is_what_happens(folder: Path, page: str, command: str, shown: str) -> None:
    """A command in the docs prints what the docs show; `...` stands for what is left out."""
    printed = run(command, folder)
    assert _CHECKER.check_output(shown, printed, doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE), printed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_in_the_docs_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python examples are doctests."""
    monkeypatch.chdir(ROOT)
    failed, _ = doctest.testfile(str(page), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8")
    assert not failed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file of the project finds it."""
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield the commands by name."""
    yield from main.commands.items()


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[name for name, _ in commands()])
def test_every_command_and_option_is_documented(name: str, command: click.Command) -> None:
    """The page on the command line has a section for each command, and each option in it."""
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## `jopsrdf {name}")[2].partition("\n## ")[0]
    assert section, f"docs/cli.md has no section on {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[-1]}" in section, parameter.opts


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_tables_are_current(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables of notes, settings and formats are those of the code; `make docs` writes them."""
    monkeypatch.syspath_prepend(ROOT / "docs")
    text = page.read_text(encoding="utf-8")
    assert importlib.import_module("render").rendered(text) == text


@pytest.mark.parametrize("table", ["notes", "formats", "exports", "own-terms", "mapping", "journal", "site", "server"])
def test_every_table_stands_on_a_page(table: str) -> None:
    """No table of codes, keys or formats is forgotten."""
    assert any(f"<!-- table: {table} -->" in page.read_text(encoding="utf-8") for page in PAGES)
