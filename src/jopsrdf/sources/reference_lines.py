"""This room reads the list of references of a page: every line as it is printed, and nothing more.

OJS splits references at line ends and nowhere else, so a line is what an author pasted; what a line holds is the
business of others. Only a list that was wrapped when the page was saved is put together again, with a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from jopsrdf.records import Reference
from jopsrdf.sources.blocks import Blocks, Line

#: How a reference ends, and how one begins.
_ENDS = re.compile(r"(?:[.!?”»)\]。]|\d|/|(?:https?://|10\.\d{4})\S+)$")
_BEGINS = re.compile(r"[\[(•*–—_\d]*\s*[.)\]]?\s*[^\W\d_a-zà-ÿа-яёա-ֆ]|[_–—-]{2,}")


def read(page: Blocks) -> tuple[Reference, ...]:
    """Return the references as raw lines in order; an empty list and a second list become notes."""
    lines = page["references"]
    if not lines:
        page.add("no-references", "the page lists no references; check that the whole page was saved")
    starts = [line for block, line in page.headings if block == "references"]
    if len(starts) > 1:
        page.add("two-reference-lists", f"“{starts[1].text}” opens a second list; the lists were joined", starts[1])
    whole = _unwrapped(lines, page) if _is_set_apart(lines) else lines
    return tuple(Reference(raw=line.text, position=n) for n, line in enumerate(whole, 1))


def _is_set_apart(lines: list[Line]) -> bool:
    """Say whether blank lines divide the list: only then can a line without one before it be a wrapped one."""
    return len(lines) > 2 and sum(line.is_apart for line in lines[1:]) > 1


def _unwrapped(lines: list[Line], page: Blocks) -> Iterator[Line]:
    current: Line | None = None
    for line in lines:
        if current and not line.is_apart and not (_ENDS.search(current.text) and _BEGINS.match(line.text)):
            page.add("lines-joined", f"“{line.text[:60]}” goes on with the line before it", line)
            current = replace(current, text=f"{current.text} {line.text}")
            continue
        if current:
            yield current
        current = line
    if current:
        yield current
