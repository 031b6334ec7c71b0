"""What a query may not do is refused before it is evaluated, however it is written, and nothing else is."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from threading import Thread

import pyoxigraph
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jopsrdf.errors import QueryError, QueryRefused
from jopsrdf.store import guard
from jopsrdf.store.answers import Limits

LIMITS = Limits()
GROUP = "{ ?a ?b ?c }"

#: Ways to write SERVICE that engines take for one; `U` stands for the endpoint's IRI.
ATTEMPTS = (
    f"SELECT * {{ SERVICE <U> {GROUP} }}",
    f"SELECT * {{ service <U> {GROUP} }}",
    f"SELECT * {{ SeRvIcE<U>{GROUP} }}",
    f"SELECT * {{ SERVICE SILENT <U> {GROUP} }}",
    f"SELECT * {{ SERVICESILENT<U>{GROUP} }}",
    f"SELECT * {{ SERVICE # <x>\n<U>#{{}}\n{GROUP} }}",
    f"SELECT * {{ SERVICE\r\n\t<U>\r{GROUP} }}",
    f"ASK{{SERVICE<U>{GROUP}}}",
    f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ SERVICE <U> {GROUP} }}",
    f"DESCRIBE ?a {{ SERVICE <U> {GROUP} }}",
    f"SELECT * {{ {{}}SERVICE <U> {GROUP} }}",
    f"SELECT * {{ ?s ?p 1SERVICE<U>{GROUP} }}",
    f"SELECT * {{ ?s ?p 1e5SERVICE<U>{GROUP} }}",
    f"SELECT * {{ ?s ?p 1.SERVICE<U>{GROUP} }}",
    f"SELECT * {{ ?s ?p trueSERVICE<U>{GROUP} }}",
    f"SELECT * {{ ?s ?p 'x'SERVICE<U>{GROUP} }}",
    f"SELECT * {{ ?s ?p '''a'b''c\\''''.SERVICE<U>{GROUP} }}",
    f'SELECT * {{ ?s ?p """a"b""c\\"""".SERVICE<U>{GROUP} }}',
    f"PREFIX : <U> SELECT * {{ SERVICE:{GROUP} }}",
    f"PREFIX x: <U> SELECT * {{ SERVICE x:{GROUP} }}",
    f"PREFIX service: <U> SELECT * {{ SERVICE service:{GROUP} }}",
    f"PREFIX : <U> SELECT * {{ ?s ?p true.SERVICE:{GROUP} }}",
    f"PREFIX x: <http://x/> SELECT * {{ ?s ?p x:.SERVICE <U> {GROUP} }}",
    f"PREFIX x: <http://x/> SELECT * {{ ?s ?p x:a\\'.\nSERVICE <U> {GROUP} #'\n}}",
    f"BASE <U> SELECT * {{ SERVICE <> {GROUP} }}",
    f"SELECT * {{ FILTER EXISTS {{ SERVICE <U> {GROUP} }} }}",
    f"SELECT * {{ ?s ?p ?o MINUS {{ SERVICE SILENT <U> {GROUP} }} }}",
    f"SELECT * {{ {{ SELECT * {{ SERVICE <U> {GROUP} }} }} }}",
    f"SELECT * {{ VALUES ?u {{ <U> }} SERVICE ?u {GROUP} }}",
    f"SELECT * {{ BIND(IRI(CONCAT('http://', 'x')) AS ?u) SERVICE $u {GROUP} }}",
    f"SELECT * {{ \\u0053ERVICE <U> {GROUP} }}",
    f"SELECT * {{ S\\U00000045RVICE <U> {GROUP} }}",
    f"SELECT * {{ SERVICE <\\u0068ttp://x/> {GROUP} }}",
    # what is an IRI in one reading is a comparison, and then a string or a comment, in another
    f"SELECT * {{ FILTER(1<?b&&?c='x>'||1=1) SERVICE <U> {GROUP} FILTER(?d='y'||1=1) }}",
    f"SELECT * {{ ?s ?p ?o FILTER(1<2#>'''\n) SERVICE <U> {GROUP} #'''\n}}",
    f"SELECT * {{ FILTER(1<?b&&?c='x>'||1=1) ?s <http://x/#> ?o . SERVICE <U> {GROUP} FILTER(?d='y'||1=1) }}",
    f"SELECT * {{ ?s <http://e/\\u0070#x> ?o SERVICE <U> {GROUP} }}",
    f"SELECT * {{ ?s <http://e/\\u0070#'> '\\u0022' SERVICE <U> {GROUP} }}",
    f"SELECT * {{ #\rSERVICE <U> {GROUP} }}",
)

#: Queries that hold the word, and ask nobody.
HARMLESS = (
    "SELECT ?service WHERE { ?service ?p ?o }",
    "SELECT ?service ?x { ?service ?p ?x }",
    "SELECT * { ?s ?p 'SERVICE <U> { ?a ?b ?c }' }",
    'SELECT * { ?s ?p """\nSERVICE <U> { ?a ?b ?c }\n""" }',
    "SELECT * { ?s ?p ?o } # SERVICE <U> { ?a ?b ?c }",
    "SELECT * { # SERVICE <U> { ?a ?b ?c }\n ?s ?p ?o }",
    "SELECT * { ?s <http://www.w3.org/ns/sparql-service-description#Service> ?o }",
    "PREFIX service: <http://e.org/> SELECT * { service:x service:y ?o }",
    "PREFIX x: <http://e.org/> SELECT * { ?s x:service ?o . ?s x:a.service ?x }",
    "SELECT * { ?s ?p 'x'@service }",
    "SELECT * { _:service ?p ?o }",
    "SELECT * { ?s ?p ?o FILTER(?o < 5 && ?p != 'SERVICE' && ?o > 3) }",
    "SELECT * { GRAPH <http://e.org/service> { ?s ?p ?o } }",
    "SELECT * FROM <http://e.org/service> { ?s ?p ?o }",
)

UPDATES = (
    "INSERT DATA { <a:b> <a:b> 1 }",
    "delete where { ?s ?p ?o }",
    "LOAD <http://e.org/>",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <a:b>",
    "CLEAR ALL",
    "DROP GRAPH <a:b>",
    "CREATE GRAPH <a:b>",
    "COPY <a:b> TO <a:c>",
    "MOVE <a:b> TO <a:c>",
    "ADD <a:b> TO <a:c>",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX x: <http://e.org/> # SELECT\n BASE<http://e.org/>INSERT DATA { x:a x:b 1 }",
)


@pytest.mark.parametrize("query", ATTEMPTS)
def test_service_is_refused_however_it_is_written(query: str) -> None:
    """Every way to write SERVICE that an engine may accept is refused."""
    with pytest.raises(QueryRefused):
        guard.read(query.replace("<U>", "<http://127.0.0.1:8080/sparql>"), LIMITS)


@pytest.mark.parametrize("query", HARMLESS)
def test_the_word_service_alone_is_harmless(query: str) -> None:
    """In strings, IRIs, comments, variables, prefixed names and language tags the word means nothing."""
    assert guard.read(query, LIMITS).form == "SELECT"


@pytest.mark.parametrize("query", UPDATES)
def test_updates_are_refused(query: str) -> None:
    """An update is told from a query that cannot be read, so that the answer may be 403 and not 400."""
    with pytest.raises(QueryRefused, match="only answers queries"):
        guard.read(query, LIMITS)


@pytest.mark.parametrize("query", UPDATES)
def test_the_engine_has_no_updates_in_queries(query: str) -> None:
    """Were an update to pass the guard, the engine's query method would still not know it."""
    with pytest.raises(SyntaxError):
        pyoxigraph.Store().query(query)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT*{?s ?p ?o}", "SELECT"),
        ("ask{}", "ASK"),
        ("\ufeffDESCRIBE <a:b>", None),
        ("# SELECT\nCONSTRUCT WHERE {}", "CONSTRUCT"),
        ("BASE <http://e.org/#x> PREFIX select: <ask> DESCRIBE select:x", "DESCRIBE"),
        ("PREFIX : <a#b>PREFIX x.y-z: <b>\nASK {}", "ASK"),
        ("SELEC * {}", None),
        ("", None),
    ],
)
def test_the_form_is_known_before_the_query_is_parsed(query: str, form: str | None) -> None:
    """The first keyword after the prologue says what kind of answer there will be."""
    assert guard.read(query, LIMITS).form == form


def test_an_allowed_endpoint_may_be_asked() -> None:
    """An endpoint on the list may be asked; no other, no variable, no prefixed name."""
    limits = replace(LIMITS, services=("https://query.example/sparql",))
    guard.read(f"ASK {{ SERVICE SILENT <https://query.example/sparql> {GROUP} }}", limits)
    for other in ("<https://query.example/sparql2>", "<>", "?x", "x:y"):
        with pytest.raises(QueryRefused, match="may ask only <https://query"):
            guard.read(f"ASK {{ SERVICE <https://query.example/sparql> {GROUP} SERVICE {other} {GROUP} }}", limits)


def test_a_refusal_says_where() -> None:
    """Line and column of the clause are in the message and on the error."""
    with pytest.raises(QueryRefused) as caught:
        guard.read("ASK {\n  SERVICE <http://e.org/> {} }", LIMITS)
    assert (caught.value.line, caught.value.column) == (2, 3)


@pytest.mark.parametrize(("opening", "closing"), ["()", "[]", "{}"])
def test_brackets_nest_to_a_limit(opening: str, closing: str) -> None:
    """One bracket more than allowed is refused with its place; brackets in strings and comments do not count."""
    limits = Limits(depth=50)
    guard.read(f"{opening * 50}{closing * 50} '{opening * 99}' # {opening * 99}", limits)
    with pytest.raises(QueryError, match="line 2, column 50"):
        guard.read(f"{opening}\n{opening * 50}", limits)


def test_a_query_has_a_length() -> None:
    """A query longer than the limit is refused with both numbers."""
    with pytest.raises(QueryError, match=r"200,001 .* 200,000"):
        guard.read(" " * 200_001, LIMITS)


@pytest.mark.parametrize(
    "unit",
    [
        "<a#b>'x'",
        "service ",
        "service#",
        "#\n",
        "<",
        "'",
        '"\\',
        "service<#>'\\",
        ":a",
        "servicea.",
        "(",
        '""a',
        "\\u0061",
        "?service ",
    ],
)
def test_reading_takes_no_time_whatever_the_text(unit: str) -> None:
    """Texts made to be read over and over are read, or refused, within a second at the greatest length."""
    for text in (unit * (200_000 // len(unit)), "service '" + unit * (199_000 // len(unit))):
        started = time.perf_counter()
        with suppress(QueryError):
            guard.read(text, LIMITS)
        assert time.perf_counter() - started < 2  # some tenths; the machine may be busy


@pytest.fixture(scope="module")
def endpoint() -> Iterator[tuple[str, list[int]]]:
    """A server on loopback that counts who asks: its address, and a list that grows."""
    asked: list[int] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    asked.append(1)
                    client.recv(1000)
                    client.sendall(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", asked
        server.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def ask(query: str, address: str) -> None:
    """Let the engine evaluate a query to its end, whatever comes of it."""
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(*(pyoxigraph.NamedNode("http://e/x"),) * 3))
    try:
        found = store.query(query.replace("<U>", f"<{address}>"))
        if not isinstance(found, pyoxigraph.QueryBoolean):
            list(found)
    except (OSError, SyntaxError, RuntimeError):
        pass


def test_the_attempts_are_real(endpoint: tuple[str, list[int]]) -> None:
    """Many of the attempts do reach a server when the engine is asked without the guard."""
    address, asked = endpoint
    for query in ATTEMPTS:
        ask(query, address)
    assert len(asked) >= 15


#: What the generated queries are put together from.
PIECES = st.sampled_from(
    [
        "SERVICE ",
        "service",
        "SILENT",
        "<U>",
        "<U>{}",
        " { ?a ?b ?c } ",
        "{}",
        "?s ?p ?o . ",
        "?s ?p ",
        "1",
        "true",
        ".",
        " ",
        "\n",
        "#",
        "#'",
        "'",
        "''",
        '"',
        '"""',
        "'''",
        "\\",
        "\\'",
        "<",
        "<http://x/#>",
        "<http://x/'>",
        "<?b&&?c='x>",
        ">",
        "1<2",
        "FILTER(",
        "1=1)",
        ")",
        "||",
        "&&",
        "x:a",
        "x:",
        ":",
        "?service",
        "@en",
        "_:b",
        "VALUES ?x { 1 }",
        "\\u0053",
        "\\u0027",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=9), st.lists(PIECES, max_size=9))
@example(["FILTER(", "<?b&&?c='x>", "'", "1=1)"], ["'"])
def test_what_passes_the_guard_asks_nobody(
    endpoint: tuple[str, list[int]], before: list[str], after: list[str]
) -> None:
    """Whatever stands around a SERVICE clause: either the guard refuses it or the engine reaches no server."""
    address, asked = endpoint
    query = (
        f"PREFIX x: <http://x/> PREFIX : <http://x/> SELECT * {{ {''.join(before)} SERVICE <U> {{}} {''.join(after)} }}"
    )
    try:
        guard.read(query.replace("<U>", f"<{address}>"), LIMITS)
    except QueryError:
        return
    asked.clear()
    ask(query, address)
    assert not asked
