"""OAI-PMH as the protocol has it: verbs, errors, pages, deletions, and a harvester that people use."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
import rdflib
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from oaipmh_scythe import Scythe

import site_dataset
import site_server
from jopsrdf import formats
from jopsrdf.config import Settings
from jopsrdf.web.channels import oai, views
from jopsrdf.web.channels.xml import Xml, tag

NAMES = {"o": oai.OAI, "dc": "http://purl.org/dc/elements/1.1/", "dct": "http://purl.org/dc/terms/"}
SEED = f"https://w3id.org/jopsrdf/{site_dataset.SEED}"
REPOSITORY = oai.Repository("Articles", "http://e.org/oai", "a@e.org", "")
MODIFIED = datetime(2025, 7, 9, 12, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Item:
    """An article that only counts."""

    identifier: str
    is_deleted: bool = False

    def metadata(self, prefix: str) -> Xml:
        return tag("about", prefix)


@dataclass(frozen=True)
class Numbers:
    """A catalogue of that many articles."""

    size: int
    modified: datetime = MODIFIED

    def count(self) -> int:
        return self.size

    def items(self, offset: int, limit: int) -> Sequence[Item]:
        return [Item(f"n:{number}") for number in range(offset, min(offset + limit, self.size))]

    def item(self, identifier: str) -> Item | None:
        return next((item for item in self.items(0, self.size) if item.identifier == identifier), None)


def ask(size: int, *arguments: tuple[str, str]) -> ET.Element:
    """Return the root of the answer of a catalogue of that size."""
    return ET.fromstring(oai.answer(arguments, REPOSITORY, Numbers(size), now=MODIFIED))  # noqa: S314 - our own


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with site_dataset.site(
        tmp_path_factory.mktemp("dataset"), site__withdrawn={site_dataset.WITHDRAWN_DOI: "2025-12-24"}
    ) as site:
        yield site.app.test_client()


def fetched(client: FlaskClient, query: str) -> ET.Element:
    answer = client.get(f"/oai?{query}")
    assert answer.status_code == 200
    assert answer.content_type == "text/xml; charset=utf-8"
    return ET.fromstring(answer.data)  # noqa: S314 - our own


ERRORS = (
    ("no verb", (), "badVerb"),
    ("unknown verb", (("verb", "Nonsense"),), "badVerb"),
    ("verb twice", (("verb", "Identify"), ("verb", "Identify")), "badVerb"),
    ("unknown argument", (("verb", "Identify"), ("x", "1")), "badArgument"),
    ("argument twice", (("verb", "GetRecord"), ("identifier", "n:1"), ("identifier", "n:1")), "badArgument"),
    ("argument missing", (("verb", "GetRecord"), ("identifier", "n:1")), "badArgument"),
    ("no prefix", (("verb", "ListRecords"),), "badArgument"),
    ("no date", (("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "yesterday")), "badArgument"),
    ("no such day", (("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2025-02-30")), "badArgument"),
    (
        "two granularities",
        (
            ("verb", "ListRecords"),
            ("metadataPrefix", "oai_dc"),
            ("from", "2025-01-01"),
            ("until", "2025-01-02T00:00:00Z"),
        ),
        "badArgument",
    ),
    (
        "from after until",
        (("verb", "ListRecords"), ("metadataPrefix", "oai_dc"), ("from", "2025-02-01"), ("until", "2025-01-01")),
        "badArgument",
    ),
    ("unknown format", (("verb", "ListRecords"), ("metadataPrefix", "marc")), "cannotDisseminateFormat"),
    ("unknown record", (("verb", "GetRecord"), ("identifier", "n:9"), ("metadataPrefix", "rdf")), "idDoesNotExist"),
    ("formats of nothing", (("verb", "ListMetadataFormats"), ("identifier", "n:9")), "idDoesNotExist"),
    ("sets", (("verb", "ListSets"),), "noSetHierarchy"),
    ("a set", (("verb", "ListRecords"), ("metadataPrefix", "rdf"), ("set", "a")), "noSetHierarchy"),
    ("too early", (("verb", "ListRecords"), ("metadataPrefix", "rdf"), ("until", "2025-07-08")), "noRecordsMatch"),
    ("too late", (("verb", "ListRecords"), ("metadataPrefix", "rdf"), ("from", "2025-07-10")), "noRecordsMatch"),
    ("invented token", (("verb", "ListRecords"), ("resumptionToken", "abc")), "badResumptionToken"),
    (
        "token with more",
        (("verb", "ListRecords"), ("resumptionToken", "abc"), ("metadataPrefix", "rdf")),
        "badArgument",
    ),
)


@pytest.mark.parametrize(("arguments", "code"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_errors(arguments: tuple[tuple[str, str], ...], code: str) -> None:
    """Each mistake has its code; after badVerb and badArgument the request is not echoed."""
    root = ask(5, *arguments)
    error = root.find("o:error", NAMES)
    assert error is not None
    assert error.get("code") == code
    request = root.find("o:request", NAMES)
    assert request is not None
    assert bool(request.attrib) == (code not in ("badVerb", "badArgument"))


@pytest.mark.parametrize("size", [1, oai.PAGE, oai.PAGE + 1, 3 * oai.PAGE])
def test_pages_bring_everything_once(size: int) -> None:
    """Following the tokens to the empty one brings every record exactly once, whatever the number."""
    arguments, found = (("verb", "ListIdentifiers"), ("metadataPrefix", "oai_dc")), []
    while True:
        root = ask(size, *arguments)
        found += [node.text for node in root.iterfind(".//o:identifier", NAMES)]
        token = root.find(".//o:resumptionToken", NAMES)
        if token is None or not token.text:
            break
        assert token.get("completeListSize") == str(size)
        arguments = (("verb", "ListIdentifiers"), ("resumptionToken", token.text))
    assert found == [f"n:{number}" for number in range(size)]
    assert (token is None) == (size <= oai.PAGE), "a list of several pages ends with an empty token"


def test_a_token_keeps_the_range() -> None:
    """A token remembers format and dates, so it needs no server memory: another process understands it."""
    listing = oai.Listing("rdf", "2025-01-01", "2025-12-31")
    root = ask(200, ("verb", "ListRecords"), ("resumptionToken", listing.token(150)))
    assert len(root.findall(".//o:record", NAMES)) == 50
    assert {node.text for node in root.iter("about")} | {node.text for node in root.iter(f"{{{oai.OAI}}}about")} == {
        "rdf"
    }


@given(st.text(), st.text())
def test_any_argument_gives_a_document(name: str, value: str) -> None:
    """Whatever is sent, control characters included, the answer is well-formed XML."""
    arguments = (("verb", "GetRecord"), ("metadataPrefix", "rdf"), ("identifier", value), (name, value))
    assert ask(1, *arguments).tag == f"{{{oai.OAI}}}OAI-PMH"


def test_identify(client: FlaskClient) -> None:
    """The repository says what it keeps: deletions for good, time to the second."""
    root = fetched(client, "verb=Identify")
    said = {node.tag.partition("}")[2]: node.text for node in root.iterfind("o:Identify/*", NAMES)}
    assert said["deletedRecord"] == "persistent"
    assert said["granularity"] == "YYYY-MM-DDThh:mm:ssZ"
    assert said["protocolVersion"] == "2.0"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said["earliestDatestamp"] or "")


CONTACTS = (
    ("", oai.NOBODY),
    ("mailto:editor@example.org", "editor@example.org"),
    ("https://example.org/contact", oai.NOBODY),
)


@pytest.mark.parametrize(("contact", "address"), CONTACTS)
def test_whom_to_write_to(contact: str, address: str) -> None:
    """`Identify` names the address that the owner states, and never makes one up: what stands for none has no host."""
    assert views.email(Settings({"site.contact": contact})) == address


def test_answers_are_compressed(client: FlaskClient) -> None:
    """A harvester that takes gzip gets it, as `Identify` says, and the same bytes."""
    query = {"verb": "GetRecord", "metadataPrefix": "rdf", "identifier": SEED}
    packed = client.get("/oai", query_string=query, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    stamp = re.compile(rb"<responseDate>.*?</responseDate>")
    plain = client.get("/oai", query_string=query)
    assert stamp.sub(b"", gzip.decompress(packed.data)) == stamp.sub(b"", plain.data)
    assert fetched(client, "verb=Identify").findtext("o:Identify/o:compression", "", NAMES) == "gzip"


def test_dublin_core(client: FlaskClient) -> None:
    """The Dublin Core of the seed has its creators in order, and each DOI that it cites as a relation."""
    root = fetched(client, f"verb=GetRecord&metadataPrefix=oai_dc&identifier={SEED}")
    creators = [node.text for node in root.iterfind(".//dc:creator", NAMES)]
    relations = [node.text or "" for node in root.iterfind(".//dc:relation", NAMES)]
    assert creators == ["Harutyunyan, Gevorg", "Vardazaryan, Marut", "Jilavyan, Svetlana"]
    assert len(relations) == 52
    assert all(relation.startswith("https://doi.org/10.") for relation in relations)


def test_rdf(client: FlaskClient) -> None:
    """The RDF of a record names its schema, and is for every parser what the article's data document says."""
    root = fetched(client, f"verb=GetRecord&metadataPrefix=rdf&identifier={SEED}")
    element = root.find(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF")
    assert element is not None
    assert oai.FORMATS["rdf"].location in element.attrib.values()
    found = ET.tostring(element)
    graph = rdflib.Graph().parse(data=found, format="xml")
    assert (rdflib.URIRef(SEED), rdflib.RDF.type, rdflib.URIRef("http://purl.org/spar/fabio/JournalArticle")) in graph
    said = {quad[:3] for quad in formats.read(found, "rdfxml")}
    assert len(graph) == len(said)
    assert said <= {quad[:3] for quad in formats.read(client.get(f"/data/{site_dataset.SEED}.nt").data, "ntriples")}


def test_post(client: FlaskClient) -> None:
    """POST means the same as GET."""
    arguments = {"verb": "ListIdentifiers", "metadataPrefix": "oai_dc"}
    got = client.get("/oai", query_string=arguments).data
    posted = client.post("/oai", data=arguments).data
    stamp = re.compile(rb"<responseDate>.*?</responseDate>")
    assert stamp.sub(b"", got) == stamp.sub(b"", posted)


def test_withdrawn_articles_are_deleted_records(client: FlaskClient) -> None:
    """A withdrawn article stays in the lists as deleted, without metadata."""
    root = fetched(client, "verb=ListRecords&metadataPrefix=oai_dc")
    deleted = [
        node
        for node in root.iterfind(".//o:record", NAMES)
        if node.find("o:header[@status='deleted']", NAMES) is not None
    ]
    assert [node.findtext("o:header/o:identifier", "", NAMES).rpartition("/")[2] for node in deleted] == ["withdrawn"]
    assert deleted[0].find("o:metadata", NAMES) is None


def test_a_grave_outlives_its_record(tmp_path: Path) -> None:
    """A withdrawn DOI that the dataset no longer holds is still told to harvesters."""
    with site_dataset.site(tmp_path, site__withdrawn={"10.5555/gone": "2020-01-01"}) as site:
        root = fetched(site.app.test_client(), "verb=ListIdentifiers&metadataPrefix=oai_dc")
    graves = [
        node.findtext("o:identifier", "", NAMES) for node in root.iterfind(".//o:header[@status='deleted']", NAMES)
    ]
    assert graves == ["https://w3id.org/jopsrdf/work/10.5555/gone"]


def test_a_harvester_reads_us(tmp_path: Path) -> None:
    """A client that libraries use harvests every record, in both formats."""
    with site_server.address(tmp_path) as address, Scythe(f"{address}oai") as scythe:
        for prefix in oai.FORMATS:
            records = list(scythe.list_records(metadata_prefix=prefix))
            assert SEED in {getattr(record, "header").identifier for record in records}  # noqa: B009 - untyped
            assert len(records) == 3
        assert vars(scythe.identify())["deletedRecord"] == "persistent"
