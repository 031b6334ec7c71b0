"""A small HTTP/1.1 client for load: it notices what other clients forgive, such as a body that is shorter than said."""

from __future__ import annotations

import asyncio
import gzip
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

#: Seconds after which an answer that does not come counts as none.
PATIENCE = 60.0
#: Headers that follow a status with no body (RFC 9110, section 6.4.1).
BODILESS = (204, 304)


class NoAnswer(Exception):
    """The server closed the connection, or kept silent, before the answer was whole."""


@dataclass(frozen=True)
class Request:
    """What is sent; `raw` are bytes that are sent as they are instead."""

    target: str = "/"
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    raw: bytes = b""

    def to_bytes(self) -> bytes:
        """Return the request as it goes over the wire."""
        if self.raw:
            return self.raw
        headers = {"Host": "127.0.0.1", **self.headers}
        if self.body or self.method == "POST":
            headers["Content-Length"] = str(len(self.body))
        lines = [f"{self.method} {self.target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join([*lines, "", ""]).encode("latin-1") + self.body


@dataclass(frozen=True)
class Response:
    """An answer, whole: header names are lower-case, `body` is decoded, `started` is of the monotonic clock."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    started: float
    seconds: float


class Client:
    """One connection at a time, kept while the server keeps it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: Request) -> Response:
        """Return the answer to a request; raise `NoAnswer` when there is none.

        A kept connection that turns out to be closed before the first byte is no fault: the request is sent again.
        """
        started = time.monotonic()
        is_kept = self._streams is not None
        try:
            return await asyncio.wait_for(self._asked(request, started), PATIENCE)
        except (OSError, EOFError, ValueError) as error:
            self.close()
            if is_kept and isinstance(error, (ConnectionError, Closed)):
                return await self.ask(request)
            raise NoAnswer(f"{type(error).__name__} after {time.monotonic() - started:.1f} s") from error

    async def _asked(self, request: Request, started: float) -> Response:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._streams
        writer.write(request.to_bytes())
        line = await reader.readline()
        if not line:
            raise Closed
        status = int(line.split()[1])
        headers = await _headers(reader)
        body = b"" if status in BODILESS or request.method == "HEAD" else await _body(reader, headers)
        if headers.get("connection", "").lower() == "close" or request.raw:
            self.close()
        return Response(status, headers, body, started, time.monotonic() - started)

    async def send(self, data: bytes) -> asyncio.StreamReader:
        """Send bytes over a new connection and return what there is to read, for clients that misbehave."""
        self.close()
        self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 12)
        self._streams[1].write(data)
        return self._streams[0]

    def close(self) -> None:
        """Leave, whatever the server is about to say."""
        if self._streams:
            self._streams[1].transport.abort()
        self._streams = None


class Closed(EOFError):
    """The server closed the connection before the first byte of an answer."""


async def _headers(reader: asyncio.StreamReader) -> dict[str, str]:
    found: dict[str, str] = {}
    while (line := await reader.readline()).strip():
        name, _, value = line.decode("latin-1").partition(":")
        found[name.lower()] = value.strip()
    if not line:
        raise EOFError
    return found


async def _body(reader: asyncio.StreamReader, headers: Mapping[str, str]) -> bytes:
    """Read a body to its stated end; raise `EOFError` where it breaks off."""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        parts = list[bytes]()
        while size := int((await reader.readline()).split(b";")[0], 16):
            parts.append(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
        body = b"".join(parts)
    elif "content-length" in headers:
        body = await reader.readexactly(int(headers["content-length"]))
    else:
        body = await reader.read()
    return gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
