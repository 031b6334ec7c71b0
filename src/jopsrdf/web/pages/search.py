"""This room searches titles, authors and raw references, and marks what matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from jopsrdf.store import Generation, Hit
from jopsrdf.text import fold

#: Hits of one page: who needs more asks more exactly.
HITS = 60
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Found:
    """A hit for a page: the key and title of its article, the position of the reference (0: none), the marked text."""

    key: str
    title: str
    position: int
    text: Markup


def found(generation: Generation, wanted: str) -> list[Found]:
    """Return what holds all words of a search, marked; [] for a search without words."""
    words = fold(wanted[:500]).split()
    return [_shown(hit, words) for hit in generation.search(wanted[:500], HITS)]


def _shown(hit: Hit, words: list[str]) -> Found:
    return Found(hit.article.key, hit.article.title, hit.position, marked(hit.text, words))


def marked(text: str, words: list[str]) -> Markup:
    """Return the text with each word that begins with one of the folded `words` in a `mark` element.

    >>> print(marked("Türkiye’s <New> Politics", ["turk", "new"]))
    <mark>Türkiye</mark>’s &lt;<mark>New</mark>&gt; Politics
    """
    return Markup("").join(_marked(text, words))


def _marked(text: str, words: list[str]) -> Iterator[Markup]:
    end = 0
    for match in _WORD.finditer(text):
        folded = fold(match[0])
        if folded and any(folded.startswith(word) for word in words):
            yield escape(text[end : match.start()]) + Markup("<mark>{}</mark>").format(match[0])
            end = match.end()
    yield escape(text[end:])
