"""Every term that we write is declared by its owner, and what we say with it is consistent."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from every_kind import ARTICLE
from jopsrdf import graph, pipeline
from jopsrdf.graph import vocabulary
from jopsrdf.notes import CODES
from jopsrdf.records import Article
from jopsrdf.terms import PREFIXES, Quad, address, is_iri, parts
from ontology_terms import RDF, SCHEMA, Vocabularies
from places import ROOT, SEED

VOCABULARY = ROOT / "ontology" / "jopsrdf.ttl"
#: Namespaces whose IRIs are names of things in the world, not terms of a vocabulary.
OURS = PREFIXES["jv"]
XSD = PREFIXES["xsd"]
#: What a datatype of ours is to schema.org; a year or a month is a date that ISO 8601 allows to be cut short.
SCHEMA_TYPES = {
    "": "Text",
    f"{XSD}date": "Date",
    f"{XSD}gYear": "Date",
    f"{XSD}gYearMonth": "Date",
    f"{XSD}decimal": "Number",
}


@pytest.fixture(scope="session")
def known(shared: Path) -> Vocabularies:
    """The vocabularies beside the project, and ours."""
    return Vocabularies(shared / "ontologies", VOCABULARY)


def seed() -> Article:
    """Return the seed's article as the pipeline reads it."""
    (article,) = pipeline.convert(SEED.read_bytes(), SEED.name, pipeline.settings_for([SEED], None, {}))
    return article


@pytest.fixture(scope="session", params=[seed, lambda: ARTICLE], ids=["seed", "every kind"])
def quads(request: pytest.FixtureRequest) -> list[Quad]:
    """The graph of the seed, and of an article that cites a work of every kind."""
    return list(graph.quads(request.param(), graph.Mint("https://w3id.org/jopsrdf/")))


def namespaced(term: str) -> bool:
    return is_iri(term) and any(
        address(term).startswith(namespace) for prefix, namespace in PREFIXES.items() if prefix != "xsd"
    )


def test_every_predicate_is_a_declared_property(known: Vocabularies, quads: list[Quad]) -> None:
    """What stands as a predicate, in the tables or in the seed's graph, is declared as a property."""
    used = {p for _, p, _, _ in quads} | graph.terms_used()["properties"]
    used.discard(f"<{PREFIXES['owl']}sameAs>")  # of OWL itself, which has no file
    assert sorted(p for p in used if not known.is_property(address(p))) == []


def test_every_type_is_a_declared_class(known: Vocabularies, quads: list[Quad]) -> None:
    """What stands as a class is declared as a class."""
    used = {o for _, p, o, _ in quads if p == f"<{RDF}type>"} | graph.terms_used()["classes"]
    assert sorted(c for c in used if not known.is_class(address(c))) == []


def test_every_individual_is_declared(known: Vocabularies, quads: list[Quad]) -> None:
    """What stands as a value in a vocabulary's namespace is declared, and is neither class nor property.

    CiTO's properties are the characters of citations: there a property stands as a value, as CiTO itself has it.
    """
    used = {o for _, p, o, _ in quads if p != f"<{RDF}type>" and namespaced(o)} | graph.terms_used()["individuals"]
    names = {address(term) for term in used if namespaced(term)}
    characters = {name for name in names if name.startswith(PREFIXES["cito"])}
    assert sorted(name for name in names - characters if not known.is_individual(name)) == []
    assert all(known.is_property(name) for name in characters)


def test_no_term_is_deprecated(known: Vocabularies, quads: list[Quad]) -> None:
    """Nothing that is written was withdrawn or replaced by its owner."""
    used = {term for quad in quads for term in quad[:3] if namespaced(term)}
    used |= {term for terms in graph.terms_used().values() for term in terms}
    assert sorted({address(term) for term in used} & known.deprecated) == []


def test_the_tables_and_the_graph_agree(quads: list[Quad]) -> None:
    """What the seed's own graph says stands in the tables: no property comes from anywhere else."""
    own = {p for _, p, _, g in quads if "/graph/work/" in g}
    assert own <= graph.terms_used()["properties"]


def test_schema_org_takes_each_property_of_its_class(known: Vocabularies, quads: list[Quad]) -> None:
    """A node has only properties that schema.org gives to one of its classes, with values in their range."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for s, p, o, _ in quads:
        if p == f"<{RDF}type>" and address(o).startswith(SCHEMA):
            kinds[s] |= known.ancestors(address(o))
    wrong = []
    for s, p, o, _ in quads:
        name = address(p)
        if not name.startswith(SCHEMA):
            continue
        if s in kinds and not kinds[s] & known.domains[name]:
            wrong.append(("domain", s, name))
        if not range_of(o, kinds) & known.ranges[name]:
            wrong.append(("range", name, o))
    assert wrong == []


def range_of(value: str, kinds: dict[str, set[str]]) -> set[str]:
    """Return what a value is to schema.org: its classes, a URL, or a kind of literal."""
    if is_iri(value):
        return kinds.get(value, set()) | {f"{SCHEMA}URL"}
    kind = f"{SCHEMA}{SCHEMA_TYPES[parts(value)[2]]}"
    return {kind, f"{SCHEMA}Text"} if kind == f"{SCHEMA}Date" else {kind}


def test_the_vocabulary_file_is_current(regold: bool) -> None:
    """The checked-in vocabulary is what the table of codes says; rewrite it with --regold."""
    if regold:
        VOCABULARY.write_text(vocabulary.turtle(), encoding="utf-8")
    assert VOCABULARY.read_text(encoding="utf-8") == vocabulary.turtle()


def test_every_code_is_a_concept(known: Vocabularies) -> None:
    """Each code of a note is a concept of our scheme, so that it can be looked up."""
    assert all(known.is_individual(f"{OURS}{code}") for code in CODES)


def test_our_terms_are_documented() -> None:
    """Each term of ours has a name and a meaning, and says where it is defined."""
    labels = {f"<{PREFIXES['rdfs']}label>", f"<{PREFIXES['skos']}prefLabel>"}
    meanings = {f"<{PREFIXES['rdfs']}comment>", f"<{PREFIXES['skos']}definition>"}
    said: dict[str, set[str]] = defaultdict(set)
    for s, p, _ in vocabulary.triples():
        said[s].add(p)
    del said[vocabulary.ONTOLOGY]
    assert all(properties & labels and properties & meanings for properties in said.values())
    assert all(f"<{PREFIXES['rdfs']}isDefinedBy>" in properties for properties in said.values())
