"""This room renders the tables of the vocabularies for people: what each field becomes in SPAR and in schema.org."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from jopsrdf.graph import provenance, quality, schema_org, spar, vocabulary
from jopsrdf.graph.engine import TYPE, Row, Shape
from jopsrdf.terms import DQV, OWL, PREFIXES, RDF, RDFS, SKOS, Term, address, is_iri, parts

SPAR = (*spar.SHAPES, *quality.SHAPES, *provenance.SHAPES)
ALL = (*SPAR, *schema_org.SHAPES)
#: What a codec's range is called.
VALUES = {
    "": "text",
    "@language": "text with its language",
    "@id": "IRI",
    "things": "node",
    "date": "day, month or year",
}
Item = TypeVar("Item")


def mapping() -> str:
    """Return a section for each kind of node: its classes, then its fields with the properties they become."""
    return "\n\n".join("\n".join(_section(kind)) for kind in _unique(shape.describes for shape in ALL))


def own_terms() -> str:
    """Return a table of the terms of our own vocabulary, the codes of notes left out."""
    said: dict[Term, dict[Term, Term]] = {}
    for s, p, o in vocabulary.triples():
        said.setdefault(s, {}).setdefault(p, o)
    shown = [(s, facts) for s, facts in said.items() if facts[RDF["type"]] in (OWL["DatatypeProperty"], DQV["Metric"])]
    rows = [
        f"| `{short(s)}` | `{short(facts[RDF['type']])}` | {_meaning(facts)} | {_said(facts, SKOS['example'])} |"
        for s, facts in shown
    ]
    return "\n".join(["| term | is a | meaning | for example |", "|---|---|---|---|", *rows])


def _meaning(facts: dict[Term, Term]) -> str:
    return _said(facts, SKOS["definition"]) or _said(facts, RDFS["comment"])


def _said(facts: dict[Term, Term], predicate: Term) -> str:
    return parts(facts[predicate])[0] if predicate in facts else ""


def _section(kind: type) -> Iterator[str]:
    spar_shapes, schema_shapes = _of(SPAR, kind), _of(schema_org.SHAPES, kind)
    yield f"### {kind.__name__}"
    yield ""
    yield (kind.__doc__ or "").partition("\n")[0]
    yield ""
    yield f"Classes: {_classes((*spar_shapes, *schema_shapes))}."
    ours, theirs = _rows(spar_shapes), _rows(schema_shapes)
    fields = _unique(row.field for row in (*ours, *theirs))
    if not fields:
        return
    yield ""
    yield "| field | SPAR and neighbours | schema.org |"
    yield "|---|---|---|"
    for field in fields:
        yield f"| {field.replace('_', ' ')} | {_cell(field, ours)} | {_cell(field, theirs)} |"


def _of(shapes: Iterable[Shape], kind: type) -> tuple[Shape, ...]:
    return tuple(shape for shape in shapes if shape.describes is kind)


def _rows(shapes: Iterable[Shape]) -> list[Row]:
    return [row for shape in shapes for row in shape.rows if row.predicate != TYPE]


def _classes(shapes: Iterable[Shape]) -> str:
    always = _unique(term for shape in shapes for term in shape.classes)
    choice = _unique(
        term for shape in shapes for row in shape.rows if row.predicate == TYPE for term in row.codec.terms
    )
    text = ", ".join(f"`{short(term)}`" for term in always)
    more = ", ".join(f"`{short(term)}`" for term in choice)
    return f"{text}; by kind {more}" if text and more else text or more


def _cell(field: str, rows: Iterable[Row]) -> str:
    return "; ".join(f"`{short(row.predicate)}` {_range(row)}" for row in rows if row.field == field)


def _range(row: Row) -> str:
    return VALUES.get(row.codec.range) or f"`{row.codec.range.replace(PREFIXES['xsd'], 'xsd:')}`"


def short(term: Term) -> str:
    """Return an IRI with its prefix.

    >>> short("<http://purl.org/spar/fabio/Book>")
    'fabio:Book'
    """
    iri = address(term) if is_iri(term) else term
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _unique(items: Iterable[Item]) -> list[Item]:
    return list(dict.fromkeys(items))
