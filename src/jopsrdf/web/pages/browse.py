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
from jopsrdf.web.channels import views as channels
from jopsrdf.web.channels.catalogue import Catalogue
from jopsrdf.web.pages import lists, things
from jopsrdf.web.pages.asking import declared
from jopsrdf.web.pages.figures import figures
from jopsrdf.web.pages.lists import LISTS
from jopsrdf.web.pages.network import NETWORKS, Network, draw
from jopsrdf.web.pages.search import found
from jopsrdf.web.site import Site, answer

HTML = "text/html; charset=utf-8"
#: Articles of one page of their list.
ARTICLES = 50


def blueprint(site: Site) -> Blueprint:
    """Return the routes of the lists and overviews."""
    blue = Blueprint("browse", __name__)
    views: dict[str, tuple[str, ...]] = {name: (f"/{name}", f"/{name}/<int:page>") for name in ("articles", *LISTS)}
    for name, paths in (views | PATHS).items():
        view = partial(VIEWS[name], site) if name in VIEWS else partial(listed, site, name=name)
        for path in paths:
            blue.add_url_rule(path, name, view)
    return blue


#: The paths of what is no list, by the name of its view.
PATHS: dict[str, tuple[str, ...]] = {
    "person": ("/person",),
    "search": ("/search",),
    "pictures": ("/pictures", "/pictures/<path:of>"),
    "network": ("/network/<kind>", "/network/<kind>/<path:of>"),
    "network_json": ("/network-data/<kind>.json", "/network-data/<kind>/<path:of>.json"),
    "cite": ("/cite/<path:key>.<suffix>",),
    "dataset": ("/dataset",),
    "completion": ("/completion.json",),
}


def rendered(template: str, **variables: Any) -> Callable[[], bytes]:
    return lambda: render_template(template, **variables).encode()


def articles(site: Site, page: int = 1) -> Response:
    """List the journal's articles, the newest first; pages count from 1."""
    generation = site.dataset.generation
    catalogue = Catalogue(generation, site.settings)
    items = [item for item in catalogue.items((page - 1) * ARTICLES, ARTICLES) if not item.is_deleted]
    if page < 1 or (page > 1 and not items):
        raise NotFound("This list has fewer pages.")
    has_more = generation.count() > page * ARTICLES
    make = rendered("articles.html", items=items, page=page, has_more=has_more, count=generation.count())
    return answer(generation, HTML, make)


def listed(site: Site, page: int = 1, *, name: str) -> Response:
    """Show one page of a list of `LISTS`."""
    generation = site.dataset.generation
    if page < 1:
        raise NotFound("Pages of a list are numbered from 1.")

    def make() -> bytes:
        entries = lists.entries(site, generation, name, page)
        query = declared(LISTS[name].query)
        return render_template("list.html", name=name, list=LISTS[name], entries=entries, query=query).encode()

    return answer(generation, HTML, make)


def person(site: Site) -> Response:
    """Show where a person of a name occurs, without saying that they are one."""
    generation, name = site.dataset.generation, request.args.get("name", "")[:500]

    def make() -> bytes:
        answered = things.ask(site, generation, things.Question(name, things.PERSON), literal(name))
        return render_template("person.html", name=name, answered=answered).encode()

    return answer(generation, HTML, make, name)


def search(site: Site) -> Response:
    """Search titles, authors and references."""
    generation, wanted = site.dataset.generation, request.args.get("q", "").strip()
    catalogue = Catalogue(generation, site.settings)

    def make() -> bytes:
        hits = [hit for hit in found(generation, wanted) if hit.key not in catalogue.graves] if wanted else []
        return render_template("search.html", wanted=wanted, hits=hits).encode()

    return answer(generation, HTML, make, wanted)


def scope_of(site: Site, generation: Generation, path: str) -> str:
    """Return the IRI of what pictures are about, "" for everything; raise 404 for an unknown thing."""
    iri = site.iri(path) if path else ""
    if iri and not generation.exists(iri):
        raise NotFound(f"This dataset says nothing of {iri}.")
    return iri


def pictures(site: Site, of: str = "") -> Response:
    """Show the pictures of an article, an issue, a journal, or of everything."""
    generation = site.dataset.generation
    scope = scope_of(site, generation, of)

    def make() -> bytes:
        drawn = list(figures(site, generation, scope))
        title = title_of(generation, of)
        return render_template("pictures.html", path=segment(of), title=title, figures=drawn).encode()

    return answer(generation, HTML, make)


def title_of(generation: Generation, path: str) -> str:
    record = generation.article(segment(path))
    return record.title if record else segment(path)


def network(site: Site, kind: str, of: str = "") -> Response:
    """Show a network as a picture (by script) and as a table (without)."""
    generation, row = site.dataset.generation, network_of(kind)
    scope = scope_of(site, generation, of)

    def make() -> bytes:
        drawn, title = draw(site, generation, scope, kind), title_of(generation, of)
        return render_template(
            "network.html", of=segment(of), title=title, kind=kind, row=row, networks=NETWORKS, drawn=drawn
        ).encode()

    return answer(generation, HTML, make)


def network_json(site: Site, kind: str, of: str = "") -> Response:
    """Return a network for the picture."""
    generation = site.dataset.generation
    network_of(kind)
    scope = scope_of(site, generation, of)

    def make() -> bytes:
        elements = draw(site, generation, scope, kind).elements(site.settings.base)
        return json.dumps(elements, ensure_ascii=False).encode()

    return answer(generation, "application/json", make)


def network_of(kind: str) -> Network:
    """Return the row of a kind of network; raise 404 for an unknown one."""
    if kind not in NETWORKS:
        raise NotFound(f"There is no such network; there are {', '.join(NETWORKS)}.")
    return NETWORKS[kind]


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

    return answer(generation, HTML, make, generation.state)


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


#: The views of `PATHS`, and of the lists that are no row of `LISTS`.
VIEWS: dict[str, Callable[..., Response]] = {
    "articles": articles,
    "person": person,
    "search": search,
    "pictures": pictures,
    "network": network,
    "network_json": network_json,
    "cite": cite,
    "dataset": dataset,
    "completion": completion,
}
