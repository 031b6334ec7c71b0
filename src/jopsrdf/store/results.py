"""This room writes the results of a query in the formats of the W3C, up to a number of rows and bytes.

Solutions are written row by row, so that a cut falls between two rows and the answer stays well-formed.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal as OneOf

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, serialize
from pyoxigraph import Triple as OxTriple

from jopsrdf.errors import QueryError
from jopsrdf.store.answers import BINDINGS, GRAPHS

Term = NamedNode | BlankNode | Literal | OxTriple
Row = tuple[Term | None, ...]
Cut = OneOf["", "rows", "bytes"]
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_SPARQL_XML = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes of a result, how many rows (or triples) it has, and what cut it."""

    body: bytes
    media_type: str
    rows: int
    cut: Cut = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """A result format: `head` gets the variables, `row` the variables and the terms of a line."""

    head: Callable[[list[str]], str]
    row: Callable[[list[str], Row], str]
    between: str
    tail: str
    boolean: Callable[[bool], str]


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
        return _solutions(results, media_type, rows, size)
    return Written(WRITERS[media_type].boolean(bool(results)).encode(), media_type, 1)


def _solutions(results: QuerySolutions, media_type: str, rows: int, size: int) -> Written:
    writer = WRITERS[media_type]
    names = [variable.value for variable in results.variables]
    written: list[bytes] = []
    cut: Cut = ""
    for solution in results:
        text = writer.row(names, tuple(solution)).encode()
        size -= len(text) + len(writer.between)
        if len(written) >= rows or size < 0:
            cut = "rows" if len(written) >= rows else "bytes"
            break
        written.append(text)
    body = writer.between.encode().join(written)
    return Written(b"".join((writer.head(names).encode(), body, writer.tail.encode())), media_type, len(written), cut)


class _Full(Exception):  # not an error: the end of a loop
    """More bytes than the limit."""


class _Bounded(io.BytesIO):
    """A buffer that refuses to grow beyond a size."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self._left = size

    def write(self, data: bytes, /) -> int:  # type: ignore[override] # pyoxigraph hands bytes only
        self._left -= len(data)
        if self._left < 0:
            raise _Full
        return super().write(data)


def write_graph(
    results: Iterable[OxTriple], media_type: str, rows: int, size: int, prefixes: Mapping[str, str]
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


def _json_head(names: list[str]) -> str:
    return f'{{"head":{{"vars":{json.dumps(names, ensure_ascii=False)}}},"results":{{"bindings":[\n'


def _json_row(names: list[str], row: Row) -> str:
    cells = [f"{_quoted(name)}:{_json_term(term)}" for name, term in zip(names, row, strict=True) if term is not None]
    return "{" + ",".join(cells) + "}"


_quoted = json.encoder.encode_basestring


def _json_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f'{{"type":"uri","value":{_quoted(term.value)}}}'
    if isinstance(term, Literal):
        return f'{{"type":"literal","value":{_quoted(term.value)}{_json_kind(term)}}}'
    if isinstance(term, BlankNode):
        return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
    subject, predicate, obj = map(_json_term, term)
    return f'{{"type":"triple","value":{{"subject":{subject},"predicate":{predicate},"object":{obj}}}}}'


def _json_kind(literal: Literal) -> str:
    if literal.language:
        direction = f',"its:dir":"{literal.direction.value}"' if literal.direction else ""
        return f',"xml:lang":{_quoted(literal.language)}{direction}'
    datatype = literal.datatype.value
    return "" if datatype == _STRING else f',"datatype":{_quoted(datatype)}'


def _xml_head(names: list[str]) -> str:
    variables = "".join(f"<variable name={_quoted_xml(name)}/>" for name in names)
    return f"{_SPARQL_XML}<head>{variables}</head><results>\n"


def _xml_row(names: list[str], row: Row) -> str:
    cells = [
        f"<binding name={_quoted_xml(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(names, row, strict=True)
        if term is not None
    ]
    return f"<result>{''.join(cells)}</result>"


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, Literal):
        return f"<literal{_xml_kind(term)}>{_xml_text(term.value)}</literal>"
    if isinstance(term, BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    subject, predicate, obj = map(_xml_term, term)
    return f"<triple><subject>{subject}</subject><predicate>{predicate}</predicate><object>{obj}</object></triple>"


def _xml_kind(literal: Literal) -> str:
    if literal.language:
        its = ' its:dir="{}" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
        return f' xml:lang="{literal.language}"' + (its.format(literal.direction.value) if literal.direction else "")
    datatype = literal.datatype.value
    return "" if datatype == _STRING else f" datatype={_quoted_xml(datatype)}"


#: What XML 1.0 cannot hold even as a reference; a carriage return must be one, or a parser makes it a line feed.
_XML_TEXT = {
    **dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}"),
    **str.maketrans({"\r": "&#13;", "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}),
}


def _xml_text(text: str) -> str:
    return text.translate(_XML_TEXT)


def _quoted_xml(text: str) -> str:
    return f'"{_xml_text(text)}"'


def _csv_row(_names: list[str], row: Row) -> str:
    """Write values without their types (SPARQL 1.1 CSV/TSV Results, section 3)."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_csv_term(term) for term in row])
    return buffer.getvalue() if row else "\r\n"


def _csv_term(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return str(term)


_TSV_TEXT = str.maketrans({"\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _tsv_row(_names: list[str], row: Row) -> str:
    """Write terms as Turtle does (section 4)."""
    return "\t".join("" if term is None else str(term).translate(_TSV_TEXT) for term in row) + "\n"


WRITERS: dict[str, Writer] = {
    "application/sparql-results+json": Writer(
        _json_head, _json_row, ",\n", "\n]}}\n", lambda value: f'{{"head":{{}},"boolean":{str(value).lower()}}}\n'
    ),
    "application/sparql-results+xml": Writer(
        _xml_head,
        _xml_row,
        "\n",
        "\n</results></sparql>\n",
        lambda value: f"{_SPARQL_XML}<head/><boolean>{str(value).lower()}</boolean></sparql>\n",
    ),
    "text/csv": Writer(
        lambda names: ",".join(names) + "\r\n", _csv_row, "", "", lambda value: f"{str(value).lower()}\r\n"
    ),
    "text/tab-separated-values": Writer(
        lambda names: "\t".join(f"?{name}" for name in names) + "\n",
        _tsv_row,
        "",
        "",
        lambda value: f"{str(value).lower()}\n",
    ),
}
