"""This room is RDF in and out: the formats, content negotiation, and the verbs `write` and `read`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from jopsrdf.errors import FormatError
from jopsrdf.formats import jsonld, lines, turtle
from jopsrdf.formats.negotiation import negotiate
from jopsrdf.formats.registry import FORMATS, Format, by_media_type, by_suffix
from jopsrdf.terms import Quad, Term, Triple

__all__ = ["FORMATS", "Format", "by_media_type", "by_suffix", "find", "frame", "negotiate", "read", "write"]


class Writer(Protocol):
    """What writes a format: quads in order to text; a writer ignores what its format cannot use."""

    def __call__(self, quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str: ...


WRITERS: dict[str, Writer] = {
    "turtle": turtle.write_turtle,
    "trig": turtle.write_trig,
    "jsonld": jsonld.write_jsonld,
    "ntriples": lines.write_ntriples,
    "nquads": lines.write_nquads,
    "rdfxml": lines.write_rdfxml,
}


def find(name: str) -> Format:
    """Return the format of a name such as `turtle`; raise `FormatError` for an unknown one."""
    if name not in FORMATS:
        raise FormatError(f"no RDF format is called {name!r}; known are {', '.join(FORMATS)}")
    return FORMATS[name]


def write(graph: Iterable[Quad] | Iterable[Triple], name: str, *, base: str = "", first: Term = "") -> bytes:
    """Return quads (or triples) in a format of `FORMATS`, UTF-8, in the order given.

    `base` shortens IRIs where the format can (Turtle, TriG, JSON-LD); `first` is the subject on top. Formats without
    graphs leave the graphs' names out.

    >>> print(write([("<http://schema.org/a>", "<http://schema.org/b>", '"c"')], "turtle").decode())
    @prefix schema: <http://schema.org/> .
    <BLANKLINE>
    schema:a schema:b "c" .
    <BLANKLINE>
    """
    quads: list[Quad] = [(*item, "") if len(item) == 3 else item for item in graph]
    return WRITERS[find(name).name](quads, base=base, first=first).encode()


def frame(quads: Iterable[Quad], shape: dict[str, Any], *, base: str = "") -> bytes:
    """Return quads as JSON-LD in the shape of a frame (JSON-LD 1.1 Framing), UTF-8.

    A frame without a context gets ours; one that asks for a remote context raises `FormatError`.
    """
    return (json.dumps(jsonld.framed(quads, shape, base=base), ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes, name: str, *, base: str = "", source: str = "input") -> Iterator[Quad]:
    """Yield the quads of a document in a format of `FORMATS`; raise `FormatError` with its position.

    >>> list(read(b"<http://e.org/a> a <http://e.org/B> .", "turtle"))[0][2]
    '<http://e.org/B>'
    """
    return lines.parse(data, find(name), base=base, source=source)
