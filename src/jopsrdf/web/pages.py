"""This room makes the pages for people: the front page, the page of an article, and of anything else in the dataset."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Blueprint, Response, render_template, request
from markupsafe import Markup

from jopsrdf import codec, graph
from jopsrdf.formats import FORMATS
from jopsrdf.graph.iris import segment
from jopsrdf.records import Article, Reference
from jopsrdf.store import Generation, Record
from jopsrdf.terms import BIRO, PREFIXES, RDF, Term, Triple, address, iri, is_iri, parts
from jopsrdf.web import links, resources
from jopsrdf.web.metadata import citation_tags
from jopsrdf.web.offers import HTML
from jopsrdf.web.site import Site, answer

CONTENT_TYPE = f"{HTML}; charset=utf-8"
#: How many articles the front page lists.
NEWEST = 50
#: A query that says something about any dataset of ours, for the form on the front page.
EXAMPLE = """PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX fabio: <http://purl.org/spar/fabio/>

SELECT ?year (COUNT(?cited) AS ?works) WHERE {
  ?article cito:cites ?cited .
  ?cited fabio:hasPublicationYear ?year .
}
GROUP BY ?year
ORDER BY DESC(?year)
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A reference as a page shows it: its record, and the path of the cited work ("" where it has no IRI of ours)."""

    reference: Reference
    work: str


@dataclass(frozen=True, slots=True)
class Value:
    """One object on a page: text, with its language, or a link: on this site when `is_here`."""

    text: str
    language: str = ""
    href: str = ""
    is_here: bool = False


def blueprint(site: Site) -> Blueprint:
    """Return the routes of the pages."""
    blue = Blueprint("pages", __name__)
    blue.add_url_rule("/", "front", partial(front, site))
    blue.add_url_rule("/page/<path:path>", "page", partial(page, site))
    blue.app_context_processor(partial(common, site))
    return blue


def common(site: Site) -> dict[str, Any]:
    """Return what every template may use."""
    return {"site": site, "settings": site.settings, "formats": list(FORMATS.values()), "example": EXAMPLE}


def front(site: Site) -> Response:
    """Show what is in the dataset."""
    generation = site.dataset.generation

    def make() -> bytes:
        newest = generation.articles(0, NEWEST)
        return render_template("front.html", manifest=generation.manifest, articles=newest).encode()

    return answer(generation, CONTENT_TYPE, make)


def page(site: Site, path: str) -> Response:
    """Show a thing: an article from its record, anything else from its triples."""
    generation, name = site.dataset.generation, segment(path)
    if not resources.exists(site, generation, path):
        return resources.elsewhere(site, generation, path, "page/")
    resources.refuse_withdrawn(site, path)
    record = generation.article(name)
    make = partial(article_page, site, generation, record) if record else partial(thing_page, site, generation, path)
    documents = links.documents(request.script_root, name, "describedby")
    return answer(generation, CONTENT_TYPE, make, headers=(links.header(documents),))


def article_page(site: Site, generation: Generation, record: Record) -> bytes:
    """Return the page of an article."""
    article = codec.article(record.record)
    return render_template(
        "article.html",
        article=article,
        record=record,
        lines=list(lines(site, generation, record, article)),
        tags=list(citation_tags(article)),
        embedded=embedded(graph.embed(article, site.mint)),
        languages=languages(article),
    ).encode()


def lines(site: Site, generation: Generation, record: Record, article: Article) -> Iterator[Line]:
    """Yield the references in order, each with the work that it denotes."""
    works = {s: o for s, p, o in generation.describe(record.iri) if p == BIRO["references"]}
    for position, reference in enumerate(article.references, 1):
        node = iri(site.mint.part(record.iri, "reference", position))
        yield Line(reference, address(works[node]).removeprefix(site.settings.base) if node in works else "")


def embedded(document: dict[str, Any]) -> Markup:
    r"""Return JSON that may stand inside a `script` element: nothing in it can end the element.

    >>> print(embedded({"name": "</script><b>"}))
    {"name": "\u003c/script\u003e\u003cb\u003e"}
    """
    text = json.dumps(document, ensure_ascii=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)  # noqa: S704 - escaped just above


def languages(article: Article) -> str:
    """Return the language of an article's page: what the article states, "" where that is unknown."""
    return article.language or article.title.language


def thing_page(site: Site, generation: Generation, path: str) -> bytes:
    """Return the page of anything else: what is said of it, as a table, and the articles that cite it."""
    triples = [triple[:3] for triple in resources.contents(site, generation, path, with_graphs=False)]
    subjects: dict[Term, dict[Term, list[Value]]] = {}
    for s, p, o in triples:
        subjects.setdefault(s, {}).setdefault(p, []).append(shown(site, o))
    found = site.iri(path)
    return render_template(
        "thing.html",
        iri=found,
        path=segment(path),
        title=name_of(triples, iri(found)) or path,
        subjects=[(address(s), properties(site, said)) for s, said in subjects.items()],
        citing=generation.cited_by(found),
    ).encode()


def properties(site: Site, said: dict[Term, list[Value]]) -> list[tuple[Value, list[Value]]]:
    """Return the rows of a table: the property, types first, and its values."""
    ordered = sorted(said.items(), key=lambda pair: pair[0] != RDF["type"])
    return [(shown(site, p), values) for p, values in ordered]


def shown(site: Site, term: Term) -> Value:
    """Return a term as a page shows it; only web addresses become links."""
    if not is_iri(term):
        text, language, _ = parts(term)
        return Value(text, language)
    target = address(term)
    base = site.settings.base
    if target.startswith(base):
        return Value(target.removeprefix(base), href=f"/{target.removeprefix(base)}", is_here=True)
    return Value(short(target), href=target if target.startswith(("http://", "https://")) else "")


def short(target: str) -> str:
    """Return an IRI with its prefix where we have one.

    >>> short("http://purl.org/spar/fabio/Book"), short("https://doi.org/10.1/x")
    ('fabio:Book', 'https://doi.org/10.1/x')
    """
    cut = max(target.rfind("#"), target.rfind("/")) + 1
    prefix = _PREFIX_OF.get(target[:cut])
    return f"{prefix}:{target[cut:]}" if prefix and target[cut:] else target


_PREFIX_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
#: What a thing is called, the best first.
_NAMES = ("dcterms:title", "schema:name", "foaf:name", "skos:prefLabel", "rdfs:label", "literal:hasLiteralValue")


def name_of(triples: list[Triple], subject: Term) -> str:
    """Return what a thing is called, "" where nothing says so."""
    named = {short(address(p)): parts(o)[0] for s, p, o in triples if s == subject and not is_iri(o)}
    return next((named[key] for key in _NAMES if key in named), "")
