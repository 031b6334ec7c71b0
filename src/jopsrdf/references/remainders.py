"""This room lists what no field of a reference took: every word is either in a value or here, or only announces one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jopsrdf.records import Span
from jopsrdf.references.edges import trim
from jopsrdf.references.words.name_words import ET_AL, ROLES
from jopsrdf.references.words.vocabulary import CUES

_WORD = re.compile(r"\w+")
_MARKS = " .,:;()[]“”\"'"
#: Words between two values.
JOINTS = frozenset("and & und y e et i ve dan en och og и та և و a u with from at par de vb".split())
_IN = frozenset(" ".join(CUES["in"].values()).split())
#: Words before the number of a document, a case or an item of a collection.
_NUMBERED = frozenset("case cases no nos un joined doc docs document application app ст poz art հոդ del du vom".split())
#: Words that hold nothing themselves: they say that names, a container, an address or a date of access comes next.
#: A letter alone may say something, unless it is such a word whole: the "m" of "m.fl" is the mark of books in "[M]".
ANNOUNCING = (
    frozenset(
        word
        for phrase in (*ROLES, *ET_AL, *_IN, *CUES["access"].values(), *CUES["available"].values(), *JOINTS)
        for word in _WORD.findall(phrase.casefold())
        if len(word) > 1 or word in JOINTS or word in _IN
    )
    | _NUMBERED
)


def remainder(text: str, spans: Iterable[Span], start: int, end: int) -> tuple[str, ...]:
    """Return the stretches of a range of `text` that no span covers and that say something.

    >>> remainder("Ars 12, with a foreword. 1999", [Span(0, 3, "title"), Span(25, 29, "year")], 0, 29)
    ('12, with a foreword',)
    """
    found: list[str] = []
    position = start
    for first, last in [*sorted([(span.start, span.end) for span in spans]), (end, end)]:
        if first > position and (left := _telling(text, position, first)):
            found.append(left)
        position = max(position, last)
    return tuple(found)


def _telling(text: str, start: int, end: int) -> str:
    """Return a stretch without its edges, or "" when its words only announce what stands elsewhere."""
    printed = text[start:end].strip(_MARKS)
    if not printed:  # most gaps
        return ""
    words = _WORD.findall(printed.casefold())
    if all(word in ANNOUNCING or not any(map(str.isalnum, word)) for word in words):
        return ""
    first, last = trim(text, start, end)
    return text[max(first, start) : min(last, end)]
