"""This room groups the lines of a list of people: the line with a name, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from jopsrdf import identifiers
from jopsrdf.identifiers import Identifier
from jopsrdf.sources.blocks import Blocks, Line
from jopsrdf.sources.institutions import looks_like_person
from jopsrdf.sources.short_names import ShortName, begins, locate, name_words

#: What a theme puts between authors that stand on one line.
_BETWEEN_NAMES = re.compile(r"\s*[,;،、·|]\s*|\s+(?:and|und|et|e|y|и|і|та|և|ve|dan|و)\s+")

#: OJS 3.5 in Ukrainian prints words before name and affiliation.
_LABELLED = re.compile(r"автор\s+(?P<name>.+?),\s*афіліація\s+(?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list: the line with the name, its text, and the paragraphs under it."""

    line: Line
    text: str
    body: tuple[str, ...] = ()


def read(block: str, page: Blocks, names: tuple[ShortName, ...]) -> list[Entry]:
    """Return the entries of a block: a bullet opens one, else the line of a known name, else what looks like a name."""
    is_bulleted = any(line.bullet for line in page[block])
    lines = [_unlabelled(line) for line in (page.paragraphs(block) if is_bulleted else page[block])]
    if is_bulleted:
        opened = _opened(lines, [bool(line.bullet) for line in lines])
        return [replace(entry, text=entry.text[entry.line.bullet :]) for entry in opened]
    together = _on_one_line(lines, names)
    return together or list(_opened(lines, [_is_name(line.text, names) for line in lines]))


def _unlabelled(line: Line) -> Line:
    return replace(line, text=_LABELLED.sub(r"\g<name>, \g<rest>", line.text))


def orcids(text: str) -> tuple[Identifier, ...]:
    """Return the ORCID iDs in a text.

    >>> [orcid.value for orcid in orcids("Gomes https://orcid.org/0000-0001-7356-3128")]
    ['0000-0001-7356-3128']
    """
    return tuple(found.identifier for found in identifiers.find(text) if found.identifier.scheme == "orcid")


def _on_one_line(lines: list[Line], names: tuple[ShortName, ...]) -> list[Entry]:
    """Return the authors of a line that holds nothing but names, two or more."""
    if len(lines) != 1 or len(names) < 2:
        return []
    parts = _BETWEEN_NAMES.split(lines[0].text)
    whole = [part for part in parts if any(_is_whole(part, name) for name in names)]
    return [Entry(lines[0], part) for part in parts] if len(whole) == len(parts) > 1 else []


def _is_whole(text: str, name: ShortName) -> bool:
    found = locate(name_words(text), name)
    return found is not None and found.end == len(name_words(text))


def _opened(lines: list[Line], opens: list[bool]) -> Iterator[Entry]:
    """Yield entries from lines and from whether each opens one; the first line always does."""
    starts = [n for n, opens_one in enumerate(opens) if opens_one or not n]
    for start, end in pairwise((*starts, len(lines))):
        yield Entry(lines[start], lines[start].text, tuple(line.text for line in lines[start + 1 : end]))


def _is_name(text: str, names: tuple[ShortName, ...]) -> bool:
    if names:
        return len(text) < 300 and any(begins(text, name) for name in names)
    return looks_like_person(text) and not orcids(text)
