"""This room cuts the text of a page into labelled blocks, wherever its headings stand and in whatever order.

Three layouts occur within one site: A has a heading alone on its line, B has labels glued to the value before them
("…2024.3.9.097Keywords:"), C has lost its labels. A and B are cut here; what C leaves under "title" is sorted by
`unlabelled`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jopsrdf.errors import Note, Where
from jopsrdf.notes import note
from jopsrdf.sources import headings
from jopsrdf.text import clean

BULLET = re.compile(r"[•●◦‣∙·▪*–-]\s+")
#: Inside a list of references a label with a value may be part of a reference ("DOI: …", "Abstract: …").
_LABELS_AMONG_REFERENCES = frozenset(
    ("published", "issue", "section", "licence", "how_to_cite", "similar", "same_author")
)


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line of the input: its 1-based number, the characters it was cut from, and the cleaned text.

    `indent` counts the white space before it; `is_apart` says that a blank line or a heading stands before it.
    """

    number: int
    start: int
    text: str
    indent: int = 0
    is_apart: bool = True

    def where(self, source: str) -> Where:
        """Return the place of the line: whole lines carry no columns."""
        return Where(source, self.number, self.start, self.start + len(self.text) if self.start else 0)

    @property
    def bullet(self) -> int:
        """The length of the bullet that the line begins with, 0 for none."""
        match = BULLET.match(self.text)
        return match.end() if match else 0


@dataclass(slots=True)
class Blocks:
    """The lines of a page by block; "title" holds what stands before the first heading."""

    source: str
    lines: dict[str, list[Line]] = field(default_factory=dict)
    headings: list[tuple[str, Line]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def __getitem__(self, name: str) -> list[Line]:
        return self.lines.get(name, [])

    def text(self, name: str) -> str:
        """Return the lines of a block joined with spaces."""
        return " ".join(line.text for line in self[name])

    def paragraphs(self, name: str) -> list[Line]:
        """Return the lines of a block with wrapped ones joined, each joint with a note.

        A line is wrapped when neither a blank line nor a bullet sets it apart from the one before.
        """
        joined: list[Line] = []
        for line in self[name]:
            if joined and not line.is_apart and not line.bullet:
                self.add("lines-joined", f"“{line.text[:60]}” goes on with the line before it", line)
                joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
            else:
                joined.append(line)
        return joined

    def add(self, code: str, message: str, line: Line | None = None) -> None:
        """Put down a note about a line, or about the whole page."""
        self.notes.append(note(code, message, line.where(self.source) if line else Where(self.source)))


def split(text: str, source: str) -> Blocks:
    r"""Cut a page into blocks.

    >>> page = split("A title\n\nKeywords:\n\na, b\n\nAbstract\n\nSome text.\nDOI: https://doi.org/10.1000/x", "p.txt")
    >>> [(name, [line.text for line in page[name]]) for name in ("title", "keywords", "abstract", "doi")]
    [('title', ['A title']), ('keywords', ['a, b']), ('abstract', ['Some text.']), ('doi', ['https://doi.org/10.1000/x'])]
    """
    lines = list(_lines(text))
    alone = {found.block for line in lines if (found := headings.find(line.text) or headings.leading(line.text))}
    blocks = Blocks(source)
    current = "title"
    for whole in lines:
        for line in _unglued(whole, alone, blocks):
            current = _take(line, current, blocks)
    return blocks


def _lines(text: str) -> Iterator[Line]:
    is_apart = True
    for number, raw in enumerate(text.split("\n"), 1):
        cleaned = clean(raw)
        if cleaned:
            yield Line(number, 0, cleaned, len(raw) - len(raw.lstrip()), is_apart)
        is_apart = not cleaned


def _unglued(line: Line, alone: set[str], blocks: Blocks) -> Iterator[Line]:
    """Yield the pieces of a line between glued headings; a block that has its own heading is not looked for."""
    if headings.find(line.text):
        yield line
        return
    cut = 0
    for found in headings.glued(line.text):
        if found.block in alone or (not found.start and headings.leading(line.text)):
            continue
        blocks.add("label-glued", f"the label “{line.text[found.start : found.end]}” was cut from its neighbours", line)
        if found.start > cut:
            yield _piece(line, cut, found.start)
        yield _piece(line, found.start, found.end)
        cut = found.end
    if cut < len(line.text):
        yield _piece(line, cut, len(line.text)) if cut else line


def _piece(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end]
    return Line(line.number, line.start + start + len(text) - len(text.lstrip()), text.strip(), line.indent)


def _take(line: Line, current: str, blocks: Blocks) -> str:
    """Put a line into its block and return the block that goes on after it."""
    whole = headings.find(line.text)
    if whole and not _is_value(whole.block, current, blocks):
        blocks.headings.append((whole.block, line))
        blocks.lines.setdefault(whole.block, [])
        return whole.block
    label = headings.leading(line.text)
    if label and (current != "references" or label.block in _LABELS_AMONG_REFERENCES):
        blocks.headings.append((label.block, line))
        current = label.block
        line = _piece(line, label.end, len(line.text))
    blocks.lines.setdefault(current, []).append(line)
    return current


def _is_value(block: str, current: str, blocks: Blocks) -> bool:
    """Say whether what looks like a heading is a value: a first line is a title, a section may be "Literature"."""
    if current == "title" and not blocks["title"]:
        return block not in ("authors", "doi", "downloads")
    return current == "section" and not blocks["section"] and bool(blocks[block])
