"""This room says where an article's statements come from: the input by its digest, the program by its version.

The time is one that the input states, or that the caller was given; never the clock, so two builds are the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf import __version__
from jopsrdf.graph.codecs import DATETIME, IRIS, LINKS, STRING, THINGS
from jopsrdf.graph.engine import Row, Shape
from jopsrdf.graph.entities import Entity
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import Layout
from jopsrdf.records import Article
from jopsrdf.terms import DCTERMS, FOAF, PROV, RDFS


@dataclass(frozen=True, slots=True)
class Run:
    """Which program makes the graph, and when (an ISO time with its zone, or "" where nobody knows)."""

    program: str = f"jopsrdf {__version__}"
    time: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class Program(Entity):
    """The program in one version."""

    name: str


@dataclass(slots=True, kw_only=True, eq=False)
class Source(Entity):
    """The input: its name, and `sha256:` with the digest of its bytes."""

    name: str
    digest: str


@dataclass(slots=True, kw_only=True, eq=False)
class Conversion(Entity):
    """The run that read the input."""

    sources: tuple[Source, ...]
    programs: tuple[Program, ...]
    time: str


@dataclass(slots=True, kw_only=True, eq=False)
class Graph(Entity):
    """The named graph of an article."""

    sources: tuple[Source, ...]
    runs: tuple[Conversion, ...]
    programs: tuple[Program, ...]
    time: str


@dataclass(slots=True, kw_only=True, eq=False)
class Snapshot(Entity):
    """The state of an article, as OCDM records it."""

    of: tuple[Entity, ...]
    programs: tuple[Program, ...]
    primary: tuple[str, ...]
    description: str
    time: str


SHAPES = (
    Shape(Program, (PROV["SoftwareAgent"],), (Row("name", FOAF["name"], STRING),)),
    Shape(
        Source, (PROV["Entity"],), (Row("name", RDFS["label"], STRING), Row("digest", DCTERMS["identifier"], STRING))
    ),
    Shape(
        Conversion,
        (PROV["Activity"],),
        (
            Row("sources", PROV["used"], THINGS),
            Row("programs", PROV["wasAssociatedWith"], THINGS),
            Row("time", PROV["endedAtTime"], DATETIME),
        ),
    ),
    Shape(
        Graph,
        (PROV["Entity"],),
        (
            Row("sources", PROV["wasDerivedFrom"], THINGS),
            Row("runs", PROV["wasGeneratedBy"], THINGS),
            Row("programs", PROV["wasAttributedTo"], THINGS),
            Row("time", PROV["generatedAtTime"], DATETIME),
        ),
    ),
    Shape(
        Snapshot,
        (PROV["Entity"],),
        (
            Row("of", PROV["specializationOf"], LINKS),
            Row("programs", PROV["wasAttributedTo"], THINGS),
            Row("primary", PROV["hadPrimarySource"], IRIS),
            Row("description", DCTERMS["description"], STRING),
            Row("time", PROV["generatedAtTime"], DATETIME),
        ),
    ),
)


def provenance(article: Article, layout: Layout, mint: Mint, run: Run) -> tuple[Graph, Snapshot]:
    """Return where an article's graph comes from, and the snapshot of the article that OCDM asks for."""
    whole, time = layout.article.iri[1:-1], article.retrieved or run.time
    programs = (Program(iri=f"<{mint.agent(run.program)}>", name=run.program),)
    digest = f"sha256:{article.digest}" if article.digest else ""
    sources = (Source(iri=f"<{mint.part(whole, 'source')}>", name=article.source, digest=digest),)
    conversion = Conversion(iri=f"<{mint.part(whole, 'conversion')}>", sources=sources, programs=programs, time=time)
    return (
        Graph(iri=f"<{mint.graph(whole)}>", sources=sources, runs=(conversion,), programs=programs, time=time),
        Snapshot(
            iri=f"<{mint.part(whole, 'snapshot', 1)}>",
            of=(layout.article,),
            programs=programs,
            primary=layout.article.same_as,
            description=f"The entity '{whole.removeprefix(mint.base)}' has been created.",
            time=time,
        ),
    )
