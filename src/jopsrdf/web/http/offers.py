"""This room says in which media types the endpoint answers, under which names, and which one a client gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

from werkzeug.exceptions import NotAcceptable

from jopsrdf.formats import FORMATS, negotiate
from jopsrdf.store import BINDINGS, GRAPHS, Kind

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: what the store writes, the short name for `format=`, and what clients call the same bytes."""

    media_type: str
    name: str
    aliases: tuple[str, ...] = ()
    w3c: str = ""


#: What a SELECT or an ASK is answered in, the default first.
RESULTS: tuple[Offer, ...] = (
    Offer(
        "application/sparql-results+json",
        "json",
        ("application/json",),
        "http://www.w3.org/ns/formats/SPARQL_Results_JSON",
    ),
    Offer(
        "application/sparql-results+xml",
        "xml",
        ("application/xml", "text/xml"),
        "http://www.w3.org/ns/formats/SPARQL_Results_XML",
    ),
    Offer("text/csv", "csv", (), "http://www.w3.org/ns/formats/SPARQL_Results_CSV"),
    Offer("text/tab-separated-values", "tsv", ("text/plain",), "http://www.w3.org/ns/formats/SPARQL_Results_TSV"),
)
_RDF = {row.media_type: row for row in FORMATS.values()}
#: What a CONSTRUCT or a DESCRIBE is answered in, the default first.
GRAPH_DOCUMENTS: tuple[Offer, ...] = tuple(
    Offer(media_type, _RDF[media_type].name, _RDF[media_type].aliases, _RDF[media_type].w3c) for media_type in GRAPHS
)
OFFERS: Mapping[Kind, tuple[Offer, ...]] = {"bindings": RESULTS, "graph": GRAPH_DOCUMENTS}
assert set(BINDINGS) == {offer.media_type for offer in RESULTS}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was negotiated: the type the store writes, and the name it goes out under (the one the client asked for)."""

    media_type: str
    sent_as: str

    @property
    def content_type(self) -> str:
        return f"{self.sent_as}; charset=utf-8" if self.sent_as.startswith("text/") else self.sent_as


@lru_cache(maxsize=512)
def choose(accept: str, kind: Kind) -> Choice:
    """Return the variant of an answer of that kind; raise werkzeug's 406, with `offers`, when none will do.

    >>> choose("application/json;q=0.5, text/csv;q=0.4", "bindings").media_type
    'application/sparql-results+json'
    """
    names = _names(OFFERS[kind])
    found = negotiate(accept, list(names))
    if not found:
        refuse(accept, [offer.media_type for offer in OFFERS[kind]])
    return Choice(names[found], found)


def choose_by_name(name: str, kind: Kind) -> Choice:
    """Return the variant that `format=` names; raise werkzeug's 406 for one that an answer of that kind has not.

    >>> choose_by_name("csv", "bindings").content_type
    'text/csv; charset=utf-8'
    """
    known = {known: offer for offer in OFFERS[kind] for known in (*offer.aliases, offer.media_type, offer.name)}
    if name.lower() not in known:
        refuse(name, [offer.name for offer in OFFERS[kind]])
    media_type = known[name.lower()].media_type
    return Choice(media_type, media_type)


def prefers_html(accept: str) -> bool:
    """Say whether a client likes a page better than any data, as browsers do.

    >>> prefers_html("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"), prefers_html("*/*")
    (True, False)
    """
    return HTML in accept and negotiate(accept, [*_names(RESULTS + GRAPH_DOCUMENTS), HTML]) == HTML


def refuse(wanted: str, offers: list[str]) -> NoReturn:
    """Raise the 406 that lists what is on offer."""
    error = NotAcceptable(f"Nothing on offer fits {wanted[:200]!r}.")
    error.offers = offers  # type: ignore[attr-defined] # problems.of_http reads it
    raise error


def _names(offers: tuple[Offer, ...]) -> dict[str, str]:
    """Return every media type on offer with the one the store writes for it: real names first, then the aliases."""
    return {offer.media_type: offer.media_type for offer in offers} | {
        alias: offer.media_type for offer in offers for alias in offer.aliases
    }
