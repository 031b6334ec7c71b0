"""This room sorts N-Quads lines that may not fit into memory, and reads the sorted lines once for all their uses."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from jopsrdf.terms import Quad

#: Lines that are sorted in memory at a time; some 150 MB.
RUN = 400_000
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


class SortedLines:
    """Lines in, the same lines out: sorted by code point (as `LC_ALL=C sort -u` does) and without repeats."""

    def __init__(self, folder: Path, run: int = RUN) -> None:
        self._folder, self._run = folder, run
        self._lines: list[str] = []
        self._files: list[Path] = []

    def add(self, text: str) -> None:
        """Take some whole lines."""
        # not `splitlines`: it would also split at U+2028 and U+0085, which literals may hold
        self._lines += [line + "\n" for line in text.split("\n")[:-1]]
        if len(self._lines) >= self._run:
            self._spill()

    def _spill(self) -> None:
        path = self._folder / f"run-{len(self._files)}.nq"
        path.write_text("".join(sorted(set(self._lines))), encoding="utf-8", newline="")
        self._files.append(path)
        self._lines = []

    def __iter__(self) -> Iterator[str]:
        with ExitStack() as stack:
            files = [stack.enter_context(path.open(encoding="utf-8", newline="\n")) for path in self._files]
            merged = heapq.merge(sorted(set(self._lines)), *files)
            yield from (line for line, _ in groupby(merged)) if files else merged

    def remove(self) -> None:
        """Delete the files that the sorting needed."""
        for path in self._files:
            path.unlink()


@dataclass(slots=True)
class Census:
    """What is counted while the lines go by; see `Manifest` for the meaning."""

    triples: int = 0
    subjects: int = 0
    graphs: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    properties: Counter[str] = field(default_factory=Counter)

    def count(self, predicate: str, obj: str) -> None:
        """Count a triple of the default graph."""
        self.triples += 1
        self.properties[predicate] += 1
        if predicate == _TYPE:
            self.classes[obj] += 1


class Line(NamedTuple):
    """A line taken apart: its triple as a line of N-Triples, and its terms."""

    triple: str
    subject: str
    predicate: str
    object: str
    graph: str

    @property
    def document(self) -> str:
        """The IRI of the subject's document, without angle brackets."""
        return self.subject[1:-1].partition("#")[0]


def read(line: str) -> Line:
    r"""Take a line of N-Quads apart; every line of ours names its graph.

    >>> read('<http://e.org/s#x> <http://e.org/p> "a b" <http://e.org/g> .\n').document
    'http://e.org/s'
    """
    triple, _, graph = line[:-3].rpartition(" ")
    subject, predicate, obj = triple.split(" ", 2)
    return Line(f"{triple} .\n", subject, predicate, obj, graph)


def quad(line: str) -> Quad:
    """Take a line of N-Quads apart into its terms."""
    subject, predicate, rest = line[:-3].split(" ", 2)
    obj, _, graph = rest.rpartition(" ")
    return subject, predicate, obj, graph


def union(lines: Iterable[str], own: set[str], census: Census) -> Iterator[tuple[str, Line | None]]:
    """Yield the lines of the store: the articles' own graphs as triples of the default graph, each once.

    `own` are the graph terms of articles; lines of other graphs pass as they are, with None. Sorting has brought equal
    triples of different graphs together.
    """
    before = subject = ""
    for text in lines:
        line = read(text)
        census.graphs[line.graph if line.graph not in own else ""] += line.graph not in own or line.triple != before
        if line.graph not in own:
            yield text, None
        elif line.triple != before:
            census.count(line.predicate, line.object)
            census.subjects += line.subject != subject
            before, subject = line.triple, line.subject
            yield line.triple, line


def documents(lines: Iterable[Line]) -> Iterator[tuple[str, int, str]]:
    """Yield parts of documents: IRI, part (0 for fragments, 1 for the document itself) and N-Triples.

    In sorted order all fragments `<iri#...>` stand together, and all of `<iri>`, with other documents between them.
    """
    for (iri, part), group in groupby(lines, key=lambda line: (line.document, int("#" not in line.subject))):
        yield iri, part, "".join(line.triple for line in group)
