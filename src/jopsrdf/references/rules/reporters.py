"""This room finds what the reporters of courts and treaties print: volume, name, page, year, number of the case."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Sheet
from jopsrdf.references.words.legal_words import BRACKETED, BY_PAGE, BY_YEAR, DOCKET, NAMED_FIRST, VOLUME_FIRST

#: The named groups of the patterns that are numbers of a case; the others are letters of labels.
_NUMBERS = frozenset("kbzw")


def printed(sheet: Sheet, start: int) -> list[str]:
    """Return for each fragment the letter that a form of reporters gives it behind a place of the text, "" for none."""
    forms = (NAMED_FIRST, BY_YEAR, BY_PAGE, BRACKETED, VOLUME_FIRST)
    matches = [match for form in forms for match in form.finditer(sheet.raw, start)]
    numbered = DOCKET.search(sheet.raw, start)
    return letters_of(sheet, [*matches, numbered] if numbered else matches)


def letters_of(sheet: Sheet, matches: list[re.Match[str]]) -> list[str]:
    """Return for each fragment the letter of the group that holds it, "n" inside a match and "" outside."""
    letters = [""] * len(sheet.labels)
    for match in matches:
        spans = [(match.span(name), name) for name, value in match.groupdict().items() if value]
        for index, fragment in enumerate(sheet.fragments):
            is_free = fragment.kind != "u" or fragment.scheme == "sign"
            if is_free and not letters[index] and match.start() <= fragment.start < match.end():
                held = [name for (one, two), name in spans if one < fragment.end and fragment.start < two]
                letters[index] = ("k" if held[0] in _NUMBERS else held[0]) if held else "n"
    return letters
