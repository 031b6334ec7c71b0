"""This room holds the command that writes the site as files."""

from __future__ import annotations

import os
from pathlib import Path

import click

from jopsrdf.cli.datasets import dataset_option


@click.command("export-site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@dataset_option
@click.option("--root", default="", help="Address that the copy will have; default: the base of the IRIs.")
@click.option("--processes", type=int, default=0, help="Processes that write; default: one for each core.")
@click.option("--journal", type=click.Path(), help="Settings file; default: data/journal.toml where it is.")
def export_site(folder: Path, dataset: Path, root: str, processes: int, journal: str | None) -> None:
    """Write the whole site as files, for a host that runs nothing: pages, every RDF format, dumps, sitemap."""
    from jopsrdf import config, pipeline, store
    from jopsrdf.web.export_site import export_site as export

    settings = pipeline.settings_for([Path("data")], journal, os.environ)
    opened = store.open_dataset(dataset, store.Limits.of(settings.server))
    try:
        exported = export(settings, opened, folder, root=root, processes=processes or config.cores())
    finally:
        opened.close()
    click.echo(f"{folder}: {exported.files} files")
    for line in exported.left_out:
        click.echo(f"left out: {line}", err=True)
