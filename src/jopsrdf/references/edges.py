"""This room cuts the punctuation and the quotation marks off the edges of a value."""

from __future__ import annotations

_EDGE = " ,;:.·-–—/|،。，；：　*\u200e\u200f"
#: Closing mark → the marks that it may close; German and Slavic „…“ ends on the sign that opens in English.
_PAIRS = {")": "(", "]": "[", "”": "“„", "“": "„", "»": "«", "’": "‘", "）": "（", "】": "【"}
_QUOTED = (
    ("“", "”"),
    ("«", "»"),
    ("„", "“"),
    ("„", "”"),
    ('"', '"'),
    ("‘", "’"),
    ("'", "'"),
    ("《", "》"),
    ("「", "」"),
    ("『", "』"),
    ("``", "''"),
    ("‹", "›"),
)


_LONELY = {"‘": "’", "(": ")", "[": "]", "“": "”", "«": "»", "„": "“”", '"': '"'}
_OPEN = frozenset("([") | {opening[0] for opening, _ in _QUOTED}
_SHUT = frozenset(")]“") | {closing[-1] for _, closing in _QUOTED}
_OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "「": "」", "『": "』", "《": "》"}


def _count(text: str, marks: str, start: int, end: int) -> int:
    return sum(text.count(mark, start, end) for mark in marks)


def _closes_inside(text: str, start: int, end: int) -> bool:
    """Say whether a quotation mark just before a range is closed in the middle of it: a quotation opens the value."""
    opening = text[start - 1]
    closings = _OPENING[opening]
    place = min((found for mark in closings if (found := text.find(mark, start, end - 1)) >= 0), default=-1)
    return place >= 0 and text.find(opening, start, place) < 0 and text[place - 1] not in ".,?!"


def trim(text: str, start: int, end: int, layers: int = 4) -> tuple[int, int]:
    """Return a range without the punctuation and quotation marks round it; its own "¿", "?", "!" and brackets stay.

    No more than `layers` marks are unwrapped, so that a row of them costs no more than a text.

    >>> text = "“Was It Realistic?” Review"
    >>> start, end = trim(text, 1, 17)
    >>> text[start:end]
    'Was It Realistic?'
    """
    if start and text[start - 1] in _OPENING and _closes_inside(text, start, end):
        start -= 1
    while start < end and (text[start] in _EDGE or text[start] in ")]”’»"):
        start += 1
    while start and text[start - 1] in "¿¡":
        start -= 1
    while end < len(text) and text[end] in "?!？！":
        end += 1
    while (
        end < len(text)
        and text[end] in _PAIRS
        and _count(text, _PAIRS[text[end]], start, end) > text.count(text[end], start, end)
    ):
        end += 1
    if text[end : end + 1] == '"' and text.count('"', start, end) % 2:
        end += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if start == end or (text[start] not in _OPEN and text[end - 1] not in _SHUT):
        return start, end
    inner = _unwrapped(text, start, end)
    return inner if inner == (start, end) or not layers else trim(text, *inner, layers - 1)


def _unwrapped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the pair of marks round it, or without a mark that has no partner in it."""
    for opening, closing in _QUOTED:
        if text.startswith(opening, start) and text.endswith(closing, start + 1, end):
            inner = text[start + len(opening) : end - len(closing)]
            if opening not in inner and closing not in inner:
                return start + len(opening), max(start + len(opening), end - len(closing))
    first, last = text[start], text[end - 1]
    if first in _LONELY and not any(closing in text[start + 1 : end] for closing in _LONELY[first]):
        return start + 1, end
    if last in _PAIRS and last != "’" and not _count(text, _PAIRS[last], start, end):
        return start, end - 1
    return start, end
