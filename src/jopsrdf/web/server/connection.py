"""This room is one connection: requests come in, replies go out in the same order, and time is measured.

What is kept goes out at once, from where the bytes came in; what has to be made comes later, and is called off when the
client goes.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, cast

from werkzeug.wsgi import FileWrapper

from jopsrdf.web.http.exchange import Reply
from jopsrdf.web.server.reading import Reader, Refusal, Request, State
from jopsrdf.web.server.wholes import Whole

if TYPE_CHECKING:
    from jopsrdf.web.server.listener import Listener

#: Seconds until the next request has to begin, and its head and its body have to be complete.
PATIENCE: Mapping[State, float] = {"idle": 75, "head": 10, "body": 30}
#: Seconds in which a client has to take a part of what it is sent.
STALLED = 60
#: Seconds in which a client may go on sending what nobody reads, so that it sees why.
LINGERING = 2
#: Requests that may wait for one another on a connection; more are left with the system.
AHEAD = 16
#: Bytes of a body from which on it is worth a file in memory.
LARGE = 1 << 15
#: Bytes of a file that are sent at a time.
PART = 1 << 20
NEVER = float("inf")


class Connection(asyncio.BufferedProtocol):
    """One client, until it goes."""

    def __init__(self, listener: Listener) -> None:
        self._listener, self._application = listener, listener.application
        self._reader = Reader(listener.limit, listener.authority)
        self._transport: asyncio.Transport
        #: What calls off what is at work for this client; None where nothing is.
        self._call_off: Callable[[], object] | None = None
        self._is_full = self._is_last = self._is_left = False
        self._unsent = 0
        self._state: State = "idle"
        #: When it is looked what is wrong, by the listener's clock.
        self.deadline = listener.now + PATIENCE["head"]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._socket: int = transport.get_extra_info("socket").fileno()
        if not self._listener.welcome(self):
            self._refuse(Refusal(503, "Too many connections are open; try again later."))

    def get_buffer(self, _hint: int) -> memoryview:
        """Return where to put what comes: one place for all, for it is read at once."""
        return self._listener.buffer

    def buffer_updated(self, size: int) -> None:
        """Read on, and answer what can be answered."""
        if self._is_left:
            return
        data = bytes(self._listener.buffer[:size])
        reader, is_between = self._reader, not self._call_off and self._reader.state == "idle"
        known = self._listener.heads.get(data) if is_between else None
        if known:
            reader.ready.append((known, b""))
        else:
            reader.feed(data)
        is_one = is_between and len(reader.ready) == 1 and reader.state == "idle"
        self._proceed(data if is_one and not known else b"")

    def _proceed(self, data: bytes = b"") -> None:
        """Answer what was read, as far as nothing is at work; `data` is what it was read from, if that was all."""
        ready = self._reader.ready
        while ready and not (self._call_off or self._is_full or self._is_left):
            read = ready.popleft()
            if isinstance(read, Refusal):
                self._refuse(read)
                return
            request, body = read
            self._state = "idle"
            reply = None if body else self._application.kept(request)
            if reply is None:
                self._call_off = self._application.answer(request, body, partial(self._deliver, request))
            else:
                self._listener.remember(data, request)
                self._send(request, reply, is_kept=True)
                if not self._keeps(request):
                    self._leave()
        self._wait()

    def _wait(self) -> None:
        """Set until when more has to come, give leave to go on, and leave to the system what is too far ahead."""
        reader, state = self._reader, self._reader.state
        if self._is_left:
            return
        if self._call_off:
            self.deadline, state = NEVER, "idle"
        elif state == "idle" or state != self._state:
            self.deadline = self._listener.now + PATIENCE[state]
        self._state = state
        if reader.awaits_leave and state == "body":
            reader.awaits_leave = False
            self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        if len(reader.ready) > AHEAD:
            self._transport.pause_reading()
        elif not self._transport.is_reading():
            self._transport.resume_reading()

    def _deliver(self, request: Request, reply: Reply) -> None:
        """Send what was made."""
        if isinstance(reply.stream, FileWrapper):
            sending = asyncio.get_running_loop().create_task(self._send_file(request, reply, reply.stream))
            self._call_off = sending.cancel
        else:
            self._send(request, reply, is_kept=False)
            self._go_on(request)

    def _send(self, request: Request, reply: Reply, *, is_kept: bool) -> None:
        tail = self._listener.tail(request.version, keeps=self._keeps(request))
        if request.method == "HEAD":
            self._transport.write(reply.head + tail)
        elif len(reply.body) < LARGE:
            self._transport.write(reply.head + tail + reply.body)
        elif is_kept:
            self._send_whole(self._listener.wholes.of(reply, tail))
        else:
            self._transport.write(reply.head + tail)
            self._transport.write(reply.body)

    def _send_whole(self, whole: Whole) -> None:
        """Have the system send what nothing stands before; what it does not take at once, the transport sends."""
        sent = 0 if self._transport.get_write_buffer_size() else whole.send(self._socket)
        if sent < whole.size:
            self._transport.write(whole.rest(sent))

    async def _send_file(self, request: Request, reply: Reply, stream: FileWrapper) -> None:
        """Send a file from where it is, part by part as the client takes it."""
        loop, size = asyncio.get_running_loop(), 0
        with closing(stream):
            self._transport.write(reply.head + self._listener.tail(request.version, keeps=self._keeps(request)))
            if request.method != "HEAD":
                size = os.fstat(stream.file.fileno()).st_size
            try:
                for start in range(0, size, PART):
                    async with asyncio.timeout(STALLED):
                        await loop.sendfile(self._transport, stream.file, start, min(PART, size - start))
            except (TimeoutError, OSError):
                self._transport.abort()
        self._go_on(request)

    def _keeps(self, request: Request) -> bool:
        return request.keeps and not self._is_last

    def _go_on(self, request: Request) -> None:
        """After a reply that had to be made, answer what has come in meanwhile, or leave."""
        self._call_off = None
        if not self._keeps(request):
            self._leave()
        else:
            self._proceed()

    def _refuse(self, refusal: Refusal) -> None:
        """Say why no more is read, and leave."""
        reply = self._application.refused(refusal.status, str(refusal))
        self._transport.write(reply.head + self._listener.tail("1.1", keeps=False) + reply.body)
        self._leave()

    def _leave(self) -> None:
        """End the connection from our side; who is still sending has a moment to see the reply."""
        self._is_left = True
        if self._reader.is_over and self._transport.can_write_eof():
            self._transport.write_eof()
            self.deadline = self._listener.now + LINGERING
        else:
            self._transport.close()

    def finish(self) -> None:
        """Leave as soon as nothing is at work any more."""
        self._is_last = True
        if not self._call_off:
            self._is_left = True
            self._transport.close()

    def expire(self) -> None:
        """Do what has to be done when the time is over: an answer is not taken, or a request does not come."""
        unsent = self._transport.get_write_buffer_size()
        if unsent and unsent != self._unsent:
            self._unsent, self.deadline = unsent, self._listener.now + STALLED
        elif unsent or self._is_left or self._reader.state == "idle":
            self._transport.abort()
        else:
            self._refuse(
                Refusal(408, f"The request was not complete after {PATIENCE[self._reader.state]:.0f} seconds.")
            )

    def pause_writing(self) -> None:
        """Called by the transport when the client takes too little: it gets nothing more until it has taken that."""
        self._is_full = True

    def resume_writing(self) -> None:
        self._is_full = False
        self._proceed()

    def connection_lost(self, _error: Exception | None) -> None:
        """Forget the client, and what was made for it alone; no cycle is left that only a search would find."""
        self._is_left = True
        self._listener.part(self)
        self._reader.end()
        call_off, self._call_off = self._call_off, None
        if call_off:
            call_off()
