"""This room carries messages between a server and its workers: each is a pickled value behind its length.

The worker reads and writes blocking files; the server's end is an asyncio protocol that wakes its loop once for an
answer, without a thread in between.
"""

from __future__ import annotations

import asyncio
import pickle
from collections import deque
from typing import Any, BinaryIO, cast

#: Bytes of a message's length, before it.
HEAD = 8


def packed(message: object) -> bytes:
    r"""Return a message as it travels.

    >>> packed("ASK {}")[:8]
    b'\x00\x00\x00\x00\x00\x00\x00\x15'
    """
    body = pickle.dumps(message, protocol=5)
    return len(body).to_bytes(HEAD) + body


def receive(stream: BinaryIO) -> Any:
    """Read one message from a file; raise `EOFError` when the other side has closed it."""
    head = stream.read(HEAD)
    body = stream.read(int.from_bytes(head)) if len(head) == HEAD else b""
    if not body:
        raise EOFError
    return pickle.loads(body)  # noqa: S301 # between processes of ours, over a socket without a name


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
