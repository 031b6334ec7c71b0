"""This room makes validators and answers conditional requests (RFC 9110, section 13) before any work is done.

An entity tag is made of everything an answer depends on: the generation, this program, the question, the media type
and the content coding. So it is known before the answer is.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from jopsrdf.web.http.encoding import coding
from jopsrdf.web.http.exchange import VARY, Message, Reply, http_date

#: Answers may be kept anywhere but are asked for again: a new generation is seen at once, for the price of a 304.
CACHE_CONTROL = "public, max-age=0, must-revalidate"
_TAG = re.compile(r'(?:W/)?"([^"]*)"')


def tag(generation: str, message: Message, *question: str) -> str:
    """Return the entity tag of an answer, with its quotes; `question` is what else the answer depends on.

    >>> tag("g1", Message(accept_encoding="gzip"), "ASK {}", "text/csv").endswith('-gzip"')
    True
    """
    name = coding(message.accept_encoding)
    sign = blake2b("\x1f".join((message.edition, *question)).encode(), digest_size=10).hexdigest()
    return f'"{generation}-{sign}-{name}"' if name else f'"{generation}-{sign}"'


def validators(etag: str, modified: float) -> tuple[tuple[str, str], ...]:
    """Return the headers that let a client ask again."""
    return (("ETag", etag), ("Last-Modified", http_date(modified)), ("Cache-Control", CACHE_CONTROL), ("Vary", VARY))


def has_tag(if_none_match: str, etag: str) -> bool:
    """Say whether a list of entity tags names this one; `*` names all, and weak tags compare as strong ones.

    >>> has_tag('"a", W/"b"', '"b"'), has_tag("*", '"b"'), has_tag('"a"', '"b"')
    (True, True, False)
    """
    return if_none_match.strip() == "*" or etag[1:-1] in _TAG.findall(if_none_match)


def not_modified(message: Message, etag: str, modified: float) -> Reply | None:
    """Return the 304 where the client has this answer already, None otherwise.

    `If-Modified-Since` counts only without `If-None-Match`, and only for the very same time: after a rollback the
    current generation is older than what clients have seen.
    """
    if message.method not in ("GET", "HEAD", "QUERY"):
        return None
    if message.if_none_match:
        fresh = has_tag(message.if_none_match, etag)
    else:
        fresh = bool(message.if_modified_since) and message.if_modified_since == http_date(modified)
    return Reply(304, validators(etag, modified)) if fresh else None
