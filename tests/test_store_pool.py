"""Queries run in worker processes that hold their deadlines, their memory, and their neighbours harmless."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from jopsrdf import store
from jopsrdf.errors import QueryError, QueryFailed, QueryRefused, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import Dataset, Limits
from jopsrdf.store.pool import GRACE, Pool
from jopsrdf.store.process import Process
from jopsrdf.store.worker import Source, Task
from synthetic import BASE, article, build

#: Short, because each hostile query takes it whole; and one for queries that are to be answered, on a busy machine.
LIMITS = Limits(deadline=0.7, rows=1000, workers=2, queue=4, memory=400_000_000)
PATIENT = replace(LIMITS, deadline=30)
CSV = "text/csv"
CITES = "<http://purl.org/spar/cito/cites>"


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some 42,000 triples: 800 articles with 25 references each."""
    folder = tmp_path_factory.mktemp("large")
    build(folder, range(800), references=25)
    return folder


@contextmanager
def opened(location: Path, limits: Limits = LIMITS) -> Iterator[Dataset]:
    """Open a dataset with a worker that is up, and close it again."""
    dataset = store.open_dataset(location, limits)
    try:
        with suppress(QueryTimeout):
            dataset.query("ASK {}")
        yield dataset
    finally:
        dataset.close()


@pytest.fixture(scope="module")
def dataset(location: Path) -> Iterator[Dataset]:
    """The dataset with two workers, for queries that are to be answered."""
    with opened(location, PATIENT) as found:
        yield found


@pytest.fixture(scope="module")
def hurried(location: Path) -> Iterator[Dataset]:
    """The dataset with two workers and a short deadline."""
    with opened(location) as found:
        yield found


def is_worker(process: int) -> bool:
    """Say whether a process is a living worker (a dead one that nobody has reaped has no command line)."""
    try:
        return b"jopsrdf.store.worker" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def workers(of: int | None = None) -> set[int]:
    """Return the processes that are workers of this process (or another)."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == (of or os.getpid()) and is_worker(int(folder.name)):
                found.add(int(folder.name))
        except (OSError, IndexError):
            continue
    return found


ALL_PAIRS = "?a ?b ?c . ?d ?e ?f"
NESTED = "[ ?p " * 45 + "1" + " ]" * 45
REGEX = "'^((([a-z:/])+.){1,50}){1,20}[A-Z]!$'"
HOSTILE = {
    "two-hop cartesian product": f"SELECT * {{ {ALL_PAIRS} . ?g ?h ?i FILTER(?c = ?f && ?f = ?i && ?a < ?d) }}",
    "count of a product": f"SELECT (COUNT(*) AS ?n) {{ {ALL_PAIRS} }}",
    "order by over everything": f"SELECT * {{ {ALL_PAIRS} }} ORDER BY ?c ?f ?a LIMIT 1",
    "catastrophic regex": f"SELECT * {{ {ALL_PAIRS} FILTER(REGEX(STR(?f), {REGEX})) }}",
    "property path over cycles": f"SELECT (COUNT(*) AS ?n) {{ ?a ({CITES}|^{CITES})+ ?b }}",
    "nested optionals": "SELECT DISTINCT ?h { ?a ?b ?c OPTIONAL { ?d ?e ?c OPTIONAL { ?f ?g ?c OPTIONAL {?h ?i ?c}}}}",
    "ten million distinct rows": f"SELECT DISTINCT ?a ?f {{ {ALL_PAIRS} }} OFFSET 10000000",
    "one long string": f"SELECT (MD5(GROUP_CONCAT(CONCAT(STR(?a), STR(?d)))) AS ?y) {{ {ALL_PAIRS} }}",
    "the planner's own time": f"ASK {{ ?s ?p {NESTED}, {NESTED}, {NESTED}, {NESTED}, {NESTED}, {NESTED}, {NESTED} }}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_query_ends_at_its_deadline(hurried: Dataset, name: str) -> None:
    """Queries that would run for minutes end at their deadline, or before for want of memory."""
    started = time.monotonic()
    with pytest.raises((QueryTimeout, QueryFailed), match=r"longer than 0\.7 s|memory"):
        hurried.query(HOSTILE[name])
    assert time.monotonic() - started < LIMITS.deadline + 3  # some hundredths more on a machine that is idle


def test_after_hostile_queries_others_are_answered(location: Path) -> None:
    """Workers that were ended at a deadline are replaced by as many new ones."""
    before = workers()
    with opened(location, PATIENT) as dataset:
        for _ in range(3):
            with pytest.raises(QueryTimeout):
                dataset.query(HOSTILE["count of a product"], deadline=0.2)
        assert dataset.query(f"ASK {{ <{article(3)}> a ?t }}").rows == 1
        assert 1 <= len(workers() - before) <= 2


def test_ten_million_rows_are_cut(dataset: Dataset) -> None:
    """A result without end is cut at the row limit, says so, and is well-formed."""
    answer = dataset.query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (answer.rows, answer.truncated) == (1000, "rows")
    assert len(json.loads(answer.body)["results"]["bindings"]) == 1000


def test_a_megabyte_of_query_is_refused(dataset: Dataset) -> None:
    """A query beyond the length is refused before any worker sees it."""
    with pytest.raises(QueryError, match="characters"):
        dataset.query("ASK { " + "?s ?p ?o . " * 100_000 + "}")


def test_ten_thousand_brackets_are_refused(dataset: Dataset) -> None:
    """Nesting that would overflow the engine's stack is refused with its place."""
    with pytest.raises(QueryError, match="brackets stand in one another"):
        dataset.query("ASK " + "{" * 10_000 + "}" * 10_000)


def test_a_deadline_can_be_lowered_only(hurried: Dataset) -> None:
    """A client's own deadline counts when it is the shorter one."""
    for asked, seconds in ((0.2, 0.2), (60.0, LIMITS.deadline)):
        with pytest.raises(QueryTimeout) as caught:
            hurried.query(HOSTILE["count of a product"], deadline=asked)
        assert caught.value.seconds == seconds


def test_a_crash_ends_only_its_own_query(location: Path) -> None:
    """A query that overflows the stack of its worker fails; the worker beside it goes on, and a new one comes."""
    with opened(location, replace(PATIENT, depth=100_000)) as dataset, ThreadPoolExecutor(2) as threads:
        slow = threads.submit(dataset.query, HOSTILE["count of a product"], deadline=1)
        with pytest.raises(QueryFailed, match="nesting"):
            dataset.query("ASK " + "{" * 30_000 + "}" * 30_000)
        with pytest.raises(QueryTimeout):
            slow.result()
        assert dataset.query("ASK {}").rows == 1


def test_memory_is_limited(location: Path) -> None:
    """A query that asks for more memory than it may have fails as that, and quickly."""
    with opened(location, Limits(memory=60_000_000, deadline=20)) as dataset:
        with pytest.raises(QueryFailed, match="memory"):
            dataset.query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f")
        assert dataset.query("ASK {}").rows == 1


def test_a_full_queue_is_said_at_once(location: Path) -> None:
    """With all workers busy and all places taken the next query is refused without waiting."""
    with opened(location, replace(PATIENT, workers=1, queue=2)) as dataset, ThreadPoolExecutor(3) as threads:
        busy = [threads.submit(dataset.query, HOSTILE["count of a product"], deadline=2) for _ in range(3)]
        time.sleep(0.5)
        started = time.monotonic()
        with pytest.raises(StoreUnavailable, match="2 queries are waiting"):
            dataset.query("ASK {}")
        assert time.monotonic() - started < 0.5
        assert {type(found.exception()) for found in busy} <= {QueryTimeout, StoreUnavailable}


def test_waiting_has_an_end(location: Path) -> None:
    """A query that finds no worker within its deadline is refused as unavailable, not as too slow."""
    with opened(location, replace(PATIENT, workers=1)) as dataset, ThreadPoolExecutor(1) as threads:
        busy = threads.submit(dataset.query, HOSTILE["count of a product"], deadline=2)
        time.sleep(0.5)
        with pytest.raises(StoreUnavailable, match="no worker"):
            dataset.query("ASK {}", deadline=0.2)
        assert isinstance(busy.exception(), QueryTimeout)


def test_a_client_that_leaves_frees_its_worker(location: Path) -> None:
    """The worker of a query that is called off ends long before the deadline, and the next query gets a new one."""
    before = workers()
    with opened(location, Limits(workers=1, deadline=30)) as dataset:
        mine, started = workers() - before, time.monotonic()
        with pytest.raises(TimeoutError):
            dataset.run(asyncio.wait_for(dataset.answer(HOSTILE["count of a product"]), 0.3))
        assert time.monotonic() - started < 5
        assert dataset.query("ASK {}").rows == 1
        assert mine
        assert mine & workers() == set()


def test_a_short_query_that_is_called_off_keeps_its_worker(dataset: Dataset) -> None:
    """A query that ends soon after its client left has cost no worker."""
    dataset.query("ASK {}")
    before = workers()
    for _ in range(5):
        with suppress(TimeoutError):
            dataset.run(asyncio.wait_for(dataset.answer("SELECT * { ?a ?b ?c }"), 0.001))
    assert dataset.query("ASK {}").rows == 1
    assert before <= workers()


def test_workers_killed_at_random_are_replaced(location: Path) -> None:
    """Whoever kills workers from outside costs at most the queries that they were at work on."""
    before = workers()
    with opened(location, PATIENT) as dataset, ThreadPoolExecutor(1) as threads:
        for _ in range(4):
            for process in workers() - before:
                os.kill(process, signal.SIGKILL)
            assert dataset.query("ASK {}").rows == 1
        busy = threads.submit(dataset.query, HOSTILE["count of a product"])
        for _ in range(2):  # the first time it is tried again
            time.sleep(0.4)
            for process in workers() - before:
                os.kill(process, signal.SIGKILL)
        with pytest.raises((QueryFailed, StoreUnavailable), match="try again"):
            busy.result()


def test_no_worker_outlives_its_pool(location: Path) -> None:
    """Closing a dataset ends its workers."""
    before = workers()
    with opened(location):
        assert workers() - before
    assert workers() - before == set()


def test_no_worker_outlives_its_server(location: Path) -> None:
    """When the server is killed, idle workers end at once, and busy ones soon after their deadline."""
    code = (
        "import os, sys, threading, time\n"
        "from jopsrdf import store\n"
        f"dataset = store.open_dataset({str(location)!r}, store.Limits(deadline=0.5, workers=2))\n"
        "dataset.query('ASK {}')\n"
        f"threading.Thread(target=dataset.query, args=({HOSTILE['count of a product']!r},)).start()\n"
        "time.sleep(0.2)\n"
        "print('up', flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as server:
        assert server.stdout
        assert server.stdout.readline() == b"up\n"
        left = workers(server.pid)
        server.kill()
    assert left
    until = time.monotonic() + GRACE + 2
    while any(is_worker(process) for process in left):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_closed_pool_says_so(location: Path) -> None:
    """A query after the end is refused as unavailable."""
    dataset = store.open_dataset(location, LIMITS)
    dataset.close()
    with pytest.raises(StoreUnavailable, match="stopping"):
        dataset.query("ASK {}")


def test_many_threads_share_few_workers(dataset: Dataset) -> None:
    """Each of many queries at a time gets its own answer."""

    def ask(number: int) -> str:
        query = f"SELECT ?a (COUNT(*) AS ?n) {{ VALUES ?a {{ <{article(number)}> }} ?a {CITES} ?w }} GROUP BY ?a"
        return dataset.query(query, media_type=CSV).body.decode()

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(ask, range(200)))
    assert answers == [f"a,n\r\n{article(number)},25\r\n" for number in range(200)]


@pytest.mark.parametrize(
    ("query", "line", "column"),
    [("SELECT * {\n ?s ?p }", 2, 9), ("SELEC * {}", 1, 10), ("SELECT * { ex:a ?p ?o }", 1, 20), ("", 1, 1)],
)
def test_a_syntax_error_has_a_place(dataset: Dataset, query: str, line: int, column: int) -> None:
    """Line and column of what could not be read are on the error, and the worker lives."""
    before = workers()
    with pytest.raises(QueryError) as caught:
        dataset.query(query)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert str(caught.value).startswith(f"line {line}, column {column}: expected")
    assert workers() == before


@pytest.mark.parametrize("query", ["SELECT (<http://e.org/f>(1) AS ?x) {}", "SELECT (<a:sum>(?s) AS ?x) { ?s ?p ?o }"])
def test_an_unknown_function_is_the_query_s_fault(dataset: Dataset, query: str) -> None:
    """A function that the engine does not have is an error of the query."""
    with pytest.raises(QueryError, match="function"):
        dataset.query(query)


@pytest.mark.parametrize(
    ("default", "named", "query", "rows"),
    [
        ((), (), "SELECT * { ?s a ?t }", 800),
        ((f"{BASE}graph/provenance",), (), "SELECT * { ?s ?p ?o }", 800),
        ((f"{BASE}graph/provenance",), (), "SELECT * FROM <http://e.org/> { ?s ?p ?o }", 800),
        ((f"{BASE}graph/provenance",), (), "SELECT * { GRAPH ?g { ?s ?p ?o } }", 0),
        ((f"{BASE}graph/nonesuch",), (), "SELECT * { ?s ?p ?o }", 0),
        ((), (f"{BASE}graph/provenance",), "SELECT * { GRAPH ?g { ?s ?p ?o } }", 800),
        ((), (f"{BASE}graph/provenance",), "SELECT * { ?s ?p ?o }", 0),
        ((), (f"{BASE}graph/nonesuch",), "SELECT * { GRAPH ?g { ?s ?p ?o } }", 0),
    ],
)
def test_the_protocol_s_dataset_overrides_the_query_s(
    dataset: Dataset, default: tuple[str, ...], named: tuple[str, ...], query: str, rows: int
) -> None:
    """Graphs given beside the query are the whole dataset: nothing of the store's own or of FROM remains."""
    assert dataset.query(query, default_graphs=default, named_graphs=named).rows == rows


def test_a_graph_name_that_is_no_iri_is_the_client_s_fault(dataset: Dataset) -> None:
    """A relative or broken name of a graph is an error of the request."""
    with pytest.raises(QueryError, match="no IRI"):
        dataset.query("ASK {}", default_graphs=("not an iri",))


def test_the_worker_cannot_reach_the_network(location: Path) -> None:
    """A SERVICE that had passed the guard fails in the worker: the process cannot make a socket."""
    pool_limits = Limits(workers=1)
    source = store.open_dataset(location).generation.source
    task = Task(
        text="SELECT * { SERVICE <http://127.0.0.1:8080/> { ?s ?p ?o } }",
        media_type=CSV,
        dataset=None,
        seconds=5,
        rows=1,
        bytes=1000,
    )

    async def asked() -> None:
        process = await Process.start(pool_limits)
        try:
            await process.open(source)
            await process.do(task, 5)
        finally:
            process.kill()
            process.wait()

    with pytest.raises(QueryRefused):
        asyncio.run(asked())


def test_a_missing_folder_is_an_error_of_the_store(tmp_path: Path) -> None:
    """Triples that cannot be opened are not blamed on the query."""

    async def asked() -> None:
        pool = Pool(Limits(workers=1))
        try:
            await pool.answer(store.Question(text="ASK {}"), Source(tmp_path / "none"), "")
        finally:
            pool.close()

    with pytest.raises(StoreError, match="cannot be opened"):
        asyncio.run(asked())
