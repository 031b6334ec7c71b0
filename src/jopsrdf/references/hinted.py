"""This room looks for a pattern only in a text that holds a piece of it: a string is found a hundred times faster."""

from __future__ import annotations

import re
import sys
from functools import lru_cache

#: Parts of a pattern that say nothing for sure: inner groups, classes, escapes, characters that may be missing.
_GROUP = re.compile(r"\([^()]*\)[?*+]?")
_UNSURE = re.compile(r"\[[^\]]*\][?*+]?|\\.[?*+]?|.[?*]|\.|\0[?*+]?")


class Hinted:
    r"""A pattern, case left aside, with its hints: strings of which every text that the pattern fits holds one.

    >>> Hinted(r"(?:ph\.?d|master)[ ,]+thesis", "thesis").search("A Master Thesis").start()
    2
    """

    def __init__(self, pattern: str, *hints: str) -> None:
        self.pattern = re.compile(pattern, re.IGNORECASE)
        known = {folded(hint) for hint in hints}
        self.hints = tuple(hint for hint in known if not any(other in hint for other in known - {hint}))

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.pattern.search(text, start, end) if self._may_fit(text) else None

    def _may_fit(self, text: str) -> bool:
        return any(map(folded(text).__contains__, self.hints))

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        return self.pattern.match(text, start)


def words(*phrases: str) -> Hinted:
    """Return a pattern of whole words and phrases, each of them a pattern; the hints are read off the phrases."""
    return Hinted(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", *map(hint, phrases))


def hint(phrase: str) -> str:
    r"""Return the longest string that every text with a phrase holds.

    >>> hint(r"tesis de (?:maestría|grado)"), hint(r"дис(?:с)?"), hint(r"proc\.?"), hint("archives?")
    ('tesis de ', 'дис', 'proc', 'archive')
    """
    count = 1
    while count:
        phrase, count = _GROUP.subn("\0", phrase)
    return max(_UNSURE.sub("\n", phrase).split("\n"), key=len)


@lru_cache(16)
def folded(text: str) -> str:
    """Return a text in small letters, with the letters that patterns take for an "i" as one; a few are remembered."""
    return text.lower() if text.isascii() else text.lower().replace("i̇", "i").replace("ı", "i")
