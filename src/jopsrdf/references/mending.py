"""This room mends DOIs that a line's end broke: a space inside them is taken out where nothing else can be meant.

`10.1590/ S0103-73312007000100006` and `10.1016/S0140- 6736(11)60054-8` are one DOI each, because no DOI ends in a
slash or a hyphen. The printed line stays as it is; a note says what was read.
"""

from __future__ import annotations

import re

from jopsrdf.errors import Note
from jopsrdf.identifiers import SCHEMES, Found, Identifier, balanced
from jopsrdf.notes import note

#: Where a DOI may be broken: behind its "10.", behind a slash, or behind a mark that none of them ends in.
_SUSPECT = re.compile(
    r"10\.(?:\s\d{4}|\d{4,9}\s?/\s|\d{4,9}\s/|\d{4,9}/[^\s“”«»]{0,200}[-_/(.]\s)|doi\.\s?org\s?/\s?10"
)
#: The address that stands before a DOI is never so long, whatever spaces are in it.
_LONGEST_DRESS = 40
_BROKEN = re.compile(
    r"(?P<dress>(?:https?\s?:\s?//\s?)?(?:dx\.\s?)?doi\.\s?org\s?/\s?|\bdoi\s?[:.]?\s?|(?<![\w/.]))"
    r"(?P<v>10\.\s?\d{4,9}\s?/\s?[^\s\"“”«»]+)",
    re.IGNORECASE,
)
#: What goes on behind a break: some word with a figure in it that opens nothing of its own.
_REST = re.compile(
    r"\s(?!https?:|www\.|pm(?:c?id)|\(?(?:accessed|acess)|(?:pp?|vol|v|nr?|no|art|p[áa]gs?)\.)"
    r"(?P<rest>[^\s\"“”«»]*\d[^\s\"“”«»]*)",
    re.IGNORECASE,
)
#: Behind a full stop only what no sentence begins with: `journal. pone.0020124`.
_REST_OF_STOP = re.compile(r"\s(?P<rest>[a-z]{2,8}\.\d{4,}[^\s\"“”«»]*)")


def mended(raw: str, found: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Note, ...]]:
    """Return the identifiers of a text with broken DOIs made whole, and a note for each of those.

    >>> found, notes = mended("Lancet 377. doi: 10.1016/S0140- 6736(11)60054-8", ())
    >>> found[0].identifier.value, notes[0].code
    ('10.1016/s0140-6736(11)60054-8', 'doi-mended')
    """
    if "10." not in raw:
        return found, ()
    first = max(0, raw.find("10.") - _LONGEST_DRESS)
    if not _SUSPECT.search(raw, first):
        return found, ()
    whole = [item for match in _BROKEN.finditer(raw, first) if (item := _whole(raw, match))]
    apart = [item for item in found if all(item.end <= new.start or item.start >= new.end for new in whole)]
    notes = tuple(
        note("doi-mended", f"“{raw[item.start : item.end]}” was read as {item.identifier.value}") for item in whole
    )
    return tuple(sorted([*apart, *whole], key=lambda item: item.start)), notes


def _whole(raw: str, match: re.Match[str]) -> Found | None:
    """Return the DOI that a match begins, None where it is not broken or where what follows may be something else."""
    start, end = match.start("v"), match.end("v")
    for _ in range(3):
        last = raw[end - 1]
        pattern = _REST if last in "-_/(" else _REST_OF_STOP if last == "." else None
        rest = pattern.match(raw, end) if pattern else None
        if not rest:
            break
        end = rest.end()
    printed = raw[start:end]
    value = "".join(balanced(printed).split())
    is_broken = value != balanced(printed) or re.search(r"doi\.\s|org\s/", match["dress"])
    if not is_broken or not (match["dress"] or sum(map(str.isdecimal, value)) > 9):
        return None
    try:
        identifier = Identifier("doi", SCHEMES["doi"].canonical(value))
    except ValueError:
        return None
    return Found(identifier, match.start(), start + len(balanced(printed)))
