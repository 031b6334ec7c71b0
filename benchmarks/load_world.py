"""What is true in each generation: worked out with pyoxigraph and the records, without the server, before the load."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

import pyoxigraph

import synthetic
from jopsrdf import codec, graph, store
from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint
from jopsrdf.store import Entry, Input, Plan, layout
from jopsrdf.terms import PREFIXES

BASE = Settings().base
HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("cito", "dcterms", "fabio"))
#: Questions whose answer differs from generation to generation, or takes a while.
QUESTIONS = (
    "SELECT (COUNT(*) AS ?n) WHERE { ?a cito:cites ?w }",
    "SELECT ?w (COUNT(?a) AS ?n) WHERE { ?a cito:cites ?w } GROUP BY ?w HAVING (COUNT(?a) > 2)",
    "SELECT ?y (COUNT(*) AS ?n) WHERE { ?a cito:cites ?w . ?w fabio:hasPublicationYear ?y } GROUP BY ?y",
    "ASK { ?a cito:cites ?w . ?b cito:cites ?w . FILTER(?a != ?b) }",
)
LOOKUPS = 60


@dataclass
class World:
    """Requests with known answers; `truths` are digests by generation and query, `current` who served when."""

    location: Path
    work: str
    lookups: tuple[str, ...]
    constructs: tuple[str, ...]
    titles: Mapping[int, str]
    truths: dict[tuple[str, str], bytes] = field(default_factory=dict)
    triples: dict[tuple[str, int], frozenset[tuple[str, ...]]] = field(default_factory=dict)
    current: list[tuple[float, str]] = field(default_factory=list)
    seen: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def look(self) -> None:
        """Note which generation the pointer names, and since when: a busy client may look late."""
        pointer = layout.pointer(self.location)
        if pointer.generation and (not self.current or self.current[-1][1] != pointer.generation):
            self.current.append((time.monotonic() - (time.time_ns() - pointer.since) / 1e9, pointer.generation))

    def served(self, since: float, until: float) -> set[str]:
        """Return the generations that were current at any time between two moments."""
        ends = [moment for moment, _ in self.current[1:]] + [float("inf")]
        return {name for (begin, name), end in zip(self.current, ends, strict=True) if begin <= until and end >= since}


def world(location: Path, count: int) -> World:
    """Return the requests over articles that every generation has."""
    mint, dice = Mint(BASE), random.Random(1)
    iris = [mint.article(synthetic.article(number)) for number in range(min(count, LOOKUPS))]
    works = [mint.work(synthetic.cited(dice.randrange(synthetic.POOL))) for _ in range(LOOKUPS)]
    return World(
        location=location,
        work=iris[0].removesuffix("0"),
        lookups=tuple(f"SELECT ?p ?o WHERE {{ <{iri}> ?p ?o }}" for iri in [*iris, *works]) + QUESTIONS,
        constructs=tuple(f"CONSTRUCT WHERE {{ <{iri}> ?p ?o }}" for iri in iris),
        titles={number: synthetic.article(number).title.value for number in range(len(iris))},
    )


def learn(known: World, location: Path) -> str:
    """Work out what is true in the generation that is current; return its id."""
    opened = store.open_dataset(location)
    generation = opened.generation
    direct = pyoxigraph.Store.read_only(str(generation.source.folder))
    for query in known.lookups:
        found = direct.query(HEAD + query)
        assert not isinstance(found, pyoxigraph.QueryTriples)
        known.truths[generation.id, query] = rows(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"")
    for query in known.constructs:
        built = direct.query(query)
        assert isinstance(built, pyoxigraph.QueryTriples)
        known.truths[generation.id, query] = digest(sorted(map(str, built)))
    for number in known.titles:
        said = generation.describe(f"{known.work}{number}")
        known.triples[generation.id, number] = frozenset(said)
    opened.close()
    return generation.id


def rows(body: bytes) -> bytes:
    """Return a digest of SPARQL results in JSON that does not depend on the order of rows and keys."""
    found = json.loads(body)
    bindings = found.get("results", {}).get("bindings", [])
    return digest([json.dumps(found.get("boolean")), *sorted(json.dumps(row, sort_keys=True) for row in bindings)])


def graph_of(body: bytes, media_type: str) -> list[str]:
    """Return the triples of a document, sorted."""
    form = pyoxigraph.RdfFormat.from_media_type(media_type)
    assert form
    return sorted(str(quad.triple) for quad in pyoxigraph.parse(body, form))


def digest(parts: Iterable[str]) -> bytes:
    """Return a digest of texts in their order."""
    return blake2b("\x1f".join(parts).encode(), digest_size=16).digest()


def build(location: Path, count: int) -> None:
    """Build the generation of so many synthetic articles, unless it stands."""
    mint = Mint(BASE)
    inputs = [Input(f"synthetic-{number}.txt", f"{number:064x}") for number in range(count)]
    with store.building(location, inputs, Plan(program="bench", settings="", base=BASE)) as builder:
        for number, source in enumerate(() if builder.unchanged else inputs):
            if builder.carry(source) is None:
                builder.add(source, entry(number, mint))


def entry(number: int, mint: Mint) -> Entry:
    """Return the n-th synthetic article as the store gets it."""
    article = synthetic.article(number)
    iri = mint.article(article)
    return Entry(
        key=iri.removeprefix(BASE),
        iri=iri,
        title=article.title.value,
        record=codec.to_json(article),
        graph=mint.graph(iri),
        nquads=store.nquads(graph.quads(article, mint)),
        references=tuple((line.raw, mint.work(line.work)) for line in article.references if line.work),
    )


def build_beside(location: Path, count: int, *, prelude: str = "") -> subprocess.Popen[bytes]:
    """Start a build in a process of its own, as `jopsrdf build` is one."""
    code = f"{prelude}; import sys, pathlib, load_world; load_world.build(pathlib.Path(sys.argv[1]), int(sys.argv[2]))"
    command = [sys.executable, "-c", code.lstrip("; "), str(location), str(count)]
    return subprocess.Popen(command, cwd=Path(__file__).parent, stderr=subprocess.PIPE)
