"""This room finds the headings of an article page, in any language of the table, alone on a line or glued to a value.

Headings do not clash across languages in a way that matters: "Abstract" is English, German and Italian, but always the
abstract. So one lookup serves all pages, and the language of a page's headings is never asked for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields

from jopsrdf.sources.locales import LOCALES, Locale
from jopsrdf.text import fold

#: Cells of a row that are labels inside an issue's line, not headings of a page.
LABELS = frozenset(("language", "volume", "number", "pages"))
#: What OJS prints after a label: "DOI:", French "DOI :", Armenian 3.4 "DOI-:", full-width and Armenian full stop.
COLON = re.compile(r"\s*-?\s*[:：։]\s*")
#: Blocks whose content is page furniture: figures about the page, lists of other articles, links.
FURNITURE = frozenset(("downloads", "files", "formats", "versions", "categories", "other", "similar", "same_author"))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found in a line: its block, and the half-open range of characters with the colon."""

    block: str
    start: int
    end: int


def cells(name: str) -> Iterator[str]:
    """Yield the forms of one cell in all languages.

    >>> "Palavras-chave" in cells("keywords")
    True
    """
    for row in LOCALES:
        yield from filter(None, getattr(row, name).split("|"))


BLOCKS = tuple(cell.name for cell in fields(Locale) if cell.name not in LABELS)
_BLOCK_OF = {fold(form): block for block in BLOCKS for form in cells(block)}
_LONGEST = max(len(form) for block in BLOCKS for form in cells(block))


def find(text: str) -> Heading | None:
    """Return the heading that the whole of a line is, its colon included.

    >>> find("Ключевые слова:")
    Heading(block='keywords', start=0, end=15)
    >>> find("Keywords in context")
    """
    if len(text) > _LONGEST + 4:
        return None
    block = _BLOCK_OF.get(fold(text))
    return Heading(block, 0, len(text)) if block else None


def leading(text: str) -> Heading | None:
    """Return the label that a line begins with, when a colon and a value follow it.

    >>> leading("Mots-clés : islam, Turquie")
    Heading(block='keywords', start=0, end=12)
    """
    colon = COLON.search(text, 1, _LONGEST + 4)
    block = _BLOCK_OF.get(fold(text[: colon.start()])) if colon and colon.end() < len(text) else None
    return Heading(block, 0, colon.end()) if block and colon else None


def _glue_table() -> dict[str, list[tuple[str, str]]]:
    """Return the forms by their first character, longest first."""
    table: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for block in BLOCKS:
        for form in cells(block):
            table[form[0]].add((form, block))
    return {first: sorted(forms, key=lambda row: (-len(row[0]), row)) for first, forms in table.items()}


_GLUE = _glue_table()
#: Where a glued heading may begin: at the start, or right after a character that no word goes on from.
_SEAM = re.compile(r"(?:^|(?<=[^\s\W])|(?<=[.,;:!?)\]»”\"…]))(?=[^\W\d_a-z])")


def glued(text: str) -> Iterator[Heading]:
    """Yield headings that lost their line: stuck to the end of a value, to the front of one, or to each other.

    A letter case that changes inside a word gives them away; scripts without case need the colon.

    >>> [(found.block, text[: found.start]) for text in ["…2024.3.9.097Keywords:"] for found in glued(text)]
    [('keywords', '…2024.3.9.097')]
    >>> [found.block for found in glued("DownloadsPublished2025-07-09Issue")]
    ['downloads', 'published', 'issue']
    >>> list(glued("Abstraction and PublishedWorks")) + list(glued("Issues"))
    []
    """
    end = -1
    for seam in _SEAM.finditer(text):
        if seam.start() < end:
            continue
        for form, block in _GLUE.get(text[seam.start()], ()):
            if text.startswith(form, seam.start()) and _fits(text, seam.start(), seam.start() + len(form), end):
                colon = COLON.match(text, seam.start() + len(form))
                end = colon.end() if colon else seam.start() + len(form)
                yield Heading(block, seam.start(), end)
                break


def _fits(text: str, start: int, end: int, previous_end: int) -> bool:
    """Say whether the characters around a form show that it is a heading and no part of a word or sentence."""
    before, after, form = text[start - 1 : start] if start else "", text[end : end + 1], text[start:end]
    has_colon = bool(COLON.match(text, end))
    if before.isupper() and start != previous_end:
        return False
    if has_colon or not form[-1].islower():
        return has_colon or (form == "DOI" and text.startswith(("http", "10."), end))
    goes_on = after.isupper() or after.isdigit() or text.startswith("http", end)
    return goes_on if not start else goes_on or not after
