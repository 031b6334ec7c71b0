"""This room looks for a pattern only in a text that holds a piece of it: a string is found a hundred times faster."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import cached_property, lru_cache

#: Parts of a pattern that say nothing for sure: inner groups, classes, escapes, characters that may be missing.
_GROUP = re.compile(r"\([^()]*\)[?*+]?")
#: Anything beyond ASCII but spaces, quotation marks and dashes.
_FOREIGN = re.compile(r"[^\x00-\x7f\xa0«»·\u2010-\u2026]")
_UNSURE = re.compile(r"\[[^\]]*\][?*+]?|\\.[?*+]?|.[?*]|\.|\0[?*+]?")


class Hinted:
    r"""A pattern, case left aside, with its hints: strings of which every text that the pattern fits holds one.

    >>> Hinted(r"(?:ph\.?d|master)[ ,]+thesis", "thesis").search("A Master Thesis").start()
    2
    """

    def __init__(self, pattern: str, *hints: str) -> None:
        self._printed = pattern
        known = {folded(hint) for hint in hints}
        self._plain, self._foreign = parted(
            hint for hint in known if not any(other in hint for other in known - {hint})
        )

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first holds a hint of it: most pages need few."""
        return re.compile(self._printed, re.IGNORECASE)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        plain, foreign = pieces(text)
        if any(map(plain.__contains__, self._plain)) or (foreign and any(map(foreign.__contains__, self._foreign))):
            return self.pattern.search(text, start, end)
        return None

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


def parted(hints: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the hints that are looked for in each of the `pieces` of a text."""
    both = [pieces(hint) for hint in hints]
    return tuple(plain for plain, foreign in both if not foreign), tuple(foreign for _, foreign in both if foreign)


@lru_cache(16)
def pieces(text: str) -> tuple[str, str]:
    """Return the ASCII characters of a text in small letters, and the whole of it if it has letters beyond ASCII.

    A plain string is found faster among plain ones, and most texts need no look for foreign words; the last few texts
    are remembered.
    """
    lowered = folded(text)
    if lowered.isascii():
        return lowered, ""
    return lowered.encode("ascii", "ignore").decode(), lowered if _FOREIGN.search(lowered) else ""


def folded(text: str) -> str:
    """Return a text in small letters, with the letters that patterns take for an "i" as one."""
    return text.lower() if text.isascii() else text.lower().replace("i̇", "i").replace("ı", "i")
