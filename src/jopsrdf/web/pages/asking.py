"""This room asks the dataset questions on behalf of pages: SPARQL in, rows of plain text out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from flask import request

from jopsrdf.errors import StoreError
from jopsrdf.store import Generation
from jopsrdf.terms import PREFIXES
from jopsrdf.web.channels.catalogue import Catalogue
from jopsrdf.web.site import PARTIAL, Site

#: Seconds that a page waits for one of its questions.
PATIENCE = 5.0
#: IRIs and strings hold colons too; they are taken out before prefixes are looked for.
_NO_NAMES = re.compile(r'<[^<>\s]*>|"[^"]*"')
_PREFIXED = re.compile(r"(?<![\w:?$])([a-z][a-z0-9]*):")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of an answer: the text of a literal, or an IRI when `is_iri`."""

    text: str
    language: str = ""
    is_iri: bool = False


Row = dict[str, Cell]


def rows(site: Site, generation: Generation, query: str) -> list[Row]:
    """Return the solutions of a SELECT, variables that are unbound left out; prefixes of ours need no declaration.

    Rows about what is gone are left out. Raise the store's errors: a page never guesses what it could not ask.
    """
    answer = site.dataset.query(declared(query), deadline=PATIENCE, generation=generation, own=True)
    bindings = json.loads(answer.body)["results"]["bindings"]
    found = [{name: _cell(value) for name, value in binding.items()} for binding in bindings]
    base, graves = site.settings.base, Catalogue(generation, site.settings).graves
    return (
        [row for row in found if not any(_subject(cell, base) in graves for cell in row.values())] if graves else found
    )


def _subject(cell: Cell, base: str) -> str:
    """Return the key of what a cell names or is a part of, "" for what has none."""
    return cell.text.partition("#")[0].removeprefix(base) if cell.text.startswith(base) else ""


def rows_or_none(site: Site, generation: Generation, query: str) -> list[Row] | None:
    """Return the solutions, None where the store has no answer now: the page stands without, and is not kept."""
    try:
        return rows(site, generation, query)
    except StoreError:
        request.environ[PARTIAL] = "yes"
        return None


def declared(query: str) -> str:
    """Return a query with a declaration of each prefix of ours that it uses.

    >>> print(declared("ASK { ?s a fabio:Book }"))
    PREFIX fabio: <http://purl.org/spar/fabio/>
    <BLANKLINE>
    ASK { ?s a fabio:Book }
    """
    used = sorted({name for name in _PREFIXED.findall(_NO_NAMES.sub("", query)) if name in PREFIXES})
    head = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in used)
    return f"{head}\n{query}" if head else query


def text_of(row: Row, name: str) -> str:
    """Return a variable's text, "" where it is unbound."""
    return row[name].text if name in row else ""


def _cell(value: dict[str, str]) -> Cell:
    return Cell(value["value"], value.get("xml:lang", ""), value["type"] == "uri")
