"""The SPARQL 1.1 Protocol, row by row: the query side of the W3C's cases told again, and what servers get wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import web_dataset

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
ASK, SELECT = "ASK {}", "SELECT * WHERE { ?s ?p ?o } LIMIT 1"
CONSTRUCT, DESCRIBE = "CONSTRUCT WHERE { ?s ?p ?o }", f"DESCRIBE <{web_dataset.BASE}{web_dataset.FIRST}>"
GRAPH_1 = f"{web_dataset.BASE}graph/provenance"
GRAPH_2 = "https://example.org/nowhere"
#: True where the default graph of the query holds the provenance, which the dataset keeps in a named graph.
IN_DEFAULT = "ASK { ?s <http://www.w3.org/ns/prov#wasDerivedFrom> ?o }"
IN_NAMED = f"ASK {{ GRAPH <{GRAPH_1}> {{ ?s ?p ?o }} }}"
FROM_NOWHERE = f"ASK FROM <{GRAPH_2}> {{ ?s <http://www.w3.org/ns/prov#wasDerivedFrom> ?o }}"


@dataclass(frozen=True)
class Case:
    """A request and what must come back; `says` is the value of an ASK, `type` the media type of the answer."""

    name: str
    status: int
    method: str = "GET"
    url: str = "/sparql"
    sent: str = ""
    body: bytes | str = b""
    accept: str = ""
    says: bool | None = None
    type: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def url(*pairs: tuple[str, str]) -> str:
    return f"/sparql?{urlencode(pairs)}"


def form(*pairs: tuple[str, str]) -> str:
    return urlencode(pairs)


DEFAULT_1, DEFAULT_2, NAMED_1 = (
    ("default-graph-uri", GRAPH_1),
    ("default-graph-uri", GRAPH_2),
    ("named-graph-uri", GRAPH_1),
)

W3C = (
    Case("query by GET", 200, url=url(("query", ASK)), says=True),
    Case("query by POST of a form", 200, "POST", sent=FORM, body=form(("query", ASK)), says=True),
    Case("query by POST directly", 200, "POST", sent=DIRECT, body=ASK, says=True),
    Case("default graph by POST directly", 200, "POST", url(DEFAULT_1), DIRECT, IN_DEFAULT, says=True),
    Case("default graphs by GET", 200, url=url(("query", IN_DEFAULT), DEFAULT_1, DEFAULT_2), says=True),
    Case("default graphs by POST", 200, "POST", "/sparql", FORM, form(("query", IN_DEFAULT), DEFAULT_1), says=True),
    Case("named graphs by GET", 200, url=url(("query", IN_NAMED), NAMED_1), says=True),
    Case("named graphs by POST", 200, "POST", "/sparql", FORM, form(("query", IN_NAMED), NAMED_1), says=True),
    Case("both kinds of graphs", 200, url=url(("query", IN_NAMED), DEFAULT_2, NAMED_1), says=True),
    Case("the protocol's dataset beats the query's", 200, url=url(("query", FROM_NOWHERE), DEFAULT_1), says=True),
    Case("a SELECT's type", 200, url=url(("query", SELECT)), accept=XML, type=XML),
    Case("an ASK's type", 200, url=url(("query", ASK)), accept=XML, type=XML),
    Case(
        "a DESCRIBE's type", 200, url=url(("query", DESCRIBE)), accept="application/rdf+xml", type="application/rdf+xml"
    ),
    Case(
        "a CONSTRUCT's type",
        200,
        url=url(("query", CONSTRUCT)),
        accept="application/rdf+xml",
        type="application/rdf+xml",
    ),
    Case("another method", 405, "PUT", url(("query", ASK))),
    Case("two queries", 400, url=url(("query", ASK), ("query", SELECT))),
    Case("another media type", 415, "POST", sent="text/plain", body=ASK),
    Case("a form without its type", 400, "POST", body=form(("query", ASK))),
    Case("a query without its type", 400, "POST", body=ASK),
    Case("another charset", 415, "POST", sent=f"{DIRECT}; charset=UTF-16", body=ASK.encode("utf-16")),
    Case("a syntax error", 400, url=url(("query", "ASK { unquoted string }"))),
)
OURS = (
    Case("without default graph there is ours", 200, url=url(("query", IN_DEFAULT)), says=False),
    Case("an unknown default graph is empty", 200, url=url(("query", "ASK { ?s ?p ?o }"), DEFAULT_2), says=False),
    Case("only named graphs leave the default empty", 200, url=url(("query", "ASK { ?s ?p ?o }"), NAMED_1), says=False),
    Case("only default graphs leave no named ones", 200, url=url(("query", IN_NAMED), DEFAULT_1), says=False),
    Case(
        "graphs given in a form's address count",
        200,
        "POST",
        url(DEFAULT_1),
        FORM,
        form(("query", IN_DEFAULT)),
        says=True,
    ),
    Case("a graph that is no IRI", 400, url=url(("query", ASK), ("default-graph-uri", "not an iri"))),
    Case("a relative graph", 400, url=url(("query", ASK), ("named-graph-uri", "/graph"))),
    Case("no query in a form", 400, "POST", sent=FORM, body="a=b"),
    Case("an empty POST", 400, "POST"),
    Case("an empty query", 400, url="/sparql?query="),
    Case("a query in address and body", 400, "POST", url(("query", ASK)), DIRECT, ASK),
    Case("a query in address and form", 400, "POST", url(("query", ASK)), FORM, form(("query", ASK))),
    Case("a charset in capitals", 200, "POST", sent=f"{DIRECT};charset=UTF-8", body=ASK, says=True),
    Case("bytes that are not UTF-8", 400, "POST", sent=DIRECT, body=b'ASK { ?s ?p "\xff" }'),
    Case("escapes that are not UTF-8", 400, url="/sparql?query=ASK%20%7B%20%FF%7D"),
    Case(
        "a form is decoded once",
        200,
        "POST",
        sent=FORM,
        body="query=ASK+%7B+FILTER(%22%252B%22+%3D+%22%252B%22)+%7D",
        says=True,
    ),
    Case("a media type in capitals", 200, "POST", sent="Application/SPARQL-Query", body=ASK, says=True),
    Case("an update in the address", 403, url=url(("update", "CLEAR ALL"))),
    Case("an update in a form", 403, "POST", sent=FORM, body=form(("update", "CLEAR ALL"))),
    Case("an update by itself", 403, "POST", sent=UPDATE, body="CLEAR ALL"),
    Case("an update called a query", 403, url=url(("query", "INSERT DATA { <a:a> <a:a> <a:a> }"))),
    Case(
        "a query that asks another server",
        403,
        url=url(("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")),
    ),
    Case("DELETE", 405, "DELETE"),
    Case("PATCH", 405, "PATCH"),
    Case("the HTTP QUERY method", 200, "QUERY", sent=DIRECT, body=ASK, says=True),
    Case("QUERY with a form", 200, "QUERY", sent=FORM, body=form(("query", ASK)), says=True),
    Case("a slash too many", 200, url=f"/sparql/?query={quote(ASK)}", says=True),
    Case("CONSTRUCT without a wish", 200, url=url(("query", CONSTRUCT)), type="text/turtle"),
    Case("SELECT for everything", 200, url=url(("query", SELECT)), accept="*/*", type=JSON),
    Case("format= beats Accept", 200, url=url(("query", SELECT), ("format", "csv")), accept=JSON, type="text/csv"),
    Case("format= of another kind", 406, url=url(("query", SELECT), ("format", "turtle"))),
    Case("a timeout that is no number", 400, url=url(("query", ASK), ("timeout", "soon"))),
    Case("a timeout of nothing", 400, url=url(("query", ASK), ("timeout", "0"))),
    Case("a timeout", 200, url=url(("query", ASK), ("timeout", "2.5")), says=True),
    Case("SELECT as a picture", 406, url=url(("query", SELECT)), accept="image/png"),
    Case("CONSTRUCT as a table", 406, url=url(("query", CONSTRUCT)), accept="text/csv"),
)
#: Accept header, query, and the media type of the answer.
NEGOTIATED = (
    ("application/json", SELECT, "application/json"),
    ("text/xml", SELECT, "text/xml"),
    ("application/xml", SELECT, "application/xml"),
    ("text/plain", SELECT, "text/plain"),
    ("text/tab-separated-values", SELECT, "text/tab-separated-values"),
    ("text/csv;q=0.5, application/sparql-results+xml;q=0.9, */*;q=0.1", SELECT, XML),
    ("application/sparql-results+json;q=0, */*", SELECT, XML),
    ("application/*, text/csv;q=0.9", SELECT, JSON),
    ("*/*;q=0.1, text/csv;q=0.2", SELECT, "text/csv"),
    ("application/sparql-results+json,application/json;q=0.9", ASK, JSON),
    ("application/ld+json", CONSTRUCT, "application/ld+json"),
    ("application/json", CONSTRUCT, "application/json"),
    ("application/n-triples", DESCRIBE, "application/n-triples"),
    ("text/plain", DESCRIBE, "text/plain"),
    ("application/trig", CONSTRUCT, "application/trig"),
    ("application/n-quads", CONSTRUCT, "application/n-quads"),
    ("text/html;q=0.5, text/turtle", CONSTRUCT, "text/turtle"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", SELECT, "text/html"),
    ("text/html", CONSTRUCT, "text/html"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with web_dataset.site(tmp_path_factory.mktemp("dataset")) as client:
        yield client


def send(client: FlaskClient, case: Case) -> TestResponse:
    headers = {"Accept": case.accept} if case.accept else {}
    return client.open(
        case.url, method=case.method, headers=headers | case.headers, content_type=case.sent or None, data=case.body
    )


@pytest.mark.parametrize("case", W3C + OURS, ids=lambda case: case.name)
def test_protocol(client: FlaskClient, case: Case) -> None:
    """A request gets the status, the media type and the truth that the protocol demands."""
    answer = send(client, case)
    assert answer.status_code == case.status, answer.text
    if case.type:
        assert answer.mimetype == case.type
    if case.says is not None:
        assert json.loads(answer.text)["boolean"] is case.says


@pytest.mark.parametrize("case", [c for c in W3C + OURS if c.status >= 400], ids=lambda case: case.name)
def test_refusals_are_problems(client: FlaskClient, case: Case) -> None:
    """A refusal has a body of RFC 9457 whose status is the response's, and says in a sentence what was wrong."""
    answer = send(client, case)
    problem = json.loads(answer.text)
    assert answer.mimetype == "application/problem+json"
    assert problem["status"] == case.status
    assert problem["title"]
    assert problem["detail"].rstrip()


@pytest.mark.parametrize(("accept", "query", "expected"), NEGOTIATED)
def test_negotiation(client: FlaskClient, accept: str, query: str, expected: str) -> None:
    """The media type is chosen by specificity, then weight; an alias is answered under the name that was asked for."""
    answer = client.get(url(("query", query)), headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, expected)


def test_syntax_error_has_a_place(client: FlaskClient) -> None:
    """A syntax error is told with its line and column."""
    problem = client.get(url(("query", "SELECT *\nWHERE { ?s ?p }"))).json
    assert problem is not None
    assert (problem["line"], problem["column"] > 1) == (2, True)


def test_not_acceptable_lists_offers(client: FlaskClient) -> None:
    """A 406 lists what could have been had."""
    problem = client.get(url(("query", SELECT)), headers={"Accept": "image/png"}).json
    assert problem is not None
    assert {JSON, XML, "text/csv"} <= set(problem["offers"])


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_wrong_method_names_the_right_ones(client: FlaskClient, method: str) -> None:
    """A 405 says which methods there are."""
    allowed = client.open("/sparql", method=method).headers["Allow"]
    assert {"GET", "HEAD", "POST", "QUERY", "OPTIONS"} == set(allowed.split(", "))


def test_head_is_get_without_body(client: FlaskClient) -> None:
    """HEAD has GET's status and headers, and no body."""
    got, head = client.get(url(("query", SELECT))), client.head(url(("query", SELECT)))
    assert head.data == b""
    assert (head.status_code, dict(head.headers)) == (got.status_code, dict(got.headers))


def test_options_answers_a_preflight(client: FlaskClient) -> None:
    """OPTIONS lets a browser on another host ask, with the headers that queries need."""
    headers = {"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    answer = client.options("/sparql", headers=headers)
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert {"Content-Type", "Accept"} <= set(answer.headers["Access-Control-Allow-Headers"].split(", "))


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        (url(("query", ASK)), JSON, 200),
        (url(("query", ASK)), "image/png", 406),
        ("/sparql", "text/turtle", 200),
        (f"/{web_dataset.FIRST}", "text/turtle", 303),
    ],
)
def test_every_answer_varies(client: FlaskClient, path: str, accept: str, status: int) -> None:
    """Answers, redirects and refusals say what they depend on, so that no cache mixes them up."""
    answer = client.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Vary"]) == (status, "Accept, Accept-Profile, Accept-Encoding, Origin")


def test_service_description(client: FlaskClient) -> None:
    """Without a query the endpoint describes itself, at the address where it was asked, with its graphs and formats."""
    answer = client.get("/sparql", headers={"Accept": "application/n-triples", "Host": "data.example"})
    assert answer.status_code == 200
    lines = answer.text.splitlines()
    service = "<http://data.example/sparql>"
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert f"{service} <{sd}endpoint> {service} ." in lines
    assert f"{service} <{sd}supportedLanguage> <{sd}SPARQL11Query> ." in lines
    assert f"{service} <{sd}resultFormat> <http://www.w3.org/ns/formats/SPARQL_Results_JSON> ." in lines
    assert any(line.endswith(f"<{sd}name> <{GRAPH_1}> .") for line in lines)


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/rdf+xml", "*/*", ""])
def test_service_description_is_negotiated(client: FlaskClient, accept: str) -> None:
    """The service description comes in every graph format, Turtle by default."""
    answer = client.get("/sparql", headers={"Accept": accept})
    assert answer.mimetype == (accept if "/" in accept and accept != "*/*" else "text/turtle")


def test_forwarded_host_is_not_believed(client: FlaskClient) -> None:
    """Without a trusted proxy a forwarded host changes nothing."""
    headers = {"Host": "data.example", "X-Forwarded-Host": "evil.example", "Accept": "application/n-triples"}
    assert "evil.example" not in client.get("/sparql", headers=headers).text
