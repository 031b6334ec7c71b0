"""This room holds one HTTP exchange as plain values, so that the endpoint needs no framework to be asked.

The SPARQL endpoint answers through these both inside Flask and in front of it, where every microsecond counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from functools import cached_property, lru_cache
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from werkzeug.exceptions import RequestEntityTooLarge

Headers = tuple[tuple[str, str], ...]
Environ = Mapping[str, Any]

#: Every answer varies by these, refusals and 304 included, so that no cache hands one client another's variant.
VARY = "Accept, Accept-Profile, Accept-Encoding, Origin"
#: The one style element that is let in: what the table of the query editor writes for the handles of its columns.
RESIZER = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"
#: On every answer. Nothing comes from other hosts, nothing runs inline; data blocks in a page are not scripts.
_CONTENT_SECURITY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {RESIZER}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY: Headers = (
    ("Content-Security-Policy", _CONTENT_SECURITY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
#: Anyone may read from any page: the data are public, and no answer depends on who asks.
CORS: Headers = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "Content-Profile, ETag, Link, Retry-After, X-Truncated"),
)
#: On an answer that the next one may complete.
UNKEPT: Headers = (("Cache-Control", "no-store"), ("Vary", VARY))
#: Where the front tells those behind it which edition answers.
EDITION = "jopsrdf.edition"
PREFLIGHT_HEADERS = "Content-Type, Accept, Accept-Profile, If-None-Match"


@dataclass(frozen=True, slots=True)
class Message:
    """What is looked at in a request; texts are "" where the header is missing.

    `root` is the site's own address; `edition` stands for the program and the settings that answer (see `front`).
    """

    method: str = "GET"
    path: str = "/"
    query_string: str = ""
    content_type: str = ""
    accept: str = ""
    accept_encoding: str = ""
    if_none_match: str = ""
    if_modified_since: str = ""
    root: str = "http://localhost/"
    edition: str = ""
    body: bytes = field(default=b"", repr=False)

    @classmethod
    def of_head(cls, environ: Environ) -> Message:
        """Read a WSGI request without its body."""
        get = environ.get
        return cls(
            method=environ["REQUEST_METHOD"],
            path=environ["PATH_INFO"],
            query_string=get("QUERY_STRING", ""),
            content_type=get("CONTENT_TYPE", ""),
            accept=get("HTTP_ACCEPT", ""),
            accept_encoding=get("HTTP_ACCEPT_ENCODING", ""),
            if_none_match=get("HTTP_IF_NONE_MATCH", ""),
            if_modified_since=get("HTTP_IF_MODIFIED_SINCE", ""),
            root=root_of(environ),
            edition=get(EDITION, ""),
        )

    def with_body(self, environ: Environ, limit: int) -> Message:
        """Return the message with its body, at most `limit` bytes of it; raise werkzeug's 413 beyond that."""
        return self if self.method in ("GET", "HEAD") else replace(self, body=_body(environ, limit))


#: The status that logs and counters have for a client that went away before its answer; it is never sent.
CLIENT_GONE = 499
_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}


@dataclass(frozen=True)
class Reply:
    """What goes back: the status, the headers in order, and the whole body; or `stream`, for files that are large."""

    status: int
    headers: Headers
    body: bytes = field(default=b"", repr=False)
    stream: Iterable[bytes] | None = None

    @property
    def line(self) -> str:
        """The status with its phrase, as WSGI wants it."""
        return _LINES[self.status]

    @cached_property
    def head(self) -> bytes:
        r"""The status line and the headers as HTTP/1.1 sends them, open for more.

        >>> Reply(200, (("Content-Length", "0"),)).head
        b'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n'
        """
        lines = (f"HTTP/1.1 {self.line}", *(f"{name}: {value}" for name, value in self.headers), "")
        return "\r\n".join(lines).encode("latin-1")

    def with_headers(self, *more: tuple[str, str]) -> Reply:
        return replace(self, headers=self.headers + more)


def root_of(environ: Environ) -> str:
    """Return the address of the site as the client sees it, with a slash at the end.

    >>> root_of({"wsgi.url_scheme": "https", "HTTP_HOST": "data.example", "SCRIPT_NAME": "/jops"})
    'https://data.example/jops/'
    """
    host = environ.get("HTTP_HOST") or f"{environ.get('SERVER_NAME', 'localhost')}:{environ.get('SERVER_PORT', 80)}"
    return f"{environ.get('wsgi.url_scheme', 'http')}://{host}{quote(environ.get('SCRIPT_NAME') or '')}/"


@lru_cache(maxsize=64)
def http_date(seconds: float) -> str:
    """Return a time as HTTP writes it.

    >>> http_date(0)
    'Thu, 01 Jan 1970 00:00:00 GMT'
    """
    return formatdate(seconds, usegmt=True)


def _body(environ: Environ, limit: int) -> bytes:
    length = environ.get("CONTENT_LENGTH") or ""
    if length.isdigit() and int(length) > limit:
        raise RequestEntityTooLarge(f"A request may have {limit} bytes; this one has {length}.")
    if not length and not environ.get("wsgi.input_terminated"):
        return b""
    body: bytes = environ["wsgi.input"].read(min(int(length), limit) if length.isdigit() else limit + 1)
    if len(body) > limit:
        raise RequestEntityTooLarge(f"A request may have {limit} bytes; this one has more.")
    return body
