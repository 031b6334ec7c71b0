"""This room finds what a reader may have meant by an IRI that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from jopsrdf.graph.iris import segment
from jopsrdf.identifiers import find
from jopsrdf.store import Generation

#: How many names a 404 offers.
MOST = 5


def near(generation: Generation, base: str, path: str) -> list[str]:
    """Return paths of things (as in their IRIs) that come near a path, the likeliest first, at most five."""
    spellings = dict.fromkeys(segment(text) for text in _spellings(path))
    likely = [text for text in spellings if generation.exists(base + text)]
    words = " ".join(re.findall(r"\w{3,}", path.rpartition("/")[2]))
    found = generation.search(words, MOST) if words else []
    return list(dict.fromkeys(likely + [hit.article.key for hit in found]))[:MOST]


def canonical(generation: Generation, base: str, path: str) -> str:
    """Return the path of the same thing in the letters of its IRI ("" for none): DOIs do not tell case apart."""
    lower = segment(path.lower())
    return lower if lower != segment(path) and generation.exists(base + lower) else ""


def _spellings(path: str) -> Iterator[str]:
    for text in (path, unquote(path)):
        bare = text.strip("/ .")
        yield from (bare, bare.lower(), re.sub(r"\.\w{2,6}$", "", bare), re.sub(r"//+", "/", bare))
        for found in find(bare):
            if found.identifier.scheme == "doi":
                yield f"work/{found.identifier.value}"
