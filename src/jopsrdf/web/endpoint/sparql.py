"""This room is the SPARQL endpoint: from a message to a reply, with every rule of the protocol and no framework.

Nothing of an answer is sent before all of it is known to be right, so a failure always has its own status.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkzeug.exceptions import MethodNotAllowed, RequestURITooLarge

from jopsrdf import formats
from jopsrdf.config import Settings
from jopsrdf.store import KINDS, Answer, Dataset, Limits, Reading, is_quick, read_query
from jopsrdf.web.endpoint import description, protocol
from jopsrdf.web.endpoint.protocol import Operation
from jopsrdf.web.endpoint.querylog import Entry, QueryLog
from jopsrdf.web.http import conditional, offers
from jopsrdf.web.http.encoding import coding, encode
from jopsrdf.web.http.exchange import CLIENT_GONE, PREFLIGHT_HEADERS, VARY, Message, Reply
from jopsrdf.web.http.offers import Choice

PATH = "/sparql"
#: Bytes of a message or an answer from which on it is read, or compressed, in a thread.
HEAVY = 50_000
METHODS = ("GET", "HEAD", "POST", "QUERY", "OPTIONS")


@dataclass(frozen=True)
class Endpoint:
    """The endpoint over one dataset; `reply` may be called from many threads."""

    settings: Settings
    dataset: Dataset
    log: QueryLog

    @cached_property
    def limits(self) -> dict[str, Any]:
        """The section `server` of the settings."""
        return self.settings.server

    @cached_property
    def bounds(self) -> Limits:
        """What a query may use, as the store wants it."""
        return Limits.of(self.limits)

    def reply(self, message: Message) -> Reply:
        """Return what `answer` does, from any thread."""
        return self.dataset.run(self.answer(message))

    async def answer(self, message: Message) -> Reply:
        """Return the reply to a message; raise a `JopsError` or werkzeug's refusal, to be told by `problems`.

        It runs on the loop of the dataset, so what may take long is done in a thread. Cancelling it ends the query.
        """
        if message.method not in METHODS:
            raise MethodNotAllowed(METHODS, f"{message.method} has no meaning here; use {', '.join(METHODS)}.")
        if message.method == "OPTIONS":
            return preflight(METHODS)
        if len(message.query_string) > self.limits["request_bytes"]:
            raise RequestURITooLarge("The query is too long for an address; send it by POST.")
        is_long = len(message.query_string) + len(message.body) > HEAVY
        operation = await asyncio.to_thread(protocol.read, message) if is_long else protocol.read(message)
        return await self.ask(message, operation) if operation else self.describe(message)

    async def ask(self, message: Message, operation: Operation) -> Reply:
        """Answer a query, and write its line in the query log whatever comes of it."""
        entry = Entry(operation.query)
        try:
            return await self._ask(message, operation, entry)
        except asyncio.CancelledError:
            entry.status = CLIENT_GONE
            raise
        except Exception as error:
            entry.fail(error)
            raise
        finally:
            self.log.write(entry)

    async def _ask(self, message: Message, operation: Operation, entry: Entry) -> Reply:
        query, bounds = operation.query, self.bounds
        reading = read_query(query, bounds) if is_quick(query) else await asyncio.to_thread(read_query, query, bounds)
        choice = chosen(message, operation, reading)
        generation = self.dataset.generation
        etag = etag_of(generation.id, message, operation, choice)
        entry.generation = generation.id
        unchanged = conditional.not_modified(message, etag, generation.modified)
        if unchanged:
            entry.status = unchanged.status
            return unchanged
        answer = await self.dataset.answer(
            query,
            media_type=choice.media_type,
            default_graphs=operation.default_graphs,
            named_graphs=operation.named_graphs,
            deadline=min(operation.timeout, self.limits["deadline"]) if operation.timeout else None,
            generation=generation,
        )
        entry.rows, entry.truncated = answer.rows, answer.truncated
        given = answer, choice, message, conditional.validators(etag, generation.modified)
        return await asyncio.to_thread(finished, *given) if len(answer.body) > HEAVY else finished(*given)

    def describe(self, message: Message) -> Reply:
        """Return the service description, in the graph format that the client likes best."""
        choice = offers.choose(message.accept, "graph")
        generation = self.dataset.generation
        etag = conditional.tag(generation.id, message, message.root, choice.sent_as)
        unchanged = conditional.not_modified(message, etag, generation.modified)
        if unchanged:
            return unchanged
        service = description.Service(f"{message.root}{PATH[1:]}", self.settings.licence, self.limits)
        triples = list(description.triples(service, generation.manifest))
        body = formats.write(triples, _format_name(choice), first=service.subject)
        return dressed(body, choice.content_type, message, conditional.validators(etag, generation.modified))


def chosen(message: Message, operation: Operation, reading: Reading) -> Choice:
    """Return the variant that a query is answered in; raise 406 where none fits.

    A query without a form is one that cannot be read; the parser will say where, in any variant.
    """
    if reading.form is None:
        return offers.choose("", "bindings")
    kind = KINDS[reading.form]
    return offers.choose_by_name(operation.format, kind) if operation.format else offers.choose(message.accept, kind)


def etag_of(generation: str, message: Message, operation: Operation, choice: Choice) -> str:
    """Return the entity tag of a query's answer."""
    graphs = " ".join(operation.default_graphs), " ".join(operation.named_graphs)
    return conditional.tag(generation, message, operation.query, *graphs, choice.sent_as)


def finished(answer: Answer, choice: Choice, message: Message, headers: tuple[tuple[str, str], ...]) -> Reply:
    """Return the reply with an answer in it; a cut is announced in a header and, where there is one, in the head."""
    body = answer.body
    if answer.truncated:
        headers += (("X-Truncated", answer.truncated),)
        body = announced(body, choice.media_type, f"{message.root}{PATH[1:]}#limits")
    return dressed(body, choice.content_type, message, headers)


def announced(body: bytes, media_type: str, link: str) -> bytes:
    """Put a link about the cut into the head of a result (SPARQL 1.1 Results JSON, 3.1.2; XML, 2.3.1).

    >>> announced(b'{"head":{"vars":["s"]}}', "application/sparql-results+json", "http://e.org/")
    b'{"head":{"link":["http://e.org/"],"vars":["s"]}}'
    """
    if media_type == "application/sparql-results+json":
        return body.replace(b'{"head":{', b'{"head":{"link":["%s"],' % link.encode(), 1)
    if media_type == "application/sparql-results+xml":
        return body.replace(b"</head>", b'<link href="%s"/></head>' % link.encode(), 1)
    return body


def dressed(body: bytes, content_type: str, message: Message, headers: tuple[tuple[str, str], ...]) -> Reply:
    """Return a 200 with its body under the content coding that the client accepts."""
    name = coding(message.accept_encoding)
    encoded = encode(body, content_type, name)
    headers = (("Content-Type", content_type), *headers)
    if encoded is None:
        return Reply(200, headers, body)
    return Reply(200, (*headers, ("Content-Encoding", name)), encoded)


def preflight(methods: tuple[str, ...]) -> Reply:
    """Return the answer to OPTIONS, which browsers ask before a request to another host (Fetch, section 4.8)."""
    allowed = ", ".join(methods)
    return Reply(
        204,
        (
            ("Allow", allowed),
            ("Access-Control-Allow-Methods", allowed),
            ("Access-Control-Allow-Headers", PREFLIGHT_HEADERS),
            ("Access-Control-Max-Age", "86400"),
            ("Accept-Query", ", ".join(f'"{name}"' for name in protocol.BODIES)),
            ("Vary", VARY),
        ),
    )


def _format_name(choice: Choice) -> str:
    return next(row.name for row in formats.FORMATS.values() if row.media_type == choice.media_type)
