"""This room opens the doors for machines: OAI-PMH, VoID and dumps, the feed, the sitemap, linksets, embedding.

What each says is written elsewhere, as values; here they get their addresses, media types and validators.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from flask import Blueprint, Response, current_app, request, send_file, send_from_directory
from werkzeug.exceptions import NotFound

from jopsrdf import formats
from jopsrdf.config import Settings
from jopsrdf.formats import FORMATS, by_media_type, negotiate
from jopsrdf.graph.iris import segment
from jopsrdf.store import Generation
from jopsrdf.web.channels import feed, oai, signposting, sitemap, void
from jopsrdf.web.channels.catalogue import Catalogue, Publication, ascii_iri
from jopsrdf.web.channels.dumps import Dumps
from jopsrdf.web.channels.embedding import embedded
from jopsrdf.web.documents import links
from jopsrdf.web.documents.links import Addresses, Link
from jopsrdf.web.http.encoding import coding, encode
from jopsrdf.web.http.exchange import UNKEPT, root_of
from jopsrdf.web.site import STATIC, Site, answer

XML = "text/xml; charset=utf-8"
_PLAIN = "text/plain; charset=utf-8"


def blueprint(site: Site) -> Blueprint:
    """Return the routes of the channels."""
    blue = Blueprint("channels", __name__)
    rows: tuple[tuple[str, Callable[..., Response]], ...] = (
        ("/feed.atom", _feed),
        ("/sitemap.xml", _sitemap),
        ("/sitemap-<int:page>.xml", _sitemap),
        ("/robots.txt", _robots),
        ("/linkset/<path:key>.json", _linkset),
        ("/embed/<path:key>.jsonld", _embed),
        ("/.well-known/void", _void),
        ("/dumps/<file>", _dump),
        ("/embed.js", _embed_script),
    )
    views = {view: _with(view, site) for _, view in rows}
    for path, view in rows:
        blue.add_url_rule(path, view.__name__, views[view])
    blue.add_url_rule("/oai", "oai", _with(_oai, site), methods=["GET", "POST"])
    return blue


def _with(view: Callable[..., Response], site: Site) -> Callable[..., Response]:
    return lambda **arguments: view(site, **arguments)


def _root() -> str:
    return root_of(request.environ)


def publication(catalogue: Catalogue, key: str) -> Publication:
    """Return the article of a request's path; raise 404 for an unknown one. Nobody asks for one that is gone."""
    found = catalogue.at(segment(key))
    if found is None:
        raise NotFound(f"No article here is called {key[:200]}.")
    return found


def _oai(site: Site) -> Response:
    """Answer OAI-PMH; GET and POST mean the same (protocol, section 3.1.1)."""
    catalogue = Catalogue(site.dataset.generation, site.settings)
    first = next(catalogue.living(1), None)
    repository = oai.Repository(
        name=site.title,
        address=f"{_root()}oai",
        email=email(site.settings),
        sample=first.identifier if first else "",
    )
    given = request.form if request.method == "POST" else request.args
    arguments = list(given.items(multi=True))
    body = oai.answer(arguments, repository, catalogue, now=datetime.now(UTC))
    name = coding(request.headers.get("Accept-Encoding", ""))
    encoded = encode(body, XML, name)
    headers = [("Content-Type", XML), *UNKEPT] + ([("Content-Encoding", name)] if encoded else [])
    return Response(encoded or body, headers=headers)


def email(settings: Settings) -> str:
    """Return the address that `Identify` must name: the contact's, or one of no host (RFC 2606) where none is set."""
    contact = str(settings["site.contact"])
    return contact.removeprefix("mailto:") if contact.startswith("mailto:") else oai.NOBODY


def _feed(site: Site) -> Response:
    generation, root = site.dataset.generation, _root()
    catalogue = Catalogue(generation, site.settings)

    def make() -> bytes:
        newest = catalogue.living(feed.ENTRIES)
        return feed.feed(newest, title=site.title, root=root, base=site.settings.base, modified=catalogue.modified)

    return answer(generation, f"{feed.MEDIA_TYPE}; charset=utf-8", make, generation.state)


def _sitemap(site: Site, page: int = 0) -> Response:
    generation, root = site.dataset.generation, _root()
    catalogue = Catalogue(generation, site.settings)
    if page > sitemap.pages(generation.count()):
        raise NotFound("There is no such part of the sitemap.")
    made = answer(generation, XML, lambda: sitemap.sitemap(catalogue, root, page), generation.state)
    made.headers["Content-Type"] = "application/xml; charset=utf-8"
    return made


def _robots(site: Site) -> Response:
    root = _root()
    return answer(site.dataset.generation, _PLAIN, lambda: sitemap.robots(root).encode())


def _linkset(site: Site, key: str) -> Response:
    generation = site.dataset.generation
    found = publication(Catalogue(generation, site.settings), key)
    contexts = links_of(site, found)
    return answer(generation, links.LINKSET, lambda: signposting.linkset(contexts))


def links_of(site: Site, item: Publication) -> dict[str, list[Link]]:
    """Return every link of an article by where it starts: at its page, and at each of its data documents."""
    at = Addresses(_root(), item.key)
    ours = list(links.of_document(at, item.iri, site.settings.licence, is_article=True))
    page = {at.page: list(signposting.of_page(item.article, cite_as(site, item), at))}
    return page | {at.data(row.suffix): ours for row in FORMATS.values()}


def cite_as(site: Site, item: Publication) -> str:
    """Return the one address that an article is cited by: its IRI here, or its DOI, as the settings say."""
    doi = next((i.url for i in item.article.identifiers if i.scheme == "doi"), "")
    return ascii_iri(doi if doi and site.settings["site.cite_as"] == "doi" else item.iri)


def _embed(site: Site, key: str) -> Response:
    """Answer with the schema.org description that a page elsewhere embeds."""
    generation = site.dataset.generation
    found = publication(Catalogue(generation, site.settings), key)
    return answer(generation, "application/ld+json", lambda: embedded(site, found.article).encode())


def _embed_script(_: Site) -> Response:
    """Answer with the script that puts an article's description into the journal's own page."""
    assert current_app.static_folder is not None
    return send_from_directory(current_app.static_folder, "embed.js", mimetype="text/javascript")


def _void(site: Site) -> Response:
    """Answer with the description of the dataset, in the RDF format that the client likes best."""
    generation, root = site.dataset.generation, _root()
    offered = [row.media_type for row in FORMATS.values()]
    row = by_media_type(negotiate(request.headers.get("Accept", ""), offered) or "") or FORMATS["turtle"]
    place = void.Place(root, _example(site, generation), STATIC in request.environ)

    def make() -> bytes:
        issued = Catalogue(generation, site.settings).modified.strftime("%Y-%m-%d")
        listed = dumps_of(generation).listed
        said = list(void.triples(site.settings, generation.manifest, issued, listed, place))
        return formats.write(said, row.name, first=place.dataset)

    charset = "; charset=utf-8" if row.media_type.startswith("text/") else ""
    return answer(generation, row.media_type + charset, make, generation.state)


def _example(site: Site, generation: Generation) -> str:
    first = next(Catalogue(generation, site.settings).living(1), None)
    return first.iri if first else ""


@lru_cache(maxsize=2)
def dumps_of(generation: Generation) -> Dumps:
    """Return the dumps of a generation, made once in this process."""
    return Dumps(generation)


def _dump(site: Site, file: str) -> Response:
    """Send a dump; its name holds the generation, so it may be kept for ever."""
    path = dumps_of(site.dataset.generation).path(file)
    if path is None:
        raise NotFound("There is no such dump; the names of the current ones are on the page “dataset”.")
    made = send_file(path.absolute(), mimetype="application/gzip", download_name=file, as_attachment=True, etag=file)
    made.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return made
