"""This room has the commands for a dataset: build it, serve it, query it, and move between its generations."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jopsrdf.cli import printing

if TYPE_CHECKING:
    from jopsrdf.pipeline import Report
    from jopsrdf.pipeline.building import Progress
    from jopsrdf.store import Server

dataset_option = click.option(
    "--dataset", type=click.Path(file_okay=False, path_type=Path), default="dataset", show_default=True, help="Folder."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, for a program.")
journal_option = click.option("--journal", type=click.Path(), help="Settings file; default: journal.toml in PATH.")

#: What `query --format` takes: a table for people, results and graphs for programs.
QUERY_FORMATS: dict[str, tuple[str, ...]] = {
    "table": ("application/sparql-results+json", "text/turtle"),
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv", "text/turtle"),
    "tsv": ("text/tab-separated-values", "text/turtle"),
    "turtle": ("text/csv", "text/turtle"),
    "ntriples": ("text/csv", "application/n-triples"),
    "jsonld": ("application/sparql-results+json", "application/ld+json"),
    "rdfxml": ("application/sparql-results+xml", "application/rdf+xml"),
}


#: How many articles that are gone a build names.
NAMED = 20


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]", type=click.Path(path_type=Path))
@dataset_option
@journal_option
@click.option("--processes", type=int, default=0, help="Processes that read pages; default: one for each core.")
@json_option
def build(paths: tuple[Path, ...], dataset: Path, journal: str | None, processes: int, as_json: bool) -> None:
    """Build the next generation of a dataset from pages (default: the folder data), and let it serve.

    Folders are searched; unchanged pages are carried over; one bad file never stops the rest, but the exit code is 3.
    The old generation serves until the new one is whole, also when a build is killed.
    """
    from jopsrdf import config, pipeline

    paths = paths or (Path("data"),)
    settings = pipeline.settings_for(paths, journal, os.environ)
    with _progress() as progress:
        report = pipeline.build(
            paths,
            dataset,
            settings,
            progress=progress,
            processes=processes or config.cores(),
            epoch=os.environ.get("SOURCE_DATE_EPOCH", ""),
        )
    if as_json:
        printing.structured(asdict(report))
    else:
        _print_report(report, dataset)
    if report.failures:
        sys.exit(3)


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give a progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="reading pages", file=sys.stderr) as bar:

        def advance(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield advance


def _print_report(report: Report, dataset: Path) -> None:
    for failure in report.failures:
        click.echo(f"jopsrdf: left out: {failure.message}", err=True)
    for twice in report.repeated:
        click.echo(f"jopsrdf: the same article again, the first one stays: {twice}", err=True)
    _print_departed(report.departed, dataset)
    state = "is unchanged" if report.unchanged else f"from {report.mapped} new and {report.carried} unchanged pages"
    click.echo(f"{dataset}: generation {report.generation} {state}")
    click.echo(f"  {report.articles} articles, {report.references} references, {report.triples} triples")
    if report.notes:
        counted = ", ".join(f"{count} × {code}" for code, count in sorted(report.notes.items()))
        click.echo(f"  notes: {counted}")


def _print_departed(departed: Mapping[str, str], dataset: Path) -> None:
    if not departed:
        return
    one = len(departed) == 1
    what = "1 article of the last generation is" if one else f"{len(departed)} articles of the last generation are"
    since = max(departed.values())
    click.echo(f"jopsrdf: {what} gone; {'it is' if one else 'they are'} published as deleted since {since}", err=True)
    for iri in islice(departed, NAMED):
        click.echo(f"  {iri}", err=True)
    if len(departed) > NAMED:
        click.echo(f"  and {len(departed) - NAMED} more: see {dataset}/departed.json", err=True)


@click.command()
@dataset_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, default=8000, show_default=True, help="Port to listen on.")
@click.option(
    "--workers",
    type=int,
    default=0,
    help="Processes that answer queries, for each that speaks HTTP; default: the setting.",
)
@click.option("--store", "address", default="", metavar="URL", help="SPARQL server that answers the queries.")
@click.option(
    "--graph", default="", metavar="IRI", help="With --store: its graph of the articles; default: its default."
)
@click.option("--journal", type=click.Path(), help="Settings file; default: data/journal.toml where it is.")
def serve(dataset: Path, host: str, port: int, workers: int, address: str, graph: str, journal: str | None) -> None:
    """Serve a dataset: pages, every RDF format, and the SPARQL endpoint. A new build is picked up by itself.

    With --store, queries go to a SPARQL server that `jopsrdf publish` has loaded; all else stays here. One that notes
    another generation than ours is refused. The user and the password that it may ask for are JOPSRDF_STORE_USER and
    JOPSRDF_STORE_PASSWORD in the environment.
    """
    from jopsrdf import pipeline, store
    from jopsrdf.web.serve import run

    settings = pipeline.settings_for([Path("data")], journal, os.environ)
    remote = store.Server(address, graph, store.Login.of(os.environ)) if address else None
    if remote:
        _check(dataset, remote)
    if not settings["site.contact"].startswith("mailto:"):
        click.echo(
            "jopsrdf: site.contact is no mailto: address, so harvesters are told of nobody to write to", err=True
        )
    run(settings, dataset, host=host, port=port, workers=workers, remote=remote)


def _check(dataset: Path, remote: Server) -> None:
    """Say so when it cannot be told that a server holds our generation; raise when it holds another."""
    from jopsrdf import store

    opened = store.open_dataset(dataset)
    try:
        doubt = store.check_publication(opened.generation, remote)
    finally:
        opened.close()
    if doubt:
        click.echo(f"jopsrdf: {doubt}; answers may not be those of this dataset", err=True)


@click.command()
@click.argument("sparql", metavar="SPARQL|@FILE|-")
@dataset_option
@click.option("--format", "name", type=click.Choice(list(QUERY_FORMATS)), default="table", show_default=True)
@click.option("--timeout", type=float, default=None, help="Seconds that the query may take.")
def query(sparql: str, dataset: Path, name: str, timeout: float | None) -> None:
    """Ask a dataset a SPARQL query; `@FILE` reads it from a file, `-` from standard input.

    \b
        jopsrdf query 'SELECT ?t WHERE { ?a <http://purl.org/dc/terms/title> ?t } LIMIT 3'
    """  # noqa: D301 - click reads \b as "keep these lines"
    from jopsrdf import store

    text = sparql if not sparql.startswith(("@", "-")) else printing.read_input(sparql.removeprefix("@")).decode()
    opened = store.open_dataset(dataset)
    try:
        reading = store.read_query(text, opened.limits)
        media_type = QUERY_FORMATS[name][reading.form in ("CONSTRUCT", "DESCRIBE")]
        answer = opened.query(text, media_type=media_type, deadline=timeout)
    finally:
        opened.close()
    if answer.truncated:
        click.echo(f"jopsrdf: cut at the limit of {answer.truncated}; there is more", err=True)
    if name == "table" and media_type.endswith("results+json"):
        click.echo(printing.results(answer.body))
    else:
        printing.document(answer.body, "-")


@click.command()
@dataset_option
@json_option
def generations(dataset: Path, as_json: bool) -> None:
    """List the generations of a dataset, newest first; a star marks the one that serves."""
    from jopsrdf import store

    listed = store.generations(dataset)
    if as_json:
        fields = ("id", "articles", "references", "triples", "program")
        printing.structured(
            [
                {
                    **{f: getattr(g.manifest, f) for f in fields},
                    "built": g.built,
                    "bytes": g.bytes,
                    "current": g.current,
                }
                for g in listed
            ]
        )
        return
    rows = [
        [
            "*" if g.current else "",
            g.manifest.id,
            datetime.fromtimestamp(g.built, UTC).isoformat(timespec="seconds"),
            str(g.manifest.articles),
            str(g.manifest.triples),
            f"{g.bytes / 1e6:.1f} MB",
        ]
        for g in listed
    ]
    click.echo(printing.table(["", "generation", "built", "articles", "triples", "size"], rows))


@click.command()
@click.argument("to", default="", metavar="[GENERATION]")
@dataset_option
def rollback(to: str, dataset: Path) -> None:
    """Let an older generation serve again: the one before, or the one that is named."""
    from jopsrdf import store

    known = set(store.departed(dataset))
    click.echo(f"{dataset}: generation {store.rollback(dataset, to)} serves")
    _print_departed({row.key: row.date for row in store.departed(dataset) if row not in known}, dataset)


@click.command()
@click.option("--keep", type=int, default=1, show_default=True, help="How many to keep beside the one that serves.")
@dataset_option
def prune(keep: int, dataset: Path) -> None:
    """Remove old generations."""
    from jopsrdf import store

    removed = store.prune(dataset, keep)
    click.echo(f"{dataset}: removed {', '.join(removed) or 'nothing'}")


@click.command()
@click.argument("old")
@click.argument("new", default="", metavar="[NEW]")
@dataset_option
@click.option("--quads", is_flag=True, help="Show each quad that came or went.")
@click.option("--update", is_flag=True, help="Write a SPARQL Update that turns the old into the new.")
@json_option
def diff(old: str, new: str, dataset: Path, quads: bool, update: bool, as_json: bool) -> None:
    """Show what changed from one generation to another (default: the one that serves)."""
    from jopsrdf import pipeline
    from jopsrdf.graph import difference

    found = pipeline.difference(dataset, old, new)
    if as_json:
        printing.structured([asdict(change) for change in found.articles])
    else:
        click.echo(difference.update(found) if update else difference.text(found, quads=quads), nl=False)
