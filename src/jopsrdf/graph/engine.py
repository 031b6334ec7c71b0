"""This room turns things into triples by tables: a row says which predicate a field becomes, and how it is written.

It knows no vocabulary. A thing is described by the shapes of its class, one for each vocabulary; a field that holds
things links to them, and they are described in their turn, each once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from jopsrdf.terms import RDF, Term, Triple

TYPE = RDF["type"]


class Thing(Protocol):
    """Whatever has a name: `iri` is its term, `<…>`."""

    iri: Term


@dataclass(frozen=True, slots=True)
class Codec:
    """How a field's value is written: `write` gives its terms (none, one or more).

    `range` is what JSON-LD calls the type: "@id" for IRIs, "@language" for tagged texts, a datatype IRI, or "" for
    plain strings; "things" says that the value is a tuple of things to describe. `terms` are the classes and
    individuals that may be written.
    """

    write: Callable[[Any], Iterable[Term]]
    range: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the field of a thing, the predicate it becomes, and how its value is written."""

    field: str
    predicate: Term
    codec: Codec


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: the class of things it describes, the RDF classes that each of them has, and its rows."""

    describes: type
    classes: tuple[Term, ...]
    rows: tuple[Row, ...]


#: One row, ready to run: the getter, the predicate, the writer, and whether the values are things.
Step = tuple[Callable[[Any], Any], Term, Callable[[Any], Iterable[Term]], bool]
Plan = Mapping[type, tuple[tuple[Term, ...], tuple[Step, ...]]]


def plan(shapes: Iterable[Shape]) -> Plan:
    """Lay the tables of one or more vocabularies together, by the class of thing they describe."""
    plans: dict[type, tuple[tuple[Term, ...], tuple[Step, ...]]] = {}
    for shape in shapes:
        classes, steps = plans.get(shape.describes, ((), ()))
        added = tuple((attrgetter(r.field), r.predicate, r.codec.write, r.codec.range == "things") for r in shape.rows)
        plans[shape.describes] = (classes + shape.classes, steps + added)
    return plans


def triples(plan: Plan, things: Iterable[Thing]) -> Iterator[Triple]:
    """Yield the triples of things and of all things they lead to, each described once, in the order of meeting."""
    waiting = list(things)[::-1]
    met = {thing.iri for thing in waiting}
    nothing: tuple[tuple[Term, ...], tuple[Step, ...]] = ((), ())
    while waiting:
        thing = waiting.pop()
        subject = thing.iri
        classes, steps = plan.get(type(thing), nothing)
        for term in classes:
            yield subject, TYPE, term
        following: list[Thing] = []
        for get, predicate, write, leads_on in steps:
            value = get(thing)
            if not value:
                continue
            if leads_on:
                for other in value:
                    iri = other.iri
                    yield subject, predicate, iri
                    if iri not in met:
                        met.add(iri)
                        following.append(other)
            else:
                for term in write(value):
                    yield subject, predicate, term
        waiting += reversed(following)
