"""This room is our own vocabulary: the few terms that no other one has, and the codes of notes as a SKOS scheme.

`ontology/jopsrdf.ttl` is this room as a file; a test says when the file is old, and rewrites it on `--regold`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jopsrdf import formats
from jopsrdf.notes import CODES, Code
from jopsrdf.terms import (
    DCTERMS,
    DQV,
    FABIO,
    JV,
    LDQD,
    OWL,
    PREFIXES,
    RDF,
    RDFS,
    SKOS,
    XSD,
    Term,
    Triple,
    iri,
    literal,
)

ONTOLOGY = iri(PREFIXES["jv"].rstrip("#"))
#: Semantic versioning: a new code or term is a minor version; no term ever changes its meaning.
VERSION = "1.0.0"
NOTES = JV["notes"]

Statements = Iterable[tuple[Term, Term]]


def triples() -> Iterator[Triple]:
    """Yield the vocabulary: itself, the whole number of an issue, the confidence of a reading, the codes of notes."""
    for subject, statements in (
        (ONTOLOGY, _ontology()),
        (JV["wholeNumber"], _whole_number()),
        (JV["parseConfidence"], _parse_confidence()),
        (NOTES, _scheme()),
        *((JV[code], _concept(CODES[code])) for code in sorted(CODES)),
    ):
        for predicate, value in statements:
            yield subject, predicate, value


def turtle() -> str:
    """Return the vocabulary as Turtle, as it stands in `ontology/jopsrdf.ttl`."""
    return formats.write(triples(), "turtle").decode()


def _text(value: str) -> Term:
    return literal(value, language="en")


def _ontology() -> Statements:
    yield RDF["type"], OWL["Ontology"]
    yield DCTERMS["title"], _text("The jopsrdf vocabulary")
    yield (
        DCTERMS["description"],
        _text(
            "What a citation graph of a journal needs and SPAR, PRISM and schema.org do not have: the number of an "
            "issue that runs through all volumes, how sure the reading of a reference is, and what can be doubtful "
            "about it."
        ),
    )
    yield DCTERMS["license"], iri("https://creativecommons.org/publicdomain/zero/1.0/")
    yield OWL["versionInfo"], literal(VERSION)
    yield OWL["versionIRI"], iri(f"{PREFIXES['jv'].rstrip('#')}/{VERSION}")


def _whole_number() -> Statements:
    yield RDF["type"], OWL["DatatypeProperty"]
    yield RDF["type"], OWL["FunctionalProperty"]
    yield RDFS["label"], _text("whole number")
    yield (
        RDFS["comment"],
        _text(
            "The number of an issue counted through all volumes of its journal, beside its number within the volume, "
            "which is fabio:hasSequenceIdentifier. Where a journal prints both in one, prism:issueIdentifier has the "
            "printed form."
        ),
    )
    yield RDFS["domain"], FABIO["PeriodicalIssue"]
    yield RDFS["range"], XSD["positiveInteger"]
    yield SKOS["example"], literal("“4 (1(10))”: volume 4, issue 1, whole number 10")
    yield RDFS["isDefinedBy"], ONTOLOGY


def _parse_confidence() -> Statements:
    yield RDF["type"], DQV["Metric"]
    yield SKOS["prefLabel"], _text("parse confidence")
    yield (
        SKOS["definition"],
        _text(
            "How probable it is that every field of a bibliographic reference was read from its line as a reader would "
            "have read it: 0 to 1. It is about our reading, not about the cited work or the author's care."
        ),
    )
    yield SKOS["example"], literal("0.93")
    yield DQV["expectedDataType"], XSD["decimal"]
    yield DQV["inDimension"], LDQD["semanticAccuracy"]
    yield RDFS["isDefinedBy"], ONTOLOGY


def _scheme() -> Statements:
    yield RDF["type"], SKOS["ConceptScheme"]
    yield SKOS["prefLabel"], _text("Notes")
    yield (
        SKOS["definition"],
        _text("What can be doubtful about a page, a reference or a graph; a note has one of these codes as its type."),
    )
    yield RDFS["isDefinedBy"], ONTOLOGY


def _concept(code: Code) -> Statements:
    yield RDF["type"], SKOS["Concept"]
    yield SKOS["notation"], literal(code.code)
    yield SKOS["prefLabel"], _text(code.code.replace("-", " "))
    yield SKOS["definition"], _text(code.meaning)
    yield SKOS["example"], literal(code.example)
    yield SKOS["scopeNote"], _text(f"severity: {code.severity}")
    yield SKOS["topConceptOf"], NOTES
    yield SKOS["inScheme"], NOTES
    yield RDFS["isDefinedBy"], ONTOLOGY
