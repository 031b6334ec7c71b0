"""This room searches titles, authors and raw references, and marks what matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from jopsrdf.store import Generation, Hit
from jopsrdf.store.lookup import SIGN, indexed, phrases

#: Hits of one page: who needs more asks more exactly.
HITS = 60
#: Accents and vowel points that stand beside their letter, and joiners: they do not end a word.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
#: A word as it is marked; signs of scripts without spaces are marked only where they are looked for.
_WORD = rf"(?:(?!{SIGN})[\w{_MARKS}])+"


@dataclass(frozen=True, slots=True)
class Found:
    """A hit for a page: the key and title of its article, the position of the reference (0: none), the marked text."""

    key: str
    title: str
    position: int
    text: Markup


def found(generation: Generation, wanted: str) -> list[Found]:
    """Return what holds all words of a search, marked; [] for a search without words."""
    words = phrases(wanted[:500])
    return [_shown(hit, words) for hit in generation.search(wanted[:500], HITS)]


def _shown(hit: Hit, words: list[str]) -> Found:
    return Found(hit.article.key, hit.article.title, hit.position, marked(hit.text, words))


def marked(text: str, words: list[str]) -> Markup:
    r"""Return the text with what matches one of the `words` (of `lookup.phrases`) in a `mark` element: its beginning.

    >>> print(marked("Türkiye’s <New> Politics", ["turk", "new"]))
    <mark>Türkiye</mark>’s &lt;<mark>New</mark>&gt; Politics
    >>> print(marked("乡土中国", ["中 国"]))
    乡土<mark>中国</mark>
    >>> print(marked("زرین\u200cکوب", ["زرينكوب"]) == "<mark>زرین\u200cکوب</mark>")
    True
    """
    return Markup("").join(_marked(text, words))


def _marked(text: str, words: list[str]) -> Iterator[Markup]:
    end, runs = 0, [re.escape(word.replace(" ", "")) for word in words if re.search(SIGN, word)]
    for match in re.finditer("|".join([*runs, _WORD]), text):
        key = indexed(match[0])
        if key and any(key.startswith(word) for word in words):
            yield escape(text[end : match.start()]) + Markup("<mark>{}</mark>").format(match[0])
            end = match.end()
    yield escape(text[end:])
