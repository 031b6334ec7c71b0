"""This room has the commands that read: pages, reference strings, and files of RDF to be checked."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jopsrdf.cli import printing
from jopsrdf.errors import JopsError, Note

if TYPE_CHECKING:  # the records' own weight is small; what reads them is imported in the commands
    from jopsrdf.config import Settings
    from jopsrdf.records import Article

TARGETS = (
    "turtle",
    "jsonld",
    "schema-jsonld",
    "ntriples",
    "nquads",
    "trig",
    "rdfxml",
    "record",
    "csl",
    "bibtex",
    "ris",
)
PROFILES = ("spar", "ocdm", "schema")
journal_option = click.option("--journal", type=click.Path(), help="Settings file; default: journal.toml beside FILE.")


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--to", "target", type=click.Choice(TARGETS), default="turtle", show_default=True, help="What to write.")
@click.option("-o", "--output", default="-", metavar="OUT", help="File to write; default: standard output.")
@click.option("--profile", type=click.Choice(PROFILES), help="Write only what a profile asks for.")
@click.option("--frame", type=click.Path(exists=True, dir_okay=False), help="JSON-LD frame, with --to jsonld.")
@click.option("-q", "--quiet", is_flag=True, help="Do not print notes.")
@journal_option
def convert(
    files: tuple[str, ...],
    target: str,
    output: str,
    profile: str | None,
    frame: str | None,
    quiet: bool,
    journal: str | None,
) -> None:
    """Convert article pages to RDF, to the JSON-LD that a page embeds, to the record, or for reference managers.

    `-` reads standard input. `record` is the article as JSON, one line each when there are several files; doubts are
    printed to standard error. A file that cannot be read is reported and the others are still converted.

    \b
        jopsrdf convert data/page.txt | less
        jopsrdf convert --to schema-jsonld page.txt -o page.jsonld
    """  # noqa: D301 - click reads \b as "keep these lines"
    from jopsrdf import pipeline

    settings = pipeline.settings_for(files, journal)
    failures: list[JopsError] = []
    articles = list(_articles(files, settings, failures))
    if not quiet:
        printing.notes(note for article in articles for note in printing.all_notes(article))
    if articles:
        options = pipeline.Options(
            profile=profile or "",
            frame=json.loads(Path(frame).read_text("utf-8")) if frame else None,
            time=pipeline.stated_time(os.environ.get("SOURCE_DATE_EPOCH", "")),
        )
        printing.document(pipeline.write(articles, target, settings, options), output)
    _fail(failures)


def _articles(files: Iterable[str], settings: Settings, failures: list[JopsError]) -> Iterator[Article]:
    from jopsrdf import pipeline

    for name in files:
        try:
            yield from pipeline.convert(printing.read_input(name), name, settings)
        except JopsError as error:
            click.echo(f"jopsrdf: {error}", err=True)
            failures.append(error)


def _fail(failures: list[JopsError]) -> None:
    if failures:
        raise click.exceptions.Exit(failures[0].exit_code)


@click.command()
@click.argument("file", default="-", metavar="[FILE|-]")
@click.option("-o", "--output", default="-", metavar="OUT", help="File to write; default: standard output.")
def references(file: str, output: str) -> None:
    """Read one raw reference per line and write one JSON object per line.

    The keys are those of CSL with underscores; `notes` holds the doubts, `confidence` a probability for each field.

    \b
        echo 'Barthes, Roland. Aula. São Paulo: Cultrix, 1987.' | jopsrdf references
    """  # noqa: D301 - click reads \b as "keep these lines"
    from jopsrdf import pipeline

    lines = (json.dumps(row, ensure_ascii=False) for row in pipeline.read_references(printing.read_input(file), file))
    if output == "-":
        for line in lines:
            click.echo(line)
    else:
        printing.document("".join(f"{line}\n" for line in lines).encode(), output)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per note.")
@click.option("--profile", type=click.Choice(["ocdm"]), help="Hold the graph against this profile's shapes instead.")
@journal_option
def check(files: tuple[str, ...], as_json: bool, profile: str | None, journal: str | None) -> None:
    """Check article pages and RDF files: every doubt with its place; exit code 1 when there are errors.

    A page is read and its graph is validated; an RDF file (.ttl, .nt, .nq, .trig, .rdf, .jsonld) is validated as it is.
    """
    from jopsrdf import pipeline

    found: list[Note] = []
    settings = pipeline.settings_for(files, journal)
    for name in files:
        for note in pipeline.check(printing.read_input(name), name, settings, profile=profile or ""):
            found.append(note)
            if as_json:
                printing.structured(printing.as_json(note))
            else:
                click.echo(str(note))
    errors = sum(note.severity == "error" for note in found)
    click.echo(f"{len(files)} checked: {errors} errors, {len(found) - errors} notes", err=True)
    sys.exit(1 if errors else 0)
