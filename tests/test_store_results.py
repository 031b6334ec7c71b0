"""Results are written as the W3C's formats say, up to the limits, and are read back as the same terms."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BaseDirection, Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Store, Triple, Variable

from jopsrdf.errors import QueryError
from jopsrdf.store import BINDINGS, GRAPHS
from jopsrdf.store.results import Written, write
from jopsrdf.terms import PREFIXES

JSON, XML, CSV, TSV = BINDINGS
#: The formats from which a result is read back without loss.
EXACT = {JSON: QueryResultsFormat.JSON, XML: QueryResultsFormat.XML, TSV: QueryResultsFormat.TSV}
XSD = "http://www.w3.org/2001/XMLSchema#"
P = NamedNode("http://e.org/p")

TERMS: list[NamedNode | Literal] = [
    NamedNode("http://e.org/ü?a=1&b='2'"),
    Literal(""),
    Literal("a \"b\" \\ <c> & 'd', e; f"),
    Literal("tab\t feed\n return\r end"),
    Literal("Ёжик 🦔 \u2028 \u0085"),
    Literal("x", language="en-gb"),
    Literal("١", language="ar", direction=BaseDirection.RTL),
    Literal("1", datatype=NamedNode(f"{XSD}integer")),
    Literal("1.50", datatype=NamedNode(f"{XSD}decimal")),
    Literal("2025", datatype=NamedNode(f"{XSD}gYear")),
    Literal("true", datatype=NamedNode(f"{XSD}boolean")),
    Literal("é", datatype=NamedNode("http://e.org/d")),
]


def holding(*terms: NamedNode | Literal) -> Store:
    """Return a store with one triple for each term."""
    store = Store()
    store.extend([Quad(NamedNode(f"http://e.org/{number:03}"), P, term) for number, term in enumerate(terms)])
    return store


def written(store: Store, query: str, media_type: str, rows: int = 1000, size: int = 1_000_000) -> Written:
    """Evaluate and write."""
    found = store.query(query)
    return write(found, media_type, rows, size, PREFIXES)


ALL = "SELECT ?s ?o ?none { ?s ?p ?o } ORDER BY ?s"


@pytest.mark.parametrize("media_type", EXACT)
def test_terms_are_read_back(media_type: str) -> None:
    """JSON, XML and TSV give every kind of term back as it is, and nothing for what is unbound."""
    store = holding(*TERMS)
    solutions = store.query(ALL)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    expected = [(row["s"], row["o"], row["none"]) for row in solutions]
    body = written(store, ALL, media_type).body
    found = pyoxigraph.parse_query_results(body, EXACT[media_type])
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [variable.value for variable in found.variables] == ["s", "o", "none"]
    assert [(row["s"], row["o"], row["none"]) for row in found] == expected


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back(text: str) -> None:
    """Every string comes back from JSON, and from XML but for what XML cannot hold."""
    store = holding(Literal(text))
    found = json.loads(written(store, ALL, JSON).body)["results"]["bindings"][0]["o"]["value"]
    assert found == text
    root = ET.fromstring(written(store, ALL, XML).body.decode())  # noqa: S314 # our own
    value = root.findtext(".//{*}literal") or ""
    assert [a for a, b in zip(value, text, strict=True) if a not in (b, "\ufffd")] == []


def test_csv_holds_values_only() -> None:
    """CSV has plain values, quoted where they must be, with CR LF (SPARQL 1.1 CSV and TSV, 3)."""
    store = holding(Literal('a, "b"\nc'), Literal("x", language="en"), NamedNode("http://e.org/o"))
    body = written(store, ALL, CSV).body.decode()
    assert body.startswith('s,o,none\r\nhttp://e.org/000,"a, ""b""\nc",\r\n')
    assert [row[1] for row in csv.reader(io.StringIO(body, newline=""))][1:] == ['a, "b"\nc', "x", "http://e.org/o"]


def test_tsv_is_one_line_for_each_row() -> None:
    """Line breaks and tabs in values are escaped, so that a row is a line."""
    body = written(holding(*TERMS), ALL, TSV).body.decode()
    assert len(body.split("\n")) == len(TERMS) + 2
    assert all(line.count("\t") == 2 for line in body.split("\n")[:-1])


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        (JSON, b'{"head":{"vars":["x"]},"results":{"bindings":[\n\n]}}\n'),
        (CSV, b"x\r\n"),
        (TSV, b"?x\n"),
    ],
)
def test_no_rows_leave_the_head(media_type: str, body: bytes) -> None:
    """A result without rows names its variables."""
    assert written(Store(), "SELECT ?x { ?x ?y ?z }", media_type) == Written(body, media_type, 0)


@pytest.mark.parametrize("media_type", BINDINGS)
@pytest.mark.parametrize("query", ["ASK {}", "ASK { ?s ?p ?o }"])
def test_booleans_have_every_format(media_type: str, query: str) -> None:
    """ASK is answered in all formats of tables; what the W3C gives no form for is the word alone."""
    answer = written(Store(), query, media_type)
    truth = query == "ASK {}"
    if media_type in (CSV, TSV):
        assert answer.body.decode().strip() == str(truth).lower()
    else:
        found = pyoxigraph.parse_query_results(answer.body, EXACT[media_type])
        assert isinstance(found, pyoxigraph.QueryBoolean)
        assert bool(found) == truth


@pytest.mark.parametrize("media_type", EXACT)
@pytest.mark.parametrize(
    ("rows", "size", "cut"), [(5, 10**6, "rows"), (50, 10**6, ""), (49, 10**6, "rows"), (50, 900, "bytes")]
)
def test_a_cut_falls_between_rows(media_type: str, rows: int, size: int, cut: str) -> None:
    """A cut table is well-formed, has as many rows as it says, and says what cut it."""
    store = holding(*(Literal(f"text {number}") for number in range(50)))
    answer = written(store, ALL, media_type, rows, size)
    found = pyoxigraph.parse_query_results(answer.body, EXACT[media_type])
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert len(list(found)) == answer.rows
    assert answer.cut == cut
    assert answer.rows == (min(rows, 50) if cut != "bytes" else answer.rows)
    assert len(answer.body) < size + 300


@pytest.mark.parametrize("media_type", GRAPHS)
@pytest.mark.parametrize(("rows", "size", "cut"), [(5, 10**6, "rows"), (50, 10**6, ""), (50, 1500, "bytes")])
def test_graphs_are_cut_whole(media_type: str, rows: int, size: int, cut: str) -> None:
    """A cut graph is well-formed in every syntax, and a part of the whole."""
    store = holding(*(Literal(f"text {number}") for number in range(50)))
    answer = written(store, "CONSTRUCT WHERE { ?s ?p ?o }", media_type, rows, size)
    form = RdfFormat.from_media_type(media_type)
    triples = {quad.triple for quad in pyoxigraph.parse(answer.body, form)}
    assert len(triples) == answer.rows
    assert triples <= {quad.triple for quad in store}
    assert answer.cut == cut
    assert len(answer.body) <= size


def test_a_graph_has_the_prefixes_that_it_uses() -> None:
    """Turtle names the prefixes in use, sorted, and no others."""
    body = written(
        Store(), "CONSTRUCT { <a:b> a <http://schema.org/Book>; <http://purl.org/spar/cito/cites> 1 } {}", GRAPHS[0]
    )
    assert body.body.decode().splitlines()[:2] == [
        "@prefix cito: <http://purl.org/spar/cito/> .",
        "@prefix schema: <http://schema.org/> .",
    ]


def test_the_wrong_kind_of_format_gives_way() -> None:
    """A table asked for as Turtle, and a graph as CSV, come in the preferred format of their kind."""
    assert written(Store(), "SELECT * {}", "text/turtle").media_type == JSON
    assert written(Store(), "CONSTRUCT {} {}", CSV).media_type == "text/turtle"


def test_what_a_format_cannot_hold_is_said() -> None:
    """A quoted triple cannot be JSON-LD: that is an error of the request, with the format's name."""
    with pytest.raises(QueryError, match="ld\\+json"):
        written(Store(), "CONSTRUCT { <a:b> <a:b> <<( <a:b> <a:b> 1 )>> } {}", "application/ld+json")


@pytest.mark.parametrize("media_type", [JSON, XML])
def test_quoted_triples_are_read_back(media_type: str) -> None:
    """A triple as a term (SPARQL 1.2) comes back as it is."""
    body = written(Store(), "SELECT (<<( <a:b> <a:b> 'x'@en )>> AS ?t) {}", media_type).body
    found = pyoxigraph.parse_query_results(body, EXACT[media_type])
    assert isinstance(found, pyoxigraph.QuerySolutions)
    term = next(iter(found))[Variable("t")]
    assert term == Triple(NamedNode("a:b"), NamedNode("a:b"), Literal("x", language="en"))
