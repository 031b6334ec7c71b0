"""This room carries messages between a server and its workers, at the server's end.

An asyncio protocol wakes its loop once for an answer, without a thread in between; the worker reads and writes blocking
files (see `framing`).
"""

from __future__ import annotations

import asyncio
import marshal
from collections import deque
from typing import cast

from jopsrdf.store.framing import LENGTHS, Values, framed

#: Bytes that are taken from a worker at once.
BUFFER = 1 << 18
#: An answer: its values and its body.
Told = tuple[Values, bytes]


class Wire(asyncio.BufferedProtocol):
    """The server's end: questions are answered in order; when the worker ends, those at work fail with `EOFError`."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._buffer = memoryview(bytearray(BUFFER))
        self._parts: list[bytes] = []
        self._size, self._wanted = 0, LENGTHS.size
        self._expected: deque[asyncio.Future[Told]] = deque()
        self.is_up = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)  # other loops than asyncio's have their own classes

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._expected)

    def ask(self, values: Values) -> asyncio.Future[Told]:
        """Send values; the future is the answer."""
        answer = asyncio.get_running_loop().create_future()
        if self._transport is None or not self.is_up:
            _fail(answer)
            return answer
        self._expected.append(answer)
        self._transport.write(framed(values))
        return answer

    def ask_again(self) -> asyncio.Future[Told]:
        """Return another future for the last answer that is to come: its own was cancelled."""
        self._expected[-1] = answer = asyncio.get_running_loop().create_future()
        return answer

    def get_buffer(self, _hint: int) -> memoryview:
        """Return where to put what comes: always the same, for a new one each time would cost more than the answer."""
        return self._buffer

    def buffer_updated(self, size: int) -> None:
        """Hand over each answer that has come to its end; most come in one piece."""
        data = bytes(self._buffer[:size])
        self._parts.append(data)
        self._size += size
        while self._size >= self._wanted:
            received = data if len(self._parts) == 1 else b"".join(self._parts)
            head, body = LENGTHS.unpack_from(received)
            self._wanted = LENGTHS.size + head + body
            self._parts = [received]
            if self._size >= self._wanted:
                start, end = LENGTHS.size + head, self._wanted
                self._hand_over(marshal.loads(received[LENGTHS.size : start]), received[start:end])  # noqa: S302 # ours
                data = received[end:]
                self._parts, self._size, self._wanted = [data], len(data), LENGTHS.size

    def _hand_over(self, values: Values, body: bytes) -> None:
        answer = self._expected.popleft()
        if not answer.done():
            answer.set_result((values, body))

    def connection_lost(self, _error: Exception | None) -> None:
        self.is_up = False
        for answer in self._expected:
            if not answer.done():
                _fail(answer)
        self._expected.clear()

    def close(self) -> None:
        """Let go of the socket at once."""
        self.is_up = False
        if self._transport:
            self._transport.abort()


def _fail(answer: asyncio.Future[Told]) -> None:
    answer.set_exception(EOFError())
    answer.exception()  # nobody may wait for it: a worker can be lost before its first query
