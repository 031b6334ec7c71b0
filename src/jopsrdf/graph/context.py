"""This room derives our JSON-LD context from the tables, and frames an article with what hangs on it.

`ontology/context.jsonld` is this room as a file; a test says when the file is old, and rewrites it on `--regold`. SPAR
and its neighbours get plain names (`title`, `cites`), schema.org keeps its prefix, so that one document can hold both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from jopsrdf import resources
from jopsrdf.graph import links, provenance, quality, schema_org, spar
from jopsrdf.graph.engine import Row
from jopsrdf.records import INTENTS
from jopsrdf.terms import (
    CITO,
    CO,
    DATACITE,
    DCTERMS,
    FABIO,
    FRBR,
    PREFIXES,
    PRISM,
    PRO,
    RDF,
    SCHEMA,
    SKOS,
    Term,
    address,
)

Json = dict[str, Any]

TABLES = (spar.SHAPES, schema_org.SHAPES, quality.SHAPES, provenance.SHAPES)
#: Properties that are an array also where they have one value, so that readers need no second way.
SETS = frozenset(
    {
        CITO["cites"],
        CO["item"],
        DATACITE["hasIdentifier"],
        FABIO["hasPlaceOfPublication"],
        FABIO["hasSubjectTerm"],
        FRBR["exemplar"],
        FRBR["part"],
        PRISM["keyword"],
        PRO["isDocumentContextFor"],
        SKOS["prefLabel"],
        *(SCHEMA[name] for name in ("author", "citation", "contributor", "editor", "isbn", "issn", "keywords", "name")),
    }
)
#: Properties of the embed that the tables do not write and whose values are addresses.
EMBED_LINKS = frozenset({"mainEntityOfPage", "sdLicense"})
#: Properties whose plain name would be taken for a keyword.
PREFIXED = frozenset({DCTERMS["type"]})


def context() -> Json:
    """Return the document of our context: the prefixes, then each property with its type and container."""
    terms = {name_of(predicate): _definition(predicate, ranges) for predicate, ranges in _ranges().items()}
    return {"@context": {"@version": 1.1, **PREFIXES, **{name: terms[name] for name in sorted(terms)}}}


def name_of(predicate: Term) -> str:
    """Return what a property is called in our JSON-LD.

    >>> name_of(CITO["cites"]), name_of(SCHEMA["name"])
    ('cites', 'schema:name')
    """
    prefix, local = _split(predicate)
    return f"{prefix}:{local}" if predicate in SCHEMA or predicate in PREFIXED else local


def _split(term: Term) -> tuple[str, str]:
    iri = address(term)
    prefix = next(prefix for prefix, namespace in PREFIXES.items() if iri.startswith(namespace))
    return prefix, iri.removeprefix(PREFIXES[prefix])


def _ranges() -> dict[Term, set[str]]:
    """Return the JSON-LD types of each property; one that several tables use may have several."""
    found: dict[Term, set[str]] = {
        predicate: {"@id"} for predicate in (*links.PROPERTIES, *map(CITO.__getitem__, INTENTS))
    }
    for row in _rows():
        if row.predicate != RDF["type"]:
            found.setdefault(row.predicate, set()).add(row.codec.range)
    return found


def _rows() -> Iterable[Row]:
    return (row for shapes in TABLES for shape in shapes for row in shape.rows)


def _definition(predicate: Term, ranges: set[str]) -> str | Json:
    prefix, local = _split(predicate)
    definition: Json = {"@id": f"{prefix}:{local}"}
    types = {"@id" if name == "things" else name for name in ranges}
    if len(types) == 1 and (only := types.pop()) and only not in ("@language", "date"):
        definition["@type"] = only.replace(PREFIXES["xsd"], "xsd:")
    if predicate in SETS:
        definition["@container"] = "@set"
    return definition if len(definition) > 1 else f"{prefix}:{local}"


def schema_context() -> Json:
    """Return a small context that reads our embed as schema.org's own one does, for those who may not fetch that one.

    >>> schema_context()["license"]
    {'@type': '@id'}
    """
    addresses = {_split(p)[1] for p, ranges in _ranges().items() if p in SCHEMA and ranges & {"@id", "things"}}
    return {"@vocab": PREFIXES["schema"], **{name: {"@type": "@id"} for name in sorted(addresses | EMBED_LINKS)}}


def frame(article: str) -> Json:
    """Return the frame of an article by its IRI: roles, containers and the list with its cited works nested in it."""
    loaded: Json = json.loads(resources.ontology("frame.jsonld").read_text(encoding="utf-8"))
    return {"@id": article, **loaded}
