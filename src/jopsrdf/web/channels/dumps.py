"""This room hands out the whole dataset as files: the N-Quads of the build, and Turtle made from it once.

Both are gzip. The Turtle is written from the sorted lines, some thousand subjects at a time, so the size of the dataset
does not matter; it stands in a folder of the server's own, because a generation is never touched after its build.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

from jopsrdf.formats import FORMATS, read, write
from jopsrdf.store import Generation
from jopsrdf.terms import Triple
from jopsrdf.web.channels.void import Dump

#: Subjects that are written at a time: some ten thousand triples.
_STEP = 1000


class Dumps:
    """The files of one generation; the Turtle lives as long as this object."""

    def __init__(self, generation: Generation) -> None:
        self._generation = generation
        folder = tempfile.mkdtemp(prefix="jopsrdf-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        self._turtle = Path(folder) / "dump.ttl.gz"
        with gzip.GzipFile(self._turtle, "wb", mtime=0) as packed:
            for part in turtle(generation.dump):
                packed.write(part)
        self.listed = (self._listed(generation.dump, "nquads"), self._listed(self._turtle, "turtle"))

    def path(self, file: str) -> Path | None:
        """Return the path of a dump by its name on the site, None for an unknown one."""
        names = [dump.file for dump in self.listed]
        paths = dict(zip(names, (self._generation.dump, self._turtle), strict=True))
        return paths.get(file)

    def _listed(self, path: Path, name: str) -> Dump:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Dump(f"{self._generation.id}.{FORMATS[name].suffix}.gz", name, path.stat().st_size, digest)


def turtle(dump: Path) -> Iterator[bytes]:
    """Yield the triples of a sorted N-Quads dump as Turtle, graphs left out, each triple once."""
    with gzip.open(dump, "rt", encoding="utf-8", newline="\n") as lines:
        subjects = groupby(lines, key=lambda line: line[: line.index(" ")])
        while part := [triple for _, group in islice(subjects, _STEP) for triple in _triples(group)]:
            yield write(dict.fromkeys(part), "turtle")


def _triples(lines: Iterator[str]) -> Iterator[Triple]:
    for subject, predicate, value, _ in read("".join(lines).encode(), "nquads", source="dump"):
        yield subject, predicate, value
