"""This room asks a SPARQL server elsewhere, and promises what the pool does: whole answers, known limits, clear errors.

The server is asked for its best format, and its answer is read to the end and written anew: so a body that was cut off
is found out, and clients get every format whatever the server knows.
"""

from __future__ import annotations

import asyncio
import http.client
import select
import socket
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from traceback import clear_frames
from urllib.parse import urlencode

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from jopsrdf.errors import QueryTimeout, StoreUnavailable
from jopsrdf.store import handover, results
from jopsrdf.store.answers import KINDS, Answer, Form, Kind, Limits, Question
from jopsrdf.store.results import Written
from jopsrdf.store.server import Server
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
class Fetched:
    """A server's answer as it came; `cap` is the number of rows that it says it gives at most, 0 if it says nothing.

    `partial` is true when the server says that it stopped before the end.
    """

    body: bytes
    media_type: str
    cap: int = 0
    partial: bool = False

    def is_cut(self, rows: int) -> bool:
        """Say whether an answer of so many rows is, or may be, less than all."""
        return self.partial or (rows >= self.cap if self.cap else rows in SILENT_CAPS)


class Remote:
    """A SPARQL server by its address; to be used on one loop only."""

    def __init__(self, server: Server, limits: Limits) -> None:
        self._server, self._limits = server, limits
        self._places, self._taken = limits.workers + limits.queue, 0
        self._threads = ThreadPoolExecutor(self._places or 1, "remote")

    async def answer(self, question: Question, source: Source, generation: str) -> Answer:
        """Answer a question from the server; of `source` prefixes and graphs count. Errors: see `Pool.answer`."""
        if self._taken >= self._places:
            raise StoreUnavailable("too many queries are under way already; try again later", url=self._server.url)
        self._taken, gone = self._taken + 1, threading.Event()
        ask = partial(self._answer, question, source, generation, gone.is_set)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, ask)
        finally:
            self._taken -= 1
            gone.set()

    def _answer(self, question: Question, source: Source, generation: str, is_gone: Callable[[], bool]) -> Answer:
        form = handover.check(question.text, self._limits)
        seconds = min(question.deadline or self._limits.deadline, self._limits.deadline)
        started = time.monotonic()
        fetched = self._fetched(question, self._dataset(question, source), KINDS[form], seconds, is_gone)
        written = self._written(fetched, form, question.media_type, source.prefixes)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut or ("rows" if fetched.is_cut(written.rows) else ""),
            generation=generation,
            seconds=time.monotonic() - started,
        )

    def _dataset(self, question: Question, source: Source) -> list[tuple[str, str]]:
        """Return the fields that name the dataset: the client's, or ours where the server's own would be another."""
        fields = [("default-graph-uri", iri) for iri in question.default_graphs]
        fields += [("named-graph-uri", iri) for iri in question.named_graphs]
        if fields or not self._server.graph or handover.names_its_dataset(question.text):
            return fields
        return [("default-graph-uri", self._server.graph), *(("named-graph-uri", iri) for iri in source.graphs)]

    def close(self) -> None:
        """Let the threads end."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _fetched(
        self,
        question: Question,
        dataset: list[tuple[str, str]],
        kind: Kind,
        seconds: float,
        is_gone: Callable[[], bool],
    ) -> Fetched:
        """Return the server's answer, whole."""
        fields = urlencode([("query", question.text), *dataset]).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": ACCEPT[kind]}
        until = time.monotonic() + seconds
        wait = partial(_wait, until=until, is_gone=is_gone)
        try:
            with self._server.request("POST", fields, headers, seconds, wait=wait) as response:
                body = self._body(response, until)
        except TimeoutError:
            raise QueryTimeout(seconds) from None
        except (OSError, http.client.HTTPException) as error:
            raise StoreUnavailable(f"the store does not answer ({error})", url=self._server.url) from error
        self._server.refuse(response.status, body)
        cap = response.headers.get("X-SPARQL-MaxRows", "")
        return Fetched(
            body,
            response.headers.get_content_type(),
            cap=int(cap) if cap.isdecimal() else 0,
            partial="X-SQL-State" in response.headers,
        )

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

    def _written(self, fetched: Fetched, form: Form, wanted: str, prefixes: Mapping[str, str]) -> Written:
        """Read the server's answer, and write it as the client wants it."""
        try:
            return _converted(fetched, form, wanted, self._limits, prefixes)
        except (SyntaxError, ValueError, UnicodeDecodeError) as error:
            clear_frames(error.__traceback__)  # the engine's iterators may not be let go of in another thread
            message = f"the store's answer is incomplete or no {fetched.media_type} ({error})"
            raise StoreUnavailable(message, url=self._server.url) from error


def _converted(fetched: Fetched, form: Form, wanted: str, limits: Limits, prefixes: Mapping[str, str]) -> Written:
    if KINDS[form] == "graph":
        triples = [quad.triple for quad in parse(fetched.body, _graph_format(fetched.media_type))]
        return results.write_graph(triples, wanted, limits.rows, limits.bytes, prefixes)
    found = parse_query_results(fetched.body, _results_format(fetched.media_type))
    if form == "ASK" and isinstance(found, QuerySolutions):
        found = _boolean(any(True for _ in found))
    return results.write(found, wanted, limits.rows, limits.bytes, prefixes)


def _boolean(value: bool) -> QueryBoolean:
    """Return the answer to an ASK that a server (Virtuoso 7) gave as a table, empty for false."""
    found = parse_query_results(f'{{"head":{{}},"boolean":{str(value).lower()}}}', QueryResultsFormat.JSON)
    assert isinstance(found, QueryBoolean)
    return found


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


def _wait(connection: socket.socket, until: float, is_gone: Callable[[], bool]) -> None:
    """Wait for the first byte, and look now and then whether the client is still there."""
    poll = select.poll()  # not `select`, which knows only the first 1,024 files
    poll.register(connection, select.POLLIN)
    while not poll.poll(LOOK * 1000):
        if time.monotonic() > until:
            raise TimeoutError
        if is_gone():
            raise StoreUnavailable("the client has left")
