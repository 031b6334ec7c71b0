"""This room is the command line: the same verbs as the library, for the shell.

Heavy modules are imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import gc
import os
import sys

import click

from jopsrdf import __version__
from jopsrdf.cli.datasets import build, diff, generations, prune, query, rollback, serve
from jopsrdf.cli.reading import check, convert, references
from jopsrdf.cli.remote import publish
from jopsrdf.cli.sites import export_site
from jopsrdf.errors import JopsError

EXIT_CODES = """\
\b
Exit codes:
  0  done
  1  `check` found errors
  2  wrong usage, or a settings file that cannot be used
  3  an input that is no article page, or cannot be read
  4  RDF or a format that cannot be read or written
  5  two different things ask for one IRI
  6  a dataset or a store that cannot be used
"""

#: New things before cycles are looked for: records have none, and looking takes a twentieth of a conversion.
CYCLES = 50_000
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 120}


class Commands(click.Group):
    """A group whose failures are one sentence and an exit code, never a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except JopsError as error:
            click.echo(f"jopsrdf: {error}", err=True)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(141)


@click.group(cls=Commands, epilog=EXIT_CODES, context_settings=CONTEXT)
@click.version_option(__version__, prog_name="jopsrdf")
def main() -> None:
    """Read article pages of Open Journal Systems, references included, and publish them as linked data."""
    gc.set_threshold(CYCLES)


@main.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of a shell; `eval "$(jopsrdf completion bash)"` turns it on."""
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(main, {}, "jopsrdf", "_JOPSRDF_COMPLETE").source())


for command in (
    convert,
    references,
    check,
    build,
    serve,
    publish,
    export_site,
    query,
    generations,
    rollback,
    prune,
    diff,
):
    main.add_command(command)
