"""This room compresses bodies: it reads `Accept-Encoding` (RFC 9110, section 12.5.3) and writes gzip and zstd."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import lru_cache

import zstandard

#: Bodies below this many bytes are sent as they are: the headers would outweigh the gain.
SMALLEST = 600
#: The codings we write, the preferred one first.
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstandard.ZstdCompressor(level=3).compress(body),
    "gzip": lambda body: gzip.compress(body, compresslevel=5, mtime=0),
}
#: Types that are text under their name; the rest (images, dumps) is compressed already.
_TEXTUAL = (
    "text/",
    "application/json",
    "application/ld+json",
    "application/linkset+json",
    "application/problem+json",
    "application/sparql-results+",
    "application/n-",
    "application/trig",
    "application/rdf+xml",
    "application/atom+xml",
    "application/xml",
    "image/svg",
)


@lru_cache(maxsize=512)
def coding(accept: str) -> str:
    """Return the content coding that a client gets, "" for none.

    >>> coding("gzip, deflate, br"), coding("gzip;q=0, *;q=0"), coding("*"), coding("gzip, zstd;q=0.5")
    ('gzip', '', 'zstd', 'gzip')
    """
    wanted = dict(_item(part) for part in accept.lower().split(","))
    ranked = [(wanted.get(name, wanted.get("*", 0.0)), -place, name) for place, name in enumerate(CODINGS)]
    quality, _, name = max(ranked)
    return name if quality else ""


def encode(body: bytes, media_type: str, name: str) -> bytes | None:
    """Return the body under a coding, None where it is better sent as it is."""
    if not name or len(body) < SMALLEST or not media_type.startswith(_TEXTUAL):
        return None
    return CODINGS[name](body)


def _item(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 0.0
    return name, 1.0
