"""One graph in every format; JSON-LD in our words, in the shape of an article, and as schema.org reads the embed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyld import jsonld as pyld

from every_kind import ARTICLE
from jopsrdf import formats, graph, pipeline
from jopsrdf.formats import jsonld
from jopsrdf.graph import context
from jopsrdf.records import Article
from jopsrdf.terms import C4O, CO, PREFIXES, RDF, Quad, Term, Triple, address, is_iri, literal, parts
from ontology_terms import SCHEMA, Vocabularies
from places import ROOT, SEED

BASE = "https://w3id.org/jopsrdf/"
CONTEXT = ROOT / "ontology" / "context.jsonld"
#: What only search engines read, and stands in the embed alone.
EMBED_ONLY = {"headline", "pagination", "mainEntityOfPage", "url", "sdLicense", "description"}


def seed() -> Article:
    """Return the seed's article as the pipeline reads it."""
    (article,) = pipeline.convert(SEED.read_bytes(), SEED.name, pipeline.settings_for([SEED], None, {}))
    return article


@pytest.fixture(scope="module", params=[seed, lambda: ARTICLE], ids=["seed", "every kind"])
def article(request: pytest.FixtureRequest) -> Article:
    """The seed's article, and one that cites a work of every kind."""
    found: Article = request.param()
    return found


@pytest.fixture(scope="module")
def quads(article: Article) -> list[Quad]:
    """The graph of the article with all that is said about it, as one graph."""
    return [(s, p, o, "") for s, p, o, _ in graph.quads(article, graph.Mint(BASE))]


def by_rdflib(data: bytes, name: str) -> set[Triple]:
    """Read a document with rdflib."""
    parsed = rdflib.Graph().parse(data=data, format=name, publicID=BASE)
    return {(spelled(s), spelled(p), spelled(o)) for s, p, o in parsed}


def spelled(node: Any) -> Term:
    """Return our spelling of a node of rdflib."""
    if isinstance(node, rdflib.URIRef):
        return f"<{node}>"
    return literal(str(node), language=node.language or "", datatype=f"<{node.datatype}>" if node.datatype else "")


def by_oxigraph(data: bytes, name: str) -> set[Triple]:
    """Read a document with Oxigraph."""
    return {quad[:3] for quad in formats.read(data, name, base=BASE)}


def by_pyld(data: bytes, _name: str) -> set[Triple]:
    """Read a JSON-LD document with PyLD."""
    return from_pyld(json.loads(data))


def from_pyld(document: Any, **options: Any) -> set[Triple]:
    """Expand a document with PyLD and return its triples."""
    lines = pyld.to_rdf(document, {"format": "application/n-quads", "documentLoader": jsonld.refuse, **options})
    return {quad[:3] for quad in formats.read(lines.encode(), "nquads")}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader of JSON-LD uses it
@pytest.mark.parametrize(
    ("name", "reader", "their_name"),
    [
        ("turtle", by_rdflib, "turtle"),
        ("turtle", by_oxigraph, "turtle"),
        ("ntriples", by_rdflib, "nt"),
        ("rdfxml", by_rdflib, "xml"),
        ("rdfxml", by_oxigraph, "rdfxml"),
        ("jsonld", by_rdflib, "json-ld"),
        ("jsonld", by_oxigraph, "jsonld"),
        ("jsonld", by_pyld, "json-ld"),
    ],
)
def test_every_format_is_the_same_graph(
    monkeypatch: pytest.MonkeyPatch,
    quads: list[Quad],
    name: str,
    reader: Callable[[bytes, str], set[Triple]],
    their_name: str,
) -> None:
    """Whatever format is written and whoever reads it, the graph is the one that was made."""
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    expected = {quad[:3] for quad in quads}
    assert reader(formats.write(quads, name, base=BASE), their_name) == expected


def test_the_context_file_is_current(regold: bool) -> None:
    """The checked-in context is what the tables say; rewrite it with --regold."""
    text = json.dumps(context.context(), ensure_ascii=False, indent=1) + "\n"
    if regold:
        CONTEXT.write_text(text, encoding="utf-8")
    assert CONTEXT.read_text(encoding="utf-8") == text


def test_every_property_has_a_name(quads: list[Quad]) -> None:
    """Each property of the graph has a name of its own in the context, and no name is given twice."""
    names = context.context()["@context"]
    used = {p for _, p, _, _ in quads if p != RDF["type"]}
    assert {context.name_of(p) for p in used} <= names.keys()
    every = graph.terms_used()["properties"]
    assert len({context.name_of(p) for p in every}) == len(every)


def test_compact_documents_hold_no_long_names(quads: list[Quad]) -> None:
    """In the compact document every key is a name of the context, and every class has its prefix."""
    document = json.loads(formats.write(quads, "jsonld", base=BASE))
    nodes = document["@graph"]
    assert {key for node in nodes for key in node} <= document["@context"].keys() | {"@id", "@type"}
    kinds = {kind for node in nodes for kind in (node["@type"] if isinstance(node["@type"], list) else [node["@type"]])}
    assert all(kind.partition(":")[0] in PREFIXES for kind in kinds)


def test_a_framed_article_is_nested(article: Article, quads: list[Quad]) -> None:
    """The framed article holds its journal, its authors, and each reference with the work that it denotes."""
    iri = graph.Mint(BASE).article(article)
    framed = jsonld.framed(quads, context.frame(iri))
    assert framed["@id"] == iri
    assert framed["partOf"]["partOf"]["partOf"]["title"] == article.journal.title if article.journal else True
    people = [role["isHeldBy"]["name"] for role in framed["isDocumentContextFor"] if role["withRole"] == "pro:author"]
    assert people == [c.agent.name for c in article.contributions if c.role == "author"]
    (listed,) = (part for part in framed["part"] if "item" in part)
    lines = {int(item["index"]): item["itemContent"] for item in listed["item"]}
    assert {number: line["hasContent"] for number, line in lines.items()} == {
        reference.position: reference.raw for reference in article.references
    }
    titles = {number: line["references"].get("title", "") for number, line in lines.items() if "references" in line}
    assert titles == {r.position: r.work.title for r in article.references if r.work}


def test_a_framed_article_loses_nothing_of_its_own(article: Article, quads: list[Quad]) -> None:
    """Each triple about the article, its list and its lines is still there in the framed document."""
    iri = graph.Mint(BASE).article(article)
    kept = from_pyld(jsonld.framed(quads, context.frame(iri)))
    own = {quad[:3] for quad in quads if quad[0] == f"<{iri}>" or quad[1] in (CO["itemContent"], C4O["hasContent"])}
    assert own <= kept
    assert kept <= {quad[:3] for quad in quads}


@pytest.mark.parametrize("own", [{}, {"@context": {"cites": "http://purl.org/spar/cito/cites"}}], ids=["ours", "own"])
def test_a_framed_document_names_its_base(article: Article, quads: list[Quad], own: dict[str, Any]) -> None:
    """What was framed under a base reads the same from anywhere, also with a context that names no base."""
    iri = graph.Mint(BASE).article(article)
    document = formats.frame(quads, {**own, "@id": iri}, base=BASE)
    assert {quad[:3] for quad in formats.read(document, "jsonld")} <= {quad[:3] for quad in quads}


@pytest.fixture(scope="module")
def embedded(article: Article) -> dict[str, Any]:
    """What the page of the article embeds."""
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    return graph.embed(article, graph.Mint(BASE), licence=licence)


def without_form(triples: set[Triple]) -> set[Triple]:
    """Return triples without datatypes and languages: the embed's values are plain JSON strings."""
    return {(s, p, o if is_iri(o) else literal(parts(o)[0])) for s, p, o in triples}


def test_the_embed_is_a_part_of_the_graph(embedded: dict[str, Any], quads: list[Quad]) -> None:
    """Every statement of the embed, as our context for schema.org reads it, is a statement of the graph."""
    found = without_form(from_pyld({**embedded, "@context": context.schema_context()}))
    ours = {f"<{SCHEMA}{name}>" for name in EMBED_ONLY}
    extra = {triple for triple in found - without_form({quad[:3] for quad in quads}) if triple[1] not in ours}
    assert extra == set()
    assert len(found) > 400


def test_every_node_of_the_embed_has_a_name(embedded: dict[str, Any]) -> None:
    """No node of the embed is blank."""
    assert not any(s.startswith("_:") or o.startswith("_:") for s, _, o in found_in(embedded))


def found_in(embedded: dict[str, Any]) -> set[Triple]:
    """Return the triples of the embed by our context for schema.org."""
    return from_pyld({**embedded, "@context": context.schema_context()})


def test_our_schema_context_reads_as_the_official_one(shared: Path, embedded: dict[str, Any]) -> None:
    """The embed says the same by schema.org's own context and by our small one, but for the datatypes of dates."""
    official = json.loads((shared / "ontologies" / "schemaorgcontext.jsonld").read_text(encoding="utf-8"))
    theirs = from_pyld({**embedded, "@context": official["@context"]})
    assert without_form(theirs) == without_form(found_in(embedded))


def test_the_embed_fits_schema_org(shared: Path, embedded: dict[str, Any]) -> None:
    """Each node of the embed has only properties of its class, with values in their range."""
    known = Vocabularies(shared / "ontologies")
    triples = found_in(embedded)
    kinds = {s: known.ancestors(address(o)) for s, p, o in triples if p == RDF["type"]}
    for s, p, o in triples - {(s, RDF["type"], o) for s, _, o in triples}:
        name = address(p)
        assert kinds[s] & known.domains[name], (s, name)
        if is_iri(o):
            fits = kinds.get(o, set()) | {f"{SCHEMA}URL", f"{SCHEMA}CreativeWork"}
        else:
            fits = {f"{SCHEMA}Text", f"{SCHEMA}Date"}
        assert fits & known.ranges[name], (name, o)


def test_authors_stand_in_order(article: Article, embedded: dict[str, Any]) -> None:
    """The authors of the embed are an array in the order of printing, of the article and of each cited work."""
    cited = {node["@id"]: node for node in embedded["citation"]}
    mint = graph.Mint(BASE)
    for node, contributions in [
        (embedded, article.contributions),
        *((cited[mint.work(r.work, raw=r.raw)], r.work.contributions) for r in article.references if r.work),
    ]:
        authors = node.get("author", [])
        names = [author["name"] for author in (authors if isinstance(authors, list) else [authors])]
        assert names == [c.agent.name for c in contributions if c.role == "author"]
