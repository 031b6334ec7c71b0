"""The vocabularies beside the project, asked for what a term is, and whether a statement fits it."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "http://schema.org/"
#: dc11 does not parse (a semicolon is missing), and none of its terms is used.
UNREADABLE = {"dc11.ttl"}
CLASSES = {f"{OWL}Class", f"{RDFS}Class", f"{RDFS}Datatype"}
PROPERTIES = {
    *(f"{OWL}{kind}Property" for kind in ("Object", "Datatype", "Annotation", "Functional", "InverseFunctional")),
    f"{RDF}Property",
}
GENERAL = {f"{OWL}NamedIndividual", f"{OWL}Ontology", f"{OWL}Restriction"}


class Vocabularies:
    """All ontology files of a folder as one store; schema.org's two spellings are taken as one."""

    def __init__(self, folder: Path, *more: Path) -> None:
        self.store = ox.Store()
        for path in sorted([*folder.glob("*.ttl"), *folder.glob("*.owl"), *more]):
            if path.name not in UNREADABLE:
                kind = ox.RdfFormat.RDF_XML if path.suffix == ".owl" else ox.RdfFormat.TURTLE
                text = path.read_text(encoding="utf-8").replace("https://schema.org/", SCHEMA)
                self.store.load(text.encode(), format=kind, base_iri=path.as_uri())

    def pairs(self, predicate: str) -> dict[str, set[str]]:
        """Return the values of a property that are IRIs, by subject."""
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self.store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                found[quad.subject.value].add(quad.object.value)
        return found

    @cached_property
    def types(self) -> dict[str, set[str]]:
        return self.pairs(f"{RDF}type")

    @cached_property
    def parents(self) -> dict[str, set[str]]:
        return self.pairs(f"{RDFS}subClassOf")

    @cached_property
    def domains(self) -> dict[str, set[str]]:
        return self.pairs(f"{SCHEMA}domainIncludes")

    @cached_property
    def ranges(self) -> dict[str, set[str]]:
        return self.pairs(f"{SCHEMA}rangeIncludes")

    @cached_property
    def deprecated(self) -> set[str]:
        """The terms that their owners withdrew or replaced."""
        true = ox.Literal("true", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
        marked = self.store.quads_for_pattern(None, ox.NamedNode(f"{OWL}deprecated"), true)
        withdrawn = {quad.subject.value for quad in marked if isinstance(quad.subject, ox.NamedNode)}
        archaic = self.store.quads_for_pattern(
            None, ox.NamedNode("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status"), ox.Literal("archaic")
        )
        withdrawn |= {quad.subject.value for quad in archaic if isinstance(quad.subject, ox.NamedNode)}
        return withdrawn | set(self.pairs(f"{SCHEMA}supersededBy"))

    def is_class(self, iri: str) -> bool:
        return bool(self.types.get(iri, set()) & CLASSES)

    def is_property(self, iri: str) -> bool:
        return bool(self.types.get(iri, set()) & PROPERTIES)

    def is_individual(self, iri: str) -> bool:
        """Say whether a term is declared and is something, not a class or property."""
        kinds = self.types.get(iri, set()) - GENERAL
        return bool(self.types.get(iri)) and not kinds & (CLASSES | PROPERTIES)

    def ancestors(self, kind: str) -> set[str]:
        """Return a class with all classes above it."""
        found, waiting = {kind}, [kind]
        while waiting:
            new = self.parents.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found
