"""This room finds the title among the lines before the first heading: whoever saves a whole page saves its menu too."""

from __future__ import annotations

from dataclasses import replace

from jopsrdf.sources import how_to_cite
from jopsrdf.sources.blocks import Blocks, Line
from jopsrdf.text import fold

#: Titles that stand for a missing one: a PHP array printed by mistake.
PLACEHOLDERS = frozenset(("array", "untitled", "no title"))
#: How many lines a menu may have.
_MENU = 60


def clear_menu(page: Blocks) -> None:
    """Take the lines of the site's menu off the front of the page, with one note.

    The title is known by *How to Cite*, or by the path of links before it ("Home / Archives / Vol. 4 / Articles").
    """
    lines = page["title"]
    start = _start(lines[:_MENU], page.text("how_to_cite"))
    if start:
        page.add("left-over", f"{start} lines before the title are a menu and were not read", lines[0])
        page.lines["title"] = lines[start:]


def _start(lines: list[Line], cited: str) -> int:
    if len(lines) < 2 or how_to_cite.locate(cited, lines[0].text):
        return 0
    quoted = [n for n, line in enumerate(lines) if how_to_cite.read(cited, line.text).journal]
    if quoted:
        return max(quoted, key=lambda n: len(lines[n].text))
    paths = [n for n, line in enumerate(lines[:-1]) if line.text.count(" / ") >= 2]
    return paths[-1] + 1 if paths else 0


def read(page: Blocks) -> tuple[str, str]:
    """Return title and subtitle: a second line is one when *How to Cite* goes on with it."""
    lines = page["title"]
    if not lines or fold(lines[0].text) in PLACEHOLDERS:
        reason = f"“{lines[0].text}” is no title" if lines else "the page has no title"
        page.add("no-title", f"{reason}; put it on the first line of the file", lines[0] if lines else None)
        return "", ""
    title, rest = lines[0], lines[1:]
    while rest and not rest[0].is_apart and _goes_on(page, title, rest[0]):
        page.add("lines-joined", f"“{rest[0].text[:60]}” goes on with the title", rest[0])
        title, rest = replace(title, text=f"{title.text} {rest[0].text}"), rest[1:]
    subtitle = rest[0].text if rest and _goes_on(page, title, rest[0]) else ""
    for line in rest[1:] if subtitle else rest:
        page.add("left-over", f"“{line.text[:60]}” stands under no heading and was not read", line)
    return title.text, subtitle


def _goes_on(page: Blocks, title: Line, line: Line) -> bool:
    return how_to_cite.locate(page.text("how_to_cite"), f"{title.text} {line.text}") is not None
