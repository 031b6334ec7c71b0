"""This room remembers the articles that a dataset has had: those that departed stand in a list beside the generations.

The list tells of the dataset's past, so it is no part of a generation: builds of the same input stay the same bytes. It
is written before the pointer moves, and an article that the serving generation has is not gone, whatever the list
says. So a crash between the two steps changes nothing for anybody.
"""

from __future__ import annotations

import json
import os
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from jopsrdf.errors import StoreError
from jopsrdf.store import tables

NAME = "departed.json"


@dataclass(frozen=True, slots=True)
class Departed:
    """An article that a former generation had: the path of its IRI after the base, its DOI ("" for none), the ISO day.

    The path counts, not the base: who serves a dataset under another base has not lost its articles.
    """

    key: str
    doi: str
    date: str


def read(location: Path) -> tuple[Departed, ...]:
    """Return the list of a dataset; raise `StoreError` when it makes no sense: a promise is not forgotten silently."""
    path = location / NAME
    try:
        return tuple(Departed(**row) for row in _listed(json.loads(path.read_text(encoding="utf-8"))))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise StoreError(f"{path}: no readable list of departed articles; bring back a copy ({error})") from error


def _listed(value: object) -> list[dict[str, str]]:
    if isinstance(value, list) and all(isinstance(text, str) for row in value for text in row.values()):
        return value
    raise TypeError("it is no list of rows of text")


def note(location: Path, before: Path, after: Path, date: str) -> tuple[Departed, ...]:
    """Write down what departs when the generation in a folder gives way to another; return that, sorted by key.

    What stood in the list stays, unless the generation before had it again. One that is not there, or damaged, tells of
    no articles.
    """
    known = read(location)
    try:
        with closing(tables.connect(before)) as connection:
            stays = [row for row in known if not tables.has(connection, row.key)]
            leaves = tuple(Departed(key, doi, date) for key, doi in tables.missing_from(connection, after))
    except StoreError:
        return ()
    fresh = tuple(sorted((*stays, *leaves), key=lambda row: row.key))
    if fresh != known:
        _write(location, fresh)
    return leaves


def _write(location: Path, rows: tuple[Departed, ...]) -> None:
    """Replace the list: whoever reads it has the old one or the new one, whole."""
    fresh = location / f".{NAME}-new"
    lines = ",\n".join(json.dumps(asdict(row), ensure_ascii=False) for row in rows)
    with fresh.open("w", encoding="utf-8") as file:
        file.write(f"[\n{lines}\n]\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(location / NAME)
