"""Look-ups are answered in the process that serves, as a worker would answer them, and nothing else is."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jopsrdf import store
from jopsrdf.errors import QueryError
from jopsrdf.store import BINDINGS, GRAPHS, Dataset, Generation, Limits, Question
from jopsrdf.store.answers import Answer
from jopsrdf.store.direct import ROWS, Direct, is_lookup
from jopsrdf.store.pool import Pool
from synthetic import article, build, work

LIMITS = Limits(deadline=10.0, workers=1)
CITES = "<http://purl.org/spar/cito/cites>"
ONE = f"<{article(1)}>"
ALL = "SELECT ?s { ?s a <http://purl.org/spar/fabio/JournalArticle> }"
LOOKUPS = (
    f"SELECT ?p ?o WHERE {{ {ONE} ?p ?o }}",
    f"select*{{{ONE}?p?o}}",
    f"SELECT ?s {{ ?s {CITES} <{work(8)}> . }} LIMIT 3",
    f"PREFIX cito: <http://purl.org/spar/cito/> # all that is cited\nSELECT $o {{ {ONE} cito:cites $o }}",
    "PREFIX : <http://purl.org/spar/fabio/>\nSELECT ?s { ?s a :JournalArticle . } LIMIT 2",
    'SELECT * { ?s ?p "Work 8"@en }',
    'SELECT * { ?s ?p "2. }" }',
    "SELECT * { ?s ?p '2'^^<http://www.w3.org/2001/XMLSchema#integer> } LIMIT 5",
    f"SELECT ?nothing {{ {ONE} ?p ?o }}",
    f"ASK {{ {ONE} {CITES} ?o }}",
    f"ask where {{ <http://example.org/nobody> {CITES} ?o }}",
    f"DESCRIBE {ONE}",
    f"PREFIX a: <{article(1)}> DESCRIBE a:",
)
#: Each lets the engine walk far, or asks for more than one pattern.
OTHERS = (
    "SELECT * { ?s ?p ?o }",
    f"SELECT * {{ ?s {CITES} ?o }}",
    "ASK {}",
    f"SELECT DISTINCT ?p {{ {ONE} ?p ?o }}",
    f"SELECT REDUCED ?p {{ {ONE} ?p ?o }}",
    f"SELECT (COUNT(*) AS ?n) {{ {ONE} ?p ?o }}",
    f"SELECT * {{ ?p ?p {ONE} }}",
    f"SELECT * {{ {ONE} ?p $p }}",
    f"SELECT * {{ {ONE} ?p ?o . ?o ?q ?r }}",
    f"SELECT * {{ {ONE} ?p ?o ; ?q ?r }}",
    f"SELECT * {{ {ONE} ?p ?o , ?r }}",
    f"SELECT * {{ {ONE} {CITES}/{CITES} ?o }}",
    f"SELECT * {{ {ONE} {CITES}+ ?o }}",
    f"SELECT * {{ {ONE} ^{CITES} ?o }}",
    f"SELECT * {{ {ONE} !{CITES} ?o }}",
    f"SELECT * {{ {ONE} ({CITES}) ?o }}",
    f"SELECT * {{ {ONE} ?p [] }}",
    f"SELECT * {{ {ONE} ?p ?o FILTER(?o = 1) }}",
    f"SELECT * {{ {{ {ONE} ?p ?o }} UNION {{ ?s ?p {ONE} }} }}",
    f"SELECT * {{ OPTIONAL {{ {ONE} ?p ?o }} }}",
    f"SELECT * {{ GRAPH ?g {{ {ONE} ?p ?o }} }}",
    f"SELECT * {{ SERVICE <http://example.org/> {{ {ONE} ?p ?o }} }}",
    f"SELECT * {{ {ONE} ?p ?o }} OFFSET 5",
    f"SELECT * {{ {ONE} ?p ?o }} LIMIT 5 OFFSET 5",
    f"SELECT * {{ {ONE} ?p ?o }} ORDER BY ?o",
    f"SELECT ?p {{ {ONE} ?p ?o }} GROUP BY ?p",
    f"SELECT * {{ {ONE} ?p ?o }} VALUES ?p {{ {CITES} }}",
    f"SELECT * FROM <http://example.org/g> {{ {ONE} ?p ?o }}",  # noqa: S608 - SPARQL
    f"BASE <http://example.org/> SELECT * {{ {ONE} ?p ?o }}",
    f"SELECT * {{ {ONE} ?p '''long''' }}",
    f'SELECT * {{ {ONE} ?p "a\\u0022 . ?x ?y ?z # " }}',
    f"CONSTRUCT {{ <a:b> <c:d> <e:f> }} WHERE {{ {ONE} ?p ?o }}",
    f"DESCRIBE ?s {{ ?s {CITES} {ONE} }}",
    f"DESCRIBE {ONE} {ONE}",
    f"DELETE WHERE {{ {ONE} ?p ?o }}",
)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """Four hundred articles, each with 25 references."""
    location = tmp_path_factory.mktemp("dataset")
    build(location, range(400), references=25)
    opened = store.open_dataset(location, LIMITS)
    yield opened
    opened.close()


async def now(direct: Direct, question: Question, pinned: Generation) -> Answer | None:
    """Ask directly, once the triples are open."""
    direct.answer(question, pinned.source, "g")
    await asyncio.get_running_loop().shutdown_default_executor()
    return direct.answer(question, pinned.source, "g")


@pytest.mark.parametrize("query", LOOKUPS)
def test_a_lookup_is_known(query: str) -> None:
    """One pattern about one thing, however it is written."""
    assert is_lookup(query)


@pytest.mark.parametrize("query", OTHERS)
def test_nothing_else_is_a_lookup(query: str) -> None:
    """Whatever may take long, or is not understood here."""
    assert not is_lookup(query)


@pytest.mark.parametrize("query", LOOKUPS)
def test_the_answer_is_the_worker_s(dataset: Dataset, query: str) -> None:
    """Byte by byte, in every format that the query can have."""

    async def both() -> None:
        direct, pool, pinned = Direct(LIMITS), Pool(LIMITS), dataset.generation
        try:
            await now(direct, Question(text=query), dataset.generation)
            for media_type in GRAPHS if "DESCRIBE" in query else BINDINGS:
                question = Question(text=query, media_type=media_type)
                found = direct.answer(question, pinned.source, "g")
                expected = await pool.answer(question, pinned.source, "g")
                assert found
                assert replace(found, seconds=0.0) == replace(expected, seconds=0.0)
        finally:
            pool.close()

    asyncio.run(both())


@pytest.mark.parametrize(
    ("limits", "query", "media_type"),
    [
        (LIMITS, ALL, "text/csv"),
        (replace(LIMITS, rows=2), LOOKUPS[0], "application/sparql-results+json"),
        (replace(LIMITS, bytes=300), LOOKUPS[0], "application/sparql-results+json"),
    ],
)
def test_a_long_answer_is_left_to_a_worker(dataset: Dataset, limits: Limits, query: str, media_type: str) -> None:
    """More rows or bytes than are given here, or than a query may have: a worker cuts them and says so."""

    async def found() -> Answer | None:
        return await now(Direct(limits), Question(text=query, media_type=media_type), dataset.generation)

    assert is_lookup(query)
    assert asyncio.run(found()) is None


def test_more_rows_than_a_lookup_has(dataset: Dataset) -> None:
    """The dataset answers them all the same."""
    assert dataset.query(ALL).rows == 400 > ROWS


def test_a_dataset_of_the_protocol_is_left_to_a_worker(dataset: Dataset) -> None:
    """Graphs that a request names are another dataset."""

    async def found() -> Answer | None:
        return await now(
            Direct(LIMITS), Question(text=LOOKUPS[0], default_graphs=("http://e.org/g",)), dataset.generation
        )

    assert asyncio.run(found()) is None


def test_the_limits_of_a_query_hold(dataset: Dataset) -> None:
    """A query that is too long is refused, look-up or not; one with an unknown prefix is the client's fault."""

    async def refused(query: str, limits: Limits) -> None:
        await now(Direct(limits), Question(text=query), dataset.generation)

    with pytest.raises(QueryError, match="10 are allowed"):
        asyncio.run(refused(LOOKUPS[0], replace(LIMITS, length=10)))
    with pytest.raises(QueryError, match="line 1"):
        asyncio.run(refused("SELECT * { nobody:knows ?p ?o }", LIMITS))


def test_a_generation_that_is_gone(tmp_path: Path) -> None:
    """Where the triples cannot be opened here a worker is asked, which says what is wrong."""
    build(tmp_path, range(3))
    opened = store.open_dataset(tmp_path, LIMITS)
    pinned = opened.generation
    opened.close()
    shutil.rmtree(pinned.source.folder)

    async def found() -> Answer | None:
        return await now(Direct(LIMITS), Question(text=LOOKUPS[0]), pinned)

    assert asyncio.run(found()) is None


def test_a_server_has_the_triples_open_before_it_is_asked(dataset: Dataset) -> None:
    """Where a server gives its loop, the first look-up already needs no worker."""
    direct, source = Direct(LIMITS), dataset.generation.source

    async def found() -> Answer | None:
        direct.prepare(source)
        await asyncio.get_running_loop().shutdown_default_executor()
        return direct.answer(Question(text=LOOKUPS[0]), source, "g")

    assert asyncio.run(found())
