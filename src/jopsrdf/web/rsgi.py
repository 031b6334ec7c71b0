"""This room puts the front before granian: kept replies straight from its event loop, queries on it, pages in threads.

RSGI (granian's own interface) tells when a client has gone. What is worked on for that client alone is then called off:
a query's worker is free at once. WSGI has no such sign.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from granian.rsgi import HTTPProtocol, ProtocolClosed, ProtocolError, Scope  # type: ignore[attr-defined] # its way out
from werkzeug.exceptions import RequestTimeout
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wsgi import FileWrapper

from jopsrdf.errors import StoreUnavailable
from jopsrdf.web.front import MOMENTARY, Front, complete, is_lasting, is_query, is_query_of
from jopsrdf.web.http import problems
from jopsrdf.web.http.cache import Key
from jopsrdf.web.http.encoding import coding
from jopsrdf.web.http.exchange import CLIENT_GONE, Environ, Message, Reply, root_of
from jopsrdf.web.http.flights import Flights, Work

#: Threads for what Flask answers.
THREADS = 16
#: Requests that may wait for one of the threads, or be in one; more are a 503 at once.
PAGES = 256
#: Seconds that a client may take to send the body of its request.
BODY = 30
#: What a trusted proxy says of the address that the client knows.
FORWARDED = ("x-forwarded-proto", "x-forwarded-host", "x-forwarded-prefix")
CONDITIONS = ("if-none-match", "if-modified-since")
Headers = Mapping[str, str]


class Application:
    """The site as granian calls it; `hops` is the number of proxies that are believed."""

    def __init__(self, front: Front, hops: int) -> None:
        self._front, self._flights = front, Flights()
        self._threads, self._pages = ThreadPoolExecutor(THREADS, "pages"), 0
        self._trust = trusting(hops)
        self._root = lru_cache(maxsize=256)(partial(root, self._trust))
        self._forwarded = FORWARDED if hops else ()
        self._limit: int = front.endpoint.limits["request_bytes"]

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin: queries run on the loop of the server."""
        self._front.dataset.use(loop)

    def __rsgi_del__(self, _loop: asyncio.AbstractEventLoop) -> None:
        """End the workers and the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._front.dataset.close()

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Answer one request."""
        method, headers = scope.method, headers_of(scope)
        try:
            reply = await self._reply(scope, protocol, headers)
        except (ProtocolClosed, ProtocolError):
            reply = None
        except Exception as error:  # noqa: BLE001 - refusals and our own bugs alike end in a problem
            reply = complete(problems.reply(problems.of(error), Message(accept=headers.get("accept", ""))))
        self._front.metrics.request(method, reply.status if reply else CLIENT_GONE)
        with suppress(ProtocolClosed):
            send(protocol, method, reply or Reply(CLIENT_GONE, ()))

    async def _reply(self, scope: Scope, protocol: HTTPProtocol, headers: Headers) -> Reply | None:
        """Return the reply, None when nobody waits for it any more."""
        is_get, key = scope.method in ("GET", "HEAD"), None
        if is_get and is_lasting(scope.path, "range" in headers):
            key = self._key(scope, headers)
            kept = self._front.kept(key, headers.get("if-none-match", ""))
            if kept:
                return kept
        make = self._work(scope, headers, b"" if is_get else await received(protocol, headers, self._limit))
        if key is None:
            return await self._flights.reply(object(), make, protocol.client_disconnect)
        generation = self._front.watch.generation()
        flight = (generation, *key, *(headers.get(name, "") for name in CONDITIONS))
        if_none_match = headers.get("if-none-match", "")
        keep = partial(self._made_to_keep, make, generation, key, if_none_match)
        return await self._flights.reply(flight, keep, protocol.client_disconnect)

    def _work(self, scope: Scope, headers: Headers, body: bytes) -> Work:
        """Return what answers a request that nobody has asked before."""
        if scope.method in ("GET", "HEAD"):
            if scope.path in MOMENTARY:
                return partial(self._front.at_this_moment, self._message(scope, headers))
            if is_query("GET", scope.path, headers.get("accept", "")):
                return partial(self._front.asked, self._message(scope, headers))
        environ = self._trust(environ_of(scope, headers, body))
        if is_query_of(environ):
            return partial(self._front.asked_with_body, environ)
        return partial(self._page, environ)

    def _message(self, scope: Scope, headers: Headers) -> Message:
        """Return what `Message.of_head` does of a GET, without an environment in between."""
        get = headers.get
        return Message(
            path=scope.path,
            query_string=scope.query_string.encode().decode("latin-1"),
            content_type=get("content-type", ""),
            accept=get("accept", ""),
            accept_encoding=get("accept-encoding", ""),
            if_none_match=get("if-none-match", ""),
            if_modified_since=get("if-modified-since", ""),
            root=self._root_of(scope, headers),
            edition=self._front.edition,
        )

    async def _made_to_keep(self, make: Work, generation: str, key: Key, if_none_match: str) -> Reply:
        return self._front.keep(generation, key, await make(), if_none_match)

    async def _page(self, environ: dict[str, Any]) -> Reply:
        if self._pages >= PAGES:
            raise StoreUnavailable(f"{self._pages} pages are being made already; try again later")
        self._pages += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._front.page, environ)
        finally:
            self._pages -= 1

    def _key(self, scope: Scope, headers: Headers) -> Key:
        """Return what `front.key_of` does, from what granian has at hand."""
        get = headers.get
        accepted = get("accept", ""), get("accept-profile", ""), coding(get("accept-encoding", ""))
        return self._root_of(scope, headers), scope.path, scope.query_string, *accepted

    def _root_of(self, scope: Scope, headers: Headers) -> str:
        host = headers.get("host") or scope.authority or scope.server
        return self._root(scope.scheme, host, *(headers.get(name, "") for name in self._forwarded))


def headers_of(scope: Scope) -> Headers:
    """Return the headers by their names in small letters; one that stands there twice has its values joined."""
    fields = scope.headers.items()
    found = dict(fields)
    if len(found) < len(fields):
        found = {name: ",".join(value for key, value in fields if key == name) for name in found}
    return found


def environ_of(scope: Scope, headers: Headers, body: bytes) -> dict[str, Any]:
    """Return a request as WSGI has it (PEP 3333): texts hold bytes as letters, and HEAD is asked as GET."""
    server, _, port = scope.server.rpartition(":")
    environ = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    environ.setdefault("HTTP_HOST", scope.authority or scope.server)
    return environ | {
        "REQUEST_METHOD": "GET" if scope.method == "HEAD" else scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string.encode().decode("latin-1"),
        "CONTENT_TYPE": headers.get("content-type", ""),
        "CONTENT_LENGTH": headers.get("content-length", ""),
        "REMOTE_ADDR": scope.client.rpartition(":")[0],
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": BytesIO(body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def trusting(hops: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what makes an environment say what so many proxies in front have forwarded."""
    if not hops:
        return lambda environ: environ
    fix = ProxyFix(lambda _environ, _start: [], x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops)

    def fixed(environ: dict[str, Any]) -> dict[str, Any]:
        fix(environ, lambda *_: lambda _: None)
        return environ

    return fixed


def root(trust: Callable[[dict[str, Any]], Environ], scheme: str, host: str, *forwarded: str) -> str:
    """Return the address of the site as the client sees it.

    >>> root(trusting(1), "http", "127.0.0.1:8000", "https", "data.example", "/jops")
    'https://data.example/jops/'
    """
    said = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in zip(FORWARDED, forwarded, strict=False)}
    return root_of(trust({"wsgi.url_scheme": scheme, "HTTP_HOST": host, "SCRIPT_NAME": "", **said}))


async def received(protocol: HTTPProtocol, headers: Headers, limit: int) -> bytes:
    """Return a request's body, one byte more than the limit at most: who reads it will refuse that.

    A body that is announced as too large is not read at all. Raise werkzeug's 408 when it does not come in time.
    """
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limit:
        return b""
    body = b""
    try:
        async with asyncio.timeout(BODY):
            async for chunk in protocol:
                body += chunk
                if len(body) > limit:
                    break
    except TimeoutError:
        raise RequestTimeout(f"The request was not complete after {BODY} seconds.") from None
    return body[: limit + 1]


def send(protocol: HTTPProtocol, method: str, reply: Reply) -> None:
    """Hand a reply over; a file goes out from where it is, part by part as the client takes it."""
    headers: Any = reply.headers  # granian takes any sequence
    if isinstance(reply.stream, FileWrapper):
        path = os.fspath(reply.stream.file.name)
        reply.stream.close()
        if method != "HEAD":
            return protocol.response_file(reply.status, headers, path)
    return protocol.response_bytes(reply.status, headers, b"" if method == "HEAD" else reply.body)
