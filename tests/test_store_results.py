"""Results are written as the W3C's formats say, up to the limits, and are read back as the same terms."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any
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
        (JSON, b'{"head":{"vars":["x"]},"results":{"bindings":[]}}'),
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


#: What looks like the bytes between two rows, and what the formats escape.
HOSTILE = [
    '}},{"x":{"',
    "},{",
    "[{},{}]",
    "}]}}",
    "{}",
    '"',
    "\\",
    '\\"',
    ",",
    "\r\n",
    "\r\n\r\n",
    "\n",
    "\t",
    "</result>",
]
HOSTILE += ["<result>", "\x00", "\x1f", "\ufffe", "&", "é", "x"]
NAMES = ["x", "subject", "bindings", "_1", "é"]
_strings = st.lists(st.sampled_from(HOSTILE), max_size=4).map("".join)
_literals = st.one_of(
    st.builds(Literal, _strings),
    st.builds(Literal, _strings, language=st.just("en")),
    st.builds(Literal, _strings, datatype=st.just(NamedNode("http://e.org/d"))),
)
_terms = st.one_of(
    _literals, st.just(NamedNode("http://e.org/a,b'c")), st.builds(lambda end: Triple(P, P, end), _literals)
)
_tables = st.integers(0, 3).flatmap(
    lambda width: st.tuples(
        st.permutations(NAMES).map(lambda names: names[:width]),
        st.lists(st.tuples(*[st.one_of(st.none(), _terms)] * width), max_size=6),
    )
)
Table = tuple[list[str], list[tuple[Any, ...]]]


def spelt(term: Any) -> str:
    """Return a term as it stands in VALUES."""
    if isinstance(term, Triple):
        return f"<<( {term} )>>"
    return "UNDEF" if term is None else str(term)


def asking(table: Table, limit: int = 100) -> str:
    """Return a query for the first rows of a table."""
    names, rows = table
    lines = (f"({' '.join(map(spelt, row))})" for row in rows[:limit])
    variables = " ".join(f"?{name}" for name in names)
    return f"SELECT {variables or '*'} {{ VALUES ({variables}) {{ {' '.join(lines)} }} }}"


@dataclass
class InParts:
    """A result that comes in parts of so many bytes, as a long one does."""

    found: pyoxigraph.QuerySolutions
    size: int

    @property
    def variables(self) -> list[Variable]:
        return self.found.variables

    def __iter__(self) -> Iterator[pyoxigraph.QuerySolution]:
        return iter(self.found)

    def serialize(self, output: IO[bytes], form: QueryResultsFormat) -> None:
        body = self.found.serialize(format=form)
        assert body is not None
        for place in range(0, len(body), self.size):
            output.write(body[place : place + self.size])


@pytest.mark.parametrize("media_type", BINDINGS)
@settings(deadline=None, max_examples=150)
@given(table=_tables, rows=st.integers(1, 7), share=st.floats(0, 1.1), part=st.integers(1, 200))
def test_a_cut_is_exact(media_type: str, table: Table, rows: int, share: float, part: int) -> None:
    """Whatever the values are: an answer is the whole of the first rows, as many as both limits allow."""
    firsts = [written(Store(), asking(table, limit), media_type).body for limit in range(len(table[1]) + 1)]
    assert all(written(Store(), asking(table, n), media_type).rows == n for n in range(len(firsts)))
    size = max(int(len(firsts[-1]) * share), len(firsts[0]))
    kept = max((n for n, body in enumerate(firsts) if len(body) <= size and n <= rows))
    found = Store().query(asking(table))
    assert isinstance(found, pyoxigraph.QuerySolutions)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("jopsrdf.store.results.STEP", 0)
        patch.setattr("jopsrdf.store.results.QuerySolutions", InParts)
        answer = write(InParts(found, part), media_type, rows, size, PREFIXES)  # type: ignore[arg-type] # a stand-in
    assert (answer.body, answer.rows) == (firsts[kept], kept)
    assert answer.cut == ("" if kept == len(table[1]) else "rows" if kept == rows else "bytes")


@pytest.mark.parametrize("media_type", BINDINGS)
@settings(deadline=None)
@given(table=_tables)
def test_rows_are_counted_as_readers_count_them(media_type: str, table: Table) -> None:
    """The number of rows is that of the solutions, and of those that a parser of the format finds."""
    answer = written(Store(), asking(table), media_type)
    assert answer.rows == len(table[1])
    if media_type == JSON:
        assert len(json.loads(answer.body)["results"]["bindings"]) == answer.rows
    elif media_type == XML:
        root = ET.fromstring(answer.body.decode())  # noqa: S314 # our own
        assert len(root.findall("./{*}results/{*}result")) == answer.rows
    elif media_type == CSV and table[0]:
        lines = list(csv.reader(io.StringIO(answer.body.decode(), newline="")))
        assert [len(line) for line in lines] == [len(table[0])] * (answer.rows + 1)


@pytest.mark.parametrize("media_type", BINDINGS)
def test_the_engine_is_stopped_soon_after_the_limit(media_type: str) -> None:
    """A hundred million rows are not written to be cut."""
    numbers = " ".join(map(str, range(100)))
    query = f"SELECT ?a ?b ?c ?d {{ {' '.join(f'VALUES ?{name} {{ {numbers} }}' for name in 'abcd')} }}"
    answer = written(Store(), query, media_type, rows=2000, size=10**9)
    assert (answer.rows, answer.cut) == (2000, "rows")


@pytest.mark.parametrize("media_type", BINDINGS)
def test_a_head_stays_whole(media_type: str) -> None:
    """An answer that may have fewer bytes than its head needs is a table without rows."""
    answer = written(holding(P), ALL, media_type, size=1)
    assert (answer.body, answer.rows, answer.cut) == (written(Store(), ALL, media_type).body, 0, "bytes")


def test_xml_holds_what_xml_can_hold() -> None:
    """A carriage return is a reference, so that no parser makes a line feed of it; what XML forbids has a sign."""
    body = written(holding(Literal("a\r\nb\x01\ufffec\u0085\ufffd")), ALL, XML).body
    assert b"<literal>a&#13;\nb\xef\xbf\xbd\xef\xbf\xbdc\xc2\x85\xef\xbf\xbd</literal>" in body


def test_an_empty_value_alone_is_a_line_of_csv() -> None:
    """Readers that pass over blank lines find every row of a table with one column."""
    query = 'SELECT ?x { VALUES ?x { "" UNDEF "a\\r\\n\\r\\nb" UNDEF 1 } }'
    body = written(Store(), query, CSV).body
    assert body == b'x\r\n""\r\n""\r\n"a\r\n\r\nb"\r\n""\r\n1\r\n'


def test_a_triple_is_one_value_of_csv() -> None:
    """A triple as a term (SPARQL 1.2) is quoted as a whole, whatever its parts hold."""
    query = """SELECT (<<( <a:b,c> <a:b> 'x, "y"' )>> AS ?t) ('"z" , " "' AS ?u) {}"""
    body = written(Store(), query, CSV).body.decode()
    assert list(csv.reader(io.StringIO(body, newline=""))) == [["t", "u"], ['<a:b,c> <a:b> "x, \\"y\\""', '"z" , " "']]
