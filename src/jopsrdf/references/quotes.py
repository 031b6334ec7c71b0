"""This room pairs quotation marks, nested ones and straight ones too."""

from __future__ import annotations

from jopsrdf.references.tokens import CLOSES, LATE_CLOSE, LONGEST_QUOTE, QUOTES, SINGLE_CLOSE

Token = tuple[str, int, int, str]


def matched(tokens: list[Token], text: str) -> dict[int, int]:
    """Pair opening and closing quotation marks; return the token that closes each outermost one."""
    pairs: dict[int, int] = {}
    stack: list[int] = []
    for index, (kind, start, _, mark) in enumerate(tokens):
        if kind != "p" or mark not in QUOTES:
            continue
        if stack and mark in (CLOSES.get(tokens[stack[-1]][3]) or '"') and not (mark == '"' and _opens(text, start)):
            opened = stack.pop()
            if start - tokens[opened][1] <= LONGEST_QUOTE:
                pairs[opened] = index
        elif mark in CLOSES or (mark == '"' and (not stack or _opens(text, start))):
            stack.append(index)
    return pairs


def closed_single(tokens: list[Token], text: str, index: int) -> tuple[int, int]:
    """Return the token behind what a single quotation mark opens, and where that ends; zeros where it opens nothing."""
    _, start, _, mark = tokens[index]
    is_opening = mark in "‘'" and (not start or text[start - 1] in " (")
    if text.find("’", start + 1, start + LONGEST_QUOTE) < 0 > text.find("'", start + 1, start + LONGEST_QUOTE):
        return 0, 0
    match = SINGLE_CLOSE.search(text, start + 1, start + LONGEST_QUOTE) if is_opening else None
    if is_opening and mark == "‘" and not match and text.count("’", start, start + LONGEST_QUOTE) == 1:
        match = LATE_CLOSE.search(text, start + 1, start + LONGEST_QUOTE)
    if not match:
        return 0, 0
    end = match.start()
    return next((later for later in range(index + 1, len(tokens)) if tokens[later][1] >= end), 0), end


def _opens(text: str, start: int) -> bool:
    """Say whether a straight quotation mark opens: white space before it, none after."""
    return (not start or text[start - 1] in " ([") and not text[start + 1 : start + 2].isspace()
