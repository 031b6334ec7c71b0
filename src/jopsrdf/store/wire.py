"""This room carries messages between a server and its workers, at the server's end.

An asyncio protocol wakes its loop once for an answer, without a thread in between; the worker reads and writes blocking
files (see `framing`).
"""

from __future__ import annotations

import asyncio
import pickle
from collections import deque
from typing import Any, cast

from jopsrdf.store.framing import HEAD, packed


class Wire(asyncio.Protocol):
    """The server's end: questions are answered in order; when the worker ends, those at work fail with `EOFError`."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._received = bytearray()
        self._expected: deque[asyncio.Future[Any]] = deque()
        self.is_up = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # other loops than asyncio's have their own classes

    def ask(self, message: object) -> asyncio.Future[Any]:
        """Send a message; the future is its answer."""
        answer = asyncio.get_running_loop().create_future()
        answer.add_done_callback(_seen)
        if self._transport is None or not self.is_up:
            answer.set_exception(EOFError())
            return answer
        self._expected.append(answer)
        self._transport.write(packed(message))
        return answer

    def data_received(self, data: bytes) -> None:
        self._received += data
        while len(self._received) >= HEAD:
            end = HEAD + int.from_bytes(self._received[:HEAD])
            if len(self._received) < end:
                return
            with memoryview(self._received) as view:
                message = pickle.loads(view[HEAD:end])  # noqa: S301 # as above
            del self._received[:end]
            answer = self._expected.popleft()
            if not answer.done():
                answer.set_result(message)

    def connection_lost(self, _error: Exception | None) -> None:
        self.is_up = False
        for answer in self._expected:
            if not answer.done():
                answer.set_exception(EOFError())
        self._expected.clear()

    def close(self) -> None:
        """Let go of the socket at once."""
        self.is_up = False
        if self._transport:
            self._transport.abort()


def _seen(answer: asyncio.Future[Any]) -> None:
    """Take note of a failure that nobody may wait for: a worker can be lost before its first query."""
    if not answer.cancelled():
        answer.exception()
