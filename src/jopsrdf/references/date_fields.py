"""This room reads when a work came out, was handed in, was looked at: from the stretches that give dates."""

from __future__ import annotations

import re
from dataclasses import replace

from jopsrdf.records import PartialDate, Span
from jopsrdf.references import patterns
from jopsrdf.references.dates import Date, read_date
from jopsrdf.references.edges import trim
from jopsrdf.references.grammar import Run
from jopsrdf.references.state import State

_NO_DATE = Date()
#: Words between the year of a first edition and that of the one used.
_REPRINT = re.compile(r"\b(?:repr(?:int(?:ed)?|\.)|r[ée]impr|reimpresión|reimpressão|nachdr|ristampa)", re.IGNORECASE)


def dates(state: State, *, is_thesis: bool) -> tuple[Date, PartialDate | None]:
    """Return the date of publication from all the stretches that give one, and for a thesis the date of the degree."""
    issued, submitted = _NO_DATE, None
    stretches = state.groups.get("year", [])
    for stretch in stretches:
        end = stretch.end + 1 if state.text[stretch.end : stretch.end + 1] in (")", "]") else stretch.end
        start = stretch.start - 1 if state.text[stretch.start - 1 : stretch.start] in ("(", "[") else stretch.start
        date = read_date(state.text[start:end], issued.value.year if issued.value else 0)
        if date.value is None or issued.value is None:
            if not (date.value or date.text):
                continue
            dated, text = date if issued.value is None else issued, issued.text or date.text
            issued = dated if dated.text == text else replace(dated, text=text)
        elif is_thesis and date.value.year != issued.value.year:
            submitted = date.value
        else:
            follows = state.text[stretches[0].end : stretch.start] == ") "
            follows |= bool(_REPRINT.search(state.text, stretches[0].end, stretch.start))
            opens = follows or _is_bracketed(state.text, stretches[0]) or _is_of_original(state, stretches[0], stretch)
            brackets = opens, _is_bracketed(state.text, stretch)
            issued = _with(issued, issued.value, date.value, brackets)
            if date.value.year not in {known.year for known in (issued.value, issued.original) if known}:
                continue
        state.spans.append(Span(*trim(state.text, stretch.start, stretch.end), "year"))
    first = _first(state) if issued.value and not issued.original else None
    if first and issued.value and int(first["y"]) < issued.value.year:
        issued = replace(issued, original=PartialDate(int(first["y"])))
        state.spans.append(Span(*first.span("y"), "year"))
    return issued, submitted


def _with(issued: Date, first: PartialDate, later: PartialDate, brackets: tuple[bool, bool]) -> Date:
    """Return the date of publication in the light of a later date; a bracketed one is the original's."""
    if brackets == (True, False) and later.year > first.year:
        return Date(later, first)
    if later.year - first.year > 500:
        return Date(later)
    if brackets[1] and later.year < first.year and not issued.original:
        return replace(issued, original=later)
    return replace(issued, value=later) if later.year == first.year and later.month else issued


def _first(state: State) -> re.Match[str] | None:
    """Return what is printed of the first edition, in words or in brackets that no other field has."""
    for span in state.groups.get("note", ()):
        if state.text[span.start - 1] in "([" and (match := patterns.FIRST_EDITION.match(state.text, span.start - 1)):
            return match
    return patterns.FIRST_PUBLISHED.search(state.text)


def _is_of_original(state: State, stretch: Run, later: Run) -> bool:
    """Say whether a year in brackets behind the title is the original's: "… Zivilisation (1939), Frankfurt/M. 1976".

    Where the facts of publication stand in brackets, the title has its own.
    """
    between = state.text[stretch.end : later.start]
    is_behind = between.startswith("), ") and "(" not in between and state.text[: stretch.start].endswith(" (")
    return is_behind and any(span.end == stretch.start - 2 for span in state.groups.get("title", ()))


def _is_bracketed(text: str, stretch: Run) -> bool:
    return text[max(0, stretch.start - 1) : stretch.start] == "["


def accessed(state: State) -> PartialDate | None:
    stretches = state.groups.get("accessed", ())
    for stretch in stretches:
        if date := read_date(state.text[stretch.start : stretch.end]).value:
            state.spans.append(Span(stretch.start, stretch.end, "accessed"))
            return date
    return None
