"""This room asks a SPARQL server elsewhere, and promises what the pool does: whole answers, known limits, clear errors.

The server is asked for its best format, and its answer is read to the end and written anew: so a body that was cut off
is found out, and clients get every format whatever the server knows.
"""

from __future__ import annotations

import http.client
import select
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from urllib.parse import unquote, urlencode, urlsplit

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from jopsrdf.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import guard, results
from jopsrdf.store.answers import Answer, Kind, Limits, Question
from jopsrdf.store.results import Written
from jopsrdf.store.worker import Source

#: What the server is asked for, the best first: exact, quick to read, and widely known.
ACCEPT: dict[Kind, str] = {
    "bindings": "application/sparql-results+json, application/sparql-results+xml;q=0.5",
    "graph": "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5",
}
#: Rows at which servers are known to cut without a word (Virtuoso's ResultSetMaxRows as it is delivered).
SILENT_CAPS = (10_000, 100_000, 1_000_000)
#: How many times the answer's limit a server may send before it is cut off.
SLACK = 4
LOOK = 0.05


@dataclass(frozen=True, slots=True)
class Server:
    """An address with what connecting to it needs; a user and password in the address are sent as Basic."""

    url: str

    @contextmanager
    def request(
        self, method: str, body: bytes, headers: Mapping[str, str], seconds: float, *, query: str = ""
    ) -> Iterator[http.client.HTTPConnection]:
        """Send a request and give the connection, to read the response from; every wait ends after `seconds`."""
        parts = urlsplit(self.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        target = (parts.path or "/") + "?" * bool(parts.query or query) + "&".join(filter(None, (parts.query, query)))
        with closing(kind(parts.hostname or "", parts.port, timeout=seconds)) as connection:
            connection.request(method, target, body, {**headers, **_credentials(parts.username, parts.password)})
            yield connection


def _credentials(user: str | None, password: str | None) -> dict[str, str]:
    if not user:
        return {}
    pair = f"{unquote(user)}:{unquote(password or '')}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


class Remote:
    """A SPARQL server by its address; safe in any number of threads."""

    def __init__(self, url: str, limits: Limits) -> None:
        self._server, self._limits = Server(url), limits
        self._places = threading.BoundedSemaphore(limits.workers + limits.queue)

    def query(self, question: Question, source: Source, generation: str) -> Answer:
        """Answer a question from the server; of `source` only the prefixes count. See `Pool.query` for the errors."""
        kind = guard.read(question.text, self._limits).kind
        seconds = min(question.deadline or self._limits.deadline, self._limits.deadline)
        if not self._places.acquire(blocking=False):
            raise StoreUnavailable("too many queries are under way already; try again later", url=self._server.url)
        started = time.monotonic()
        try:
            body, media_type = self._fetched(question, kind, seconds)
        finally:
            self._places.release()
        written = self._written(body, media_type, kind, question.media_type, source.prefixes)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut or ("rows" if written.rows in SILENT_CAPS else ""),
            generation=generation,
            seconds=time.monotonic() - started,
        )

    def close(self) -> None:
        """There is nothing to end."""

    def _fetched(self, question: Question, kind: Kind, seconds: float) -> tuple[bytes, str]:
        """Return the body of the server's answer, whole, and its media type."""
        fields = [("query", question.text)]
        fields += [("default-graph-uri", iri) for iri in question.default_graphs]
        fields += [("named-graph-uri", iri) for iri in question.named_graphs]
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": ACCEPT[kind]}
        until = time.monotonic() + seconds
        try:
            with self._server.request("POST", urlencode(fields).encode(), headers, seconds) as connection:
                _wait(connection, until, question.is_gone)
                with closing(connection.getresponse()) as response:
                    body = self._body(response, until)
        except TimeoutError:
            raise QueryTimeout(seconds) from None
        except (OSError, http.client.HTTPException) as error:
            raise StoreUnavailable(f"the store does not answer ({error})", url=self._server.url) from error
        refuse(response.status, body, self._server.url)
        return body, response.headers.get_content_type()

    def _body(self, response: http.client.HTTPResponse, until: float) -> bytes:
        """Read to the end; raise `TimeoutError`, or `StoreUnavailable` when there is no end in sight."""
        chunks, size = list[bytes](), 0
        while chunk := response.read1(1 << 16):
            chunks.append(chunk)
            size += len(chunk)
            if time.monotonic() > until:
                raise TimeoutError
            if size > self._limits.bytes * SLACK:
                raise StoreUnavailable("the store sends more than an answer may have", url=self._server.url)
        if response.length:
            raise http.client.IncompleteRead(b"".join(chunks), response.length)
        return b"".join(chunks)

    def _written(self, body: bytes, media_type: str, kind: Kind, wanted: str, prefixes: Mapping[str, str]) -> Written:
        """Read the server's answer, and write it as the client wants it."""
        limits = self._limits
        try:
            if kind == "graph":
                triples = [quad.triple for quad in parse(body, _graph_format(media_type))]
                return results.write_graph(triples, wanted, limits.rows, limits.bytes, prefixes)
            found = parse_query_results(body, _results_format(media_type))
            return results.write(found, wanted, limits.rows, limits.bytes, prefixes)
        except (SyntaxError, ValueError, UnicodeDecodeError) as error:
            message = f"the store's answer is incomplete or no {media_type} ({error})"
            raise StoreUnavailable(message, url=self._server.url) from error


def _graph_format(media_type: str) -> RdfFormat:
    found = RdfFormat.from_media_type(media_type)
    if not found:
        raise ValueError("not a format of graphs")
    return found


def _results_format(media_type: str) -> QueryResultsFormat:
    found = QueryResultsFormat.from_media_type(media_type)
    if not found:
        raise ValueError("not a format of results")
    return found


def _wait(connection: http.client.HTTPConnection, until: float, is_gone: Callable[[], bool] | None) -> None:
    """Wait for the first byte, and look now and then whether the client is still there."""
    while not select.select([connection.sock], [], [], LOOK)[0]:
        if time.monotonic() > until:
            raise TimeoutError
        if is_gone and is_gone():
            raise StoreUnavailable("the client has left")


def refuse(status: int, body: bytes, url: str) -> None:
    """Raise what a server's status means to our client; nothing for success."""
    if status < 300:
        return
    said = body.decode("utf-8", "replace").strip().partition("\n")[0][:200]
    if status == 400:
        raise QueryError(f"the store refuses the query: {said}")
    if status == 429 or status >= 500:
        raise StoreUnavailable(f"the store answers {status}: {said}", url=url)
    raise StoreError(f"{url}: the store answers {status}: {said}")
