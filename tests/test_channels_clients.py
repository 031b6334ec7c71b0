"""Clients of the JavaScript world dereference: rdf-parse by every media type, jsonld.js what we write as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import node
import site_dataset
import site_server
from jopsrdf import formats, graph, pipeline
from jopsrdf.config import Settings
from jopsrdf.formats import FORMATS
from jopsrdf.graph.context import frame, schema_context
from jopsrdf.terms import Quad

BASE = "https://w3id.org/jopsrdf/"
SEED = site_dataset.SEED
ROLE, LICENSE = "<http://www.w3.org/1999/xhtml/vocab#role>", "<http://www.w3.org/1999/xhtml/vocab#license>"
CONTEXT = json.dumps({"@context": schema_context()})


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with site_server.address(tmp_path_factory.mktemp("dataset")) as address:
        yield address


def printed(script: str, *arguments: str) -> str:
    """Return what a client prints; fail with its own sentence."""
    done = node.run(script, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def read(nquads: str) -> set[Quad]:
    return set(formats.read(nquads.encode(), "nquads"))


def fetched(address: str, suffix: str) -> set[Quad]:
    """Return a document as pyoxigraph reads it."""
    with urlopen(f"{address}data/{SEED}.{suffix}") as answer:  # noqa: S310 - our own
        return set(formats.read(answer.read(), formats.by_suffix(suffix.partition("?")[0]).name, base=BASE))


def test_rdf_parse_reads_every_format(address: str) -> None:
    """By each media type rdf-parse is led to the document, and reads the quads in it that pyoxigraph reads."""
    types = [row.media_type for row in FORMATS.values()]
    found = [json.loads(line) for line in printed("parse.js", f"{address}{SEED}", CONTEXT, *types).splitlines()]
    assert [(row["url"], row["type"]) for row in found] == [
        (f"{address}data/{SEED}.{row.suffix}", row.media_type) for row in FORMATS.values()
    ]
    for row, said in zip(FORMATS.values(), found, strict=True):
        assert read(said["quads"]) == fetched(address, row.suffix), row.name


def test_rdf_parse_gets_what_it_likes_best(address: str) -> None:
    """With its own long `Accept` header rdf-parse gets N-Quads, which it weighs most."""
    (line,) = printed("parse.js", f"{address}{SEED}", CONTEXT, "any").splitlines()
    assert json.loads(line)["type"] == "application/n-quads"


def test_rdf_parse_reads_the_page(address: str) -> None:
    """What stands in the page for search engines is the schema.org description of the article."""
    (line,) = printed("parse.js", f"{address}page/{SEED}", CONTEXT, "text/html").splitlines()
    (article,) = pipeline.convert(site_dataset.SEED_FILE.read_bytes(), "seed.txt", Settings())
    embed = {**graph.embed(article, graph.Mint(BASE), licence=Settings().licence), "@context": schema_context()}
    found, said = read(json.loads(line)["quads"]), set(formats.read(json.dumps(embed).encode(), "jsonld"))
    assert said <= found
    assert {p for _, p, _, _ in found - said} <= {ROLE, LICENSE}, "what RDFa makes of the attributes of a page"


def test_jsonld_expands_what_we_write(address: str) -> None:
    """jsonld.js expands a document to the quads that pyoxigraph finds in it."""
    assert read(printed("frame.js", f"{address}data/{SEED}.jsonld")) == fetched(address, "jsonld")


def test_jsonld_frames_as_we_do(address: str, tmp_path: Path) -> None:
    """Framed by jsonld.js, the article's triples are those of our framed document."""
    own = f"<{BASE}data/{SEED}.nt>"
    document = tmp_path / "article.jsonld"
    document.write_bytes(formats.write([quad for quad in fetched(address, "nt") if quad[0] != own], "jsonld"))
    framed = fetched(address, "jsonld?_profile=framed")
    assert framed
    assert read(printed("frame.js", str(document), json.dumps(frame(BASE + SEED)))) == framed
