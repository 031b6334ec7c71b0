"""This room tells which way a text runs: by most of its letters, for titles may begin with a word of another script."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from markupsafe import Markup

#: Addresses and identifiers are Latin in texts of any script; they say nothing of its direction.
_ADDRESS = re.compile(r"\S*(?:://|@|\bdoi\b|10\.\d{4,}/)\S*", re.IGNORECASE)
#: Letters of a text that are looked at: what it is shows early.
_SEEN = 600


def is_rtl(text: str) -> bool:
    """Say whether a text runs from right to left; of as many letters of both kinds, the first decides.

    >>> is_rtl("DNA في علم الآثار"), is_rtl("The Muqaddimah (المقدمة)"), is_rtl("1377")
    (True, False, False)
    >>> is_rtl("ابن خلدون. المقدمة. https://doi.org/10.5555/the-muqaddimah-of-ibn-khaldun")
    True
    """
    kinds = [kind for kind in map(bidirectional, _ADDRESS.sub("", text[:_SEEN])) if kind in ("L", "R", "AL")]
    from_left = kinds.count("L")
    return from_left < len(kinds) - from_left or (2 * from_left == len(kinds) and kinds[:1] not in ([], ["L"]))


def direction(text: str) -> Markup:
    """Return the attribute that a block of text needs on a page that runs from left to right; mostly none.

    >>> direction("السياسة"), direction("Politics")
    (Markup(' dir="rtl"'), Markup(''))
    """
    return Markup(' dir="rtl"') if is_rtl(text) else Markup()


def marked(text: str, language: str) -> Markup:
    """Return the attributes of a block of text: its language where it is known, and its direction.

    >>> marked("Politique", "fr"), marked("السياسة", "")
    (Markup(' lang="fr"'), Markup(' dir="rtl"'))
    """
    return (Markup(' lang="{}"').format(language) if language else Markup()) + direction(text)
