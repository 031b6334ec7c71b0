"""This room dereferences: the IRI of a thing answers 303 to its page or its data, and the data document answers.

`{base}work/…` → `page/work/…` for people, `data/work/….ttl` for machines, by `Accept`. A name may itself end in
`.ttl` (some DOIs do): below `data/` exactly one suffix is taken off, and elsewhere a thing of the whole name wins.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, Response, request
from werkzeug.exceptions import Gone, NotFound

from jopsrdf import formats
from jopsrdf.errors import FormatError
from jopsrdf.formats import FORMATS, Format, negotiate
from jopsrdf.graph.iris import segment
from jopsrdf.store import Generation
from jopsrdf.terms import DCTERMS, FOAF, PROV, RDF, SD, VOID, XSD, Quad, Term, iri, literal
from jopsrdf.web import links, vocabulary
from jopsrdf.web.conditional import CACHE_CONTROL
from jopsrdf.web.exchange import VARY, Reply
from jopsrdf.web.near import canonical, near
from jopsrdf.web.offers import HTML, refuse
from jopsrdf.web.site import Site, address, answer, response

#: Paths of things that only the provenance graph describes.
PROVENANCE = ("agent/",)
XHTML = "application/xhtml+xml"
#: What the IRI of a thing can lead to; a client without wishes gets the page.
OFFERED = (HTML, *(row.media_type for row in FORMATS.values()), XHTML)
OFFERED += tuple(alias for row in FORMATS.values() for alias in row.aliases)


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
        refuse_withdrawn(site, path)
        return _to_document(path, _wanted(request.headers.get("Accept", "")))
    stem, row = split(path)
    if row and exists(site, generation, stem):
        return _to_document(stem, row)
    return elsewhere(site, generation, path)


def document(site: Site, path: str) -> Response:
    """Answer with the data about a thing, in the format of the suffix; without one, by `Accept`."""
    generation = site.dataset.generation
    stem, row = split(path)
    if row is None or not exists(site, generation, stem):
        if not exists(site, generation, path):
            return elsewhere(site, generation, stem, "data/", f".{row.suffix}" if row else "")
        stem, row = path, _wanted(request.headers.get("Accept", "")) or FORMATS["turtle"]
    refuse_withdrawn(site, stem)
    return answer(
        generation,
        f"{row.media_type}; charset=utf-8" if row.media_type.startswith("text/") else row.media_type,
        partial(write, site, generation, stem, row),
        headers=(links.header(about(site, stem)),),
    )


def about(site: Site, path: str) -> Iterator[links.Link]:
    """Yield the links of a data document: what it describes, the page for people, the licence."""
    yield site.iri(path), "describes", ""
    yield f"{request.script_root}/page/{segment(path)}", "alternate", HTML
    yield site.settings.licence, "license", ""


def write(site: Site, generation: Generation, path: str, row: Format) -> bytes:
    """Return the data document about a path, with a word on where it comes from."""
    quads = [*contents(site, generation, path, with_graphs=row.has_graphs), *origin(site, path, row)]
    return formats.write(quads, row.name, base=site.settings.base, first=iri(site.iri(path)))


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
    answer = site.dataset.query(query, media_type="application/n-triples", generation=generation)
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


def refuse_withdrawn(site: Site, path: str) -> None:
    """Raise 410 for an article that the settings name as withdrawn."""
    for doi, date in site.settings["site.withdrawn"].items():
        if path.removeprefix("graph/") == f"work/{doi.lower()}":
            raise Gone(f"The article {doi} was withdrawn on {date}.")


def elsewhere(site: Site, generation: Generation, path: str, room: str = "", suffix: str = "") -> Response:
    """Answer 301 where a thing has moved or is only spelt otherwise; raise the 404 with what comes near."""
    refuse_withdrawn(site, path)
    base = site.settings.base
    moved = site.settings["site.moved"].get(path) or canonical(generation, base, path)
    if moved:
        return _redirect(f"{room}{moved}{suffix}", 301)
    error = NotFound(f"This dataset says nothing of {site.iri(path)}.")
    names = near(generation, base, path)
    error.near = [address(f"{room}{name}{suffix}") for name in names]  # type: ignore[attr-defined] # a problem's member
    raise error


def _wanted(accept: str) -> Format | None:
    """Return the format of the data document that a client wants, None for the page; raise 406 for neither."""
    found = negotiate(accept, OFFERED)
    if not found:
        refuse(accept, list(OFFERED[: len(FORMATS) + 1]))
    return None if found in (HTML, XHTML) else formats.by_media_type(found)


def _to_document(path: str, row: Format | None) -> Response:
    name = segment(path)
    return _redirect(f"data/{name}.{row.suffix}" if row else f"page/{name}", 303)


def _redirect(path: str, status: int) -> Response:
    return response(Reply(status, (("Location", address(path)), ("Vary", VARY), ("Cache-Control", CACHE_CONTROL))))
