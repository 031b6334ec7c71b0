"""This room reads a query before it is evaluated: its form, its length and depth, and whether it reaches outside.

The engine would fetch whatever `SERVICE` names, so a query that holds one is refused here, however it is written. It
cannot be told without a whole parser where `<` opens an IRI and where it compares, and quotes and `#` mean different
things in the two; so both readings are followed, and a SERVICE in either counts. Keywords may also be glued to what
stands before them (`1SERVICE<…>`), as parsers without a separate lexer accept it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jopsrdf.errors import QueryError, QueryRefused
from jopsrdf.store.answers import KINDS, Form, Kind, Limits

#: Characters that reading a query twice over may cost; some tenths of a second.
PATIENCE = 20_000_000
#: Characters that are read in less than a millisecond, unless SERVICE has to be looked for.
QUICK = 10_000
UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a query without parsing it: its form, None where even that is unclear (the parser will say)."""

    form: Form | None

    @property
    def kind(self) -> Kind:
        """Whether the answer is a table (or a boolean) or a graph."""
        return KINDS[self.form] if self.form else "bindings"


@lru_cache(maxsize=64)
def read(text: str, limits: Limits) -> Reading:
    r"""Read a query; raise `QueryRefused` for an update or SERVICE, `QueryError` for one too long or too deep.

    >>> read("PREFIX s: <http://schema.org/> # all\nselect * { ?s s:name ?o }", Limits()).form
    'SELECT'
    >>> read("ASK { SERVICE <http://e.org/sparql> { ?s ?p ?o } }", Limits())
    Traceback (most recent call last):
    jopsrdf.errors.QueryRefused: line 1, column 7: SERVICE is not allowed here
    """
    if len(text) > limits.length:
        raise QueryError(f"the query has {len(text):,} characters; {limits.length:,} are allowed")
    _check_depth(text, limits.depth)
    form = _first_keyword(text)
    if form in UPDATES:
        raise QueryRefused(f"{form} is an update; this endpoint only answers queries")
    for reading in {text, unescaped(text)} if "\\" in text else (text,):
        for place, endpoint in services(reading):
            if endpoint not in limits.services:
                raise _refusal(reading, place, limits)
    return Reading(form if form in KINDS else None)


def is_quick(text: str) -> bool:
    """Say whether `read` takes no time to speak of; a text made to take long takes some tenths of a second.

    >>> is_quick("ASK {}"), is_quick("ASK { SERVICE <http://e.org/sparql> {} }")
    (True, False)
    """
    return len(text) < QUICK and "\\" not in text and "service" not in text.casefold()


_SPACE = r"(?:\s|\#[^\n\r]*+)*+"
IRI = r"<(?:[^<>\"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>"
_LOCAL_CHAR = r"(?:[\w:\-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])"
LOCAL = rf"(?!-){_LOCAL_CHAR}++(?:\.++{_LOCAL_CHAR}++)*+"
STRING = r"""
    "{3}(?:"{0,2}(?:[^"\\]|\\.))*+"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
  | "(?:[^"\\\n\r]|\\.)*+" | '(?:[^'\\\n\r]|\\.)*+'
"""
#: What is passed over whole: strings, comments, variables, language tags, names after their colon.
_OPAQUE = re.compile(rf"{STRING} | \#[^\n\r]*+ | [?$]\w++ | @[A-Za-z]++ | :(?:{LOCAL})?+", re.VERBOSE | re.DOTALL)
_IRI_TOKEN = re.compile(IRI)
#: Where a scan stops to look: the start of any of these, or the keyword itself.
_STOP = re.compile(r"""[<"'\#?$@:]|service""", re.IGNORECASE)
_SERVICE = re.compile(
    rf"service{_SPACE}(?:silent{_SPACE})?+(?:<(?P<iri>[^>]*)>|[?$]\w++|[\w.\-]*+:(?:{LOCAL})?+){_SPACE}\{{",
    re.IGNORECASE,
)


def services(text: str) -> Iterator[tuple[int, str]]:
    r"""Yield the place of each SERVICE clause and the IRI that it asks, "" where that is a variable or a prefixed name.

    Raise `QueryError` for a text that is made to take long.

    >>> list(services("SELECT * { ?service ?p 'SERVICE <x> {' . # SERVICE <x> {\n service<http://e.org/>{} }"))
    [(58, 'http://e.org/')]
    """
    starts, seen, left = [0] if "service" in text.casefold() else [], set[int](), PATIENCE // (len(text) + 1)
    while starts:
        stop = _STOP.search(text, starts.pop())
        if not stop or stop.start() in seen:
            continue
        place = stop.start()
        seen.add(place)
        following = _next_starts(text, place)
        starts += following
        clause = _SERVICE.match(text, place)
        if clause:
            yield place, clause["iri"] or ""
        left -= len(following) > 1 or len(stop[0]) > 1
        if left < 0:
            raise QueryError(
                "the word SERVICE, and IRIs with # or ', stand here too often to tell them apart; use prefixes"
            )


def _next_starts(text: str, place: int) -> list[int]:
    """Return where reading may go on after what starts here.

    Two places where `<` may open an IRI or compare and it makes a difference; none where a string has no end, for
    then this is not how the engine reads it.
    """
    if text[place] == "<":
        iri = _IRI_TOKEN.match(text, place)
        if not iri:
            return [place + 1]
        return [place + 1, iri.end()] if "#" in iri[0] or "'" in iri[0] else [iri.end()]
    opaque = _OPAQUE.match(text, place)
    if not opaque:
        return [] if text[place] in "\"'" else [place + 1]
    return [opaque.end()]


def _refusal(text: str, place: int, limits: Limits) -> QueryRefused:
    line, column = position(text, place)
    known = ", ".join(f"<{iri}>" for iri in limits.services)
    what = f"SERVICE may ask only {known}, named in full" if known else "SERVICE is not allowed here"
    return QueryRefused(f"line {line}, column {column}: {what}", line=line, column=column)


_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")


def unescaped(text: str) -> str:
    r"""Return a query with its codepoint escapes read (SPARQL 1.1 Query, 19.2), as engines may do it first of all.

    >>> print(unescaped(r"ASK { \u0053ERVICE <x> {} }"))
    ASK { SERVICE <x> {} }
    """
    return _CODEPOINT.sub(lambda match: chr(int(match[1] or match[2], 16)), text)


#: The last alternative is a string without end: what follows is not code.
_BRACKET = re.compile(rf"{STRING} | {IRI} | \#[^\n\r]*+ | [({{\[] | [)}}\]] | [\"'].*+", re.VERBOSE | re.DOTALL)


def _check_depth(text: str, limit: int) -> None:
    """Refuse brackets in brackets beyond a depth at which engines run out of stack."""
    if sum(map(text.count, "([{")) <= limit:
        return
    depth = 0
    for token in _BRACKET.finditer(text):
        depth += (token[0] in "({[") - (token[0] in ")}]")
        if depth > limit:
            line, column = position(text, token.start())
            message = f"line {line}, column {column}: more than {limit} brackets stand in one another"
            raise QueryError(message, line=line, column=column)


def position(text: str, place: int) -> tuple[int, int]:
    r"""Return line and column, both from 1, of a place in a text.

    >>> position("ab\ncd", 4)
    (2, 2)
    """
    return text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)


_PROLOGUE = re.compile(
    rf"(?:\s|\#[^\n\r]*+|base{_SPACE}<[^>]*>|prefix{_SPACE}[\w.\-]*+:{_SPACE}<[^>]*>|version{_SPACE}[\"'][^\"']*[\"'])*+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]*")


def _first_keyword(text: str) -> str:
    """Return the keyword after the prologue, in capitals."""
    start = _PROLOGUE.match(text)
    word = _WORD.match(text, start.end() if start else 0)
    return word[0].upper() if word else ""
