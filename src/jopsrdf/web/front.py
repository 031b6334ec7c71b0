"""This room stands in front of Flask: it answers what it has seen before from bytes, and queries without Flask.

Everything that leaves the server passes here, so here it gets its security headers and its length. The server asks it
through `application`; it is a WSGI application too, for tests, for the export of the site, and for other servers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wsgi import FileWrapper

from jopsrdf.store import Dataset
from jopsrdf.web.endpoint import sparql, state
from jopsrdf.web.http import problems
from jopsrdf.web.http.cache import Cache, Key
from jopsrdf.web.http.conditional import has_tag
from jopsrdf.web.http.encoding import coding, encode
from jopsrdf.web.http.exchange import CORS, EDITION, SECURITY, VARY, Headers, Message, Reply, root_of
from jopsrdf.web.http.metrics import Metrics
from jopsrdf.web.http.offers import prefers_html

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

#: What may be kept: answers, and redirects to them. Errors are made anew each time.
KEPT = (200, 301, 303)
#: Headers that every reply has.
_ALWAYS = SECURITY + CORS
#: Headers that a 304 has as the 200 would have them (RFC 9110, section 15.4.5).
REPEATED = ("etag", "last-modified", "cache-control", "vary", "link")
#: Seconds for which kept answers go out without a look at the dataset's pointer.
PAUSE = 0.2
#: Where the files of the site are: scripts, styles, pictures. They stay in memory, compressed.
FILES = "/static/"
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
#: Paths that tell the state of this very moment.
MOMENTARY = (state.HEALTH, state.METRICS)


@dataclass(slots=True)
class Watch:
    """Looks at most every `PAUSE` seconds which generation is the current one; tells its `state`."""

    dataset: Dataset
    _state: str = ""
    _next: float = 0.0

    def generation(self) -> str:
        now = monotonic()
        if now >= self._next:
            self._state, self._next = self.dataset.generation.state, now + PAUSE
        return self._state


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before `inner` (Flask's application); `edition` names the program and settings in entity tags.

    Environments are as WSGI has them; HEAD is asked as GET, and its body stays with who sends the reply.
    """

    inner: WSGIApplication
    endpoint: sparql.Endpoint
    dataset: Dataset
    cache: Cache
    metrics: Metrics
    edition: str
    watch: Watch

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request of a WSGI server."""
        method = environ["REQUEST_METHOD"]
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
        if not is_lasting(environ["PATH_INFO"], "HTTP_RANGE" in environ):
            return self._made(environ)
        key, if_none_match = key_of(environ), environ.get("HTTP_IF_NONE_MATCH", "")
        kept, generation = self.kept(key, if_none_match), self.watch.generation()
        return kept or self.keep(generation, key, self._made(environ), if_none_match)

    def _made(self, environ: WSGIEnvironment) -> Reply:
        return self.dataset.run(self.asked_with_body(environ)) if is_query_of(environ) else self.page(environ)

    def kept(self, key: Key, if_none_match: str) -> Reply | None:
        """Return the reply that is kept for a GET, or the 304 where the client has it too."""
        reply = self.cache.get(self.watch.generation(), key)
        self.metrics.cache("hit" if reply else "miss")
        return (unchanged(reply, if_none_match) or reply) if reply else None

    def keep(self, generation: str, key: Key, reply: Reply, if_none_match: str) -> Reply:
        """Keep the reply to a GET that came under a generation, if it may be kept; return it, or the 304 for it.

        Whoever made it has looked which generation is the current one: if another came in between, that was seen.
        """
        if is_kept(reply) and self.dataset.seen.state == generation:
            self.cache.put(generation, key, reply)
            self.metrics.kept(self.cache.size, len(self.cache))
        return unchanged(reply, if_none_match) or reply

    def page(self, environ: WSGIEnvironment) -> Reply:
        """Return what Flask answers, or a file of ours."""
        environ[EDITION] = self.edition
        is_file = environ["REQUEST_METHOD"] == "GET" and environ["PATH_INFO"].startswith(FILES)
        return complete(self._file(environ) if is_file else called(self.inner, environ))

    def _file(self, environ: WSGIEnvironment) -> Reply:
        """Answer with a file of ours, compressed once; whether the client has it already is seen afterwards."""
        if "HTTP_RANGE" in environ:
            return called(self.inner, environ)
        asked = {name: value for name, value in environ.items() if name not in CONDITIONS}
        return compressed(whole(called(self.inner, asked)), environ.get("HTTP_ACCEPT_ENCODING", ""))

    async def asked_with_body(self, environ: WSGIEnvironment) -> Reply:
        """Return what `asked` does, of a request whose body is still to be read."""
        environ[EDITION] = self.edition
        message = Message.of_head(environ)
        try:
            message = message.with_body(environ, self.endpoint.limits["request_bytes"])
        except RequestEntityTooLarge as error:
            return complete(problems.reply(problems.of(error), message))
        return await self.asked(message)

    async def asked(self, message: Message) -> Reply:
        """Return the endpoint's answer, on the loop of the dataset; cancelling it ends the query."""
        try:
            return complete(await self.endpoint.answer(message))
        except Exception as error:  # noqa: BLE001 - refusals and our own bugs alike end in a problem
            return complete(problems.reply(problems.of(error), message))

    async def at_this_moment(self, message: Message) -> Reply:
        """Return the answer to one of `MOMENTARY`, on the loop of the dataset."""
        try:
            if message.path == state.HEALTH:
                return complete(await state.health(self.dataset))
            return complete(await state.counters(self.dataset, self.metrics))
        except Exception as error:  # noqa: BLE001 - as above
            return complete(problems.reply(problems.of(error), message))


def is_query(method: str, path: str, accept: str) -> bool:
    """Say whether the endpoint answers this; browsers get its page instead.

    >>> is_query("GET", "/sparql/", "*/*"), is_query("GET", "/sparql", "text/html")
    (True, False)
    """
    return path.rstrip("/") == sparql.PATH and not (method == "GET" and prefers_html(accept))


def is_query_of(environ: WSGIEnvironment) -> bool:
    """Say the same of an environment."""
    return is_query(environ["REQUEST_METHOD"], environ["PATH_INFO"], environ.get("HTTP_ACCEPT", ""))


def is_lasting(path: str, has_range: bool) -> bool:
    """Say whether the answer to a GET may be one that is kept: no part of a file, no state of this moment."""
    return not has_range and path not in MOMENTARY


def is_kept(reply: Reply) -> bool:
    """Say whether a reply may be kept: a whole answer that is not for this once."""
    return reply.status in KEPT and reply.stream is None and ("Cache-Control", "no-store") not in reply.headers


def key_of(environ: WSGIEnvironment) -> Key:
    """Return what tells two GETs apart: the address as the client sees it, what it accepts, and the coding it gets."""
    get = environ.get
    accepted = get("HTTP_ACCEPT", ""), get("HTTP_ACCEPT_PROFILE", ""), coding(get("HTTP_ACCEPT_ENCODING", ""))
    return root_of(environ), environ["PATH_INFO"], get("QUERY_STRING", ""), *accepted


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
    return Reply(status, _unmeasured(headers), body)


def _unmeasured(headers: Iterable[tuple[str, str]]) -> Headers:
    """Leave out the length, which may change and is said at the end."""
    return tuple((name, value) for name, value in headers if name.lower() != "content-length")


def whole(reply: Reply) -> Reply:
    """Return the reply with its stream read to the end."""
    if reply.stream is None:
        return reply
    try:
        return Reply(reply.status, _unmeasured(reply.headers), b"".join(reply.stream))
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
    if reply.stream is None and reply.status not in (204, 304):
        headers += (("Content-Length", str(len(reply.body))),)
    return Reply(reply.status, headers + _ALWAYS, reply.body, reply.stream)


def unchanged(reply: Reply, if_none_match: str) -> Reply | None:
    """Return the 304 for a kept reply that the client has too."""
    etag = if_none_match and next((value for name, value in reply.headers if name == "ETag"), "")
    if not etag or not has_tag(if_none_match, etag):
        return None
    return complete(Reply(304, tuple(pair for pair in reply.headers if pair[0].lower() in REPEATED)))
