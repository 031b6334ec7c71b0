"""This room is one process that serves: its connections, a clock for all of them, and an end that waits for them."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Protocol

from jopsrdf.web.http.exchange import Reply, http_date
from jopsrdf.web.server.connection import Connection
from jopsrdf.web.server.reading import Request
from jopsrdf.web.server.wholes import Wholes

#: Seconds that requests at work have to finish when the server stops.
PATIENCE = 15
#: Seconds between two looks at the clock.
TICK = 1.0
#: Connections that the system may hold for us until we take them.
BACKLOG = 1024
#: Heads of requests that are remembered with their meaning: who asks the same again sends the same bytes.
HEADS = 1024
#: Bytes that are taken from a connection at once.
BUFFER = 1 << 16
#: Bytes of a head that is remembered.
REMEMBERED = 1 << 12


class Application(Protocol):
    """Whoever answers; nothing here takes time or raises. What takes time goes on elsewhere after `answer`."""

    def begin(self, loop: asyncio.AbstractEventLoop) -> None: ...
    def kept(self, request: Request) -> Reply | None: ...
    def answer(self, request: Request, body: bytes, deliver: Callable[[Reply], None]) -> Callable[[], None]: ...
    def refused(self, status: int, detail: str) -> Reply: ...
    def end(self) -> None: ...


class Listener:
    """Takes connections from a socket that listens already, `most` at a time; `limit` is the bytes of a body."""

    def __init__(self, application: Application, authority: str, limit: int, most: int) -> None:
        self.application, self.authority, self.limit = application, authority, limit
        self._most = most
        self._connections: set[Connection] = set()
        #: Requests by the bytes they were read from; only such whose replies are kept.
        self.heads: dict[bytes, Request] = {}
        self.wholes = Wholes()
        #: Where the bytes of all connections come in.
        self.buffer = memoryview(bytearray(BUFFER))
        self.now, self._date = time.monotonic(), ""
        self._stopped: asyncio.Event

    async def serve(self, listening: socket.socket, ready: Callable[[], object]) -> None:
        """Serve until SIGTERM; call `ready` as soon as requests are answered."""
        loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        loop.add_signal_handler(signal.SIGTERM, self._stopped.set)
        self.application.begin(loop)
        ticking = loop.create_task(self._tick())
        # asyncio takes as many connections at a time as may wait: one, so that the processes share them.
        server = await loop.create_server(lambda: Connection(self), sock=listening, backlog=1)
        try:
            listening.listen(BACKLOG)
            ready()
            await self._stopped.wait()
            server.close()
            await self._empty()
        finally:
            ticking.cancel()
            self.wholes.forget()
            self.application.end()

    def stop(self) -> None:
        """End the serving as SIGTERM does."""
        self._stopped.set()

    def welcome(self, connection: Connection) -> bool:
        """Take a connection in; return whether there was room for it."""
        self._connections.add(connection)
        return len(self._connections) <= self._most

    def part(self, connection: Connection) -> None:
        self._connections.discard(connection)

    def remember(self, head: bytes, request: Request) -> None:
        """Spare the next who sends these bytes the reading."""
        if 0 < len(head) <= REMEMBERED:
            if len(self.heads) >= HEADS:
                self.heads.clear()
            self.heads[head] = request

    def tail(self, version: str, *, keeps: bool) -> bytes:
        """Return the end of a reply's head: the headers that are of this moment and of the connection."""
        return _tail(self._date, version, keeps)

    async def _tick(self) -> None:
        """Once a second look at the clock, and at those whose time is over."""
        while True:
            self.now, self._date = time.monotonic(), http_date(int(time.time()))
            self.wholes.forget()
            for connection in [one for one in self._connections if one.deadline < self.now]:
                connection.expire()
            await asyncio.sleep(TICK)

    async def _empty(self) -> None:
        """Wait for the connections to end, but not forever."""
        for connection in list(self._connections):
            connection.finish()
        until = time.monotonic() + PATIENCE
        while self._connections and time.monotonic() < until:
            await asyncio.sleep(0.02)


@lru_cache(maxsize=16)
def _tail(date: str, version: str, keeps: bool) -> bytes:
    r"""Return the last headers; a client of HTTP/1.0 is told that the connection stays, one of 1.1 that it ends.

    >>> _tail("Thu, 01 Jan 1970 00:00:00 GMT", "1.1", True)
    b'Date: Thu, 01 Jan 1970 00:00:00 GMT\r\n\r\n'
    """
    connection = {("1.0", True): "Connection: keep-alive\r\n", ("1.1", False): "Connection: close\r\n"}
    return f"Date: {date}\r\n{connection.get((version, keeps), '')}\r\n".encode()
