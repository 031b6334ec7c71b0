"""This room finds the networks that references make: who cites what, what is cited together, who cites alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jopsrdf.store import Generation
from jopsrdf.web.pages.asking import Row, rows, text_of
from jopsrdf.web.pages.figures import within
from jopsrdf.web.pages.pictures import short
from jopsrdf.web.site import Site

#: More edges than these make a picture that nobody can read.
EDGES = 250


@dataclass(frozen=True, slots=True)
class Network:
    """One row: a name, a title that says what an edge means, and the query for `?a`, `?b` and `?weight`."""

    name: str
    title: str
    meaning: str
    query: str


NETWORKS: dict[str, Network] = {
    row.name: row
    for row in (
        Network(
            "citations",
            "Who cites what",
            "An arrow leads from an article to a work that it cites.",
            "SELECT ?a ?b (1 AS ?weight) WHERE { $scope ?a cito:cites ?b } ORDER BY ?a ?b",
        ),
        Network(
            "coupling",
            "Articles that cite the same works",
            "A line joins two articles; the more works both cite, the thicker it is (bibliographic coupling).",
            "SELECT ?a ?b (COUNT(DISTINCT ?work) AS ?weight) WHERE { $scope ?a cito:cites ?work . "
            "?b cito:cites ?work . FILTER (?a != ?b) } GROUP BY ?a ?b ORDER BY DESC(?weight) ?a ?b",
        ),
        Network(
            "cocitation",
            "Works that are cited together",
            "A line joins two works; the more articles cite both, the thicker it is (co-citation).",
            "SELECT ?a ?b (COUNT(DISTINCT ?article) AS ?weight) WHERE { $scope ?article cito:cites ?a , ?b . "
            "FILTER (STR(?a) < STR(?b)) } GROUP BY ?a ?b ORDER BY DESC(?weight) ?a ?b",
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Edge:
    """Two IRIs and how strongly they belong together."""

    a: str
    b: str
    weight: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network with the titles of its nodes; `is_cut` when there were more edges than are shown."""

    edges: tuple[Edge, ...]
    titles: dict[str, str]
    is_cut: bool

    def elements(self, base: str) -> dict[str, Any]:
        """Return the network as JSON for the picture; `href` is the page of a node, "" where it is not ours."""
        nodes = [
            {
                "id": iri,
                "label": title,
                "short": short(title, 24),
                "href": f"page/{iri.removeprefix(base)}" if iri.startswith(base) else "",
            }
            for iri, title in self.titles.items()
        ]
        return {"nodes": nodes, "edges": [[edge.a, edge.b, edge.weight] for edge in self.edges], "cut": self.is_cut}


def draw(site: Site, generation: Generation, scope: str, name: str) -> Drawn:
    """Return a network of `NETWORKS` within a scope (an IRI, "" for everything); raise the store's errors."""
    pattern = within(site, generation, scope)
    own = pattern if name == "cocitation" else pattern.replace("?article", "?a")
    found = rows(site, generation, NETWORKS[name].query.replace("$scope", own) + f" LIMIT {EDGES + 1}")
    edges = tuple(_edges(found[:EDGES]))
    return Drawn(edges, _titles(site, generation, edges), len(found) > EDGES)


def _edges(found: Iterable[Row]) -> Iterable[Edge]:
    return (Edge(text_of(row, "a"), text_of(row, "b"), int(text_of(row, "weight"))) for row in found)


def _titles(site: Site, generation: Generation, edges: tuple[Edge, ...]) -> dict[str, str]:
    nodes = dict.fromkeys(iri for edge in edges for iri in (edge.a, edge.b))
    listed = " ".join(f"<{iri}>" for iri in nodes)
    query = f"SELECT ?node ?title WHERE {{ VALUES ?node {{ {listed} }} ?node dcterms:title ?title }}"
    titles = {text_of(row, "node"): text_of(row, "title") for row in rows(site, generation, query)} if nodes else {}
    return {iri: titles.get(iri, iri.rpartition("/")[2]) for iri in nodes}
