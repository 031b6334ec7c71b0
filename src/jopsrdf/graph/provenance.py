"""This room says where an article's statements come from: the input by its digest, the program by its version.

The time is one that the input states, or that the caller was given; never the clock, so two builds are the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jopsrdf import __version__
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import Layout
from jopsrdf.records import Article
from jopsrdf.terms import DCTERMS, FOAF, PROV, RDF, RDFS, XSD, Triple, literal

TYPE = RDF["type"]


@dataclass(frozen=True, slots=True)
class Run:
    """Which program makes the graph, and when (an ISO time with its zone, or "" where nobody knows)."""

    program: str = f"jopsrdf {__version__}"
    time: str = ""


def provenance(article: Article, layout: Layout, mint: Mint, run: Run) -> Iterator[Triple]:
    """Yield the PROV of an article: of its graph, of the input, and OCDM's snapshot of the article itself."""
    whole = layout.article.iri[1:-1]
    graph, agent = f"<{mint.graph(whole)}>", f"<{mint.agent(run.program)}>"
    source, snapshot = f"<{mint.part(whole, 'source')}>", f"<{mint.part(whole, 'snapshot', 1)}>"
    activity = f"<{mint.part(whole, 'conversion')}>"
    time = literal(article.retrieved or run.time, datatype=XSD["dateTime"]) if article.retrieved or run.time else ""
    yield graph, TYPE, PROV["Entity"]
    yield graph, PROV["wasDerivedFrom"], source
    yield graph, PROV["wasGeneratedBy"], activity
    yield graph, PROV["wasAttributedTo"], agent
    yield from _source(source, article)
    yield activity, TYPE, PROV["Activity"]
    yield activity, PROV["used"], source
    yield activity, PROV["wasAssociatedWith"], agent
    yield snapshot, TYPE, PROV["Entity"]
    yield snapshot, PROV["specializationOf"], layout.article.iri
    yield snapshot, PROV["wasAttributedTo"], agent
    for url in layout.article.same_as:
        yield snapshot, PROV["hadPrimarySource"], f"<{url}>"
    described = f"The entity '{whole.removeprefix(mint.base)}' has been created."
    yield snapshot, DCTERMS["description"], literal(described)
    if time:
        yield graph, PROV["generatedAtTime"], time
        yield activity, PROV["endedAtTime"], time
        yield snapshot, PROV["generatedAtTime"], time
    yield agent, TYPE, PROV["SoftwareAgent"]
    yield agent, FOAF["name"], literal(run.program)


def _source(source: str, article: Article) -> Iterator[Triple]:
    yield source, TYPE, PROV["Entity"]
    if article.source:
        yield source, RDFS["label"], literal(article.source)
    if article.digest:
        yield source, DCTERMS["identifier"], literal(f"sha256:{article.digest}")
