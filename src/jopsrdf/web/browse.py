"""This room shows the dataset from outside its things: lists, search, people by name, pictures, networks, downloads."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from jopsrdf import exports
from jopsrdf.graph.iris import segment
from jopsrdf.store import Generation, Manifest
from jopsrdf.terms import PREFIXES, literal
from jopsrdf.web import channels, lists, things
from jopsrdf.web.asking import declared
from jopsrdf.web.catalogue import Catalogue
from jopsrdf.web.figures import figures
from jopsrdf.web.lists import LISTS
from jopsrdf.web.network import NETWORKS, draw
from jopsrdf.web.search import found
from jopsrdf.web.site import Site, answer

HTML = "text/html; charset=utf-8"
#: Articles of one page of their list.
ARTICLES = 50


def blueprint(site: Site) -> Blueprint:
    """Return the routes of the lists and overviews."""
    blue = Blueprint("browse", __name__)
    rows: tuple[tuple[str, str, Callable[..., Response]], ...] = (
        ("/articles", "articles", articles),
        ("/people", "people", people),
        ("/search", "search", search),
        ("/pictures", "pictures", pictures),
        ("/pictures/<path:path>", "pictures_of", pictures),
        ("/network", "network", network),
        ("/network.json", "network_json", network_json),
        ("/cite/<path:key>.<suffix>", "cite", cite),
        ("/dataset", "dataset", dataset),
        ("/completion.json", "completion", completion),
    )
    for path, name, view in rows:
        blue.add_url_rule(path, name, partial(view, site))
    for name in LISTS:
        if name != "people":
            blue.add_url_rule(f"/{name}", name, partial(listed, site, name))
    return blue


def page_number() -> int:
    """Return the page that a list is asked for; raise 404 for what is no number from 1 on."""
    text = request.args.get("page", "1")
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) < 100_000):
        raise NotFound("Pages of a list are numbered from 1.")
    return int(text)


def rendered(template: str, **variables: Any) -> Callable[[], bytes]:
    return lambda: render_template(template, **variables).encode()


def articles(site: Site) -> Response:
    """List the journal's articles, the newest first."""
    generation, page = site.dataset.generation, page_number()
    catalogue = Catalogue(generation, site.settings)
    items = [item for item in catalogue.items((page - 1) * ARTICLES, ARTICLES) if not item.is_deleted]
    if page > 1 and not items:
        raise NotFound("This list has fewer pages.")
    has_more = generation.count() > page * ARTICLES
    make = rendered("articles.html", items=items, page=page, has_more=has_more, count=generation.count())
    return answer(generation, HTML, make, str(page), *catalogue.graves)


def listed(site: Site, name: str) -> Response:
    """Show one page of a list of `LISTS`."""
    generation, page = site.dataset.generation, page_number()

    def make() -> bytes:
        entries = lists.entries(site, generation, name, page)
        query = declared(LISTS[name].query)
        return render_template("list.html", name=name, list=LISTS[name], entries=entries, query=query).encode()

    return answer(generation, HTML, make, str(page))


def people(site: Site) -> Response:
    """List names; or, with `name`, where a person of this name occurs, without saying that they are one."""
    name = request.args.get("name", "")[:500]
    if not name:
        return listed(site, "people")
    generation = site.dataset.generation

    def make() -> bytes:
        question = things.Question(name, things.PERSON)
        answered = things.ask(site, generation, question, literal(name))
        return render_template("person.html", name=name, answered=answered).encode()

    return answer(generation, HTML, make, name)


def search(site: Site) -> Response:
    """Search titles, authors and references."""
    generation, wanted = site.dataset.generation, request.args.get("q", "").strip()
    catalogue = Catalogue(generation, site.settings)

    def make() -> bytes:
        hits = [hit for hit in found(generation, wanted) if hit.key not in catalogue.graves] if wanted else []
        return render_template("search.html", wanted=wanted, hits=hits).encode()

    return answer(generation, HTML, make, wanted, *catalogue.graves)


def scope_of(site: Site, generation: Generation, path: str) -> str:
    """Return the IRI of what pictures are about, "" for everything; raise 404 for an unknown thing."""
    iri = site.iri(path) if path else ""
    if iri and not generation.exists(iri):
        raise NotFound(f"This dataset says nothing of {iri}.")
    return iri


def pictures(site: Site, path: str = "") -> Response:
    """Show the pictures of an article, an issue, a journal, or of everything."""
    generation = site.dataset.generation
    scope = scope_of(site, generation, path)

    def make() -> bytes:
        drawn = list(figures(site, generation, scope))
        return render_template(
            "pictures.html", path=segment(path), title=title_of(generation, path), figures=drawn
        ).encode()

    return answer(generation, HTML, make)


def title_of(generation: Generation, path: str) -> str:
    record = generation.article(segment(path))
    return record.title if record else segment(path)


def network(site: Site) -> Response:
    """Show a network as a picture (by script) and as a table (without)."""
    generation, of, kind = site.dataset.generation, request.args.get("of", ""), _kind()
    scope = scope_of(site, generation, of)

    def make() -> bytes:
        drawn = draw(site, generation, scope, kind)
        return render_template(
            "network.html", of=of, title=title_of(generation, of), kind=kind, networks=NETWORKS, drawn=drawn
        ).encode()

    return answer(generation, HTML, make, of, kind)


def network_json(site: Site) -> Response:
    """Return a network for the picture."""
    generation, of, kind = site.dataset.generation, request.args.get("of", ""), _kind()
    scope = scope_of(site, generation, of)

    def make() -> bytes:
        elements = draw(site, generation, scope, kind).elements(site.settings.base)
        return json.dumps(elements, ensure_ascii=False).encode()

    return answer(generation, "application/json", make, of, kind)


def _kind() -> str:
    kind = request.args.get("kind", "citations")
    if kind not in NETWORKS:
        raise NotFound(f"There is no such network; there are {', '.join(NETWORKS)}.")
    return kind


def cite(site: Site, key: str, suffix: str) -> Response:
    """Return an article for a reference manager, in a format of `EXPORTS`."""
    row = next((row for row in exports.EXPORTS.values() if f"{key}.{suffix}".endswith(f".{row.suffix}")), None)
    if row is None:
        raise NotFound(f"There is no such export; there are {', '.join(r.suffix for r in exports.EXPORTS.values())}.")
    generation = site.dataset.generation
    item = channels.publication(Catalogue(generation, site.settings), f"{key}.{suffix}".removesuffix(f".{row.suffix}"))
    headers = (("Content-Disposition", f'attachment; filename="citation.{row.suffix}"'),)
    charset = "; charset=utf-8"
    make = partial(_exported, row, item.article)
    return answer(generation, row.media_type + charset, make, headers=headers)


def _exported(row: exports.Export, article: Any) -> bytes:
    return row.write(exports.items(article)).encode()


def dataset(site: Site) -> Response:
    """Describe the dataset to people: sizes, dumps, doors, licence."""
    generation = site.dataset.generation

    def make() -> bytes:
        listed = channels.dumps_of(generation).listed
        issued = Catalogue(generation, site.settings).modified.strftime("%Y-%m-%d")
        return render_template("dataset.html", manifest=generation.manifest, dumps=listed, issued=issued).encode()

    return answer(generation, HTML, make)


def completion(site: Site) -> Response:
    """Return what the editor completes from: the dataset's own prefixes, and its classes and properties by use."""
    manifest = site.dataset.generation.manifest

    def make() -> bytes:
        said = {
            "prefixes": {name: iri for name, iri in manifest.prefixes.items() if _is_used(iri, manifest)},
            "class": sorted(manifest.classes, key=lambda name: -manifest.classes[name]),
            "property": sorted(manifest.properties, key=lambda name: -manifest.properties[name]),
        }
        return json.dumps(said).encode()

    return answer(site.dataset.generation, "application/json", make)


def _is_used(namespace: str, manifest: Manifest) -> bool:
    names = (*manifest.classes, *manifest.properties)
    return namespace == PREFIXES["xsd"] or any(name.startswith(namespace) for name in names)
