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
_SEAM = re.compile(r"(?:^|(?<=[^\s\W])|(?<=[.,;:!?)\]»”\"…。])|(?<=\d/))(?=[^\W\d_a-z])")


def glued(text: str) -> Iterator[Heading]:
    """Yield headings that lost their line: stuck to the end of a value, to the front of one, or to each other.

    A letter case that changes inside a word gives them away, or a script that does; where neither can, the heading
    must end the line or have its colon.

    >>> [(found.block, text[: found.start]) for text in ["…2024.3.9.097Keywords:"] for found in glued(text)]
    [('keywords', '…2024.3.9.097')]
    >>> [found.block for found in glued("DownloadsPublished2025-07-09Issue")]
    ['downloads', 'published', 'issue']
    >>> list(glued("Abstraction and PublishedWorks")) + list(glued("Issues"))
    []
    """
    end = -1
    for seam in _SEAM.finditer(text):
        start = seam.start()
        if start < end:
            continue
        for form, block in _forms_at(text, start):
            if (start == end or _is_free_before(text, start, form)) and _is_free_after(text, start, form):
                colon = COLON.match(text, start + len(form))
                end = colon.end() if colon else start + len(form)
                yield Heading(block, start, end)
                break


def _forms_at(text: str, start: int) -> Iterator[tuple[str, str]]:
    for form, block in _GLUE.get(text[start : start + 1], ()):
        if text.startswith(form, start):
            yield form, block


def _is_free_before(text: str, start: int, form: str) -> bool:
    """Say whether a heading may begin here: not inside a word of capitals, not inside one of a script without case."""
    before = text[start - 1 : start] if start else ""
    if not before.isalpha() or (before < "\u0250") != (form[0] < "\u0250"):
        return True
    if not form[0].isupper():
        is_last = start + len(form) == len(text) or COLON.match(text, start + len(form)) is not None
        return len(form) > 1 and is_last
    # "NATOAbstract": a capital goes before the heading's own, as in any word of capitals with another one after it.
    return not before.isupper() or len(form) > 5


def _is_free_after(text: str, start: int, form: str) -> bool:
    """Say whether a heading may end here: its colon, its value, another heading, or nothing follows."""
    end = start + len(form)
    after = text[end : end + 1]
    if COLON.match(text, end) or next(_forms_at(text, end), None):
        return True
    if text.startswith(("http", "10."), end):
        return True
    if not after:
        return start > 0
    is_case_told = form[-1].islower() and (after.isupper() or (" " in form and after.isalpha()))
    is_script_told = after.isalpha() and (after < "\u0250") != (form[-1] < "\u0250")
    return is_case_told or is_script_told or (after in "0123456789[(“«" and len(form) > 3)
