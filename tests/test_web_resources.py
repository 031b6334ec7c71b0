"""Dereferencing: the IRI of a thing leads to its page or its data, whatever its name and whatever the client."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from flask.testing import FlaskClient

import web_dataset
from jopsrdf import formats
from jopsrdf.formats import FORMATS
from web_dataset import BASE, CITED, FIRST, HOSTILE, KEYWORD, SECOND

THINGS = (FIRST, SECOND, CITED, KEYWORD, "graph/provenance", f"graph/{FIRST}", "vocab", "agent/test-1")
#: Accept headers as clients send them, and the suffix of the document that they lead to ("" is the page).
CLIENTS = (
    ("a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8", ""),
    ("an old browser", "text/html, application/xhtml+xml, */*", ""),
    ("curl", "*/*", ""),
    ("nothing", "", ""),
    ("Java", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", ""),
    ("rdflib", "text/turtle, application/rdf+xml;q=0.9, application/n-triples;q=0.5, */*;q=0.1", "ttl"),
    ("Jena", "application/rdf+xml;q=0.5,text/turtle,application/ld+json;q=0.8,*/*;q=0.3", "ttl"),
    ("Protégé", "application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09", "rdf"),
    ("RDF4J", "application/n-quads;q=0.9, application/trig, application/n-triples;q=0.8", "trig"),
    ("a JSON-LD library", 'application/ld+json;profile="http://www.w3.org/ns/json-ld#context", text/x', "jsonld"),
    ("a program that wants JSON", "application/json", "jsonld"),
    ("a link checker", "text/turtle;q=0, text/html;q=0.1", ""),
    ("an alias", "application/x-turtle", "ttl"),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with web_dataset.site(tmp_path_factory.mktemp("dataset")) as client:
        yield client


class Page(HTMLParser):
    """What a browser would find in a page: elements with their attributes, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts.append(data)

    def values(self, tag: str, attribute: str) -> list[str]:
        return [str(given[attribute]) for name, given in self.elements if name == tag and attribute in given]


def path_of(iri_path: str) -> str:
    """Return a path as a client sends it that was given an IRI: letters of other scripts percent-encoded."""
    return "/" + quote(iri_path, safe="/%()[];:,~!$&'*+=@.-_")


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize(("accept", "suffix"), [row[1:] for row in CLIENTS], ids=[row[0] for row in CLIENTS])
def test_things_lead_to_documents(client: FlaskClient, thing: str, accept: str, suffix: str) -> None:
    """The IRI of a thing answers 303 to the document that the client likes best, and the document answers."""
    answer = client.get(path_of(thing), headers={"Accept": accept})
    assert answer.status_code == 303
    location = answer.headers["Location"]
    expected = f"/data/{thing}.{suffix}" if suffix else f"/page/{thing}"
    assert unquote(location) == unquote(expected)
    assert location.isascii()
    assert client.get(location).status_code == 200


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("name", FORMATS)
def test_data_documents(client: FlaskClient, thing: str, name: str) -> None:
    """A data document holds what is said of the thing, its own licence, and says in a header what it describes."""
    row = FORMATS[name]
    answer = client.get(f"/data{path_of(thing)}.{row.suffix}")
    quads = list(formats.read(answer.data, name, base=BASE))
    subject = f"<{BASE}{thing}>"
    own = f"<{BASE}data/{thing}.{row.suffix}>"
    assert answer.mimetype == row.media_type
    assert any(s == subject or s.startswith(f"{subject[:-1]}#") for s, *_ in quads)
    assert (own, "<http://xmlns.com/foaf/0.1/primaryTopic>", subject) in {quad[:3] for quad in quads}
    assert any(s == own and p == "<http://purl.org/dc/terms/license>" for s, p, *_ in quads)
    assert 'rel="describes"' in answer.headers["Link"]
    assert 'rel="license"' in answer.headers["Link"]


def test_article_documents_hold_the_cited_works(client: FlaskClient) -> None:
    """One GET of an article brings its whole graph; the formats with graphs bring its part of the others too."""
    turtle = {quad[:3] for quad in formats.read(client.get(f"/data/{FIRST}.ttl").data, "turtle", base=BASE)}
    nquads = list(formats.read(client.get(f"/data/{FIRST}.nq").data, "nquads"))
    title = (f"<{BASE}{CITED}>", "<http://purl.org/dc/terms/title>", '"Russia and Europe"')
    assert title in turtle
    assert {graph for *_, graph in nquads} >= {f"<{BASE}graph/{FIRST}>", f"<{BASE}graph/provenance>"}


def test_any_host(client: FlaskClient) -> None:
    """The server answers for its paths under any host; redirects stay on it."""
    answer = client.get(f"/{FIRST}", headers={"Host": "data.example:8080"})
    assert answer.headers["Location"].startswith("/page/")


def test_a_suffix_on_the_thing(client: FlaskClient) -> None:
    """A suffix picks the format, whatever the client accepts; a DOI that ends like a suffix is still a DOI."""
    assert client.get(f"/{FIRST}.jsonld").headers["Location"] == f"/data/{FIRST}.jsonld"
    assert client.get(path_of(SECOND)).headers["Location"].endswith("a.ttl")
    assert client.get(f"{path_of(SECOND)}.nt").headers["Location"].endswith("a.ttl.nt")


def test_data_without_suffix(client: FlaskClient) -> None:
    """A data document without a suffix is negotiated; its type is never a page's."""
    assert client.get(f"/data/{FIRST}", headers={"Accept": "application/ld+json"}).mimetype == "application/ld+json"
    assert client.get(f"/data/{FIRST}", headers={"Accept": "text/html"}).mimetype == "text/turtle"
    assert client.get(f"/data{path_of(SECOND)}").mimetype == "text/turtle"


@pytest.mark.parametrize("room", ["", "/page", "/data"])
def test_unknown_things(client: FlaskClient, room: str) -> None:
    """What nothing is said of is a 404 for thing, page and data alike, with what comes near."""
    answer = client.get(f"{room}/work/10.46991/jops/2025.4.10.12", headers={"Accept": "application/problem+json"})
    assert answer.status_code == 404
    named = client.get(f"{room}/10.46991/jops/2025.4.10.125/", headers={"Accept": "application/problem+json"})
    assert named.status_code == 404
    assert f"{room}/{FIRST}" in json.loads(named.text)["near"]


def test_unknown_suffixed_document(client: FlaskClient) -> None:
    """A near match of a data document is a data document of the same format."""
    answer = client.get("/data/10.46991/jops/2025.4.10.125.nt", headers={"Accept": "application/problem+json"})
    assert json.loads(answer.text)["near"] == [f"/data/{FIRST}.nt"]


@pytest.mark.parametrize(("room", "suffix"), [("", ""), ("page/", ""), ("data/", ".ttl")])
def test_case_of_a_doi(client: FlaskClient, room: str, suffix: str) -> None:
    """A DOI in capitals is the same DOI: it is redirected for good."""
    answer = client.get(f"/{room}work/10.46991/JOPS/2025.4.10.125{suffix}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/{room}{FIRST}{suffix}")


def test_thing_as_a_picture(client: FlaskClient) -> None:
    """What cannot be had is a 406 that lists what can."""
    answer = client.get(f"/{FIRST}", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert {"text/html", "text/turtle", "application/ld+json"} <= set(json.loads(answer.text)["offers"])


def test_moved_and_withdrawn(tmp_path: Path) -> None:
    """A changed IRI answers 301, a withdrawn article 410, as thing, page and data alike."""
    moved = {"work/old-name": FIRST}
    withdrawn = {"10.1890/0012-9658(2006)87[2445:x<y>]2.0.co;2#a.ttl": "2026-01-31"}
    with web_dataset.site(tmp_path, site__moved=moved, site__withdrawn=withdrawn) as client:
        assert client.get("/work/old-name").headers["Location"] == f"/{FIRST}"
        assert client.get("/data/work/old-name.ttl").headers["Location"] == f"/data/{FIRST}.ttl"
        for path in (path_of(SECOND), f"/page{path_of(SECOND)}", f"/data{path_of(SECOND)}.nt"):
            answer = client.get(path)
            assert (answer.status_code, "2026-01-31" in answer.text) == (410, True)


@pytest.mark.parametrize("path", ["/..%2f..%2fetc/passwd", "/page/..%2f..%2fMakefile", "/static/..%2f__init__.py"])
def test_no_way_to_other_files(client: FlaskClient, path: str) -> None:
    """A path never leads out of the dataset."""
    assert client.get(path).status_code == 404


def test_page_of_an_article(client: FlaskClient) -> None:
    """A page links its data, names its citation tags in order, and embeds its description."""
    answer = client.get(f"/page/{FIRST}")
    page = Page(answer.text)
    tags = [(given.get("name"), given.get("content")) for name, given in page.elements if name == "meta"]
    assert ("citation_title", "Dynamics of Russian-Turkish Relations") in tags
    assert ("citation_author", "Vardazaryan, Marut") in tags
    assert [value for name, value in tags if name == "citation_reference"] == [
        reference.raw for reference in web_dataset.ARTICLES[0].references
    ]
    embedded = json.loads(page.scripts[0])
    assert embedded["@id"] == f"{BASE}{FIRST}"
    assert {f"/data/{FIRST}.{row.suffix}" for row in FORMATS.values()} <= set(page.values("a", "href"))
    assert f"/page/{CITED}" in page.values("a", "href")
    assert 'rel="describedby"' in answer.headers["Link"]


@pytest.mark.parametrize("path", [f"/page{path_of(SECOND)}", "/", "/page/no%3Cscript%3E", "/sparql?query=%3Cscript%3E"])
def test_hostile_text(client: FlaskClient, path: str) -> None:
    """Markup in a title, a path or a query is text on the page; nothing of it becomes an element."""
    answer = client.get(path, headers={"Accept": "text/html"})
    assert HOSTILE not in answer.text
    assert not re.search(r"<script>|<i class=x>", answer.text)
    page = Page(answer.text)
    assert {given.get("type") for name, given in page.elements if name == "script" and "src" not in given} <= {
        "application/ld+json"
    }


def test_pages_need_no_inline_code(client: FlaskClient) -> None:
    """No page has a style or a handler inside an element, which the policy would forbid."""
    for path in ("/", f"/page/{FIRST}", f"/page/{CITED}", "/sparql", "/nowhere"):
        page = Page(client.get(path, headers={"Accept": "text/html"}).text)
        names = {name for _, given in page.elements for name in given}
        assert "style" not in names
        assert not {name for name in names if name.startswith("on")}


def test_front_page(client: FlaskClient) -> None:
    """The front page leads to the articles and to the endpoint."""
    links = Page(client.get("/").text).values("a", "href")
    assert f"/page/{FIRST}" in links
    assert "/sparql" in links


def test_answers_on_the_query_page(client: FlaskClient) -> None:
    """A browser without scripts gets a query's answer as a table, and a mistake with its place."""
    headers = {"Accept": "text/html"}
    table = client.get(f"/sparql?query={quote('SELECT (1 + 1 AS ?two) {}')}", headers=headers)
    wrong = client.get(f"/sparql?query={quote('SELECT')}", headers=headers)
    assert (table.status_code, wrong.status_code) == (200, 400)
    assert re.search(r"<th[^>]*>two</th>", table.text)
    assert re.search(r"<td[^>]*>2</td>", table.text)
    assert "column" in wrong.text


def test_version_of_the_vocabulary(client: FlaskClient) -> None:
    """The IRI of the vocabulary's version leads to the vocabulary."""
    location = client.get("/vocab/1.0.0", headers={"Accept": "text/turtle"}).headers["Location"]
    assert "wholeNumber" in client.get(location).text
