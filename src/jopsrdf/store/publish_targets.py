"""This room writes graphs into a SPARQL server elsewhere: by the Graph Store Protocol, or by SPARQL Update."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

from pyoxigraph import RdfFormat, parse, serialize

from jopsrdf.errors import QueryError, StoreError, StoreUnavailable
from jopsrdf.store.server import Server

#: Seconds that the server may take for one part.
PATIENCE = 600.0
_FORM = "application/x-www-form-urlencoded"


class Target(Protocol):
    """What graphs are written into. A graph's name is its IRI, "" for the default graph; triples are N-Triples."""

    @property
    def server(self) -> Server:
        """The server that is written into."""

    @property
    def part(self) -> int:
        """How many triples are sent at a time."""

    def put(self, graph: str, ntriples: str) -> None:
        """Replace a graph."""

    def post(self, graph: str, ntriples: str) -> None:
        """Add to a graph; what is there already is not there twice."""

    def get(self, graph: str) -> str:
        """Return a graph as N-Triples, "" when there is none."""


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A server that is written into by the SPARQL 1.1 Graph Store HTTP Protocol."""

    server: Server
    part: int = 20_000

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
        status, body = _asked(self.server, method, ntriples.encode(), headers, query)
        if method == "GET" and status == http.HTTPStatus.NOT_FOUND:
            return ""
        return _accepted(self.server, status, body, graph).decode()


@dataclass(frozen=True, slots=True)
class UpdateStore:
    """A server that is written into by SPARQL 1.1 Update, and read from by queries (`reading`: at another address).

    Virtuoso compiles an update as one statement, so the parts are small.
    """

    server: Server
    reading: Server | None = None
    part: int = 1_000

    def put(self, graph: str, ntriples: str) -> None:
        """Replace a graph, in one request."""
        insert = f" ;\n{_insert(graph, ntriples)}" if ntriples else ""
        self._update(graph, f"CLEAR SILENT {f'GRAPH <{graph}>' if graph else 'DEFAULT'}{insert}")

    def post(self, graph: str, ntriples: str) -> None:
        """Add to a graph."""
        self._update(graph, _insert(graph, ntriples))

    def get(self, graph: str) -> str:
        """Return a graph as N-Triples."""
        pattern = f"GRAPH <{graph}> {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
        query = urlencode({"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"}).encode()
        headers = {"Content-Type": _FORM, "Accept": "application/n-triples"}
        server = self.reading or self.server
        return _accepted(server, *_asked(server, "POST", query, headers), graph).decode()

    def _update(self, graph: str, text: str) -> None:
        body = urlencode({"update": text}).encode()
        _accepted(self.server, *_asked(self.server, "POST", body, {"Content-Type": _FORM}), graph)


def _insert(graph: str, ntriples: str) -> str:
    return f"INSERT DATA {{ {f'GRAPH <{graph}> {{' if graph else ''}\n{ntriples}}}{'}' if graph else ''}"


def _asked(server: Server, method: str, body: bytes, headers: dict[str, str], query: str = "") -> tuple[int, bytes]:
    """Return the status and the body of a response."""
    try:
        with server.request(method, body, headers, PATIENCE, query=query) as response:
            return response.status, response.read()
    except (OSError, http.client.HTTPException) as error:
        raise StoreUnavailable(f"the store does not answer ({error})", url=server.url) from error


def _accepted(server: Server, status: int, body: bytes, graph: str) -> bytes:
    """Return the body of a request that was accepted; raise for one that was not."""
    try:
        server.refuse(status, body)
    except QueryError as error:
        raise StoreError(f"{server.url}: {graph or 'the default graph'}: {error}") from error
    return body


def normalised(ntriples: str) -> set[str]:
    r"""Return N-Triples as a set of lines in one spelling, whatever white space a server puts between the terms.

    >>> normalised('<a:s>\t<a:p>\t"o" .\n# comment\n')
    {'<a:s> <a:p> "o" .'}
    """
    lines = serialize((quad.triple for quad in parse(ntriples, RdfFormat.N_TRIPLES)), format=RdfFormat.N_TRIPLES)
    return set((lines or b"").decode().splitlines())
