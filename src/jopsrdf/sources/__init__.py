"""This room reads inputs: one module for each kind of source, and this front door that picks the module.

To add a source write `sources/<name>.py` with `recognises` and `read`, and add a line to `SOURCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jopsrdf.errors import SourceError, Where
from jopsrdf.records import Article, Journal
from jopsrdf.sources import decoding, html, landing

#: How many characters of an input are looked at to tell what it is.
HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """One row: a kind of input, whether a text is of that kind, and its reader."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[bytes, Journal | None, Where], Iterator[Article]]


#: In the order of asking; no input is recognised by two.
SOURCES = (
    Source("html", html.recognises, html.read),
    Source("landing", landing.recognises, landing.read),
)


def decode(data: bytes, where: Where) -> str:
    """Return the text of an input in whatever encoding it has; raise `SourceError` for what is no text."""
    return decoding.decode(data, where).text


def read(data: bytes, journal: Journal | None, where: Where) -> Iterator[Article]:
    """Yield the articles of an input; raise `SourceError` with what it looks like when no reader knows it."""
    head = decode(data, where)[:HEAD]
    for source in SOURCES:
        if source.recognises(head):
            yield from source.read(data, journal, where)
            return
    from jopsrdf.sources import refusals  # thirteen patterns that a page never needs

    look = refusals.look(head) or refusals.UNKNOWN
    raise SourceError(f"this looks like {look.name}; {look.advice}", where=where)
