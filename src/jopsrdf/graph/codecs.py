"""This room spells the values of records as RDF terms, each kind of value in the one form that ontologies ask for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jopsrdf.graph.engine import Codec
from jopsrdf.records import PartialDate, Text
from jopsrdf.terms import XSD, Term, address, literal

_PLAIN = re.compile(r'[^"\\\x00-\x1f\x7f]*')
_DATATYPES = {"year": XSD["gYear"], "month": XSD["gYearMonth"], "day": XSD["date"]}


def _string(value: str) -> Term:
    return f'"{value}"' if _PLAIN.fullmatch(value) else literal(value)


def _tagged(text: Text) -> Term:
    return f"{_string(text.value)}@{text.language.lower()}" if text.language else _string(text.value)


def _one(value: str) -> tuple[Term]:
    return (_string(value),)


def _date(value: PartialDate) -> tuple[Term]:
    return (f'"{value}"^^{_DATATYPES[value.precision]}',)


def _year(value: PartialDate) -> tuple[Term]:
    return (f'"{value.year:04}"^^{XSD["gYear"]}',)


def _midnight(value: PartialDate) -> tuple[Term, ...]:
    """FaBiO asks for a dateTime; a date without its day is not stretched to one."""
    return (f'"{value}T00:00:00"^^{XSD["dateTime"]}',) if value.day else ()


def _typed(name: str) -> Codec:
    datatype = XSD[name]
    return Codec(lambda value: (f'"{value}"^^{datatype}',), address(datatype))


#: A string without a language, as OCDM wants titles.
STRING = Codec(_one)
STRINGS = Codec(lambda values: map(_string, values))
#: A text with its language tag, lower-case, or a plain string where no language is stated.
TEXT = Codec(lambda text: (_tagged(text),), "@language")
TEXTS = Codec(lambda texts: map(_tagged, texts), "@language")
#: The value of a text without its tag, for properties whose range is xsd:string.
VALUE = Codec(lambda text: (_string(text.value),))
VALUES = Codec(lambda texts: tuple(dict.fromkeys(_string(text.value) for text in texts)))
#: A date with the datatype of its precision, its year alone, and the start of its day.
DATE = Codec(_date, "date")
YEAR = Codec(_year, address(XSD["gYear"]))
MIDNIGHT = Codec(_midnight, address(XSD["dateTime"]))
DURATION = _typed("duration")
DATETIME = _typed("dateTime")
DECIMAL = _typed("decimal")
POSITIVE = _typed("positiveInteger")
COUNT = _typed("nonNegativeInteger")
#: A tuple of things, which are described in their turn; LINKS only names them.
THINGS = Codec(lambda things: (thing.iri for thing in things), "things")
LINKS = Codec(lambda things: (thing.iri for thing in things), "@id")
#: Addresses that `iris.web` has made safe.
IRI = Codec(lambda value: (f"<{value}>",), "@id")
IRIS = Codec(lambda values: (f"<{value}>" for value in values), "@id")


def table(rows: Mapping[str, Term | Iterable[Term]]) -> Codec:
    """Return a codec that looks a word up: each of its terms, one or more, is known to `terms_used`."""
    written = {word: (found,) if isinstance(found, str) else tuple(found) for word, found in rows.items()}
    used = tuple(dict.fromkeys(term for found in written.values() for term in found if term))
    return Codec(lambda word: written[word], "@id", used)


def constant(term: Term) -> Codec:
    """Return a codec that writes one term, whatever the value."""
    return Codec(lambda _: (term,), "@id", (term,))


def built(write: Callable[[Any], Iterable[Term]], range: str = "@id", terms: Iterable[Term] = ()) -> Codec:  # noqa: A002
    """Return a codec of its own making, with the terms that it may write."""
    return Codec(write, range, tuple(terms))
