"""This room reads the dates of article pages: OJS prints them in whatever format its journal has chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jopsrdf.records import PartialDate
from jopsrdf.text import fold

#: The beginnings of month names, January to December, folded: long enough to tell the months of a language apart.
MONTHS = (
    "jan janv januar januari enero ene gennaio gen styczen stycznia sty янв січ հունվ hunvar ocak oca يناير ianuarie",
    "feb februar februari fev fevereiro fevr febrero febbraio luty lutego феврал фев лют փետր subat sub فبراير",
    "mar march marz maart marco mars marzo marzec marca март мар берез մարտ mart maret مارس",
    "apr april abr abril avr avril aprile kwiecien kwietnia апр квіт ապր nisan nis أبريل ابريل",
    "may mai maio mayo maggio mag maj maja мая май травн մայիս mayis mei مايو",
    "jun june juni junho junio juin giugno giu czerwiec czerwca июн черв հունիս haziran haz يونيو",
    "jul july juli julho julio juil juillet luglio lug lipiec lipca июл лип հուլիս temmuz tem يوليو",
    "aug august augustus ago agosto aout sierpien sierpnia авг серп օգոս agustos agu agustus أغسطس",
    "sep sept september set setembro septiembre septembre settembre wrzesnia сент верес սեպտ eylul eyl سبتمبر",
    "oct october okt oktober out outubro octubre octobre ottobre pazdziernik pazdziernika окт жовт հոկտ ekim أكتوبر",
    "nov november novembro noviembre novembre listopad listopada ноябр ноя лист նոյ kasim kas نوفمبر",
    "dec december desember dez dezember dezembro dic diciembre dicembre decembre grudnia дек груд դեկտ aralik ديسمبر",
)
_MONTH_OF = {fold(name): number for number, names in enumerate(MONTHS, 1) for name in names.split()}
_LONGEST = max(map(len, _MONTH_OF))

_NUMERIC = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(?<!\d)(\d{1,2})([-/.])(\d{1,2})\6(\d{4})(?!\d)"
)
_IDEOGRAPHS = re.compile(r"(\d{4})\s*[年년]\s*(?:(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?)?")
_WORDS = re.compile(
    r"(?<!\d)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|\.|-?[ºª°])?\s*(?:de\s+|of\s+)?)?(?P<m1>[^\W\d_]{3,})\.?,?\s*(?:de\s+)?(?P<y1>\d{4})(?!\d)"
    r"|(?P<m2>[^\W\d_]{3,})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{4})(?!\d)"
    r"|(?<!\d)(?P<y3>\d{4})\s+(?P<m3>[^\W\d_]{3,})\.?(?:\s+(?P<d3>\d{1,2}))?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text, the characters it was read from, and what is doubtful about it ("" for nothing)."""

    date: PartialDate
    start: int
    end: int
    doubt: str = ""


def find(text: str) -> Dated | None:
    """Return the first date in a text, as precise as it was printed, or None.

    >>> str(find("9 июля 2025").date), str(find("31.08.2025").date), str(find("July 9, 2025").date)
    ('2025-07-09', '2025-08-31', '2025-07-09')
    >>> str(find("2025年7月9日").date), str(find("2018").date)
    ('2025-07-09', '2018')
    >>> find("03/08/2006").doubt
    'the order of day and month is not known, so only the year was kept'
    """
    found = [read for read in (_numeric(text), _ideographs(text), _in_words(text)) if read]
    return min(found, key=lambda dated: dated.start) if found else _year(text)


def month(word: str) -> int:
    """Return the number of a month from its name or the beginning of it, 0 for any other word.

    >>> month("сентября"), month("Ağustos"), month("Jul."), month("Mayor")
    (9, 8, 7, 0)
    """
    folded = fold(word)
    if folded in _MONTH_OF:
        return _MONTH_OF[folded]
    if folded.isascii():
        return 0
    return next((_MONTH_OF[folded[:end]] for end in range(len(folded) - 1, 2, -1) if folded[:end] in _MONTH_OF), 0)


def _numeric(text: str) -> Dated | None:
    match = _NUMERIC.search(text)
    if not match:
        return None
    if match[1]:
        return _dated(match, int(match[1]), int(match[3]), int(match[4]))
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    if match[6] == "." or first > 12 or first == second:
        return _dated(match, year, second, first)
    if second > 12:
        return _dated(match, year, first, second)
    doubt = "the order of day and month is not known, so only the year was kept"
    return Dated(PartialDate(year), match.start(), match.end(), doubt)


def _ideographs(text: str) -> Dated | None:
    match = _IDEOGRAPHS.search(text)
    return _dated(match, *(int(part or 0) for part in match.groups())) if match else None


def _in_words(text: str) -> Dated | None:
    for match in _WORDS.finditer(text):
        number = month(match["m1"] or match["m2"] or match["m3"])
        if number:
            year = int(match["y1"] or match["y2"] or match["y3"])
            return _dated(match, year, number, int(match["d1"] or match["d2"] or match["d3"] or 0))
    return None


def _year(text: str) -> Dated | None:
    match = _YEAR.search(text)
    return _dated(match, int(match[1])) if match else None


def _dated(match: re.Match[str], year: int, month_: int = 0, day: int = 0) -> Dated | None:
    """Return the date if a calendar has it; years of other calendars are not converted but doubted by the caller."""
    spelled = f"{year:04}" + (f"-{month_:02}" if month_ else "") + (f"-{day:02}" if day else "")
    try:
        return Dated(PartialDate.parse(spelled), match.start(), match.end())
    except ValueError:
        return None
