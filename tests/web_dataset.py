"""A small dataset for the tests of the web: two articles, with names that are hard to put into an address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from jopsrdf import codec, config, formats, store, web
from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Article, Contribution, Issue, Journal, PartialDate, Reference, Text, Work
from jopsrdf.store import Entry, Input, Limits, Plan

BASE = "https://w3id.org/jopsrdf/"
FIRST = "work/10.46991/jops/2025.4.10.125"
#: A DOI of the sort that breaks loaders and servers: brackets, a semicolon, a hash sign, and a suffix of ours.
SECOND = "work/10.1890/0012-9658(2006)87%5B2445:x%3Cy%3E%5D2.0.co;2%23a.ttl"
KEYWORD = "keyword/հայաստան"
HOSTILE = '</script><script>alert("x")</script> & <i class=x>'

ARTICLES = (
    Article(
        title=Text("Dynamics of Russian-Turkish Relations", "en"),
        contributions=(Contribution(agent=Agent(family="Vardazaryan", given="Marut")),),
        identifiers=(Identifier("doi", "10.46991/jops/2025.4.10.125"),),
        abstracts=(Text("The article analyzes the dynamics of relations.", "en"),),
        keywords=((Text("Armenia", "en"), Text("Հայաստան", "hy")),),
        published=PartialDate(2025, 7, 9),
        journal=Journal(title="Journal of Political Science: Bulletin of Yerevan University"),
        issue=Issue(volume="4", number="1", whole_number="10"),
        language="en",
        references=(
            Reference(
                raw="Danilevsky, Nikolay Ya. 1888. Russia and Europe. Saint Petersburg.",
                position=1,
                work=Work(type="book", title="Russia and Europe", issued=PartialDate(1888)),
            ),
            Reference(raw="A line that nobody could read.", position=2),
        ),
    ),
    Article(
        title=Text(HOSTILE),
        identifiers=(Identifier("doi", "10.1890/0012-9658(2006)87[2445:x<y>]2.0.co;2#a.ttl"),),
        published=PartialDate(2006),
    ),
)
CITED = "work/danilevsky-1888-russia-and-europe-gdjz42sg"

_DATA = f"""
@prefix : <{BASE}> . @prefix biro: <http://purl.org/spar/biro/> . @prefix cito: <http://purl.org/spar/cito/> .
@prefix fabio: <http://purl.org/spar/fabio/> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix prov: <http://www.w3.org/ns/prov#> .
GRAPH <{BASE}graph/{FIRST}> {{
  <{BASE}{FIRST}> a fabio:JournalArticle ; dcterms:title "Dynamics of Russian-Turkish Relations" ;
    cito:cites <{BASE}{CITED}> .
  <{BASE}{FIRST}#reference-1> a biro:BibliographicReference ; biro:references <{BASE}{CITED}> .
  <{BASE}{CITED}> a fabio:Book ; dcterms:title "Russia and Europe" .
  <{BASE}{KEYWORD}> skos:prefLabel "Հայաստան"@hy .
}}
GRAPH <{BASE}graph/provenance> {{ <{BASE}graph/{FIRST}> prov:wasDerivedFrom <urn:example:page> .
  <{BASE}agent/test-1> a prov:SoftwareAgent . }}
GRAPH <{BASE}graph/{SECOND}> {{ <{BASE}{SECOND}> a fabio:JournalArticle ; dcterms:title "A hard name" . }}
"""


def build(location: Path, settings: Settings, articles: int = len(ARTICLES)) -> None:
    """Build a generation with the first so many articles."""
    mint = Mint(settings.base)
    sources = [Input(f"{number}.txt", f"{number:064x}") for number in range(articles)]
    with store.building(location, sources, Plan(program="test", settings="", base=settings.base)) as builder:
        if not builder.unchanged:
            for source, article in zip(sources, ARTICLES, strict=False):
                builder.add(source, entry(article, mint))


def entry(article: Article, mint: Mint) -> Entry:
    """Return the entry of one of the articles."""
    iri = mint.article(article)
    graph = mint.graph(iri)
    quads = tuple(formats.read(_DATA.encode(), "trig"))
    about = {f"<{graph}>"} | ({f"<{BASE}graph/provenance>"} if iri == BASE + FIRST else set())
    return Entry(
        key=iri.removeprefix(mint.base),
        iri=iri,
        title=article.title.value,
        record=codec.to_json(article),
        graph=graph,
        nquads=store.nquads(quad for quad in quads if quad[3] in about),
        doi=article.identifier("doi"),
        published=str(article.published or ""),
        authors=tuple(c.agent.name for c in article.contributions),
        references=tuple((r.raw, BASE + CITED if r.work else "") for r in article.references),
    )


@contextmanager
def site(location: Path, **values: config.Value) -> Iterator[FlaskClient]:
    """Give a client of a site over the dataset; `values` are settings with two underscores for the dot."""
    settings = Settings({name.replace("__", "."): value for name, value in values.items()})
    build(location, settings)
    dataset = store.open_dataset(location, Limits.of(settings.server))
    try:
        yield web.create_app(settings, dataset).test_client()
    finally:
        dataset.close()
