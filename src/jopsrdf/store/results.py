"""This room writes the results of a query in the formats of the W3C, up to a number of rows and bytes.

The engine writes tables but CSV; it is stopped soon after a limit, and what is too much is cut off between two rows
(see `rows`), so that the answer stays well-formed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Literal as OneOf

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from jopsrdf.errors import QueryError
from jopsrdf.store.answers import BINDINGS, GRAPHS
from jopsrdf.store.rows import SHAPES, Shape

Cut = OneOf["", "rows", "bytes"]
#: The answer to an ASK, with a place for the word; the W3C has no form for it in the last two.
BOOLEANS = {
    "application/sparql-results+json": '{"head":{},"boolean":%s}\n',
    "application/sparql-results+xml": (
        '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
        "<head/><boolean>%s</boolean></sparql>\n"
    ),
    "text/csv": "%s\r\n",
    "text/tab-separated-values": "%s\n",
}
#: Bytes before the first look at how many rows there are, and between two looks, at least.
FIRST, STEP = 10_000, 50_000


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes of a result, how many rows (or triples) it has, and what cut it."""

    body: bytes
    media_type: str
    rows: int
    cut: Cut = ""


def write(
    results: QuerySolutions | QueryBoolean | QueryTriples,
    media_type: str,
    rows: int,
    size: int,
    prefixes: Mapping[str, str],
) -> Written:
    """Write results in a media type of `BINDINGS` or `GRAPHS`; one of the wrong kind gives way to the preferred."""
    if isinstance(results, QueryTriples):
        return write_graph(results, media_type if media_type in GRAPHS else GRAPHS[0], rows, size, prefixes)
    media_type = media_type if media_type in BINDINGS else next(iter(BINDINGS))
    if isinstance(results, QuerySolutions):
        solutions = _solutions if media_type in SHAPES else _csv
        return solutions(results, media_type, rows, size)
    return Written((BOOLEANS[media_type] % str(bool(results)).lower()).encode(), media_type, 1)


def _solutions(results: QuerySolutions, media_type: str, rows: int, size: int) -> Written:
    """Let the engine write the table, until it is whole or surely beyond a limit; then cut it."""
    shape = SHAPES[media_type]
    table, is_whole = _Table(shape, rows, size), False
    with suppress(_Full):
        results.serialize(table, shape.format)
        is_whole = True
    body = shape.mended(table.getvalue())
    found = shape.count(body)
    if is_whole and found <= rows and len(body) <= size:
        return Written(body, media_type, found)
    body, kept = shape.cut(body, rows, size)
    return Written(body, media_type, kept, "rows" if kept == rows else "bytes")


def _csv(results: QuerySolutions, media_type: str, rows: int, size: int) -> Written:
    """Write values without their types (SPARQL 1.1 CSV/TSV Results, section 3), row by row.

    The engine does not: it leaves a comma in an IRI unquoted, and there are such DOIs.
    """
    writer = csv.writer(_Encoder())  # it hands on what `write` returns
    cut: Cut = ""
    lines = [writer.writerow([variable.value for variable in results.variables])]
    left = size - len(lines[0])
    for solution in results:
        line = writer.writerow(map(_csv_value, solution))
        left -= len(line)
        if len(lines) > rows or left < 0:
            cut = "rows" if len(lines) > rows else "bytes"
            break
        lines.append(line)
    return Written(b"".join(lines), media_type, len(lines) - 1, cut)


class _Encoder:
    """What `csv` writes a line to, and gets it back from."""

    def write(self, line: str) -> bytes:
        return line.encode()


def _csv_value(term: NamedNode | BlankNode | Literal | Triple | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


class _Full(Exception):  # not an error: the end of a loop
    """More bytes than the limit."""


class _Bounded(io.BytesIO):
    """A buffer that takes no more once it holds more than a size."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def write(self, data: bytes, /) -> int:  # type: ignore[override] # pyoxigraph hands bytes only
        super().write(data)
        if self._is_full():
            raise _Full
        return len(data)

    def _is_full(self) -> bool:
        return self.tell() > self._size


class _Table(_Bounded):
    """A table as it comes from the engine, part by part; beyond its head it takes no more than the limits allow."""

    def __init__(self, shape: Shape, rows: int, size: int) -> None:
        super().__init__(size)
        self._shape, self._rows = shape, rows
        self._look = max(rows * shape.smallest, FIRST)

    def _is_full(self) -> bool:
        if super()._is_full():
            return self._shape.head in self.getvalue()
        return self.tell() > self._look and self._has_too_many()

    def _has_too_many(self) -> bool:
        """Count the rows, and settle when to count again: at the length that all would have, as they are so far.

        The last row may have broken off, and so be counted wrongly.
        """
        found = self._shape.count(self.getvalue())
        self._look = self.tell() * (self._rows + 2) // max(found, 1) + STEP
        return found > self._rows + 1


def write_graph(
    results: Iterable[Triple], media_type: str, rows: int, size: int, prefixes: Mapping[str, str]
) -> Written:
    """Write triples; a byte limit is met by writing fewer of them, so that any syntax stays whole."""
    triples = list(islice(results, rows + 1))
    cut: Cut = "rows" if len(triples) > rows else ""
    del triples[rows:]
    while True:
        buffer = _Bounded(size)
        try:
            serialize(triples, buffer, RdfFormat.from_media_type(media_type), prefixes=dict(prefixes))
            return Written(_tidied(buffer.getvalue()), media_type, len(triples), cut)
        except OSError as error:
            raise QueryError(f"this graph cannot be written as {media_type}: {error}") from error
        except _Full:
            cut = "bytes"
            del triples[len(triples) * 3 // 4 :]


_PREFIX = re.compile(rb'@prefix ([^:]*): [^\n]*\n| xmlns:([^=]*)="[^"]*"')
_PREFIXES = re.compile(rb"\A(?:@prefix [^\n]*\n)+|(?<=<rdf:RDF)[^>]+")
_NAME = re.compile(rb"(?<!\w)([A-Za-z][\w-]*):")


def _tidied(body: bytes) -> bytes:
    """Keep the prefixes that are used, sorted: pyoxigraph writes all that it is given, in an order of chance."""
    head = _PREFIXES.search(body, 0, 20_000)
    if not head:
        return body
    used = set(_NAME.findall(body, head.end()))
    kept = sorted(row[0] for row in _PREFIX.finditer(head[0]) if (row[1] or row[2]) in used)
    return body[: head.start()] + b"".join(kept) + body[head.end() :]
