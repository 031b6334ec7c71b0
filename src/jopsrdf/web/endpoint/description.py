"""This room describes the endpoint in the words of SPARQL 1.1 Service Description and VoID, from the manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jopsrdf.store import Manifest
from jopsrdf.terms import DCTERMS, RDF, RDFS, SD, VOID, XSD, Term, Triple, iri, literal
from jopsrdf.web.http.offers import GRAPH_DOCUMENTS, RESULTS


@dataclass(frozen=True, slots=True)
class Service:
    """What is described: the endpoint's address, the dataset's licence, and the limits of `journal.toml`."""

    address: str
    licence: str
    limits: Mapping[str, Any]
    functions: tuple[str, ...] = ()

    @property
    def subject(self) -> Term:
        return iri(self.address)

    def part(self, name: str) -> Term:
        return iri(f"{self.address}#{name}")


def triples(service: Service, manifest: Manifest) -> Iterator[Triple]:
    """Yield the service description: languages, formats, functions, limits, and every graph with its size."""
    subject, dataset = service.subject, service.part("dataset")
    yield subject, RDF["type"], SD["Service"]
    yield subject, SD["endpoint"], subject
    yield subject, SD["supportedLanguage"], SD["SPARQL11Query"]
    for row in RESULTS + GRAPH_DOCUMENTS:
        yield subject, SD["resultFormat"], iri(row.w3c)
    for function in service.functions:
        yield subject, SD["extensionFunction"], iri(function)
        yield iri(function), RDF["type"], SD["Function"]
    if service.limits.get("services"):
        yield subject, SD["feature"], SD["BasicFederatedQuery"]
    yield subject, RDFS["comment"], literal(sentence(service.limits), language="en")
    yield subject, SD["defaultDataset"], dataset
    yield dataset, RDF["type"], SD["Dataset"]
    yield dataset, DCTERMS["license"], iri(service.licence)
    yield from _graphs(service, manifest)


def sentence(limits: Mapping[str, Any]) -> str:
    """Say the limits in words.

    >>> sentence({"deadline": 10.0, "rows": 100000, "bytes": 64000000})
    'A query may take 10 seconds; an answer may have 100000 rows and 64000000 bytes, and a cut is announced.'
    """
    return (
        f"A query may take {limits['deadline']:g} seconds; an answer may have {limits['rows']} rows "
        f"and {limits['bytes']} bytes, and a cut is announced."
    )


def _graphs(service: Service, manifest: Manifest) -> Iterator[Triple]:
    dataset = service.part("dataset")
    for number, (name, size) in enumerate(sorted(manifest.graphs.items())):
        graph = service.part(f"graph-{number}" if name else "default-graph")
        yield graph, RDF["type"], SD["Graph"]
        yield graph, VOID["triples"], literal(str(size), datatype=XSD["integer"])
        if not name:
            yield dataset, SD["defaultGraph"], graph
            continue
        named = service.part(f"named-graph-{number}")
        yield dataset, SD["namedGraph"], named
        yield named, RDF["type"], SD["NamedGraph"]
        yield named, SD["name"], iri(name)
        yield named, SD["graph"], graph
