"""This room dereferences: the IRI of a thing answers 303 to its page or its data, and the data document answers.

`{base}work/…` → `page/work/…` for people, `data/work/….ttl` for machines, by `Accept` and by profile. A name may
itself end in `.ttl` (some DOIs do): below `data/` one suffix is taken off, elsewhere a thing of the whole name wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from jopsrdf import formats
from jopsrdf.errors import FormatError
from jopsrdf.formats import FORMATS, Format, negotiate
from jopsrdf.graph.iris import segment
from jopsrdf.store import Generation
from jopsrdf.terms import DCTERMS, FOAF, PROV, RDF, SD, VOID, XSD, Quad, Term, iri, literal
from jopsrdf.web.documents import links, profiles, vocabulary
from jopsrdf.web.documents.alternates import Alternates
from jopsrdf.web.documents.links import Addresses, Link
from jopsrdf.web.documents.profiles import ALTERNATES, FRAMED, FULL, OFFERS, XHTML, Choice, Offer
from jopsrdf.web.http.conditional import CACHE_CONTROL
from jopsrdf.web.http.exchange import VARY, Headers, Reply
from jopsrdf.web.http.offers import HTML, refuse
from jopsrdf.web.site import Site, address, answer, response

#: Paths of things that only the provenance graph describes.
PROVENANCE = ("agent/",)
#: What the IRI of a thing can lead to; a client without wishes gets the page.
OFFERED = (HTML, *FULL.media_types[: len(FORMATS)], XHTML, *FULL.media_types[len(FORMATS) :])


def blueprint(site: Site) -> Blueprint:
    """Return the routes of things and of their data documents."""
    blue = Blueprint("resources", __name__)
    blue.add_url_rule("/<path:path>", "thing", partial(see, site))
    blue.add_url_rule("/data/<path:path>", "data", partial(document, site))
    return blue


def see(site: Site, path: str) -> Response:
    """Answer for the IRI of a thing: 303 to a document about it."""
    generation = site.dataset.generation
    if exists(site, generation, path):
        wish = profiles.wish(has_suffix=False)
        if wish.is_open and _is_for_people(wish.media_types):
            return redirect(f"page/{segment(path)}", 303)
        return _to_document(path, profiles.choose(wish, partial(has, site, generation, path)))
    stem, row = split(path)
    if row and exists(site, generation, stem):
        wish = profiles.wish(has_suffix=True)
        return _to_document(stem, profiles.choose(wish, partial(has, site, generation, stem), row))
    raise unknown(site, path)


def document(site: Site, path: str) -> Response:
    """Answer with the data about a thing, in the format of the suffix; without one, by `Accept`; and by profile."""
    generation = site.dataset.generation
    stem, row = split(path)
    if row is None or not exists(site, generation, stem):
        if not exists(site, generation, path):
            raise unknown(site, path)
        stem, row = path, None
    choice = profiles.choose(profiles.wish(has_suffix=bool(row)), partial(has, site, generation, stem), row)
    return represented(site, generation, stem, choice)


def represented(site: Site, generation: Generation, path: str, choice: Choice) -> Response:
    """Answer with the document that was chosen."""
    make = partial(write, site, generation, path, choice)
    found = [*about(site, generation, path), Link(choice.offer.iri, "profile")]
    if choice.offer is ALTERNATES:
        listed = alternates(site, generation, path)
        make, found = partial(write_list, site, listed, choice), [*listed.links(request.script_root), *found]
    else:
        found.append(Link(f"?{profiles.PROFILE}={ALTERNATES.name}", "alternate", profile=ALTERNATES.iri))
    headers = (links.header(found), *choice.headers)
    return answer(generation, choice.content_type, make, choice.offer.name, headers=headers)


def about(site: Site, generation: Generation, path: str) -> Iterator[Link]:
    """Yield the links of a data document about a path."""
    is_article = generation.article(segment(path)) is not None
    at = Addresses(f"{request.script_root}/", segment(path))
    return links.of_document(at, site.iri(path), site.settings.licence, is_article=is_article)


def alternates(site: Site, generation: Generation, path: str) -> Alternates:
    """Return the list of documents about a thing."""
    offers = [offer for offer in OFFERS if offer is not ALTERNATES and has(site, generation, path, offer)]
    return Alternates(site.iri(path), segment(path), offers)


def has(site: Site, generation: Generation, path: str, offer: Offer) -> bool:
    """Say whether a profile keeps anything of what is said of a thing; only articles are framed."""
    if offer in (FULL, ALTERNATES):
        return True
    if offer is FRAMED:
        return generation.article(segment(path)) is not None
    return bool(profiles.shaped(contents(site, generation, path, with_graphs=False), offer))


def write_list(site: Site, listed: Alternates, choice: Choice) -> bytes:
    """Return the list of profiles as a page, as JSON, or as RDF."""
    if choice.format:
        return formats.write(listed.quads(site.settings.base), choice.format.name, base=site.settings.base)
    return render_template("alternates.html", listed=listed).encode() if choice.media_type == HTML else listed.json()


def write(site: Site, generation: Generation, path: str, choice: Choice) -> bytes:
    """Return the data document about a path; one of no profile says a word on where it comes from."""
    row = choice.format or FORMATS["turtle"]
    quads = contents(site, generation, path, with_graphs=row.has_graphs and choice.offer is not FRAMED)
    if choice.offer is FULL:
        quads += origin(site, path, row)
    return profiles.written(quads, choice, base=site.settings.base, first=site.iri(path))


def contents(site: Site, generation: Generation, path: str, *, with_graphs: bool) -> list[Quad]:
    """Return what is said of a thing and its fragments; of an article or its graph, the whole graph."""
    if path in vocabulary.paths():
        return [(*triple, "") for triple in vocabulary.triples()]
    found = site.iri(path)
    said = [(*triple, "") for triple in generation.describe(found)] or elsewhere_said(site, generation, path)
    if found in generation.manifest.graphs:
        return said + list(sketch(iri(found), generation.manifest.graphs[found]))
    record = generation.article(segment(path).removeprefix("graph/"))
    if record is None:
        return said
    own = iri(site.mint.graph(record.iri))
    quads = [quad(line) for line in generation.nquads(record.key).splitlines()]
    return quads if with_graphs else [row for row in quads if row[3] == own or row[0] == own]


def elsewhere_said(site: Site, generation: Generation, path: str) -> list[Quad]:
    """Return what only the provenance says of a thing: the store's descriptions are of the default graph."""
    if not path.startswith(PROVENANCE):
        return []
    graph = site.mint.graph("provenance")
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} VALUES ?s {{ <{site.iri(path)}> }} }}"
    answer = site.dataset.query(query, media_type="application/n-triples", generation=generation, own=True)
    return list(formats.read(answer.body, "ntriples"))


def sketch(graph: Term, size: int) -> Iterator[Quad]:
    """Yield what there is to say of a graph that many articles share: it is too large to be given whole."""
    yield graph, RDF["type"], SD["Graph"], ""
    yield graph, VOID["triples"], literal(str(size), datatype=XSD["integer"]), ""


def quad(line: str) -> Quad:
    """Return the terms of a line of N-Quads as the store writes them: one space between two, and a graph.

    >>> quad('<a:s> <a:p> "an object"@en <a:g> .')
    ('<a:s>', '<a:p>', '"an object"@en', '<a:g>')
    """
    s, p, rest = line.split(" ", 2)
    o, g, _ = rest.rsplit(" ", 2)
    return s, p, o, g


def origin(site: Site, path: str, row: Format) -> Iterator[Quad]:
    """Yield what a document says of itself: its subject, its licence, and the provenance to look at."""
    own = iri(f"{site.settings.base}data/{segment(path)}.{row.suffix}")
    yield own, RDF["type"], FOAF["Document"], ""
    yield own, FOAF["primaryTopic"], iri(site.iri(path)), ""
    yield own, DCTERMS["license"], iri(site.settings.licence), ""
    yield own, PROV["wasDerivedFrom"], iri(site.mint.graph("provenance")), ""


def exists(site: Site, generation: Generation, path: str) -> bool:
    """Say whether a path names something that this dataset, or our vocabulary, knows."""
    found = site.iri(path)
    if path in vocabulary.paths() or found in generation.manifest.graphs or generation.exists(found):
        return True
    if path.startswith(PROVENANCE):
        return bool(elsewhere_said(site, generation, path))
    return path.startswith("graph/") and generation.article(segment(path).removeprefix("graph/")) is not None


def split(path: str) -> tuple[str, Format | None]:
    """Take the suffix of a format off a path.

    >>> stem, row = split("work/10.1/x.ttl.jsonld")
    >>> stem, row.name
    ('work/10.1/x.ttl', 'jsonld')
    """
    stem, dot, suffix = path.rpartition(".")
    try:
        return (stem, formats.by_suffix(suffix)) if dot and "/" not in suffix else (path, None)
    except FormatError:
        return path, None


def unknown(site: Site, path: str) -> NotFound:
    """Return the 404 of a thing that nothing is said of; `elsewhere` settles what becomes of it."""
    return NotFound(f"This dataset says nothing of {site.iri(path)}.")


def _is_for_people(accept: str) -> bool:
    """Say whether a client that names no profile wants the page; raise 406 where neither page nor data will do."""
    found = negotiate(accept, OFFERED)
    if not found:
        refuse(accept, list(OFFERED[: len(FORMATS) + 1]))
    return found in profiles.PAGES


def _to_document(path: str, choice: Choice) -> Response:
    return redirect(choice.document(segment(path)), 303, choice.headers)


def redirect(path: str, status: int, headers: Headers = ()) -> Response:
    """Answer with the address of a path on this host."""
    kept = (("Location", address(path)), ("Vary", VARY), ("Cache-Control", CACHE_CONTROL))
    return response(Reply(status, kept + headers))
