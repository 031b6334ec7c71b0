"""This room looks at a query before it is handed to a server elsewhere, which may understand more than SPARQL.

Virtuoso fetches what `DEFINE get:…` and `OPTION (get:…)` name and calls functions of its own as `bif:` and `sql:`;
none of that is asked in our name.
"""

from __future__ import annotations

import re

from jopsrdf.errors import QueryError, QueryRefused
from jopsrdf.store import guard
from jopsrdf.store.answers import Form, Limits

#: Strings, comments, variables and language tags: no part of the code.
_ASIDE = re.compile(rf"{guard.STRING} | \#[^\n\r]*+ | [?$]\w++ | @[A-Za-z]++", re.VERBOSE | re.DOTALL)
_IRI = re.compile(guard.IRI)
_EXTENSION = re.compile(r"(?<![\w/#.:-])(?:(?:bif|sql)\s*:|option\s*\()", re.IGNORECASE)
_FROM = re.compile(r"(?<![\w.:-])from(?![\w.:-])", re.IGNORECASE)
#: IRIs and names first: a `#` or a quote in them opens nothing.
_TOKEN = re.compile(rf"(?P<name>{guard.IRI} | :(?:{guard.LOCAL})?+) | {_ASIDE.pattern}", re.VERBOSE | re.DOTALL)


def check(text: str, limits: Limits) -> Form:
    """Return the form of a query that may be handed over; raise what `guard.read` does, and refuse extensions.

    >>> check("SELECT * { ?s ?p 'bif:x' }", Limits())
    'SELECT'
    >>> check("ASK { FILTER(<bif:http_get>('http://e.org/')) }", Limits())
    Traceback (most recent call last):
    jopsrdf.errors.QueryRefused: bif: is an extension of one server; only SPARQL 1.1 is answered here
    """
    form = guard.read(text, limits).form
    if form is None:
        raise QueryError("the query begins with none of SELECT, ASK, CONSTRUCT and DESCRIBE")
    for reading in {text, guard.unescaped(text)}:
        found = _EXTENSION.search(code(reading))
        if found:
            raise QueryRefused(f"{found[0]} is an extension of one server; only SPARQL 1.1 is answered here")
    return form


def code(text: str) -> str:
    """Return a query without its strings, comments and variables.

    >>> code("ASK { <a:b#c> ?p 'x' } # all")
    'ASK { <a:b#c>     }  '
    """
    return _TOKEN.sub(lambda token: token["name"] or " ", text)


def names_its_dataset(text: str) -> bool:
    """Say whether a query has FROM or FROM NAMED.

    >>> names_its_dataset("SELECT * FROM <a:b> {}"), names_its_dataset("ASK { ?from a:from <a:from>, 'from' }")
    (True, False)
    """
    return bool(_FROM.search(_IRI.sub(" ", code(text))))
