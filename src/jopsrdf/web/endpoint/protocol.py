"""This room reads the SPARQL 1.1 Protocol: from an HTTP request to an operation, or a refusal with its status.

It knows GET, the two forms of POST, and the HTTP QUERY method with the same two bodies. Form values are decoded once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import unquote_to_bytes

from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType
from werkzeug.http import parse_options_header

from jopsrdf.web.http.exchange import Message

FORM, DIRECT, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
#: What the methods with a body take; the answer to any other type names them.
BODIES = (DIRECT, FORM)
#: Parameters that may be given more than once, and those that may not.
REPEATED, SINGLE = ("default-graph-uri", "named-graph-uri"), ("query", "timeout", "format")
#: Parameters that a request may have.
MOST = 1000
_READ_ONLY = "This endpoint answers queries; the dataset changes only when it is built anew."
_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`]*')

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """One query with its dataset: graphs are IRIs, empty where the protocol names none; `timeout` in seconds, 0 = ours.

    `format` is a name or a media type that beats `Accept`, for links in a browser.
    """

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    timeout: float = 0.0
    format: str = ""


def read(message: Message) -> Operation | None:
    """Return the operation of a message, None where it asks for the service description (no query, no body).

    Raises werkzeug's 400, 403 and 415, each with a sentence that says what to send instead.

    >>> read(Message(query_string="query=ASK%20%7B%7D&default-graph-uri=http%3A%2F%2Fexample.org%2Fg"))
    Operation(query='ASK {}', default_graphs=('http://example.org/g',), named_graphs=(), timeout=0.0, format='')
    >>> read(Message("POST", content_type="application/sparql-query", body=b"ASK {}")).query
    'ASK {}'
    """
    pairs = _decoded(message.query_string, "The address")
    if message.method in ("GET", "HEAD"):
        return _operation(pairs) if any(name in ("query", "update") for name, _ in pairs) else None
    return _operation(pairs + _body(message))


def _body(message: Message) -> list[tuple[str, str]]:
    media_type, options = parse_options_header(message.content_type)
    media_type, charset = media_type.lower(), options.get("charset", "utf-8").lower()
    if media_type == UPDATE:
        raise Forbidden(_READ_ONLY)
    if not media_type:
        raise BadRequest(f"The request has no Content-Type; send {' or '.join(BODIES)}.")
    if media_type not in BODIES:
        _unsupported(f"A body of type {media_type} is not understood; send {' or '.join(BODIES)}.")
    if charset not in ("utf-8", "utf8", "us-ascii"):
        _unsupported(f"The charset {charset} is not understood; SPARQL is sent as UTF-8.")
    text = _text(message.body)
    return [("query", text)] if media_type == DIRECT else _decoded(text, "The form")


def _operation(pairs: Pairs) -> Operation:
    values = dict(pairs)
    if "update" in values:
        raise Forbidden(_READ_ONLY)
    if len(values) < len(pairs):
        _check_repetition([name for name, _ in pairs])
    if "query" not in values:
        raise BadRequest("The parameter query is missing.")
    if len(pairs) == 1:
        return Operation(values["query"])
    default, named = (tuple(_graph(value) for key, value in pairs if key == name) for name in REPEATED)
    return Operation(values["query"], default, named, _seconds(values.get("timeout", "")), values.get("format", ""))


def _check_repetition(names: list[str]) -> None:
    for name in SINGLE:
        if names.count(name) > 1:
            raise BadRequest(f"The parameter {name} was given {names.count(name)} times; give it once.")


def _decoded(text: str, what: str) -> list[tuple[str, str]]:
    """Read a form (URL Standard, application/x-www-form-urlencoded parsing)."""
    fields = text.split("&")
    if len(fields) > MOST:
        raise BadRequest(f"{what} has more than {MOST} parameters.")
    try:
        parts = [field.partition("=") for field in fields if field]
        return [(_plain(name), _plain(value)) for name, _, value in parts]
    except UnicodeDecodeError as error:
        raise BadRequest(f"{what} is not UTF-8 under its percent-encoding.") from error


def _plain(text: str) -> str:
    """Undo the encoding of a name or a value.

    >>> _plain("caf%C3%A9+%2B%zz")
    'café +%zz'
    """
    return unquote_to_bytes(text.replace("+", " ")).decode() if "%" in text else text.replace("+", " ")


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"The body is not UTF-8: byte {error.start} cannot be read.") from error


def _graph(value: str) -> str:
    if not _ABSOLUTE.fullmatch(value):
        raise BadRequest(f"A graph is named by an absolute IRI, not by {value[:200]!r}.")
    return value


def _seconds(value: str) -> float:
    if not value:
        return 0.0
    if not re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", value) or not float(value):
        raise BadRequest(f"The timeout is a number of seconds above 0, not {value[:50]!r}.")
    return float(value)


def _unsupported(sentence: str) -> NoReturn:
    raise UnsupportedMediaType(sentence)
