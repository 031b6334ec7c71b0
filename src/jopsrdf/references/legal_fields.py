"""This room reads what laws, decisions and signed documents state in their names and numbers: a number, a date."""

from __future__ import annotations

import re

from jopsrdf.records import PartialDate, Span
from jopsrdf.references.dates import read_date
from jopsrdf.references.state import State
from jopsrdf.references.words.cues import COURT
from jopsrdf.references.words.legal_words import DECIDED, DECISION_HEAD, PARTIES

#: What announces a number; the marks of chapters and of public laws belong to it.
_MARKED = re.compile(r"(?:nos?|nr|n\.?[°º]?|№)\.?\s?(?=\S*\d)", re.IGNORECASE)
_DAY = re.compile(
    r"\d{1,2}\.?(?:er|º)?\s(?:de\s)?[^\W\d]+\.?\s(?:de\s)?\d{4}|[^\W\d]+\s\d{1,2},\s\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}"
)
_YEAR = re.compile(r"[:(](?P<y>(?:19|20)\d\d)(?!\d)")


def number(state: State) -> str:
    """Return the number of a document, a case, a shelf mark, without the word that announces it."""
    value = state.take("number")
    marked = _MARKED.match(value)
    if not marked:
        return value
    span = state.spans[-1]
    state.spans[-1] = Span(span.start + marked.end(), span.end, span.label)
    return value[marked.end() :]


def bare(number: str) -> str:
    """Return a number without the word that announces it.

    >>> bare("No. 12/163"), bare("WP/12/163"), bare("SP II 2004-101")
    ('12/163', 'WP/12/163', 'SP II 2004-101')
    """
    return _MARKED.sub("", number, count=1) if _MARKED.match(number) else number


def names_parties(title: str) -> bool:
    """Say whether a title is the names of two parties, which are in no language: "Costa v ENEL"."""
    return (" v" in title or " c/" in title) and bool(PARTIES.match(title) or COURT.match(title))


def is_decision(title: str, container: str = "") -> bool:
    """Say whether a title is a court's decision.

    >>> is_decision("Miranda v. Arizona"), is_decision("STC 31/2010, de 28 de junio"), is_decision("The Courts")
    (True, True, False)
    """
    return bool(
        names_parties(title)
        or DECISION_HEAD.match(title)
        or (DECIDED.search(title) and container.endswith(("Reports", "Rep.", "Rep", "Recueil")))
    )


def dated(state: State, title: str, known: PartialDate | None) -> PartialDate | None:
    """Return the date that a name states, where nothing else gives one or gives its year alone; else a sign's."""
    if known and known.month:
        return known
    day = _DAY.search(title)
    date = read_date(day[0] if day else title).value if any(map(str.isdecimal, title)) else None
    if date and (known is None or (date.day and date.year == known.year)):
        start = state.text.find(str(date.year), state.text.find(title))
        state.spans.append(Span(start, start + 4, "year"))
        return date
    return known or signed(state)


def signed(state: State) -> PartialDate | None:
    """Return the year that a sign holds: "ISO 639-1:2002", "COM(2020) 65 final", "ECLI:EU:C:2014:317"."""
    for stretch in state.groups.get("number", ()):
        if match := _YEAR.search(state.text, stretch.start, stretch.end):
            state.spans.append(Span(*match.span("y"), "year"))
            return PartialDate(int(match["y"]))
    return None
