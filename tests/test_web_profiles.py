"""Negotiation by profile, and IRIs that moved: what a client gets for which wish, on things, documents and pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import site_dataset
from jopsrdf import formats, graph, pipeline
from jopsrdf.formats import FORMATS
from jopsrdf.graph.check import check
from jopsrdf.graph.context import frame
from jopsrdf.graph.profiles import BORROWED
from jopsrdf.terms import RDF, SCHEMA, Quad, iri
from jopsrdf.web.documents.profiles import ALTERNATES, FULL, OFFERS
from site_dataset import SEED, SHARED_DOI

BASE = "https://w3id.org/jopsrdf/"
CITED = f"work/{SHARED_DOI}"
TURTLE, JSONLD, RDFXML, HTML = "text/turtle", "application/ld+json", "application/rdf+xml", "text/html"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SPAR, OCDM, SCHEMA_ORG = (f"<{graph.PROFILES[name].iri}>" for name in ("spar", "ocdm", "schema"))
FRAMED = "<http://www.w3.org/ns/json-ld#framed>"
ALT = "<http://www.w3.org/ns/dx/connegp/altr>"
UNKNOWN = "<urn:example:unknown>"

#: What a client sends to the IRI of the article: the query, `Accept`, `Accept-Profile`; and where it is sent.
WISHES = (
    ("", "", "", "page/{}"),
    ("", BROWSER, "*", "page/{}"),
    ("", TURTLE, "", "data/{}.ttl"),
    ("", TURTLE, OCDM, "data/{}.ttl?_profile=ocdm"),
    ("", RDFXML, SCHEMA_ORG, "data/{}.rdf?_profile=schema"),
    ("", TURTLE, "ocdm", "data/{}.ttl?_profile=ocdm"),
    ("", TURTLE, "<https://schema.org>", "data/{}.ttl?_profile=schema"),
    ("", TURTLE, f"{SPAR};q=0.3, {OCDM}; q=0.8,{SCHEMA_ORG};q=0.5", "data/{}.ttl?_profile=ocdm"),
    ("", TURTLE, f"{SCHEMA_ORG}, {SPAR}", "data/{}.ttl?_profile=schema"),
    ("", TURTLE, f"{UNKNOWN}, {SPAR};q=0.1", "data/{}.ttl?_profile=spar"),
    ("", TURTLE, f"{UNKNOWN}, *;q=0.1", "data/{}.ttl"),
    ("", TURTLE, f"{OCDM};q=0, *", "data/{}.ttl"),
    ("", TURTLE, f"full;q=0, {SPAR};q=0, *", "data/{}.ttl?_profile=ocdm"),
    ("", TURTLE, f"{FRAMED}, {OCDM};q=0.5", "data/{}.ttl?_profile=ocdm"),
    ("", BROWSER, OCDM, "data/{}.rdf?_profile=ocdm"),
    ("", HTML, OCDM, "data/{}.ttl?_profile=ocdm"),
    ("", "*/*", FRAMED, "data/{}.jsonld?_profile=framed"),
    ("", f'{JSONLD};profile="http://www.w3.org/ns/json-ld#framed"', "", "data/{}.jsonld?_profile=framed"),
    ("", f'{TURTLE}, {JSONLD};profile="http://www.w3.org/ns/json-ld#framed";q=0.5', "", "data/{}.ttl"),
    ("", f'{JSONLD};profile="http://www.w3.org/ns/json-ld#compacted"', "", "data/{}.jsonld"),
    ("?_profile=ocdm", "", "", "data/{}.ttl?_profile=ocdm"),
    ("?_profile=ocdm", BROWSER, SCHEMA_ORG, "data/{}.rdf?_profile=ocdm"),
    ("?_profile=full", JSONLD, OCDM, "data/{}.jsonld"),
    ("?_profile=http://schema.org/", TURTLE, "", "data/{}.ttl?_profile=schema"),
    ("?_profile=unknown,spar", TURTLE, "", "data/{}.ttl?_profile=spar"),
    ("?_profile=ocdm&_mediatype=application/ld%2Bjson", TURTLE, "", "data/{}.jsonld?_profile=ocdm"),
    ("?_profile=ocdm&_mediatype=application/ld+json", "", "", "data/{}.jsonld?_profile=ocdm"),
    ("?_mediatype=application/n-triples", BROWSER, "", "data/{}.nt"),
    ("?_mediatype=text/html", TURTLE, "", "page/{}"),
    ("?_profile=alt", BROWSER, "", "data/{}?_profile=alt&_mediatype=text/html"),
    ("?_profile=all", TURTLE, "", "data/{}.ttl?_profile=alt"),
    ("", "application/json", ALT, "data/{}?_profile=alt&_mediatype=application/json"),
)
#: What cannot be had: the path's end, `Accept`, `Accept-Profile`.
REFUSED = (
    ("", TURTLE, UNKNOWN),
    ("", "*/*", "<https://w3id.org/oc/ontology/bibo>"),
    ("", TURTLE, FRAMED),
    ("", "image/png", OCDM),
    ("", TURTLE, f"{OCDM};q=0"),
    ("?_profile=unknown", TURTLE, OCDM),
    ("?_profile=ocdm&_mediatype=image/png", TURTLE, ""),
    (".ttl?_profile=framed", "", ""),
    (".ttl?_mediatype=application/ld%2Bjson", "", ""),
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with site_dataset.site(tmp_path_factory.mktemp("dataset")) as site:
        yield site.app.test_client()


def get(client: FlaskClient, path: str, accept: str = "", profile: str = "") -> TestResponse:
    headers = {"Accept": accept, "Accept-Profile": profile}
    return client.get(path, headers={name: value for name, value in headers.items() if value})


def links(answer: TestResponse) -> list[tuple[str, dict[str, str]]]:
    """Return the links of a header: target and attributes."""
    found = re.findall(r'<([^>]*)>((?:; \w+="[^"]*")*)', answer.headers["Link"])
    return [(target, dict(re.findall(r'(\w+)="([^"]*)"', attributes))) for target, attributes in found]


def quads(answer: TestResponse) -> set[Quad]:
    """Return what an RDF document says."""
    row = formats.by_media_type(answer.mimetype or "")
    assert row
    return set(formats.read(answer.data, row.name, base=BASE))


@pytest.mark.parametrize(("query", "accept", "profile", "expected"), WISHES)
def test_wishes_lead_to_documents(client: FlaskClient, query: str, accept: str, profile: str, expected: str) -> None:
    """The IRI of a thing leads to the document of the profile and type that the client likes best, which answers."""
    answer = get(client, f"/{SEED}{query}", accept, profile)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/{expected.format(SEED)}")
    assert "Accept-Profile" in answer.headers["Vary"]
    document = client.get(answer.headers["Location"])
    assert document.status_code == 200
    assert document.headers.get("Content-Profile") == answer.headers.get("Content-Profile")


@pytest.mark.parametrize(("end", "accept", "profile"), REFUSED)
@pytest.mark.parametrize("room", ["", "data/"])
def test_what_cannot_be_had_is_refused(client: FlaskClient, room: str, end: str, accept: str, profile: str) -> None:
    """A wish that nothing fits is a 406 that lists the profiles with their types, never another profile."""
    answer = get(client, f"/{room}{SEED}{end}", accept, profile)
    assert answer.status_code == 406
    offers = json.loads(answer.text)["offers"]
    assert [offer.split()[:2] for offer in offers] == [[o.name, f"<{o.iri}>:"] for o in OFFERS]
    assert TURTLE in offers[0]


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize("name", graph.PROFILES)
def test_documents_hold_the_profile(client: FlaskClient, name: str, row: formats.Format) -> None:
    """A document holds what its profile keeps of the whole document, says so in its headers, and nothing else."""
    whole = quads(client.get(f"/data/{SEED}.{row.suffix}"))
    answer = client.get(f"/data/{SEED}.{row.suffix}", headers={"Accept-Profile": f"<{graph.PROFILES[name].iri}>"})
    document = iri(f"{BASE}data/{SEED}.{row.suffix}")
    expected = set(graph.profiled((quad for quad in whole if quad[0] != document), name))
    assert answer.mimetype == row.media_type
    assert quads(answer) == expected
    assert expected
    assert answer.headers["Content-Profile"] == f"<{graph.PROFILES[name].iri}>"
    assert (graph.PROFILES[name].iri, {"rel": "profile"}) in links(answer)


def test_strict_documents_are_strict(client: FlaskClient) -> None:
    """What goes out as OCDM passes its shapes, and what goes out as SPAR has of schema.org only what SPAR lacks."""
    strict = quads(client.get(f"/data/{SEED}.nq?_profile=ocdm"))
    assert not [str(note) for note in check(sorted(strict), source="ocdm", shapes="ocdm-shapes.ttl")]
    spar = quads(client.get(f"/data/{SEED}.nq?_profile=spar"))
    assert {p for _, p, _, _ in spar if p in SCHEMA} == BORROWED
    assert not [o for _, p, o, _ in spar if p == RDF["type"] and o in SCHEMA]


@pytest.mark.parametrize("name", ["spar", "ocdm", "schema"])
def test_things_that_are_no_articles(client: FlaskClient, name: str) -> None:
    """A cited work has profiles too; it is not framed."""
    assert quads(client.get(f"/data/{CITED}.nt?_profile={name}"))
    assert client.get(f"/data/{CITED}?_profile=framed").status_code == 406


def test_a_profile_that_keeps_nothing_is_not_offered(client: FlaskClient) -> None:
    """Our vocabulary says nothing in schema.org's words, so that profile of it is neither listed nor answered."""
    listed = json.loads(client.get("/data/vocab?_profile=alt&_mediatype=application/json").text)
    assert [row["token"] for row in listed["profiles"]] == ["full", "spar"]
    assert client.get("/data/vocab?_profile=schema").status_code == 406


def test_a_framed_article(client: FlaskClient) -> None:
    """The framed document is one tree with every line of the reference list in it, and says nothing of its own."""
    answer = get(client, f"/data/{SEED}", profile=FRAMED)
    framed = json.loads(answer.data)
    (article,) = pipeline.convert(site_dataset.SEED_FILE.read_bytes(), "seed.txt", pipeline.settings_for([], None, {}))
    assert framed["@context"]["@base"] + framed["@id"] == BASE + SEED
    items = [part for part in framed["part"] if "item" in part]
    assert len(items[0]["item"]) == len(article.references)
    assert set(frame(BASE + SEED)) <= set(framed)
    said = {quad[:3] for quad in formats.read(answer.data, "jsonld")}
    assert said <= {quad[:3] for quad in quads(client.get(f"/data/{SEED}.nt"))}
    assert answer.headers["Content-Type"] == 'application/ld+json;profile="http://www.w3.org/ns/json-ld#framed"'


def test_variants_are_told_apart(client: FlaskClient) -> None:
    """Each profile has an entity tag and a place in the cache of its own: an answer is never another profile's."""
    path = f"/data/{SEED}.nt"
    wishes = ("", SPAR, OCDM, SCHEMA_ORG, "")
    answers = [get(client, path, profile=wish) for wish in (*wishes, *wishes)]
    assert [answer.data for answer in answers[:5]] == [answer.data for answer in answers[5:]]
    assert len({answer.data for answer in answers}) == len({answer.headers["ETag"] for answer in answers}) == 4
    tag = answers[2].headers["ETag"]
    for wish, status in ((OCDM, 304), (SPAR, 200), ("", 200)):
        assert client.get(path, headers={"Accept-Profile": wish, "If-None-Match": tag}).status_code == status


def test_the_list_in_links(client: FlaskClient) -> None:
    """Each link of the list leads to the document that it promises, from whichever address the list was asked at."""
    for path in (f"/data/{SEED}?_profile=alt", f"/data/{SEED}.ttl?_profile=alt", f"/data/{SEED}.rdf?_profile=all"):
        answer = client.head(path)
        listed = [(target, named) for target, named in links(answer) if "profile" in named]
        assert [named["rel"] for _, named in listed].count("canonical") == 1
        assert {named["profile"] for _, named in listed} == {offer.iri for offer in OFFERS if offer is not ALTERNATES}
        assert len(answer.headers["Link"]) < 4096  # what nginx takes from a server behind it, if nobody tells it more
        for target, named in listed:
            document = client.head(urljoin(path, target))
            assert (document.status_code, document.mimetype) == (200, named["type"])
            assert document.headers["Content-Profile"] == f"<{named['profile']}>"


def test_the_list_names_the_tokens(client: FlaskClient) -> None:
    """Which token stands for which IRI is said in the links, in JSON, and in RDF alike."""
    path = f"/data/{SEED}?_profile=alt"
    in_links = {(n["token"], n["anchor"]) for _, n in links(client.head(path)) if "token" in n}
    document = json.loads(get(client, path, "application/json").text)
    in_json = {(row["token"], row["uri"]) for row in document["profiles"]}
    named = "<http://www.w3.org/ns/dx/prof/hasToken>"
    in_rdf = {(o.split('"')[1], s[1:-1]) for s, p, o, _ in quads(get(client, path, TURTLE)) if p == named}
    assert in_links == in_json == in_rdf == {(o.name, o.iri) for o in OFFERS if o is not ALTERNATES}
    assert document["resource"] == BASE + SEED


def test_the_list_as_rdf(client: FlaskClient) -> None:
    """The list is in the words of the rules: one default representation, each with its profile and its type."""
    listed = quads(client.get(f"/data/{SEED}.nt?_profile=alt"))
    altr = "<http://www.w3.org/ns/dx/connegp/altr#"
    default = [o for s, p, o, _ in listed if p == f"{altr}hasDefaultRepresentation>"]
    others = {o for s, p, o, _ in listed if p == f"{altr}hasRepresentation>"}
    assert default == [f"<{BASE}data/{SEED}.ttl>"]
    assert (default[0], "<http://purl.org/dc/terms/conformsTo>", f"<{FULL.iri}>", "") in listed
    assert f"<{BASE}data/{SEED}.rdf?_profile=ocdm>" in others
    assert {s for s, p, *_ in listed if p == "<http://purl.org/dc/terms/format>"} == {*default, *others}


class Hrefs(HTMLParser):
    """The addresses on a page, with the type that each promises."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("type"):
            self.found.append((str(given["href"]), str(given["type"])))


def test_the_list_as_a_page(client: FlaskClient) -> None:
    """A person finds each document as a link."""
    page = get(client, f"/data/{SEED}?_profile=alt", BROWSER)
    found = Hrefs(page.text).found
    assert page.mimetype == HTML
    assert len(found) == 4 * len(FORMATS) + 1
    for href, media_type in found:
        assert client.head(href).mimetype == media_type


def test_every_document_leads_to_the_list(client: FlaskClient) -> None:
    """Who has a document finds the others: the list is linked, with its profile."""
    (target,) = [t for t, n in links(client.head(f"/data/{SEED}.ttl")) if n.get("profile") == ALTERNATES.iri]
    assert client.get(urljoin(f"/data/{SEED}.ttl", target)).headers["Content-Profile"] == ALT


def test_every_profile_is_documented() -> None:
    """The page on the vocabulary has a row with the token and the IRI of each profile."""
    page = (site_dataset.ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert [offer.name for offer in OFFERS if f"| `{offer.name}` | `{offer.iri}` |" not in page] == []


def test_scripts_of_other_sites_may_ask(client: FlaskClient) -> None:
    """A browser lets a script of another site read which profile it got."""
    assert "Content-Profile" in client.get(f"/data/{SEED}.ttl").headers["Access-Control-Expose-Headers"]


MOVED = {
    "work/old-name": SEED,
    "work/older-name": "work/old-name",
    f"{BASE}work/with%5Bbrackets%5D.ttl": f"{BASE}{SEED}",
    "journal/old-title": "journal/new-title",
    "work/circle": "work/circle",
}
#: Old paths as they are asked for, and where they lead ("" is a 404).
MOVES = (
    ("work/old-name", SEED),
    ("work/older-name", SEED),
    ("work/OLD-name", SEED),
    ("page/work/old-name", f"page/{SEED}"),
    ("data/work/old-name", f"data/{SEED}"),
    ("work/old-name.jsonld", f"{SEED}.jsonld"),
    ("work/old-name?_profile=ocdm", f"{SEED}?_profile=ocdm"),
    ("data/work/old-name.nt?_profile=ocdm&_mediatype=x", f"data/{SEED}.nt?_profile=ocdm&_mediatype=x"),
    ("work/with[brackets].ttl", SEED),
    ("data/work/with[brackets].ttl", f"data/{SEED}"),
    ("data/work/with[brackets].ttl.rdf", f"data/{SEED}.rdf"),
    ("graph/work/old-name", f"graph/{SEED}"),
    ("data/graph/work/old-name.trig", f"data/graph/{SEED}.trig"),
    ("journal/old-title/volume/4", "journal/new-title/volume/4"),
    ("page/journal/old-title/volume/4/issue/1", "page/journal/new-title/volume/4/issue/1"),
    ("linkset/work/old-name.json", f"linkset/{SEED}.json"),
    ("linkset/work/with[brackets].ttl.json", f"linkset/{SEED}.json"),
    ("embed/work/older-name.jsonld?x=1", f"embed/{SEED}.jsonld?x=1"),
    ("cite/work/old-name.csl.json", f"cite/{SEED}.csl.json"),
    ("pictures/work/old-name", f"pictures/{SEED}"),
    ("network/citations/work/old-name", f"network/citations/{SEED}"),
    ("network-data/citations/work/old-name.json", f"network-data/citations/{SEED}.json"),
    ("linkset/work/old-name", ""),
    ("embed/work/old-name.ttl", ""),
    ("journal/old-titles", ""),
    ("work/circle", ""),
)


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with site_dataset.site(tmp_path_factory.mktemp("moved"), site__moved=MOVED) as site:
        yield site.app.test_client()


@pytest.mark.parametrize(("path", "target"), MOVES)
@pytest.mark.parametrize("suffixes", [[FORMATS["turtle"]], list(FORMATS.values())], ids=["turtle", "any"])
def test_moved_iris(moved: FlaskClient, path: str, target: str, suffixes: list[formats.Format]) -> None:
    """An IRI that changed answers 301 on every face, to any client, with the question that was asked."""
    answer = moved.get(f"/{path}", headers={"Accept": ", ".join(row.media_type for row in suffixes)})
    expected = (301, f"/{target}") if target else (404, None)
    assert (answer.status_code, answer.headers.get("Location")) == expected


def test_fragments_survive(moved: FlaskClient) -> None:
    """The target has no fragment of its own, so that clients carry theirs over (RFC 9110, section 10.2.2)."""
    location = moved.get("/work/old-name").headers["Location"]
    assert urljoin("/work/old-name#reference-1", location) + "#reference-1" == f"/{SEED}#reference-1"
    assert "#" not in location


def test_what_the_dataset_describes_has_not_moved(tmp_path: Path) -> None:
    """A row of the registry hides nothing: an IRI that is still described answers for itself."""
    with site_dataset.site(tmp_path, site__moved={SEED: "work/elsewhere"}) as site:
        assert site.app.test_client().get(f"/{SEED}").status_code == 303
