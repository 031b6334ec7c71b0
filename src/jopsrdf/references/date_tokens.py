"""This room finds the tokens of a date: a month with its day and its year, in either order, whatever stands between."""

from __future__ import annotations

from jopsrdf.references.dates import MONTH, is_year
from jopsrdf.references.tokens import FLAGS, MONTHS

Token = tuple[str, int, int, str]
_JOINTS = (".", ",", "de", "of", "/", "-", "–")
_GENITIVES = ("de", "of", "di", "del", "d’", "d'")
LAST_DAY = 31


def is_day(number: str) -> bool:
    """Say whether a number is that of a day, or of several: "7", "1º", "12th", "3-5".

    >>> is_day("7"), is_day("12th"), is_day("3-5"), is_day("45"), is_day("377")
    (True, True, True, False, False)
    """
    bare = number.rstrip("stndrhºª").replace("-", "")
    halves = number.split("-")
    return len(halves) <= 2 and bare.isdecimal() and all(0 < _value(half) <= LAST_DAY for half in halves)


def _value(number: str) -> int:
    bare = number.rstrip("stndrhºª")
    return int(bare) if bare.isdecimal() and len(bare) <= 2 else 0


def date_end(tokens: list[Token], index: int) -> int:
    """Return the token behind the date whose month stands at a token; nothing of a date comes behind its year."""
    start, after, has_year = tokens[index][1], index + 1, False
    while after - index <= 9:
        kind, begin, _, text = tokens[after]
        if text not in _JOINTS and (has_year or not _belongs(kind, text, begin - start)):
            break
        has_year = has_year or (kind == "n" and not is_day(text))
        after += 1
    while after > index + 1 and not _ends(tokens[after - 1]):
        after -= 1
    return after


def _belongs(kind: str, text: str, distance: int) -> bool:
    if kind == "w":
        return FLAGS.get(text.lower(), 0) & MONTHS != 0 and distance < 16 and len(text) > 2
    return kind == "n" and distance < 30 and (is_day(text) or (is_year(text[:4]) and len(text) <= 9))


def _ends(token: Token) -> bool:
    return token[0] == "n" or token[3] == "." or token[3] in MONTH


def day_before(tokens: list[Token], index: int) -> int:
    """Return the token of the day that a word like "de" joins to the month at a token, 0 where there is none."""
    has_day = index >= 2 and tokens[index - 1][3] in _GENITIVES and tokens[index - 2][0] == "n"
    return index - 2 if has_day and is_day(tokens[index - 2][3]) else 0


def month_behind(tokens: list[tuple[str, int, int, str]], index: int) -> int:
    """Return the token behind the month, and the day, that stand right behind a year: 1946年5月号."""
    for mark in ("月", "日"):
        is_next = mark in tokens[index][3] and tokens[index][1] == tokens[index - 1][2]
        index += is_next
    return index


def is_city(text: str, start: int) -> bool:
    """Say whether the month's name that starts there ends the name of a city.

    >>> is_city("Rio de Janeiro, 2014", 7)
    True
    """
    return text[max(0, start - 7) : start].lower() == "rio de "
