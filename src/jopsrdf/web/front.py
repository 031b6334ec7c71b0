"""This room stands in front of Flask: it answers what it has seen before from bytes, and queries without Flask.

Everything that leaves the server passes here, so here it gets its security headers and its length, and HEAD loses
its body. A repeated GET costs two dictionary look-ups; a new query costs the endpoint's own work and no more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

from werkzeug.wsgi import FileWrapper

from jopsrdf.store import Dataset
from jopsrdf.web.endpoint import sparql
from jopsrdf.web.http import problems
from jopsrdf.web.http.cache import Cache, Key
from jopsrdf.web.http.conditional import has_tag
from jopsrdf.web.http.encoding import coding, encode
from jopsrdf.web.http.exchange import CORS, EDITION, SECURITY, VARY, Message, Reply, root_of
from jopsrdf.web.http.flights import Flights
from jopsrdf.web.http.metrics import Metrics
from jopsrdf.web.http.offers import prefers_html

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

#: What may be kept: answers, and redirects to them. Errors are made anew each time.
KEPT = (200, 301, 303)
#: Headers that a 304 has as the 200 would have them (RFC 9110, section 15.4.5).
REPEATED = ("etag", "last-modified", "cache-control", "vary", "link")
#: Seconds for which kept answers go out without a look at the dataset's pointer.
PAUSE = 0.2
#: Where the files of the site are: scripts, styles, pictures. They stay in memory, compressed.
FILES = "/static/"
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
#: Paths that tell the state of this very moment.
MOMENTARY = ("/healthz", "/metrics")


@dataclass(slots=True)
class Watch:
    """Looks at most every `PAUSE` seconds which generation is the current one."""

    dataset: Dataset
    _id: str = ""
    _next: float = 0.0

    def generation(self) -> str:
        now = monotonic()
        if now >= self._next:
            self._id, self._next = self.dataset.generation.id, now + PAUSE
        return self._id


@dataclass(frozen=True, slots=True)
class Front:
    """A WSGI application around another (`inner`, Flask's); `edition` names the program and settings in entity tags."""

    inner: WSGIApplication
    endpoint: sparql.Endpoint
    dataset: Dataset
    cache: Cache
    metrics: Metrics
    edition: str
    watch: Watch
    flights: Flights = field(default_factory=Flights)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; HEAD is a GET whose body stays here."""
        method = environ["REQUEST_METHOD"]
        environ[EDITION] = self.edition
        if method == "HEAD":
            environ["REQUEST_METHOD"] = "GET"
        reply = self._looked_up(environ) if method in ("GET", "HEAD") else self._made(environ)
        self.metrics.request(method, reply.status)
        start_response(reply.line, list(reply.headers))
        if reply.stream is not None and method != "HEAD":
            return reply.stream
        if isinstance(reply.stream, FileWrapper):
            reply.stream.close()
        return [b"" if method == "HEAD" else reply.body]

    def _looked_up(self, environ: WSGIEnvironment) -> Reply:
        if environ["PATH_INFO"] in MOMENTARY or "HTTP_RANGE" in environ:
            return self._made(environ)
        generation, key = self.watch.generation(), key_of(environ)
        kept = self.cache.get(generation, key)
        self.metrics.cache("hit" if kept else "miss")
        if kept is None:
            conditions = [environ.get(name, "") for name in CONDITIONS]
            kept = self.flights.reply((generation, *key, *conditions), partial(self._made, environ))
            if kept.status in KEPT and kept.stream is None and self.dataset.generation.id == generation:
                self.cache.put(generation, key, kept)
        return unchanged(kept, environ.get("HTTP_IF_NONE_MATCH", "")) or kept

    def _made(self, environ: WSGIEnvironment) -> Reply:
        get = environ["REQUEST_METHOD"] == "GET"
        is_query = environ["PATH_INFO"].rstrip("/") == sparql.PATH
        if is_query and not (get and prefers_html(environ.get("HTTP_ACCEPT", ""))):
            return complete(self._asked(environ))
        if get and environ["PATH_INFO"].startswith(FILES):
            return complete(self._file(environ))
        return complete(called(self.inner, environ))

    def _file(self, environ: WSGIEnvironment) -> Reply:
        """Answer with a file of ours, compressed once; whether the client has it already is seen afterwards."""
        if "HTTP_RANGE" in environ:
            return called(self.inner, environ)
        asked = {name: value for name, value in environ.items() if name not in CONDITIONS}
        return compressed(whole(called(self.inner, asked)), environ.get("HTTP_ACCEPT_ENCODING", ""))

    def _asked(self, environ: WSGIEnvironment) -> Reply:
        message = Message.of_head(environ)
        try:
            return self.endpoint.reply(message.with_body(environ, self.endpoint.limits["request_bytes"]))
        except Exception as error:  # noqa: BLE001 - refusals and our own bugs alike end in a problem
            return problems.reply(problems.of(error), message)


def key_of(environ: WSGIEnvironment) -> Key:
    """Return what tells two GETs apart: the address as the client sees it, and what it accepts."""
    get = environ.get
    path, query = environ["PATH_INFO"], get("QUERY_STRING", "")
    accepted = (get(f"HTTP_ACCEPT{name}", "") for name in ("", "_PROFILE", "_ENCODING"))
    return root_of(environ), path, query, *accepted


def called(inner: WSGIApplication, environ: WSGIEnvironment) -> Reply:
    """Return what another WSGI application answers: files as a stream, the rest as a whole."""
    status, headers = 0, list[tuple[str, str]]()

    def start(line: str, fields: list[tuple[str, str]], _failure: Any = None) -> Any:
        nonlocal status, headers
        status, headers = int(line[:3]), fields

    parts = inner(environ, start)
    if isinstance(parts, FileWrapper):
        return Reply(status, tuple(headers), stream=parts)
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return Reply(status, tuple(headers), body)


def whole(reply: Reply) -> Reply:
    """Return the reply with its stream read to the end."""
    if reply.stream is None:
        return reply
    try:
        return Reply(reply.status, reply.headers, b"".join(reply.stream))
    finally:
        if hasattr(reply.stream, "close"):
            reply.stream.close()


def compressed(reply: Reply, accept_encoding: str) -> Reply:
    """Return the reply under the coding that the client accepts, with an entity tag of its own."""
    name, content_type = coding(accept_encoding), dict(reply.headers).get("Content-Type", "")
    body = encode(reply.body, content_type, name) if reply.status == 200 else None
    headers = [*((key, value) for key, value in reply.headers if key != "Vary"), ("Vary", VARY)]
    if body is None:
        return Reply(reply.status, tuple(headers), reply.body)
    tagged = tuple((key, f'{value[:-1]}-{name}"' if key == "ETag" else value) for key, value in headers)
    return Reply(reply.status, (*tagged, ("Content-Encoding", name)), body)


def complete(reply: Reply) -> Reply:
    """Return the reply with the headers that all replies have; a stream has said its own length."""
    headers = reply.headers
    if reply.stream is None:
        headers = tuple((name, value) for name, value in headers if name.lower() != "content-length")
        if reply.status not in (204, 304):
            headers += (("Content-Length", str(len(reply.body))),)
    return Reply(reply.status, headers + SECURITY + CORS, reply.body, reply.stream)


def unchanged(reply: Reply, if_none_match: str) -> Reply | None:
    """Return the 304 for a kept reply that the client has too."""
    etag = if_none_match and next((value for name, value in reply.headers if name == "ETag"), "")
    if not etag or not has_tag(if_none_match, etag):
        return None
    return complete(Reply(304, tuple(pair for pair in reply.headers if pair[0].lower() in REPEATED)))
