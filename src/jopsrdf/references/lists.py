"""This room reads a whole list: numbering, entries cut over lines, two entries in one line, repeated authors.

No character of the list is lost and none is added but the spaces between joined lines; whatever was joined, split or
set aside carries a note. Lines are joined and split only on strong evidence: most lists give one entry a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from jopsrdf.errors import Note, Where
from jopsrdf.notes import note
from jopsrdf.records import Reference
from jopsrdf.references.entry import LONGEST, read_all
from jopsrdf.references.grammar import prepare
from jopsrdf.references.strangers import strangeness

_NUMBER = re.compile(r"\s*[\[(]?(\d{1,4})(?:[\])][.:]?|\.(?!\d)|\s)\s*(?=\S)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LONELY = re.compile(
    r"\s*(?:(?:https?://|www\.|doi[:.\s]|10\.\d{4})\S*|DOI:?\s*\S+|available (?:at|from):?\s*\S+|"
    r"https?://\S+\s*\(.{0,60}\))[\s.]*$",
    re.IGNORECASE,
)
_CONTINUES = re.compile(
    r"\s*(?:\d{1,4}\s?[(:,]\s?\d|\d+\s?[–-]\s?\d+\W*$|pp?\.\s?\d|vol\.\s|no\.\s|[,;:)\]&])", re.IGNORECASE
)
_URL_TAIL = re.compile(r"(?:https?://|www\.|10\.\d{4,}/)\S*[/_=?&%.~-]$|https?://\S*$")
_OPENS_NAME = (
    r"(?:[^\W\d_a-z][\w’'‐-]+(?:\s[^\W\d_a-z][\w’'‐-]+)?,\s(?:[^\W\d_a-z][\w’'-]*\.?[\s-]?){1,3}"
    r"(?:(?:,|\sand\s|\s&\s|,\sand\s|;\s)[^.“\"]{2,100})?)"
)
#: Where a second reference begins in a line: behind a complete end, a name as the line's own and the year or the title.
_SECOND = re.compile(rf"(?<=[\d/\w]\.)\s+(?={_OPENS_NAME}[.,]?\s(?:\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]|“))")
_ENDED = re.compile(r"(?:[–-]\s?\d+|https?://\S+|10\.\d{4,}/\S+|[:,]\s?\d+)\.$")


def read_list(references: Iterable[Reference], where: Where) -> tuple[Reference, ...]:
    """Return the entries of a list whose raw lines are given, in order and numbered from 1."""
    lines = [reference.raw for reference in references]
    entries = _entries(lines, where)
    return tuple(
        replace(entry, notes=(*notes, *entry.notes)) if notes else entry
        for entry, (_, notes) in zip(read_all([raw for raw, _ in entries]), entries, strict=True)
    )


def _entries(lines: list[str], where: Where) -> list[tuple[str, tuple[Note, ...]]]:
    """Return each entry's text with the notes on how it was put together."""
    found: list[tuple[str, tuple[Note, ...]]] = []
    for joined, count in _joined(lines):
        notes = (note("reference-joined", f"{count} lines of the list are one reference", where),) if count > 1 else ()
        parts = _split(joined) if not _NUMBER.match(joined) or count == 1 else [joined]
        if len(parts) > 1:
            notes = (*notes, note("reference-split", f"one line of the list holds {len(parts)} references", where))
        found += [(part, notes) for part in parts]
    return found


def _joined(lines: list[str]) -> list[tuple[str, int]]:
    is_numbered = _is_numbered(lines)
    found: list[tuple[str, int]] = []
    expected = 1
    for line in lines:
        number = _NUMBER.match(line)
        follows = bool(number and int(number[1]) in (expected, expected + 1))
        if found and _continues(found[-1][0], line, begins=is_numbered and follows, is_numbered=is_numbered):
            text, count = found[-1]
            found[-1] = (text + ("" if _URL_TAIL.search(text) and not _LONELY.match(line) else " ") + line, count + 1)
        else:
            found.append((line, 1))
        if number and follows:
            expected = int(number[1]) + 1
    return found


def _is_numbered(lines: list[str]) -> bool:
    """Say whether a list counts its entries: the first two numbers are 1 and 2, and the numbers run on."""
    numbers = [int(match[1]) for line in lines if (match := _NUMBER.match(line))]
    return len(numbers) >= 2 and numbers[0] == 1 and all(0 < later - one <= 2 for one, later in pairwise(numbers))


def _continues(text: str, line: str, *, begins: bool, is_numbered: bool) -> bool:
    """Say whether a line goes on with the entry before it."""
    if begins or not line.strip() or strangeness(text) or len(text) + len(line) > LONGEST:
        return False
    if _LONELY.match(line):
        return not re.search(r"https?://\S+$", text.rstrip(". ")) or _URL_TAIL.search(text) is not None
    if strangeness(line):
        return False
    if is_numbered and _NUMBER.match(text):
        return True
    if line.lstrip()[0].islower() and not _is_particle_name(line):
        return not _ends(text) or not _YEAR.search(line)
    if _URL_TAIL.search(text) and " " not in line.strip():
        return True
    if text.count("“") > text.count("”") and text[-1] not in ".,”" and "”" in line:
        return True
    return bool(_CONTINUES.match(line) and not _ends(text))


def _is_particle_name(line: str) -> bool:
    """Say whether a line opens with a name like "van der Pol, B.", though in lower case."""
    return bool(re.match(r"\s*(?:[a-zà-þ’']+\s){1,3}[A-ZÀ-Þ][\w’-]+[,\s]", line))


def _ends(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?»”)]։。" or bool(re.search(r"https?://\S+$", text))


def _split(line: str) -> list[str]:
    """Return the references that one line holds; mostly one."""
    if len(line) < 120 or len(line) > LONGEST:
        return [line]
    if number := _NUMBER.match(line):
        following = re.compile(rf"(?<=[\d.])\s+(?=[\[(]?{int(number[1]) + 1}[\]).]+\s[^\W\d_])")
        match = following.search(line, 60)
        return (
            [line[: match.start()], *_split(line[match.end() :])]
            if match and _ENDED.search(line[: match.start()].rstrip())
            else [line]
        )
    for match in _SECOND.finditer(line, 60):
        first = line[: match.start()]
        if _YEAR.search(first) and _ENDED.search(first) and prepare(first).start == 0:
            return [first, *_split(line[match.end() :])]
    return [line]
