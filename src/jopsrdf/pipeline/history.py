"""This room compares two generations of a dataset by their sorted dumps, line by line."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from jopsrdf import formats, store
from jopsrdf.errors import StoreError
from jopsrdf.graph.difference import Difference


def difference(dataset: Path, old: str, new: str = "") -> Difference:
    """Return what changed from generation `old` to `new` ("": the one that serves).

    Only the changed lines are held in memory. Raise `StoreError` for a generation that is not there.
    """
    serving = next((g.manifest.id for g in store.generations(dataset) if g.current), "")
    added: list[str] = []
    removed: list[str] = []
    before, after = _lines(dataset, old), _lines(dataset, new or serving)
    one, other = next(before, ""), next(after, "")
    while one or other:
        if one == other:
            one, other = next(before, ""), next(after, "")
        elif not other or (one and one < other):
            removed.append(one)
            one = next(before, "")
        else:
            added.append(other)
            other = next(after, "")
    return Difference(*(tuple(formats.read("".join(lines).encode(), "nquads")) for lines in (added, removed)))


def _lines(dataset: Path, generation: str) -> Iterator[str]:
    known = [g.manifest.id for g in store.generations(dataset)]
    if generation not in known:
        raise StoreError(
            f"{dataset} has no generation {generation or '(none serves)'}; it has {', '.join(known) or 'none'}"
        )
    with gzip.open(store.folder_of(dataset, generation) / store.DUMP, "rt", encoding="utf-8") as dump:
        yield from dump
