"""This room loads a generation into a SPARQL server elsewhere, by the Graph Store Protocol.

Every graph is sent in parts, as N-Triples without blank nodes, so a part that is sent twice adds nothing. How far the
work has come stands in a graph of its own on the server: a run that was broken off is taken up where it stopped, and a
generation that is there already is not sent again.
"""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

from jopsrdf.errors import StoreError, StoreUnavailable
from jopsrdf.store import lines
from jopsrdf.store.dataset import Generation
from jopsrdf.store.remote import Server, refuse
from jopsrdf.terms import DCTERMS, iri, literal

#: Triples in a part; some megabytes.
PART = 20_000
#: Seconds that the server may take for one part.
PATIENCE = 600.0

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A server's address for the Graph Store Protocol; the name "" is its default graph."""

    url: str

    def put(self, graph: str, ntriples: str) -> None:
        """Replace a graph."""
        self._send("PUT", graph, ntriples)

    def post(self, graph: str, ntriples: str) -> None:
        """Add to a graph."""
        self._send("POST", graph, ntriples)

    def get(self, graph: str) -> str:
        """Return a graph as N-Triples, "" when there is none."""
        return self._send("GET", graph, "")

    def _send(self, method: str, graph: str, ntriples: str) -> str:
        headers = {"Accept" if method == "GET" else "Content-Type": "application/n-triples"}
        query = f"graph={quote(graph, safe='')}" if graph else "default"
        try:
            with (
                Server(self.url).request(method, ntriples.encode(), headers, PATIENCE, query=query) as connection,
                closing(connection.getresponse()) as response,
            ):
                body = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise StoreUnavailable(f"the store does not answer ({error})", url=self.url) from error
        if method == "GET" and response.status == 404:
            return ""
        if response.status == 400:
            raise StoreError(f"{self.url}: the store refuses a part of {graph or 'the default graph'}: {body[:200]!r}")
        refuse(response.status, body, self.url)
        return body.decode()


def publish(
    generation: Generation, url: str, *, default_graph: str = "", part: int = PART, progress: Progress | None = None
) -> bool:
    """Load a generation into a server; return False when it is there already.

    `default_graph` names the graph for what all articles say, for servers that cannot load their default graph.
    `progress` is told how many parts have been sent. Raise `StoreUnavailable` when the server does not answer, and call
    again to go on; until the end the server holds a mixture of the old and the new.
    """
    store = GraphStore(url)
    state = f"{generation.manifest.base}graph/publication"
    found = store.get(state)
    if _mark(state, generation.id, "whole") in found:
        return False
    sent = next((n for n in range(_parts(generation, part), 0, -1) if _mark(state, generation.id, f"{n}") in found), 0)
    graph_before = ""
    for number, (graph, ntriples) in enumerate(_in_parts(generation, part), 1):
        first, graph_before = graph != graph_before or number == 1, graph
        if number <= sent:
            continue
        (store.put if first else store.post)(graph or default_graph, ntriples)
        store.put(state, _mark(state, generation.id, f"{number}"))
        if progress:
            progress(number)
    store.put(state, _mark(state, generation.id, "whole"))
    return True


def _mark(state: str, generation: str, reached: str) -> str:
    """Return the triple that says how far a generation has come: the parts that are there, or "whole"."""
    return f"{iri(state)} {DCTERMS['identifier']} {literal(f'{generation} {reached}')} .\n"


def _parts(generation: Generation, part: int) -> int:
    """Return how many parts there are at most."""
    return sum(number // part + 1 for number in generation.manifest.graphs.values())


def _in_parts(generation: Generation, part: int) -> Iterator[tuple[str, str]]:
    """Yield graphs in parts: the default graph ("") first, then the others by name; always in the same order."""
    for graph in sorted(generation.manifest.graphs):
        found = _triples(generation, graph)
        while batch := list(islice(found, part)):
            yield graph, "".join(batch)


def _triples(generation: Generation, graph: str) -> Iterator[str]:
    """Yield a graph's triples as the dump has them, in its order; those of "" stand in the articles' graphs."""
    named = {iri(name) for name in generation.manifest.graphs if name}
    before = ""
    with gzip.open(generation.dump, "rt", encoding="utf-8", newline="\n") as dump:
        for text in dump:
            line = lines.read(text)
            if (line.graph == f"<{graph}>" if graph else line.graph not in named) and line.triple != before:
                before = line.triple
                yield line.triple
