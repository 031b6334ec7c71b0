"""This room tells of identifiers with a wrong check digit or in no form of theirs, so that none is lost silently.

They stay in the remainder as printed; no digit is ever put right.
"""

from __future__ import annotations

import re

from jopsrdf import identifiers
from jopsrdf.errors import IdentifierError, Note
from jopsrdf.identifiers import Found
from jopsrdf.notes import note
from jopsrdf.references.words.hinted import pieces

#: Schemes whose names a text prints before the identifier.
_SCHEMES = ("isbn", "issn", "doi")
_PRINTED = re.compile(
    r"\bISBN(?:-1[03])?\s?[:.]?\s?(?P<isbn>[\dX][\dX –-]{5,24}[\dX])|"
    r"\b[ep]?-?ISSN(?:-L)?\s?[:.]?\s?(?P<issn>\d[\dX –-]{4,14}[\dX])|"
    r"\b(?:doi\.org/|doi\s?:\s?|doi\s(?=1))(?P<doi>[^\s,;]{0,100}\d[^\s,;]{0,200})",
    re.IGNORECASE,
)


def misprinted(text: str, found: tuple[Found, ...]) -> tuple[Note, ...]:
    """Return a note for each identifier that a text names while `found` holds none of its scheme.

    >>> misprinted("Ithaca: Cornell, 1970. ISBN 0-674-27660-5.", ())[0].message
    '“0-674-27660-5” is no isbn: the check digit of this ISBN is wrong'
    """
    named = list(filter(pieces(text)[0].__contains__, _SCHEMES))
    if not named or {item.identifier.scheme for item in found}.issuperset(named):
        return ()
    notes: dict[str, Note] = {}
    for match in _PRINTED.finditer(text):
        scheme = match.lastgroup or ""
        start, end = match.span(scheme)
        if not any(item.start < end and start < item.end and item.identifier.scheme != "url" for item in found):
            notes.setdefault(match[scheme], note("identifier-unread", _reason(match[scheme].rstrip(".)]"), scheme)))
    return tuple(notes.values())


def _reason(value: str, scheme: str) -> str:
    try:
        identifiers.parse(value, scheme)
    except IdentifierError as error:
        return f"“{value}”{str(error).partition(chr(39) + value + chr(39))[2] or f' is no {scheme}'}"
    return f"“{value}” was not taken for an {scheme}"
