"""This room is the site as the server asks it: kept replies at once, queries on the event loop, pages in threads.

Whoever asks for what is being made already waits for the same reply. What is worked on for a client that goes is called
off: a query's worker is free at once. WSGI has no sign of that.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from werkzeug.middleware.proxy_fix import ProxyFix

from jopsrdf.errors import StoreUnavailable
from jopsrdf.web.front import MOMENTARY, Front, complete, is_lasting, is_query, is_query_of
from jopsrdf.web.http import problems
from jopsrdf.web.http.cache import Key
from jopsrdf.web.http.encoding import coding
from jopsrdf.web.http.exchange import CLIENT_GONE, Environ, Message, Reply, root_of
from jopsrdf.web.http.flights import Flights, Seat
from jopsrdf.web.server.reading import Request

#: Threads for what Flask answers.
THREADS = 16
#: Requests that may wait for one of the threads, or be in one; more are a 503 at once.
PAGES = 256
#: What a trusted proxy says of the address that the client knows.
FORWARDED = ("x-forwarded-proto", "x-forwarded-host", "x-forwarded-prefix")
CONDITIONS = ("if-none-match", "if-modified-since")
SCHEME = "http"


class Application:
    """The site; `hops` is the number of proxies that are believed."""

    def __init__(self, front: Front, hops: int) -> None:
        self._front, self._flights = front, Flights()
        self._threads, self._pages = ThreadPoolExecutor(THREADS, "pages"), 0
        self._trust = trusting(hops)
        self._root = lru_cache(maxsize=256)(partial(root, self._trust))
        self._forwarded = FORWARDED if hops else ()

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run the queries on the loop of the server."""
        self._front.dataset.use(loop)

    def end(self) -> None:
        """End the workers and the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._front.dataset.close()

    def kept(self, request: Request) -> Reply | None:
        """Return the reply that is kept for a request, or the 304 where the client has it too."""
        if not is_kept_for(request):
            return None
        reply = self._front.kept(self._key(request), request.headers.get("if-none-match", ""))
        if reply:
            self._front.metrics.request(request.method, reply.status)
        return reply

    def answer(self, request: Request, body: bytes, deliver: Callable[[Reply], None]) -> Callable[[], None]:
        """Answer a request for which no reply is kept: call `deliver` with the reply, later; return what calls it off.

        Refusals and our own bugs alike end in a problem.
        """

        def landed(outcome: Reply | Exception) -> None:
            reply = outcome if isinstance(outcome, Reply) else failed(request, outcome)
            self._front.metrics.request(request.method, reply.status)
            deliver(reply)

        leave = self._boarded(request, body, landed)

        def called_off() -> None:
            self._front.metrics.request(request.method, CLIENT_GONE)
            leave()

        return called_off

    def refused(self, status: int, detail: str) -> Reply:
        """Return the reply to what is no request."""
        self._front.metrics.request("", status)
        return complete(problems.reply(problems.refusal(status, detail), Message()))

    def _boarded(self, request: Request, body: bytes, seat: Seat) -> Callable[[], None]:
        """Have a request worked on, together with others that are the same if its reply may be kept."""
        if not is_kept_for(request):
            return self._flights.board(seat, partial(self._made, request, body), seat)
        key, generation = self._key(request), self._front.watch.generation()
        conditions = (request.headers.get(name, "") for name in CONDITIONS)
        return self._flights.board(
            (generation, *key, *conditions), partial(self._made_to_keep, request, body, generation, key), seat
        )

    async def _made(self, request: Request, body: bytes) -> Reply:
        return await self._work(request, body)

    async def _made_to_keep(self, request: Request, body: bytes, generation: str, key: Key) -> Reply:
        reply = await self._work(request, body)
        return self._front.keep(generation, key, reply, request.headers.get("if-none-match", ""))

    def _work(self, request: Request, body: bytes) -> Coroutine[Any, Any, Reply]:
        """Return what answers a request that nobody has asked before."""
        if request.method in ("GET", "HEAD"):
            if request.path in MOMENTARY:
                return self._front.at_this_moment(self._message(request))
            if is_query("GET", request.path, request.headers.get("accept", "")):
                return self._front.asked(self._message(request))
        environ = self._trust(environ_of(request, body))
        if is_query_of(environ):
            return self._front.asked_with_body(environ)
        return self._page(environ)

    def _message(self, request: Request) -> Message:
        """Return what `Message.of_head` does of a GET, without an environment in between."""
        get = request.headers.get
        return Message(
            path=request.path,
            query_string=request.query_string,
            content_type=get("content-type", ""),
            accept=get("accept", ""),
            accept_encoding=get("accept-encoding", ""),
            if_none_match=get("if-none-match", ""),
            if_modified_since=get("if-modified-since", ""),
            root=self._root_of(request),
            edition=self._front.edition,
        )

    async def _page(self, environ: dict[str, Any]) -> Reply:
        if self._pages >= PAGES:
            raise StoreUnavailable(f"{self._pages} pages are being made already; try again later")
        self._pages += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._front.page, environ)
        finally:
            self._pages -= 1

    def _key(self, request: Request) -> Key:
        """Return what `front.key_of` does, from the request as it was read."""
        get = request.headers.get
        accepted = get("accept", ""), get("accept-profile", ""), coding(get("accept-encoding", ""))
        return self._root_of(request), request.path, request.query_string, *accepted

    def _root_of(self, request: Request) -> str:
        return self._root(request.host, *(request.headers.get(name, "") for name in self._forwarded))


def is_kept_for(request: Request) -> bool:
    """Say whether the reply to a request may be one that is kept."""
    return request.method in ("GET", "HEAD") and is_lasting(request.path, "range" in request.headers)


def failed(request: Request, error: Exception) -> Reply:
    """Return the problem that a request ends in."""
    return complete(problems.reply(problems.of(error), Message(accept=request.headers.get("accept", ""))))


def environ_of(request: Request, body: bytes) -> dict[str, Any]:
    """Return a request as WSGI has it (PEP 3333), with HEAD asked as GET; nothing says who asks."""
    environ = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in request.headers.items()}
    server, _, port = request.host.rpartition(":")
    return environ | {
        "HTTP_HOST": request.host,
        "REQUEST_METHOD": "GET" if request.method == "HEAD" else request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path,
        "QUERY_STRING": request.query_string,
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "CONTENT_LENGTH": request.headers.get("content-length", ""),
        "SERVER_NAME": server or request.host,
        "SERVER_PORT": port if server else "80",
        "SERVER_PROTOCOL": f"HTTP/{request.version}",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": SCHEME,
        "wsgi.input": BytesIO(body),
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def trusting(hops: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Return what makes an environment say what so many proxies in front have forwarded."""
    if not hops:
        return lambda environ: environ
    fix = ProxyFix(lambda _environ, _start: [], x_for=0, x_proto=hops, x_host=hops, x_prefix=hops)

    def fixed(environ: dict[str, Any]) -> dict[str, Any]:
        fix(environ, lambda *_: lambda _: None)
        return environ

    return fixed


def root(trust: Callable[[dict[str, Any]], Environ], host: str, *forwarded: str) -> str:
    """Return the address of the site as the client sees it.

    >>> root(trusting(1), "127.0.0.1:8000", "https", "data.example", "/jops")
    'https://data.example/jops/'
    """
    said = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in zip(FORWARDED, forwarded, strict=False)}
    return root_of(trust({"wsgi.url_scheme": SCHEME, "HTTP_HOST": host, "SCRIPT_NAME": "", **said}))
