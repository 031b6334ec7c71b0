"""This room reads dates as precisely as they are printed, and keeps what is no date as text.

A year that stands in brackets beside another is the original's; where two calendars are printed, the Gregorian year
is the one that counts. Nothing is rounded and no month is guessed from a season.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jopsrdf.records import PartialDate
from jopsrdf.references.words.calendar_words import MONTHS, SEASONS
from jopsrdf.references.words.hinted import parted, pieces

#: Spelling of a month → its number; a three-letter cut of an English name counts too.
MONTH: dict[str, int] = {
    spelling: number
    for row in MONTHS.values()
    for number, names in enumerate(row.split(), 1)
    for spelling in names.split("/")
    if len(row.split()) == 12
}
_ROMAN = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’‌-][^\W\d_]+)*|[^\s]")
_ISO = re.compile(r"(?<!\d)(?P<y>[12]\d{3})[-./年](?P<m>\d{1,2})(?:[-./月](?P<d>\d{1,2})日?)?(?![\d/])")
_NUMERIC = re.compile(
    r"(?<![\d/])(?P<d>\d{1,2})(?:[-./]\s?(?P<m>\d{1,2}|[IVX]{1,4})[-./]\s?|\s(?P<r>[IVX]{1,4})\s)(?P<y>[12]\d{3})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_SPAN = re.compile(r"(1[5-9]\d\d|20\d\d)[–-](\d\d(?:\d\d)?)")
_HIJRI = re.compile(r"(?<!\d)1[0-4]\d\d(?=\s?(?:h|ah|a\.h|هـ|ه|هـق|ق|ش|هـش|sh|هجرية)(?!\w))", re.IGNORECASE)
_WORDS = (
    r"(?i:in press|in print|forthcoming|no date|undated|sem data|sin fecha|no prelo|en prensa|à paraître|sous presse|"
    r"im erscheinen|im druck|ohne jahr|to appear|in preparation|в печати|у друці|baskıda|in corso di stampa|in stampa|"
    r"w druku)|"
    r"[nsN]\.\s?[dD]\.?|[sS]\.\s?[df]\.?|[oO]\.\s?J\.?|[бБ]\.\s?[гр]\.?|[tTzZ]\.\s?[yj]\.?|[bB]\.\s?[dr]\.?|"
    r"[sS]/[df]|[uU]\.\s?å\.?|(?<=[(\[])[sS]\.\s?a\.?(?=[)\]])|"
    r"بدون تاريخ|د\.\s?ت|بی‌تا|بی تا"
)
#: What a reference prints instead of a year; a capital second letter is an initial ("A. S. D."), save in "o. J.".
UNDATED = re.compile(rf"(?<![\w.])(?:{_WORDS})(?!\w)(?!\s[^\W\d_a-z]\.)")
#: What such words are told by: their initials with a stop between them, or one of these strings.
_INITIALS = re.compile(
    r"[./](?:(?<=[nNs].)(?<![\w.]..)\s?[dD]|(?<=[oO].)(?<![\w.]..)\s?J|"
    r"(?<=[bBsStTuUzZбБد].)(?<![\w.]..)\s?[adfyjrгрåت])"
)
_PLAIN_HINTS, _FOREIGN_HINTS = parted(
    (
        *("in pr", "forthcoming", "date", "sem data", "sin fecha", "no prelo", "en prensa", "à paraître"),
        *("sous presse", "im erscheinen", "im druck", "ohne jahr", "to appear", "в печати", "у друці", "baskida"),
        *("stampa", "w druku", "بدون", "بی‌تا", "بی تا"),
    )
)
#: Years that a reference may be from; later ones are pages or numbers.
FIRST_YEAR, LAST_YEAR = 1000, 2099


@dataclass(frozen=True, slots=True)
class Date:
    """What a text says about a date: the value, the first edition's, and the words that are no date."""

    value: PartialDate | None = None
    original: PartialDate | None = None
    text: str = ""


def is_year(number: str) -> bool:
    """Say whether four digits may be a year of publication.

    >>> is_year("1888"), is_year("9141")
    (True, False)
    """
    return len(number) == 4 and number.isdecimal() and FIRST_YEAR <= int(number) <= LAST_YEAR


def is_span_of_years(text: str) -> bool:
    """Say whether a text is a first and a later year, the second one perhaps cut short: no pages, but a time.

    >>> is_span_of_years("1972–79"), is_span_of_years("1980-2000"), is_span_of_years("1998-1972")
    (True, True, False)
    """
    match = _SPAN.fullmatch(text)
    return match is not None and match[1] < match[1][: 4 - len(match[2])] + match[2]


def undated(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Return what a stretch of a text prints instead of a year; most texts are seen to print nothing of the kind.

    >>> [match[0] for match in undated("Bible. S. D. Smith, ed. London, n.d.", 0, 36)]
    ['n.d.']
    """
    plain, foreign = pieces(text)
    is_told = any(map(plain.__contains__, _PLAIN_HINTS)) or any(map(foreign.__contains__, _FOREIGN_HINTS))
    return UNDATED.finditer(text, start, end) if is_told or _INITIALS.search(text) else iter(())


def read_date(text: str, year: int = 0) -> Date:
    """Return the date in a stretch of text; `year` is the year that another place of the reference gives.

    >>> str(read_date("October 15, 2024").value), str(read_date("97 (4) July:", 2021).value)
    ('2024-10-15', '2021-07')
    >>> read_date("(2008 [1867])").original
    PartialDate(year=1867, month=0, day=0)
    >>> read_date("Spring 2020").text, read_date("in press").value
    ('Spring 2020', None)
    """
    if len(text) <= 6 and (bare := _bare_year(text)):
        return bare
    if year_in_words := roman_year(text.strip("()[] .,")):
        return Date(PartialDate(year_in_words))
    for pattern in (_NUMERIC, _ISO):
        match = pattern.search(text)
        if match:
            parts = match.groupdict()
            month = parts["m"] or parts.get("r") or "0"
            value = _valid(int(parts["y"]), _ROMAN.get(month.lower()) or int(month), int(parts["d"] or 0))
            if value:
                return Date(value)
    return _worded(text, year)


@lru_cache(1024)  # most dates
def _bare_year(text: str) -> Date | None:
    """Return the date that a number alone says; None where it is not alone."""
    number = text.strip("() .,")
    if not (text.isascii() and number.isdecimal()):
        return None
    return Date(PartialDate(int(number))) if is_year(number) else Date()


_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman_year(text: str) -> int:
    """Return the year that capital Roman numerals write, 0 where they write none from 1400 on.

    >>> roman_year("MDCLXXII"), roman_year("MCM"), roman_year("MIX")
    (1672, 1900, 0)
    """
    if len(text) < 3 or text[0] != "M" or not set(text) <= _VALUES.keys():
        return 0
    values = [_VALUES[letter] for letter in text]
    year = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return year if 1400 <= year <= LAST_YEAR else 0


def _worded(text: str, year: int) -> Date:
    years = [match for match in _YEAR.finditer(text) if is_year(match[0])]
    chosen, original = _choose(text, years)
    if chosen < 1500 and years and (_HIJRI.search(text) or not years[0][0].isascii()):
        return Date(text=text.strip(" .,;()[]"))
    month, day, season = _month_and_day(text)
    value = _valid(chosen or year, month, day) if chosen or (year and month) else None
    kept = text.strip(" .,;()[]") if season or (not value and UNDATED.search(text)) else ""
    return Date(value, PartialDate(original) if original else None, kept)


def _choose(text: str, years: list[re.Match[str]]) -> tuple[int, int]:
    """Return the year of this edition and of the original, 0 where there is none."""
    if not years:
        return 0, 0
    if len(years) == 1:
        return int(years[0][0]), 0
    hijri = {match.start() for match in _HIJRI.finditer(text)}
    common = [match for match in years if match.start() not in hijri] or years
    first = int(common[0][0])
    if len(common) == 1:
        return first, 0
    second = int(common[1][0])
    between = text[common[0].end() : common[1].start()]
    if first < 1500 <= second and second - first > 500:
        return second, 0
    if "[" in text and between.strip(" ()") in ("[", "]", "/", "] ["):
        outer = second if text.find("[") < common[0].start() else first
        inner = first + second - outer
        return (outer, inner) if inner < outer else (outer, 0)
    if between.strip() == "/" and second - first > 1:
        return second, first
    if re.search(r"\b(?:orig|reprint|repr|first|1st|nachdr|zuerst|ilk|впервые)", text, re.IGNORECASE):
        return max(first, second), min(first, second) if first != second else 0
    return first, 0


def _month_and_day(text: str) -> tuple[int, int, bool]:
    month, day, season = 0, 0, False
    tokens = _TOKEN.findall(text)
    for index, token in enumerate(tokens):
        lower = token.lower()
        if lower in SEASONS:
            season = True
        number = MONTH.get(lower, 0)
        if not number or month or (number == 5 and lower == "may" and token[0].islower()):
            continue
        month = number
        day = _day_beside(tokens, index)
    return month, day, season


def _day_beside(tokens: list[str], index: int) -> int:
    before = [
        token
        for token in tokens[max(0, index - 3) : index]
        if token.lower() not in ("de", "of", "º", ".", "th", "st", "nd", "rd", "°", "er")
    ]
    after = [word for word in tokens[index + 1 : index + 4] if word.strip(".")]
    for side in (before[-1:], after[:1]):
        if side and side[0].isdecimal() and 1 <= int(side[0]) <= 31:
            return int(side[0])
    return 0


def _valid(year: int, month: int, day: int) -> PartialDate | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if not month and not day:
        return PartialDate(year)
    try:
        return PartialDate.parse(str(PartialDate(year, month, day)))
    except ValueError:
        return PartialDate(year, month) if 1 <= month <= 12 else PartialDate(year)
