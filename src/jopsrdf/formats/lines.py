"""This room writes N-Triples and N-Quads lines and hands the rest of the formats to Oxigraph's parsers and writers."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from jopsrdf.errors import FormatError, Where
from jopsrdf.formats.registry import Format
from jopsrdf.terms import PREFIXES, Quad, Term, iri, literal

RDF_FORMATS: dict[str, ox.RdfFormat] = {
    "turtle": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"


def line(quad: Quad) -> str:
    """Return the N-Quads line of a quad, an N-Triples line where the graph is "".

    >>> line(("<a:s>", "<a:p>", '"o"', ""))
    '<a:s> <a:p> "o" .'
    """
    s, p, o, g = quad
    return f"{s} {p} {o} {g} ." if g else f"{s} {p} {o} ."


def write_nquads(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:  # noqa: ARG001 - a Writer
    """Return N-Quads in the order given."""
    return "".join(f"{line(quad)}\n" for quad in quads)


def write_ntriples(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:  # noqa: ARG001 - a Writer
    """Return N-Triples in the order given, each once."""
    return "".join(f"{s} {p} {o} .\n" for s, p, o in dict.fromkeys((s, p, o) for s, p, o, *_ in quads))


#: Everything but the production `Char` of XML 1.0, section 2.2: no escape can bring it into a document.
_NO_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def write_rdfxml(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:  # noqa: ARG001 - a Writer
    """Return RDF/XML with our prefixes; control characters, which XML cannot hold, are left out."""
    triples = ox.parse(write_ntriples(quads).encode(), format=ox.RdfFormat.N_TRIPLES)
    used = {prefix: name for prefix, name in PREFIXES.items() if prefix != "rdf"}
    written = ox.serialize((quad.triple for quad in triples), format=ox.RdfFormat.RDF_XML, prefixes=used)
    return _NO_XML.sub("", (written or b"").decode()) + "\n"


def parse(data: bytes, row: Format, *, base: str = "", source: str = "input") -> Iterator[Quad]:
    """Yield the quads of a document; raise `FormatError` with line and column where it breaks off."""
    try:
        for quad in ox.parse(io.BytesIO(data), format=RDF_FORMATS[row.name], base_iri=base or None):
            graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else term_of(quad.graph_name)
            yield term_of(quad.subject), term_of(quad.predicate), term_of(quad.object), graph
    except SyntaxError as error:
        where = Where(source, error.lineno or 0, (error.offset or 1) - 1, error.end_offset or 0)
        raise FormatError(f"not valid {row.label}: {error.msg}", where=where) from error
    except ValueError as error:
        raise FormatError(f"not valid {row.label}: {error}", where=Where(source)) from error


def term_of(node: object) -> Term:
    """Return our spelling of one of Oxigraph's terms."""
    match node:
        case ox.NamedNode():
            return iri(node.value)
        case ox.Literal(value=value, language=str() as language):
            return literal(value, language=language)
        case ox.Literal() if node.datatype.value in (_STRING, _LANG_STRING):
            return literal(node.value)
        case ox.Literal():
            return literal(node.value, datatype=iri(node.datatype.value))
    return str(node)
