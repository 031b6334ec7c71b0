"""This room reads requests out of the bytes of a connection (RFC 9112); httptools does the parsing.

What is wrong with a request ends the reading: nobody can tell where the next one would begin.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import unquote_to_bytes

import httptools

#: Bytes of a request's head, its address included.
HEAD_BYTES = 1 << 17
VERSIONS = ("1.0", "1.1")
ADDRESS = "The address of the request is too long; a query may be sent by POST."
HEADERS = "The headers of the request are too long."
#: What may stand in `Host`: a name or a number of the network, and a port.
_HOST = re.compile(r"[\w.~%!$&'()*+;=:\[\]-]*", re.ASCII)
_ABSOLUTE = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
#: Where a connection stands: between two requests, in the head of one, in its body.
State = Literal["idle", "head", "body"]


@dataclass(frozen=True, slots=True)
class Request:
    """The head of a request. Texts hold bytes as letters (latin-1), as WSGI wants them; `path` is percent-decoded.

    `headers` has the names in small letters; one that stood there twice has its values joined. `host` is what the
    client calls us. `keeps` says whether the connection may serve for more.
    """

    method: str
    path: str
    query_string: str
    host: str
    headers: Mapping[str, str]
    version: str = "1.1"
    keeps: bool = True


class Refusal(Exception):
    """A request that cannot be read: the status and the sentence that it is answered with."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


#: A request with its body, or why there is none.
Read = tuple[Request, bytes] | Refusal


class Reader:
    r"""The requests of one connection, in their order; `limit` is the bytes of a body, `authority` our own address.

    >>> reader = Reader(limit=100, authority="localhost")
    >>> reader.feed(b"GET /a%20b?c HTTP/1.1\r\nHost: data.example\r\n\r\nGET / HT")
    >>> request, body = reader.ready.popleft()
    >>> request.path, request.query_string, request.host, reader.state
    ('/a b', 'c', 'data.example', 'head')
    """

    def __init__(self, limit: int, authority: str) -> None:
        self._limit, self._authority = limit, authority
        self._parser = httptools.HttpRequestParser(self)
        #: What was read and not yet taken.
        self.ready: deque[Read] = deque()
        self.state: State = "idle"
        #: Whether nothing more will be read, though there may be more.
        self.is_over = False
        #: Whether the client waits for leave to send its body (RFC 9110, section 10.1.1).
        self.awaits_leave = False
        self._begin()

    def feed(self, data: bytes) -> None:
        """Read on."""
        while data and not self.is_over:
            was_in_head, rest = self.state == "head", b""
            try:
                rest = self._parsed(data)
                if was_in_head and self.state == "head":
                    self._check_head(len(data))
            except Refusal as refusal:
                if not self.is_over:
                    self.ready.append(refusal)
                self.state, self.is_over = "idle", True
            if self.state == "body" and len(self._body) > self._limit:
                self._take(keeps=False)
            data = rest

    def end(self) -> None:
        """Let go of the parser, which knows this reader as this reader knows it."""
        self.is_over = True
        del self._parser

    def _parsed(self, data: bytes) -> bytes:
        """Give bytes to the parser; return what it left, which begins another request."""
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade as ended:  # another protocol is offered; we stay with this one
            self._parser = httptools.HttpRequestParser(self)
            return data[ended.args[0] :]
        except httptools.HttpParserInvalidMethodError:
            if data[:1].isalpha():
                raise Refusal(501, "This method is not known here.") from None
            raise Refusal(400, "The request is no HTTP.") from None
        except httptools.HttpParserCallbackError as error:
            raise error.__context__ or error from None
        except httptools.HttpParserError as error:
            raise Refusal(400, f"The request is no HTTP: {error}.") from None
        return b""

    def _begin(self) -> None:
        self._target, self._fields, self._head_size = b"", list[tuple[str, str]](), 0
        self._body = bytearray()
        self.awaits_leave = False

    def _check_head(self, size: int) -> None:
        """Refuse a head that has become too long with so many bytes more."""
        self._head_size += size
        if self._head_size > HEAD_BYTES:
            is_address = len(self._target) > HEAD_BYTES // 2
            raise Refusal(414, ADDRESS) if is_address else Refusal(431, HEADERS)

    # What the parser calls, by these names.

    def on_message_begin(self) -> None:
        self.state = "head"
        self._begin()

    def on_url(self, part: bytes) -> None:
        self._target += part

    def on_header(self, name: bytes, value: bytes) -> None:
        self._fields.append((name.decode("latin-1").lower(), value.decode("latin-1")))

    def on_headers_complete(self) -> None:
        if self.is_over:
            return
        self._head_size = 0
        self._check_head(len(self._target) + sum(len(name) + len(value) for name, value in self._fields))
        self._head = self._read_head()
        self.state = "body"
        if int(self._head.headers.get("content-length", "0")) > self._limit:  # the parser saw that it is a number
            self._take(keeps=False)
        self.awaits_leave = self._head.headers.get("expect", "").lower() == "100-continue"

    def on_body(self, part: bytes) -> None:
        self.awaits_leave = False
        if len(self._body) <= self._limit:
            self._body += part

    def on_message_complete(self) -> None:
        if not self.is_over:
            self._take(keeps=self._head.keeps)

    def _read_head(self) -> Request:
        version = self._parser.get_http_version()
        if version not in VERSIONS:
            raise Refusal(505, f"HTTP {version} is not spoken here.")
        headers = joined(self._fields)
        target, host = self._target.decode("latin-1"), headers.get("host")
        if host is None and version == "1.1":
            raise Refusal(400, "A request has to name its host.")
        absolute = _ABSOLUTE.match(target)
        if absolute:
            host, target = absolute[1], target[absolute.end() :] or "/"
        if host and not _HOST.fullmatch(host):
            raise Refusal(400, "The host of the request is none, or there are two.")
        path, _, query = target.partition("?")
        return Request(
            method=self._parser.get_method().decode(),
            path=unquote_to_bytes(path).decode("latin-1") if "%" in path else path,
            query_string=query,
            host=host or self._authority,
            headers=headers,
            version=version,
            keeps=self._parser.should_keep_alive(),
        )

    def _take(self, *, keeps: bool) -> None:
        """Lay a request down; one that does not keep its connection is the last that is read."""
        head = self._head if keeps else replace(self._head, keeps=False)
        self.ready.append((head, bytes(self._body[: self._limit + 1])))
        self.state, self.is_over = "idle", not keeps


def joined(fields: list[tuple[str, str]]) -> dict[str, str]:
    """Return headers by name, with the values of those that stand there twice in one.

    >>> joined([("accept", "text/turtle"), ("accept", "*/*")])
    {'accept': 'text/turtle,*/*'}
    """
    found = dict(fields)
    if len(found) < len(fields):
        found = {name: ",".join(value for key, value in fields if key == name) for name in found}
    return found
