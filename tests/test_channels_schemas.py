"""The channels against the schemas of their standards: every verb, error and format of OAI-PMH, and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import schemas
import site_dataset
from jopsrdf.web.channels import oai, sitemap
from test_channels_oai import ERRORS, MODIFIED, REPOSITORY, Numbers

SEED = f"https://w3id.org/jopsrdf/{site_dataset.SEED}"
HURT = f"https://w3id.org/jopsrdf/{site_dataset.HURT}"
GRAVE = f"https://w3id.org/jopsrdf/work/{site_dataset.WITHDRAWN_DOI}"
LISTS = [(verb, prefix) for verb in ("ListRecords", "ListIdentifiers") for prefix in oai.FORMATS]
#: Requests of which the answers are held against the schema.
REQUESTS = (
    {"verb": "Identify"},
    {"verb": "ListSets"},
    {"verb": "ListMetadataFormats"},
    {"verb": "ListMetadataFormats", "identifier": SEED},
    *({"verb": verb, "metadataPrefix": prefix} for verb, prefix in LISTS),
    *({"verb": verb, "metadataPrefix": prefix, "from": "2000-01-01"} for verb, prefix in LISTS),
    *(
        {"verb": "GetRecord", "metadataPrefix": prefix, "identifier": identifier}
        for prefix in oai.FORMATS
        for identifier in (SEED, HURT, GRAVE)
    ),
)
VERBS = sorted({*oai.VERBS, "Nonsense"})
ARGUMENTS = sorted({name for row in oai.VERBS.values() for name in (*row.required, *row.optional)})
#: Any text, and what looks like an address that went wrong.
VALUES = st.one_of(st.text(max_size=12), st.text(":/?#[]@%a0é", max_size=12))


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with site_dataset.site(
        tmp_path_factory.mktemp("dataset"), site__withdrawn={site_dataset.WITHDRAWN_DOI: "2025-12-24"}
    ) as site:
        yield site.app.test_client()


@pytest.mark.parametrize("request_", REQUESTS, ids=urlencode)
def test_answers_of_oai_are_valid(client: FlaskClient, request_: dict[str, str]) -> None:
    """Every verb in every format answers what the protocol's schema demands, hostile text included."""
    assert schemas.faults("oai", client.get("/oai", query_string=request_).data) == []


@pytest.mark.parametrize("arguments", [row[1] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_errors_of_oai_are_valid(arguments: tuple[tuple[str, str], ...]) -> None:
    """A mistake is answered by a valid document, which never repeats what its schema forbids."""
    assert schemas.faults("oai", oai.answer(arguments, REPOSITORY, Numbers(5), now=MODIFIED)) == []


@settings(max_examples=400)
@given(
    st.sampled_from(VERBS),
    st.dictionaries(st.sampled_from(ARGUMENTS), VALUES)
    | st.fixed_dictionaries({"metadataPrefix": st.just("rdf"), "identifier": VALUES}),
)
@example("ListRecords", {"metadataPrefix": "a/b"})
@example("ListRecords", {"metadataPrefix": "rdf", "set": "a b"})
@example("GetRecord", {"metadataPrefix": "rdf", "identifier": "http://[%zz"})
@example("GetRecord", {"metadataPrefix": "rdf", "identifier": "0:"})
@example("ListIdentifiers", {"resumptionToken": "\x00"})
def test_whatever_is_asked_the_answer_is_valid(verb: str, arguments: dict[str, str]) -> None:
    """No argument, however broken, makes an answer that the schema refuses."""
    asked = [("verb", verb), *arguments.items()]
    assert schemas.faults("oai", oai.answer(asked, REPOSITORY, Numbers(3), now=MODIFIED)) == []


@pytest.mark.parametrize("size", [1, oai.PAGE, 2 * oai.PAGE + 1])
def test_every_page_of_a_list_is_valid(size: int) -> None:
    """First, middle and last page, each with the token that it should have, are valid."""
    asked = [("verb", "ListIdentifiers"), ("metadataPrefix", "oai_dc")]
    for offset in range(0, size, oai.PAGE):
        arguments = asked if not offset else [asked[0], ("resumptionToken", oai.Listing("oai_dc").token(offset))]
        assert schemas.faults("oai", oai.answer(arguments, REPOSITORY, Numbers(size), now=MODIFIED)) == []


def test_the_sitemap_is_valid(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sitemap in one file, and the parts of one in several, are valid; their index is well-formed and names them."""
    assert schemas.faults("sitemap", client.get("/sitemap.xml").data) == []
    monkeypatch.setattr(sitemap, "SIZE", 4)
    index = etree.fromstring(client.get("/sitemap.xml?split").data)
    assert index.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}sitemapindex"
    assert [node.findtext("{*}loc").rpartition("/")[2] for node in index][:2] == ["sitemap-1.xml", "sitemap-2.xml"]
    for part in (1, 2):
        assert schemas.faults("sitemap", client.get(f"/sitemap-{part}.xml?split").data) == []
