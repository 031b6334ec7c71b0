"""This room negotiates profiles: which part of what is known of a thing a client wants, beside the media type.

Rules: W3C Content Negotiation by Profile, with both of its forms, the headers `Accept-Profile` and `Content-Profile`
and the arguments `_profile` and `_mediatype`, which beat the headers. A profile is named by its IRI or its token. The
wish for a profile weighs more than that for a media type: who takes pages only, but asks for a profile, gets data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request
from werkzeug.exceptions import NotAcceptable

from jopsrdf import formats, graph
from jopsrdf.formats import FORMATS, Format, negotiate
from jopsrdf.graph import context
from jopsrdf.terms import Quad, iri
from jopsrdf.web.documents import vocabulary
from jopsrdf.web.http.offers import HTML

PROFILE, MEDIA_TYPE = "_profile", "_mediatype"
XHTML, JSON = "application/xhtml+xml", "application/json"
PAGES = (HTML, XHTML)


def _names(rows: Sequence[Format]) -> tuple[str, ...]:
    """Return the media types of formats, then what clients call the same."""
    return tuple(row.media_type for row in rows) + tuple(alias for row in rows for alias in row.aliases)


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: the token, the IRI, what it is for people, and the media types that it comes in, the default first."""

    name: str
    iri: str
    title: str
    media_types: tuple[str, ...]

    @property
    def formats(self) -> list[Format]:
        return [row for row in FORMATS.values() if row.media_type in self.media_types]


#: What a document is without a wish: everything that is said of the thing.
FULL = Offer(
    "full", vocabulary.IRI, "Everything: SPAR and schema.org on the same subjects", _names([*FORMATS.values()])
)
#: JSON-LD's own name for a framed document; `Accept: application/ld+json;profile="…"` may carry it too.
FRAMED = Offer(
    "framed",
    "http://www.w3.org/ns/json-ld#framed",
    "An article as one tree: its container, its roles, and its references with the works they denote",
    _names([FORMATS["jsonld"]]),
)
#: Not a profile of the data but the list of them; `all` is what older drafts of the rules call it.
ALTERNATES = Offer(
    "alt",
    "http://www.w3.org/ns/dx/connegp/altr",
    "The list of profiles and media types",
    (HTML, XHTML, JSON, *(name for name in FULL.media_types if name != JSON)),
)
#: In the order in which a client without preferences gets them.
OFFERS: tuple[Offer, ...] = (
    FULL,
    *(Offer(row.name, row.iri, row.title, FULL.media_types) for row in graph.PROFILES.values()),
    FRAMED,
    ALTERNATES,
)
_ALIASES = {"all": ALTERNATES.name}
#: An IRI in angle brackets or a bare token, then parameters. An IRI may hold commas and semicolons.
_ELEMENT = re.compile(r"(?:<([^<>]*)>|([^\s,;<>]+))\s*((?:;[^,;<>]*)*)")
_QUALITY = re.compile(r";\s*q\s*=\s*([\d.]+)", re.IGNORECASE)
_JSONLD_PROFILE = re.compile(r'application/ld\+json\s*;\s*profile\s*=\s*"([^"]*)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a request asks for: `profiles` and `media_types` are texts as in `Accept-Profile` and `Accept`."""

    profiles: str = ""
    media_types: str = ""

    @property
    def is_open(self) -> bool:
        """Whether all profiles are welcome alike: none is named, or what is written cannot be read."""
        return all(name == "*" and weight for name, weight in parse(self.profiles))


@dataclass(frozen=True, slots=True)
class Choice:
    """What was negotiated: the profile, the media type, and the RDF format of it (None for a page or plain JSON)."""

    offer: Offer
    media_type: str
    format: Format | None

    @property
    def content_type(self) -> str:
        name = self.format.media_type if self.format else self.media_type
        if self.offer is FRAMED:
            return f'{name};profile="{FRAMED.iri}"'
        return f"{name}; charset=utf-8" if name.startswith("text/") else name

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """What an answer, or a redirect to it, says of its profile."""
        return (("Content-Profile", f"<{self.offer.iri}>"),)

    def document(self, name: str) -> str:
        """Return the path of the chosen document about a thing; `name` is as in its IRI."""
        suffix = f".{self.format.suffix}" if self.format else ""
        arguments = {} if self.offer is FULL else {PROFILE: self.offer.name}
        if not self.format:
            arguments[MEDIA_TYPE] = self.media_type
        return f"data/{name}{suffix}" + (f"?{urlencode(arguments, safe='/')}" if arguments else "")


def wish(*, has_suffix: bool) -> Wish:
    """Return what the request asks for; the suffix of a document beats `Accept`, but not `_mediatype`."""
    headers, arguments = request.headers, request.args
    accept = "" if has_suffix else headers.get("Accept", "")
    framed = _JSONLD_PROFILE.search(accept)
    prefers_it = negotiate(accept, (*PAGES, *FULL.media_types)) in FRAMED.media_types
    named = f"<{FRAMED.iri}>, *" if framed and FRAMED.iri in framed[1].split() and prefers_it else ""
    # In a query a bare plus is a space; `application/ld+json` is written that way all the same.
    media_type = arguments.get(MEDIA_TYPE, "").strip().replace(" ", "+")
    return Wish(arguments.get(PROFILE) or headers.get("Accept-Profile") or named, media_type or accept)


def choose(wanted: Wish, has: Callable[[Offer], bool], row: Format | None = None) -> Choice:
    """Return the best offer, in the format `row` where one is set; raise the 406 that lists what there is.

    `has` says whether there is such a document about the thing; it is asked only for what the client wants. A wish
    that names no profile that we know is refused, not answered with something else.
    """
    for offer in [FULL] if wanted.is_open else ranked(wanted.profiles):
        found = _media_type(wanted.media_types, offer, row)
        if found and has(offer):
            is_page = offer is ALTERNATES and found in (*PAGES, JSON)
            return Choice(offer, HTML if found == XHTML else found, None if is_page else formats.by_media_type(found))
    raise refusal(wanted, [offer for offer in OFFERS if has(offer)])


def _media_type(accept: str, offer: Offer, row: Format | None) -> str | None:
    """Return the media type for a profile, None where none will do; the default one for who takes pages only."""
    names = [name for name in (_names([row]) if row else offer.media_types) if name in offer.media_types]
    found = negotiate(accept, names)
    return names[0] if not found and not row and negotiate(accept, PAGES) else found


def ranked(profiles: str) -> Iterator[Offer]:
    """Yield the offers that a list of profiles accepts, the best first; what it weighs alike, in the client's order.

    >>> [offer.name for offer in ranked("<http://schema.org/>;q=0.5, ocdm, <urn:example:unknown>")]
    ['ocdm', 'schema']
    >>> [offer.name for offer in ranked("schema;q=0, *")]
    ['full', 'spar', 'ocdm', 'framed']
    """
    asked = list(parse(profiles))
    named = {name for name, _ in asked}
    for name, weight in sorted(asked, key=lambda pair: -pair[1]):
        for offer in OFFERS if weight else ():
            keys = {offer.name, _key(offer.iri)}
            if name in keys or (name == "*" and not keys & named and offer is not ALTERNATES):
                yield offer


def parse(profiles: str) -> Iterator[tuple[str, float]]:
    """Yield each profile of a list, as a key to compare by, with its weight; what cannot be read is passed over.

    >>> list(parse("<https://schema.org>; q=0.5, ocdm, *;q=0"))
    [('schema.org', 0.5), ('ocdm', 1.0), ('*', 0.0)]
    """
    for bracketed, token, parameters in _ELEMENT.findall(profiles):
        quality = _QUALITY.search(parameters)
        try:
            yield _key(bracketed or token), min(float(quality[1]), 1.0) if quality else 1.0
        except ValueError:
            yield _key(bracketed or token), 0.0


def _key(name: str) -> str:
    """Return what IRIs and tokens are compared by: people write them with http or https, and with or without an end."""
    plain = re.sub(r"^https?://", "", name.strip('"').lower()).rstrip("/#")
    return _ALIASES.get(plain, plain)


def refusal(wanted: Wish, offers: Sequence[Offer]) -> NotAcceptable:
    """Return the 406 that lists the profiles of a thing and the media types of each."""
    asked = " as ".join(filter(None, (wanted.profiles[:200], wanted.media_types[:200])))
    error = NotAcceptable(f"Nothing on offer fits {asked!r}.")
    error.offers = [  # type: ignore[attr-defined] # a problem's member
        f"{offer.name} <{offer.iri}>: {', '.join(row.media_type for row in offer.formats)}" for offer in offers
    ]
    return error


def shaped(quads: Sequence[Quad], offer: Offer) -> Sequence[Quad]:
    """Return what a profile keeps; `FULL` and `FRAMED` keep everything."""
    return list(graph.profiled(quads, offer.name)) if offer.name in graph.PROFILES else quads


def written(quads: Sequence[Quad], choice: Choice, *, base: str, first: str) -> bytes:
    """Return quads as the document that was chosen; `first` is the IRI of the thing that it is about."""
    kept = shaped(quads, choice.offer)
    if choice.offer is FRAMED:
        return formats.frame([(s, p, o, "") for s, p, o, _ in kept], context.frame(first), base=base)
    assert choice.format, "the list of profiles is written by `alternates`"
    return formats.write(kept, choice.format.name, base=base, first=iri(first))
