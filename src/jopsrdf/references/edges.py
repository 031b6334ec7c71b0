"""This room cuts the punctuation and the quotation marks off the edges of a value."""

from __future__ import annotations

_EDGE = " ,;:.·-–—/|،。，；：　*"
_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}
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


_OPENING = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "「": "」", "『": "』", "《": "》"}


def _closes_inside(text: str, start: int, end: int) -> bool:
    """Say whether a quotation mark just before a range is closed in the middle of it: a quotation opens the value."""
    opening = text[start - 1]
    closings = _OPENING[opening]
    place = min((found for mark in closings if (found := text.find(mark, start, end - 1)) >= 0), default=-1)
    return place >= 0 and text.find(opening, start, place) < 0 and not text[place - 1] in ".,?!" and text[place + 1 : place + 2] != "."


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a range without the punctuation and quotation marks round it; its own "?", "!" and brackets stay.

    >>> text = "“Was It Realistic?” Review"
    >>> start, end = trim(text, 1, 17)
    >>> text[start:end]
    'Was It Realistic?'
    """
    if start and text[start - 1] in _OPENING and _closes_inside(text, start, end):
        start -= 1
    while start < end and (text[start] in _EDGE or text[start] in ")]”’»"):
        start += 1
    while end < len(text) and text[end] in "?!？！":
        end += 1
    while (
        end < len(text)
        and text[end] in _PAIRS
        and text.count(_PAIRS[text[end]], start, end) > text.count(text[end], start, end)
    ):
        end += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    for opening, closing in _QUOTED:
        inner = text[start + len(opening) : end - len(closing)]
        if (
            text.startswith(opening, start)
            and text.endswith(closing, start + 1, end)
            and opening not in inner
            and closing not in inner
        ):
            start, end = start + len(opening), end - len(closing)
            return trim(text, start, end) if inner else (start, start)
    if text[start : start + 1] in '([“«„"' and not any(
        closing in text[start:end] for opening, closing in ("()", "[]", *_QUOTED) if opening == text[start]
    ):
        return trim(text, start + 1, end)
    if text[start : start + 1] == '"' and text.count('"', start, end) == 1:
        return trim(text, start + 1, end)
    if (
        text[end - 1 : end] in _PAIRS
        and end > start
        and text[end - 1] not in "’"
        and _PAIRS[text[end - 1]] not in text[start:end]
    ):
        return trim(text, start, end - 1)
    return start, end
