"""This room describes the act of citing: when it was made, over which span of time, and who cites themselves.

Creation date and time span follow OpenCitations: the citation is created when the citing work is published, and the
span is counted in whole years, months and days, as far as both dates state them.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from jopsrdf.graph.entities import Citation, Person
from jopsrdf.records import PartialDate
from jopsrdf.terms import CITO, Triple
from jopsrdf.text import fold

#: The intent of a citation of which nothing finer is known.
CITES = "cites"


def time_span(citing: PartialDate | None, cited: PartialDate | None) -> str:
    """Return the time between two dates as an xsd:duration, or "" if one of them is not known.

    What one date does not state is taken from the other; months and days are printed when both dates have them. A
    work that appeared after the one that cites it gives a negative span.

    >>> time_span(PartialDate(2025, 7, 9), PartialDate(2024, 10, 15))
    'P0Y8M24D'
    >>> time_span(PartialDate(2025, 7, 9), PartialDate(1888))
    'P137Y'
    """
    if not (citing and cited and citing.year and cited.year):
        return ""
    with_months, with_days = bool(citing.month and cited.month), bool(citing.day and cited.day)
    years, months, days = _difference(_filled(citing, cited), _filled(cited, citing))
    stated = (years, months if with_months else 0, days if with_days else 0)
    sign = "-" if next((part for part in stated if part), 0) < 0 else ""
    text = f"{sign}P{abs(years)}Y"
    return text + (f"{abs(months)}M" if with_months else "") + (f"{abs(days)}D" if with_days else "")


def _filled(date: PartialDate, other: PartialDate) -> tuple[int, int, int]:
    month = date.month or other.month or 1
    return date.year, month, min(date.day or other.day or 1, _days(date.year, month))


def _difference(one: tuple[int, int, int], other: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return years, months and days from `other` to `one`, all of one sign: whole months first, then days."""
    months = (one[0] - other[0]) * 12 + one[1] - other[1]
    if months > 0 and one[2] < _moved(other, months)[2]:
        months -= 1
    elif months < 0 and one[2] > _moved(other, months)[2]:
        months += 1
    sign = -1 if months < 0 else 1
    return sign * (abs(months) // 12), sign * (abs(months) % 12), _ordinal(one) - _ordinal(_moved(other, months))


def _moved(date: tuple[int, int, int], months: int) -> tuple[int, int, int]:
    year, month = divmod(date[0] * 12 + date[1] - 1 + months, 12)
    return year, month + 1, min(date[2], _days(year, month + 1))


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _ordinal(date: tuple[int, int, int]) -> int:
    return dt.date(*date).toordinal()


def is_same_person(one: Person, other: Person) -> bool:
    """Say whether two printed names are one person by our rule: one ORCID, or one family name and full given name.

    Initials are not enough, and where both have an ORCID it alone decides.

    >>> cited = Person(iri="<#a>", name="Marut Vardazaryan", family="Vardazaryan", given="Marut")
    >>> is_same_person(cited, Person(iri="<#b>", name="", family="VARDAZARYAN", given="Marut"))
    True
    >>> is_same_person(cited, Person(iri="<#b>", name="", family="Vardazaryan", given="M."))
    False
    """
    mine, theirs = _orcid(one), _orcid(other)
    if mine and theirs:
        return mine == theirs
    return bool(one.family) and _key(one) == _key(other) and has_full_name(one.given)


def has_full_name(given: str) -> bool:
    """Say whether a given name is written out, not only initials or abbreviations.

    >>> [has_full_name(given) for given in ("M.A.", "J", "JK", "Ya.", "Alexander S.", "伟")]
    [False, False, False, False, True, True]
    """
    return any(_is_full(name) for name in re.split(r"(?<=\.)|[\s-]+", given) if name)


def _is_full(name: str) -> bool:
    if name.lower() == name.upper():
        return name.isalpha()
    return len(name) > 1 and "." not in name and not (name.isupper() and len(name) < 4)


def _key(person: Person) -> tuple[str, str, str]:
    return _folded(person.family), _folded(person.given), _folded(person.suffix)


@lru_cache(maxsize=1024)
def _folded(name: str) -> str:
    """Return `fold(name)`: the authors of one article are compared with every cited author of its list."""
    return fold(name)


def _orcid(person: Person) -> str:
    return next((node.value for node in person.identifiers if node.scheme == "orcid"), "")


def intended(citations: Iterable[Citation]) -> Iterator[Triple]:
    """Yield the finer links from the citing to the cited work, beside `cito:cites`."""
    for citation in citations:
        if citation.intent != CITES:
            yield citation.citing[0].iri, CITO[citation.intent], citation.cited[0].iri
