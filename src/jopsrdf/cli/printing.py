"""This room prints: documents to a file or standard output, notes and messages to standard error."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jopsrdf.errors import Note, SourceError, Where

if TYPE_CHECKING:
    from jopsrdf.records import Article

#: How many notes of one code are shown in full; the rest is counted.
SHOWN = 5


def read_input(name: str) -> bytes:
    """Return the bytes of a file, of standard input for `-`; raise `SourceError` with the reason."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", where=Where(name)) from error


def document(data: bytes, output: str) -> None:
    """Write a document; a file appears whole or not at all."""
    if output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.FileError(output, hint=error.strerror or "cannot be written") from error


def structured(value: Any) -> None:
    """Print one JSON value for a program."""
    click.echo(json.dumps(value, ensure_ascii=False))


def all_notes(article: Article) -> list[Note]:
    """Return the notes of an article and of its references, in the order of the page."""
    return [*article.notes, *(note for reference in article.references for note in reference.notes)]


def notes(found: Iterable[Note], *, everything: bool = False) -> None:
    """Print notes to standard error, of each code the first few and a count of the rest; "info" only on request."""
    kept = [note for note in found if everything or note.severity != "info"]
    seen: Counter[str] = Counter()
    for note in kept:
        seen[note.code] += 1
        if everything or seen[note.code] <= SHOWN:
            click.echo(str(note), err=True)
    for code, count in seen.items():
        if not everything and count > SHOWN:
            click.echo(f"… and {count - SHOWN} more of [{code}]", err=True)


def as_json(note: Note) -> dict[str, Any]:
    """Return a note as plain values, the place as text."""
    return {**asdict(note), "where": str(note.where) if note.where else None}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return an aligned table for a terminal; the last column is not padded.

    >>> print(table(["n", "title"], [["1", "Aula"], ["12", "Encontros"]]))
    n   title
    --  ---------
    1   Aula
    12  Encontros
    """
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    ruled = [head, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in ruled
    )


def results(body: bytes) -> str:
    """Return SPARQL JSON results as a table, or true or false for ASK."""
    found = json.loads(body)
    if "boolean" in found:
        return str(found["boolean"]).lower()
    names = found["head"]["vars"]
    rows = [[row.get(name, {}).get("value", "") for name in names] for row in found["results"]["bindings"]]
    return table([f"?{name}" for name in names], [[" ".join(cell.split()) for cell in row] for row in rows])
