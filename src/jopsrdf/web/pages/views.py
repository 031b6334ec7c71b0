"""This room makes the pages of things: the front page, the page of an article, and of anything else in the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Blueprint, Response, render_template, request

from jopsrdf.formats import FORMATS
from jopsrdf.graph.iris import segment
from jopsrdf.notes import CODES
from jopsrdf.store import Generation, Record
from jopsrdf.terms import PREFIXES, RDF, Term, Triple, address, iri, is_iri, parts
from jopsrdf.web.channels import signposting
from jopsrdf.web.channels.catalogue import Catalogue, Publication
from jopsrdf.web.channels.views import cite_as
from jopsrdf.web.documents import links, resources
from jopsrdf.web.documents.links import Addresses
from jopsrdf.web.http.exchange import root_of
from jopsrdf.web.http.offers import HTML
from jopsrdf.web.pages import articles, things
from jopsrdf.web.pages.direction import direction, marked
from jopsrdf.web.pages.examples import EXAMPLES
from jopsrdf.web.pages.figures import figures
from jopsrdf.web.site import STATIC, Site, answer

CONTENT_TYPE = f"{HTML}; charset=utf-8"
#: How many articles the front page lists, and its pictures.
NEWEST, PICTURES = 20, ("journals", "years")
#: Articles of a list on a thing's page that are shown with their authors.
DETAILED = 40
#: The entries of every page's menu: path and name.
MENU = (
    ("articles", "Articles"),
    ("works", "Cited works"),
    ("journals", "Journals"),
    ("people", "People"),
    ("keywords", "Keywords"),
    ("sparql", "Query"),
)


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
    blue.add_url_rule("/doubts", "doubts", partial(doubts, site))
    blue.add_url_rule("/page/<path:path>", "page", partial(page, site))
    blue.app_context_processor(partial(common, site))
    return blue


def common(site: Site) -> dict[str, Any]:
    """Return what every template may use."""
    return {
        "site": site,
        "settings": site.settings,
        "formats": list(FORMATS.values()),
        "examples": EXAMPLES,
        "menu": MENU,
        "is_static": STATIC in request.environ,
        "root": root_of(request.environ),
        "path_of": partial(articles.path_of, site),
        "short": short,
        "direction": direction,
        "marked": marked,
    }


def front(site: Site) -> Response:
    """Show what is in the dataset, and what the journal cites."""
    generation = site.dataset.generation
    catalogue = Catalogue(generation, site.settings)

    def make() -> bytes:
        drawn = list(figures(site, generation, "", PICTURES))
        newest = list(catalogue.living(NEWEST))
        return render_template("front.html", manifest=generation.manifest, items=newest, figures=drawn).encode()

    return answer(generation, CONTENT_TYPE, make)


def doubts(site: Site) -> Response:
    """Explain the kinds of doubt, with how often each stands in the dataset."""
    generation = site.dataset.generation

    def make() -> bytes:
        return render_template("doubts_page.html", codes=CODES.values(), counts=generation.manifest.notes).encode()

    return answer(generation, CONTENT_TYPE, make)


def page(site: Site, path: str) -> Response:
    """Show a thing: an article from its record, anything else from its triples."""
    generation, name = site.dataset.generation, segment(path)
    if not resources.exists(site, generation, path):
        raise resources.unknown(site, path)
    record = generation.article(name)
    if record is None:
        make = partial(thing_page, site, generation, path)
        documents = links.documents(Addresses(f"{request.script_root}/", name))
        return answer(generation, CONTENT_TYPE, make, headers=(links.header(documents),))
    item = Publication(record.key, record.iri, generation, record.record)
    at = Addresses(root_of(request.environ), record.key)
    header = links.header(signposting.of_page(item.article, cite_as(site, item), at))
    make = partial(article_page, site, generation, item, record)
    return answer(generation, CONTENT_TYPE, make, headers=(header,))


def article_page(site: Site, generation: Generation, item: Publication, record: Record) -> bytes:
    """Return the page of an article."""
    return render_template("article.html", **articles.view(site, generation, item, record)).encode()


def thing_page(site: Site, generation: Generation, path: str) -> bytes:
    """Return the page of anything else: what leads on from it, who cites it, and all that is said of it."""
    triples = [triple[:3] for triple in resources.contents(site, generation, path, with_graphs=False)]
    found, graves = site.iri(path), Catalogue(generation, site.settings).graves
    sort, subjects = things.sort_of(triples, iri(found)), list(by_subject(site, triples))
    answers = things.answered(site, generation, sort, found)
    drawn = figures(site, generation, found, articles.PICTURES) if sort and sort.has_pictures else ()
    return render_template(
        "thing.html",
        iri=found,
        path=segment(path),
        sort=sort,
        title=name_of(triples, iri(found)) or (sort and numbered(sort, triples, iri(found))) or path,
        above=things.trail(site, generation, sort, found),
        facts=list(facts(dict(subjects).get(iri(found), []))),
        subjects=[(address(s), said) for s, said in subjects],
        citing=[record for record in generation.cited_by(found) if record.key not in graves],
        answers=answers,
        publications=publications(site, generation, answers),
        figures=list(drawn),
    ).encode()


def numbered(sort: things.Sort, triples: list[Triple], subject: Term) -> str:
    """Return what a thing without a title is called, "" where it has no number either: "Issue 1(10)"."""
    numbers = (parts(o)[0] for s, p, o in triples if s == subject and p == sort.number)
    return next((f"{sort.name} {number}" for number in numbers), "")


def facts(said: list[tuple[Value, list[Value]]]) -> Iterator[tuple[str, list[Value]]]:
    """Yield the facts of a thing that its page begins with, as name and values; each address once."""
    values = {property_.text: found for property_, found in said}
    for name, properties in things.FACTS:
        found = [value for key in properties for value in values.get(key, [])]
        if found:
            yield name, list(dict.fromkeys(found))


def publications(site: Site, generation: Generation, answers: list[things.Answered]) -> dict[str, Publication]:
    """Return our own articles among the first rows of answers, by IRI: they are shown with authors and date."""
    named = (row["iri"].text for answer in answers for row in answer.found[:DETAILED] if "iri" in row)
    kept = {iri_: generation.article(articles.path_of(site, iri_)) for iri_ in dict.fromkeys(named) if "#" not in iri_}
    return {iri_: Publication(r.key, r.iri, generation, r.record) for iri_, r in kept.items() if r}


def by_subject(site: Site, triples: list[Triple]) -> Iterator[tuple[Term, list[tuple[Value, list[Value]]]]]:
    """Yield each subject with the rows of its table: the property, types first, and its values."""
    subjects: dict[Term, dict[Term, list[Value]]] = {}
    for s, p, o in triples:
        subjects.setdefault(s, {}).setdefault(p, []).append(shown(site, o))
    for s, said in subjects.items():
        ordered = sorted(said.items(), key=lambda pair: pair[0] != RDF["type"])
        yield s, [(shown(site, p), values) for p, values in ordered]


def shown(site: Site, term: Term) -> Value:
    """Return a term as a page shows it; only web addresses become links."""
    if not is_iri(term):
        text, language, _ = parts(term)
        return Value(text, language)
    target = address(term)
    base = site.settings.base
    if target.startswith(base):
        path, mark, fragment = target.removeprefix(base).partition("#")
        return Value(target.removeprefix(base), href=f"/page/{path}{mark}{fragment}", is_here=True)
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
