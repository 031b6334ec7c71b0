"""A reasoner finds no contradiction between what we say and what the ontologies mean by it (OWL 2 RL)."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import BNode, Node

from every_kind import ARTICLE
from jopsrdf import formats, graph, pipeline
from jopsrdf.graph import shacl
from jopsrdf.terms import PREFIXES, Quad
from places import ROOT, SEED

pytestmark = pytest.mark.slow
VALID = Path(__file__).parent / "shapes" / "valid.ttl"
#: The ontologies whose terms we use. schema.org is left out: its domains and ranges are advice, not axioms.
ONTOLOGIES = (
    *("biro", "c4o", "cito", "datacite", "deo", "dqv", "fabio", "foaf", "frbr", "literal", "oa", "oco", "pro"),
    *("prov-o", "scoro", "skos"),
)
#: Statements that contradict an ontology: a thing on two levels of FRBR, one identifier of two things, a wrong domain.
CONTRADICTIONS = (
    "INSERT { ?w fabio:hasAccessDate '2025-03-16T00:00:00'^^xsd:dateTime } WHERE { ?w a fabio:WebContent }",
    "INSERT { ?w a fabio:WebPage } WHERE { ?w a fabio:WebContent }",
    "INSERT { ?w a fabio:Report } WHERE { ?w a fabio:Book }",
    "INSERT { ?copy datacite:hasIdentifier ?i } WHERE { ?w frbr:embodiment ?copy ; datacite:hasIdentifier ?i }",
    "INSERT { ?organisation pro:isDocumentContextFor ?role } WHERE { ?role pro:relatesToOrganization ?organisation }",
)


@pytest.fixture(scope="module")
def ontologies(shared: Path) -> Graph:
    """The ontologies that we use, and ours."""
    union = Graph().parse(ROOT / "ontology" / "jopsrdf.ttl")
    for name in ONTOLOGIES:
        union.parse(shared / "ontologies" / f"{name}.ttl")
    return union.parse(shared / "ontologies" / "co.owl", format="xml")


def module(data: Graph, ontologies: Graph) -> Graph:
    """Return the axioms that can be about the data: whatever is reached from its terms, and all disjointness.

    The reasoner compares every rule with every triple, and nine in ten of the 11,000 axioms are about other things.
    """
    found = Graph()
    waiting: list[Node] = [*data.predicates(), *data.objects(), *ontologies.subjects(RDF.type, OWL.AllDisjointClasses)]
    seen: set[Node] = set()
    while waiting:
        term = waiting.pop()
        if term in seen or not isinstance(term, URIRef | BNode):
            continue
        seen.add(term)
        for predicate, value in ontologies.predicate_objects(term):
            if str(predicate).startswith((str(OWL), str(RDF), str(RDFS))) and predicate not in TALK:
                found.add((term, predicate, value))
                waiting.append(value)
    return found


#: What ontologies say about themselves to people.
TALK = {RDFS.comment, RDFS.label, RDFS.isDefinedBy, RDFS.seeAlso, OWL.versionInfo, OWL.imports}


def contradictions(data: Graph, ontologies: Graph) -> list[str]:
    """Return what the reasoner complains of when the data and their axioms are closed under its rules."""
    closed = module(data, ontologies)
    closed += (triple for triple in data if not any(str(term).startswith(PREFIXES["schema"]) for term in triple))
    reasoner = owlrl.OWLRL_Semantics(closed, axioms=False, daxioms=False, rdfs=False)
    reasoner.closure()
    return list(reasoner.error_messages)


def graph_of_seed() -> list[Quad]:
    """Return the seed's graph as the pipeline makes it."""
    settings = pipeline.settings_for([SEED], None, {})
    (article,) = pipeline.convert(SEED.read_bytes(), SEED.name, settings)
    return list(graph.quads(article, pipeline.mint_for(settings)))


def graph_of_every_kind() -> list[Quad]:
    """Return the graph of an article that cites a work of every kind."""
    return list(graph.quads(ARTICLE, graph.Mint("https://w3id.org/jopsrdf/")))


@pytest.mark.parametrize("quads", [graph_of_every_kind, graph_of_seed], ids=["every kind", "seed"])
def test_the_graph_is_consistent(ontologies: Graph, quads: object) -> None:
    """What we say of the seed, and of every kind of work, contradicts no ontology."""
    assert callable(quads)
    assert contradictions(shacl.graph_of(quads()), ontologies) == []


@pytest.mark.parametrize("update", CONTRADICTIONS)
def test_the_reasoner_sees_contradictions(ontologies: Graph, update: str) -> None:
    """The reasoner is awake: a thing on two levels, or one identifier on two things, is found."""
    data = shacl.graph_of(formats.read(VALID.read_bytes(), "turtle"))
    before = len(data)
    data.update("".join(f"PREFIX {prefix}: <{name}>\n" for prefix, name in PREFIXES.items()) + update)
    assert len(data) > before
    assert contradictions(data, ontologies)
