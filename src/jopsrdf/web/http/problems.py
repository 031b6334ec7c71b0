"""This room says what went wrong over HTTP: one table from exceptions to statuses, one body in three dresses.

The body is problem JSON (RFC 9457), plain text, or a page, by `Accept`; it never holds a stack trace or a path.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus

from werkzeug.exceptions import HTTPException

from jopsrdf.errors import (
    FormatError,
    JopsError,
    QueryError,
    QueryFailed,
    QueryRefused,
    QueryTimeout,
    StoreError,
    StoreUnavailable,
)
from jopsrdf.formats import negotiate
from jopsrdf.web.http.exchange import VARY, Message, Reply

#: Seconds after which a client may try again when the endpoint was busy or a query too slow.
RETRY_AFTER = 5
#: The bodies on offer, the default first.
BODIES = ("application/problem+json", "application/json", "text/plain", "text/html")
log = logging.getLogger("jopsrdf.web")


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the status of an exception, and the sentence that names its kind."""

    status: int
    title: str
    retry: bool = False


#: The first row that an exception is an instance of counts, so children stand before their parents.
KINDS: dict[type[Exception], Kind] = {
    QueryRefused: Kind(403, "This endpoint is read-only and asks no other server"),
    QueryError: Kind(400, "The query cannot be read"),
    QueryTimeout: Kind(503, "The query took too long", retry=True),
    QueryFailed: Kind(503, "The query needed more than it may have", retry=True),
    StoreUnavailable: Kind(503, "No answer can be given at the moment", retry=True),
    StoreError: Kind(500, "The dataset cannot be read"),
    FormatError: Kind(500, "The document cannot be written"),
    JopsError: Kind(400, "The request cannot be answered"),
}
#: Headers that a refusal by status brings along; the rest is ours to set.
_KEPT = ("Allow", "Retry-After", "Accept-Query")


@dataclass(frozen=True, slots=True)
class Problem:
    """What RFC 9457 calls problem details; `extra` holds members of our own, `headers` what the status demands."""

    status: int
    title: str
    detail: str
    extra: dict[str, object] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()

    def members(self) -> dict[str, object]:
        return {"type": "about:blank", "title": self.title, "status": self.status, "detail": self.detail, **self.extra}

    def text(self) -> str:
        lines = [f"{self.status} {self.title}", self.detail]
        lines += [f"{name}: {value}" for name, value in self.extra.items() if isinstance(value, str | int)]
        lines += [f"- {item}" for value in self.extra.values() if isinstance(value, list) for item in value]
        return "\n".join(line for line in lines if line) + "\n"


def of(error: Exception) -> Problem:
    """Return the problem of any exception: ours by the table, a refusal by its status, anything else as our bug."""
    if isinstance(error, JopsError):
        return _of_failure(error)
    return _of_refusal(error) if isinstance(error, HTTPException) else _of_bug(error)


def refusal(status: int, detail: str) -> Problem:
    """Return the problem of a request that the server itself refuses.

    >>> refusal(503, "Too many connections are open.").headers
    (('Retry-After', '5'),)
    """
    again = (("Retry-After", str(RETRY_AFTER)),) if status == HTTPStatus.SERVICE_UNAVAILABLE else ()
    return Problem(status, HTTPStatus(status).phrase, detail, headers=again)


def status_of(error: Exception) -> int:
    """Return the status alone, without logging anything."""
    if isinstance(error, HTTPException):
        return error.code or 500
    return next((kind.status for parent, kind in KINDS.items() if isinstance(error, parent)), 500)


def reply(problem: Problem, message: Message, page: Callable[[Problem], str] | None = None) -> Reply:
    """Return a problem in the dress that the message accepts, problem JSON by default; `page` renders HTML."""
    offered = BODIES if page else BODIES[:-1]
    media_type = negotiate(message.accept, offered) or BODIES[0]
    if page and media_type == "text/html":
        body = page(problem)
    elif media_type == "text/plain":
        body = problem.text()
    else:
        body, media_type = json.dumps(problem.members(), ensure_ascii=False) + "\n", BODIES[0]
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    headers = (("Content-Type", media_type + charset), ("Cache-Control", "no-store"), ("Vary", VARY))
    return Reply(problem.status, headers + problem.headers, body.encode())


def _of_failure(error: JopsError) -> Problem:
    kind = next(kind for parent, kind in KINDS.items() if isinstance(error, parent))
    if kind.status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return _of_bug(error, kind.title)
    place: dict[str, object] = {}
    if isinstance(error, QueryError) and error.line:
        place = {"line": error.line, "column": error.column}
    return Problem(
        kind.status, kind.title, str(error), place, (("Retry-After", str(RETRY_AFTER)),) if kind.retry else ()
    )


def _of_refusal(error: HTTPException) -> Problem:
    status = error.code or 500
    lists: dict[str, object] = {
        name: list(getattr(error, name)) for name in ("offers", "near") if getattr(error, name, None)
    }
    kept = tuple((name, value) for name, value in error.get_headers() if name in _KEPT)
    return Problem(status, HTTPStatus(status).phrase, error.description or "", lists, kept)


def _of_bug(error: Exception, title: str = "Something broke on this server") -> Problem:
    """Log a failure in full under a number, and tell the reader only the number."""
    number = uuid.uuid4().hex[:12]
    log.error("failure %s", number, exc_info=error)
    return Problem(500, title, f"The failure was logged under the number {number}.")
