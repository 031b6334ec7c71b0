"""The other doors for machines: VoID, dumps, Signposting, sitemap, feed, embedding; and hostile text in all."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import extruct
import feedparser
import pytest
import signposting
from flask.testing import FlaskClient

import site_dataset
import site_server
from jopsrdf import formats, pipeline
from jopsrdf.config import Settings
from jopsrdf.formats import FORMATS
from jopsrdf.terms import DCAT, DCTERMS, RDF, VOID, iri, literal, parts
from jopsrdf.web.channels import sitemap

BASE = "https://w3id.org/jopsrdf/"
SEED = site_dataset.SEED
WITHDRAWN = f"work/{site_dataset.WITHDRAWN_DOI}"
#: Every channel that lists articles, and every document of one.
LISTS = ("/", "/articles", "/feed.atom", "/sitemap.xml", "/search?q=withdrawn", "/works", "/network/coupling")
DOCUMENTS = (
    "/page/{}",
    "/{}",
    "/data/{}.ttl",
    "/data/{}.jsonld",
    "/linkset/{}.json",
    "/embed/{}.jsonld",
    "/cite/{}.bib",
    "/pictures/{}",
    "/network/citations/{}",
    "/network-data/citations/{}.json",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with site_dataset.site(
        tmp_path_factory.mktemp("dataset"), site__withdrawn={site_dataset.WITHDRAWN_DOI: "2025-12-24"}
    ) as site:
        yield site.app.test_client()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with site_server.address(tmp_path_factory.mktemp("dataset")) as address:
        yield address


@dataclass(frozen=True)
class Gone:
    """A site without the article, and the date since when."""

    client: FlaskClient
    date: str


@pytest.fixture(scope="module", params=["withdrawn", "departed"])
def gone(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gone]:
    """An article that the settings withdraw, or that has left the dataset by itself."""
    location = tmp_path_factory.mktemp("dataset")
    if request.param == "withdrawn":
        with site_dataset.site(location, site__withdrawn={site_dataset.WITHDRAWN_DOI: "2025-12-24"}) as site:
            yield Gone(site.app.test_client(), "2025-12-24")
    else:
        with site_dataset.departed(location) as site:
            yield Gone(site.app.test_client(), site.dataset.generation.departed[WITHDRAWN].date)


@pytest.mark.parametrize("path", LISTS)
def test_articles_that_are_gone_are_in_no_list(gone: Gone, path: str) -> None:
    """No list leads to an article that is gone."""
    answer = gone.client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert site_dataset.WITHDRAWN_DOI not in answer.text


@pytest.mark.parametrize("pattern", DOCUMENTS)
def test_articles_that_are_gone_answer_410(gone: Gone, pattern: str) -> None:
    """Every document of an article that is gone answers 410 and says since when."""
    answer = gone.client.get(pattern.format(WITHDRAWN))
    assert answer.status_code == 410
    assert gone.date in answer.text


def test_a_build_leaves_withdrawn_articles_out(tmp_path: Path) -> None:
    """A withdrawal makes a new generation, which holds nothing of the article: no record and no triple."""
    withdrawal = Settings({"site.withdrawn": {"10.46991/JOPS/2025.4.10.125": "2025-12-24"}})
    before = pipeline.build([site_dataset.SEED_FILE], tmp_path, Settings())
    after = pipeline.build([site_dataset.SEED_FILE], tmp_path, withdrawal)
    assert (before.articles, after.articles) == (1, 0)
    assert before.generation != after.generation
    assert after.triples == 0


@pytest.mark.parametrize("row", FORMATS.values(), ids=lambda row: row.name)
def test_void_in_every_format(client: FlaskClient, row: formats.Format) -> None:
    """The description of the dataset is had in every RDF format, and is the same graph in each."""
    answer = client.get("/.well-known/void", headers={"Accept": row.media_type})
    assert answer.content_type.startswith(row.media_type)
    found = {quad[:3] for quad in formats.read(answer.data, row.name)}
    turtle = client.get("/.well-known/void").data
    assert found == {quad[:3] for quad in formats.read(turtle, "turtle")}


def test_void_counts_what_the_endpoint_counts(client: FlaskClient) -> None:
    """The numbers in VoID are what SPARQL answers."""
    quads = list(formats.read(client.get("/.well-known/void").data, "turtle"))
    (stated,) = [parts(o)[0] for s, p, o, _ in quads if p == VOID["triples"] and s.endswith("#dataset>")]
    query = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    counted = client.get("/sparql", query_string={"query": query}, headers={"Accept": "text/csv"}).text.split()[1]
    assert stated == counted
    partitions = {s: parts(o)[0] for s, p, o, _ in quads if p == VOID["entities"]}
    classes = {o: partitions[s] for s, p, o, _ in quads if p == VOID["class"]}
    query = "SELECT (COUNT(*) AS ?n) { ?s a <http://purl.org/spar/fabio/JournalArticle> }"
    counted = client.get("/sparql", query_string={"query": query}, headers={"Accept": "text/csv"}).text.split()[1]
    assert classes[iri("http://purl.org/spar/fabio/JournalArticle")] == counted


def test_dumps(client: FlaskClient) -> None:
    """Both dumps have the size and checksum that DCAT states, and hold the same triples."""
    quads = list(formats.read(client.get("/.well-known/void").data, "turtle"))
    sums = {parts(o)[0] for _, p, o, _ in quads if p == "<http://spdx.org/rdf/terms#checksumValue>"}
    sizes = {parts(o)[0] for _, p, o, _ in quads if p == DCAT["byteSize"]}
    triples = []
    for address in [o[1:-1] for _, p, o, _ in quads if p == VOID["dataDump"]]:
        with client.get(address) as answer:
            data = answer.data
        assert client.head(address).headers["Content-Length"] == str(len(data))
        assert hashlib.sha256(data).hexdigest() in sums
        assert str(len(data)) in sizes
        name = "turtle" if address.endswith(".ttl.gz") else "nquads"
        triples.append({quad[:3] for quad in formats.read(gzip.decompress(data), name)})
    assert len(triples) == 2
    assert triples[0] == triples[1]
    assert client.get("/dumps/other.nq.gz").status_code == 404


def test_dumps_of_a_dataset_beside_the_shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dataset that was named by a relative path has its dumps too, and parts of them by `Range`."""
    monkeypatch.chdir(tmp_path)
    with site_dataset.site(Path("dataset"), [site_dataset.HURTING]) as site:
        client = site.app.test_client()
        addresses = re.findall(r'href="(/dumps/[^"]+)"', client.get("/dataset").text)
        assert len(addresses) == 2
        for address in addresses:
            with client.get(address, headers={"Range": "bytes=0-1"}) as answer:
                assert answer.status_code == 206
                assert answer.data == b"\x1f\x8b"


def test_signposting_client(address: str) -> None:
    """A Signposting client finds identity, types, licence, author, metadata and the linkset of a page."""
    found = signposting.find_signposting_http(f"{address}page/{site_dataset.HURT}")
    assert found.citeAs is not None
    assert found.citeAs.target == f"{BASE}{site_dataset.HURT}"
    assert {str(link.target) for link in found.types} == {
        "https://schema.org/ScholarlyArticle",
        "https://schema.org/AboutPage",
    }
    assert found.license is not None
    assert found.license.target == "https://creativecommons.org/licenses/by/4.0/"
    assert {str(link.target) for link in found.authors} == {"https://orcid.org/0000-0002-1825-0097"}
    assert {link.type for link in found.describedBy} == {row.media_type for row in FORMATS.values()}
    assert {link.type for link in found.linksets} == {"application/linkset+json"}


def test_linkset_says_what_the_headers_say(address: str) -> None:
    """The linkset of an article repeats its headers, and leads from each metadata document back to the page."""
    page = f"{address}page/{SEED}"
    headers = signposting.find_signposting_http(page)
    (linkset,) = headers.linksets
    full = signposting.find_signposting_linkset(str(linkset.target))
    at_page = full.for_context(page)
    assert {str(link.target) for link in at_page.describedBy} == {str(link.target) for link in headers.describedBy}
    assert at_page.citeAs is not None
    assert headers.citeAs is not None
    assert at_page.citeAs.target == headers.citeAs.target


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
def test_documents_say_what_the_linkset_says(address: str, row: formats.Format) -> None:
    """The headers of a metadata document and its part of the linkset lead back to the page, and name the licence."""
    place = f"{address}data/{SEED}.{row.suffix}"
    headers = signposting.find_signposting_http(place)
    (linkset,) = headers.linksets
    listed = signposting.find_signposting_linkset(str(linkset.target)).for_context(place)
    for found in (headers, listed):
        assert {str(link.target) for link in found.describes} == {f"{address}page/{SEED}"}
        assert {str(link.target) for link in found.types} == {"https://schema.org/Dataset"}
        assert found.license is not None
        assert found.license.target == "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.mark.parametrize("thing", [SEED, f"work/{site_dataset.SHARED_DOI}", "vocab", "graph/links"])
def test_documents_name_their_subject(client: FlaskClient, thing: str) -> None:
    """Every data document links its page for people and the IRI of the thing that it is about; one is not the other."""
    header = client.get(f"/data/{thing}.ttl").headers["Link"]
    assert f'</page/{thing}>; rel="describes"; type="text/html"' in header
    assert f'<{BASE}{thing}>; rel="about"' in header
    assert ("linkset" in header) == (thing == SEED)


def test_cite_as_by_configuration(tmp_path: Path) -> None:
    """On the publisher's own site the one address to cite is the DOI."""
    with site_dataset.site(tmp_path, site__cite_as="doi") as site:
        header = site.app.test_client().get(f"/page/{SEED}").headers["Link"]
    assert '<https://doi.org/10.46991/jops/2025.4.10.125>; rel="cite-as"' in header


def test_feed(client: FlaskClient) -> None:
    """A feed reader finds the articles with authors, dates and addresses that answer."""
    feed = feedparser.parse(client.get("/feed.atom").data)
    assert not feed.bozo
    seed = next(entry for entry in feed.entries if entry.id == f"{BASE}{SEED}")
    assert seed.authors[0].name == "Gevorg Harutyunyan"
    assert seed.published.startswith("2025-07-09")
    assert client.get(seed.link).status_code == 200


def test_sitemap(client: FlaskClient) -> None:
    """Every address of the sitemap answers, and has a day."""
    root = ET.fromstring(client.get("/sitemap.xml").data)  # noqa: S314 - our own
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [node.text or "" for node in root.iter(f"{space}loc")]
    assert len(places) == len(root.findall(f"{space}url/{space}lastmod"))
    assert {client.get(place, headers={"Accept": "text/html"}).status_code for place in places} == {200}
    assert f"http://localhost/page/{SEED}" in places
    assert "Sitemap: http://localhost/sitemap.xml" in client.get("/robots.txt").text


def test_large_sitemaps_are_split(monkeypatch: pytest.MonkeyPatch, client: FlaskClient) -> None:
    """Where one file is not enough there is an index, and its parts hold everything once."""
    whole = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml").text)
    monkeypatch.setattr(sitemap, "SIZE", 4)
    parts_of = re.findall("<loc>(.*?)</loc>", client.get("/sitemap.xml?split").text)
    assert len(parts_of) > 1
    found = [place for part in parts_of for place in re.findall("<loc>(.*?)</loc>", client.get(part).text)]
    assert found == whole


def test_search_engines_read_the_page(address: str, client: FlaskClient) -> None:
    """What a crawler extracts from a page is the article with its citations and the licence of the metadata."""
    page = client.get(f"/page/{SEED}").text
    (found,) = extruct.extract(page, base_url=address, syntaxes=["json-ld"])["json-ld"]
    assert found["@type"] == "ScholarlyArticle"
    assert len(found["author"]) == 3
    assert len(found["citation"]) == 63
    assert found["sdLicense"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    assert found == client.get(f"/embed/{SEED}.jsonld").json


def test_hostile_text_in_documents(client: FlaskClient) -> None:
    """Text that would break out of its document is text in every channel; XML is well-formed, JSON is JSON."""
    for path in (
        "/feed.atom",
        "/sitemap.xml",
        "/oai?verb=ListRecords&metadataPrefix=oai_dc",
        f"/data/{site_dataset.HURT}.rdf",
    ):
        assert ET.fromstring(client.get(path).data) is not None  # noqa: S314 - our own
    embedded = client.get(f"/embed/{site_dataset.HURT}.jsonld").text
    assert "<" not in embedded
    assert json.loads(embedded)["name"].startswith("</script>")
    for path in (f"/page/{site_dataset.HURT}", "/", "/people", "/organisations", "/keywords", "/articles", "/works"):
        text = client.get(path).text
        assert "<img" not in text
        assert "alert(1)</script>" not in text
        assert 'href="javascript' not in text.lower()


@pytest.mark.parametrize(("suffix", "begins"), [("bib", "@article{"), ("ris", "TY  - JOUR"), ("csl.json", "[")])
def test_citations_to_take_away(client: FlaskClient, suffix: str, begins: str) -> None:
    """An article is had in the formats of reference managers."""
    answer = client.get(f"/cite/{SEED}.{suffix}")
    assert answer.status_code == 200
    assert answer.text.startswith(begins)
    assert "10.46991/jops/2025.4.10.125" in answer.text


def test_void_is_typed(client: FlaskClient) -> None:
    """The dataset is a VoID and a DCAT dataset with its licence, title and two services."""
    quads = list(formats.read(client.get("/.well-known/void").data, "turtle"))
    types = {o for s, p, o, _ in quads if s.endswith("#dataset>") and p == RDF["type"]}
    assert types == {VOID["Dataset"], DCAT["Dataset"]}
    assert sum(p == DCAT["servesDataset"] for _, p, _, _ in quads) == 2
    assert any(p == VOID["uriSpace"] and o == literal(BASE) for _, p, o, _ in quads)


def test_dcat_has_what_catalogues_demand(tmp_path: Path) -> None:
    """DCAT-AP wants a title and a description of each dataset, a contact that is a thing, and an address to reach."""
    with site_dataset.site(tmp_path, [site_dataset.WITHDRAWN], site__contact="mailto:editor@example.org") as site:
        quads = list(formats.read(site.app.test_client().get("/.well-known/void").data, "turtle"))
    said = {(s.rpartition("#")[2], p, o) for s, p, o, _ in quads}
    values = {(s, p): o for s, p, o in said}
    assert "of 1 article and" in values["dataset>", DCTERMS["description"]]
    assert values["dataset>", DCAT["contactPoint"]].endswith("#contact>")
    assert values["contact>", "<http://www.w3.org/2006/vcard/ns#hasEmail>"] == "<mailto:editor@example.org>"
    for kind, needed in (("Distribution", "accessURL"), ("DataService", "endpointURL")):
        nodes = {s for s, p, o in said if p == RDF["type"] and o == DCAT[kind]}
        assert len(nodes) == 2
        assert nodes <= {s for s, p, _ in said if p == DCAT[needed]}
        assert nodes <= {s for s, p, _ in said if p == DCTERMS["title"]}


@pytest.mark.slow
def test_every_iri_dereferences(client: FlaskClient) -> None:
    """Each IRI of ours in the data leads by 303 to a document that mentions it, and to a page; so do fragments."""
    described = client.get("/sparql", query_string={"query": _MENTIONED}, headers={"Accept": "text/csv"}).text.split()[
        1:
    ]
    documents: dict[str, set[str]] = {}
    for address in described:
        path = address.removeprefix(BASE).partition("#")[0]
        if path.removeprefix("graph/") != WITHDRAWN:
            documents.setdefault(path, set()).add(f"<{address}>")
    assert len(documents) > 250
    for path, mentioned in documents.items():
        answer = client.get(f"/{path}", headers={"Accept": "application/n-triples"})
        assert answer.status_code == 303, path
        text = client.get(answer.headers["Location"]).text
        assert [address for address in mentioned if address not in text] == []
        assert client.get(f"/{path}", headers={"Accept": "text/html"}).headers["Location"].startswith("/page/")


#: Every IRI below the base, wherever in a statement of the union it stands.
_MENTIONED = f"""SELECT DISTINCT ?x WHERE {{ {{ ?x ?p ?o }} UNION {{ ?s ?p ?x }}
FILTER(ISIRI(?x) && STRSTARTS(STR(?x), "{BASE}") && !STRSTARTS(STR(?x), "{BASE}vocab#")) }}"""
