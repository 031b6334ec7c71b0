"""Synthetic articles for the tests of the store: as many as wanted, citing each other's works, always the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from jopsrdf import store
from jopsrdf.store import Entry, Input, Manifest, Plan
from jopsrdf.terms import CITO, CO, DCTERMS, FABIO, PROV, RDF, XSD, Quad, iri, literal

BASE = "https://dataset.example/"
PLAN = Plan(program="test 1", settings="settings", base=BASE)
#: Works that articles cite; small, so that they share some.
WORKS = 97


def article(number: int) -> str:
    """Return the IRI of an article."""
    return f"{BASE}work/10.1000/{number:05}"


def work(number: int) -> str:
    """Return the IRI of a cited work."""
    return f"{BASE}work/work-{number % WORKS}"


def quads(number: int, references: int) -> Iterable[Quad]:
    """Yield some quads of the kinds that articles have: own graph, shared works, fragments, provenance."""
    subject, graph = iri(article(number)), iri(f"{BASE}graph/work/10.1000/{number:05}")
    yield subject, RDF["type"], FABIO["JournalArticle"], graph
    yield subject, DCTERMS["title"], literal(f"Article {number} on Türkiye"), graph
    yield subject, PROV["wasDerivedFrom"], iri(f"{BASE}source/{number}"), iri(f"{BASE}graph/provenance")
    for position in range(1, references + 1):
        cited, item = work(number * 7 + position), iri(f"{article(number)}#item-{position}")
        yield subject, CITO["cites"], iri(cited), graph
        yield iri(cited), DCTERMS["title"], literal(f"Work {(number * 7 + position) % WORKS}", language="en"), graph
        yield item, CO["index"], literal(str(position), datatype=XSD["positiveInteger"]), graph


def entry(number: int, references: int = 10) -> Entry:
    """Return an article as the store gets it."""
    return Entry(
        key=f"work/10.1000/{number:05}",
        iri=article(number),
        title=f"Article {number} on Türkiye",
        record=f'{{"title": {{"value": "Article {number}"}}}}',
        graph=f"{BASE}graph/work/10.1000/{number:05}",
        nquads=store.nquads(quads(number, references)),
        doi=f"10.1000/{number:05}",
        published=f"2025-{number % 12 + 1:02}",
        authors=("Marut Vardazaryan", "Göktuğ Şen"),
        references=tuple(
            (f"Leiße, O. ({1900 + position}). Dünya {position}.", work(number * 7 + position))
            for position in range(1, references + 1)
        ),
        stated=f"2025-07-{number % 28 + 1:02}",
        notes={"issue-bracket": 1} if number % 2 else {},
    )


def inputs(numbers: Iterable[int]) -> list[Input]:
    """Return one input for each article."""
    return [Input(f"{number:05}.txt", f"{number:064x}") for number in numbers]


def build(location: Path, numbers: Iterable[int], plan: Plan = PLAN, *, references: int = 10) -> Manifest:
    """Build a generation that holds these articles; what is unchanged is carried over."""
    with store.building(location, inputs(numbers), plan) as builder:
        for source in () if builder.unchanged else builder.inputs:
            if builder.carry(source) is None:
                builder.add(source, entry(int(source.digest, 16), references))
    assert builder.manifest
    return builder.manifest
