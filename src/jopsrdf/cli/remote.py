"""This room holds the command that loads a dataset into a SPARQL server elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jopsrdf.cli.datasets import dataset_option

if TYPE_CHECKING:
    from jopsrdf.store.publishing import Progress


@click.command()
@dataset_option
@click.option("--to", required=True, metavar="URL", help="Address of its Graph Store Protocol, or for updates.")
@click.option("--update", is_flag=True, help="Write by SPARQL Update instead.")
@click.option(
    "--query", default="", metavar="URL", help="With --update: where it answers queries; default: URL of --to."
)
@click.option("--graph", default="", metavar="IRI", help="Graph for what all articles say; default: its default graph.")
def publish(dataset: Path, to: str, update: bool, query: str, graph: str) -> None:
    """Load the serving generation into a SPARQL server elsewhere.

    A run that was broken off goes on where it stopped, and what is there already is not sent again. The user and the
    password are JOPSRDF_STORE_USER and JOPSRDF_STORE_PASSWORD in the environment; Digest and Basic are answered.
    """
    from jopsrdf import store

    login = store.Login.of(os.environ)
    server = store.Server(to, graph, login)
    reading = store.Server(query, graph, login) if query else None
    target = store.UpdateStore(server, reading) if update else store.GraphStore(server)
    opened = store.open_dataset(dataset)
    try:
        generation = opened.generation
        with _progress() as progress:
            sent = store.publish(generation, target, progress=progress)
    finally:
        opened.close()
    click.echo(f"{to}: generation {generation.id} {'has been loaded' if sent else 'is there already'}")


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Give a progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="loading", file=sys.stderr) as bar:

        def advance(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield advance
