"""A SPARQL server elsewhere answers in our place: whole answers, known limits, clear errors; and it can be loaded."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

import sparql_servers
from jopsrdf import store
from jopsrdf.errors import QueryError, QueryRefused, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import Answer, Dataset, GraphStore, Limits, Question, Server
from jopsrdf.store.remote import Remote
from jopsrdf.store.worker import Source
from synthetic import BASE, article, build

LIMITS = Limits(deadline=30, rows=20_000, bytes=3_000_000, queue=1, workers=1)
JSON = "application/sparql-results+json"
Handle = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers every request as the test says."""

    answer: Handle
    asked: list[tuple[str, dict[str, list[str]]]]

    def do_POST(self) -> None:  # the name is the library's
        """Note what was asked, and answer."""
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append((self.headers.get("Accept", ""), fields))
        type(self).answer(self)

    def reply(self, status: int, media_type: str, body: bytes, length: int | None = None) -> None:
        """Send a response whose length may be a lie."""
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(answer: Handle) -> Iterator[tuple[str, list[tuple[str, dict[str, list[str]]]]]]:
    """Serve on loopback; give the address and the list of what was asked."""
    asked: list[tuple[str, dict[str, list[str]]]] = []
    handler = type("Handler", (Handler,), {"answer": staticmethod(answer), "asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/sparql?x=1", asked
        finally:
            server.shutdown()
            thread.join()


def ask(url: str, text: str, limits: Limits = LIMITS, **question: object) -> Answer:
    """Ask a server."""
    return asyncio.run(asking(url, text, limits, **question))


async def asking(url: str, text: str, limits: Limits = LIMITS, **question: object) -> Answer:
    """Ask a server, on a loop."""
    remote = Remote(Server(url), limits)
    try:
        return await remote.answer(Question(text=text, **question), Source(Path()), "generation")  # type: ignore[arg-type]
    finally:
        remote.close()


def rows(number: int) -> bytes:
    """Return a result with so many rows."""
    bindings = ",".join('{"x":{"type":"literal","value":"1"}}' for _ in range(number))
    return f'{{"head":{{"vars":["x"]}},"results":{{"bindings":[{bindings}]}}}}'.encode()


def test_the_server_is_asked_for_its_best() -> None:
    """A query goes as a form, with its graphs, and JSON is preferred whatever the client wants."""
    with serving(lambda handler: handler.reply(200, JSON, rows(2))) as (url, asked):
        answer = ask(url, "SELECT * {}", media_type="text/csv", default_graphs=("a:b",), named_graphs=("a:c", "a:d"))
    assert (answer.body, answer.media_type, answer.rows) == (b"x\r\n1\r\n1\r\n", "text/csv", 2)
    assert answer.generation == "generation"
    accept, fields = asked[0]
    assert accept.startswith(JSON)
    assert fields == {"query": ["SELECT * {}"], "default-graph-uri": ["a:b"], "named-graph-uri": ["a:c", "a:d"]}


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, QueryError),
        (403, StoreError),
        (404, StoreError),
        (429, StoreUnavailable),
        (500, StoreUnavailable),
        (503, StoreUnavailable),
    ],
)
def test_statuses_become_errors(status: int, error: type[Exception]) -> None:
    """The server's refusal of a query is the client's fault; all else is the store's, and no 200."""
    with (
        serving(lambda handler: handler.reply(status, "text/plain", b"the reason\nand a trace")) as (url, _),
        pytest.raises(error, match="the reason") as caught,
    ):
        ask(url, "ASK {}")
    assert type(caught.value) is error
    assert "trace" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        lambda handler: handler.reply(200, JSON, rows(9)[:-3]),
        lambda handler: handler.reply(200, JSON, rows(9), 1000),
        lambda handler: handler.reply(200, JSON, b""),
        lambda handler: handler.reply(200, "text/html", b"<html>busy</html>"),
        lambda handler: handler.reply(200, "application/x-binary-rdf-results-table", b"BRTR"),
        lambda handler: handler.connection.shutdown(socket.SHUT_RDWR),
    ],
    ids=["cut JSON", "cut body", "nothing", "HTML", "unknown format", "hung up"],
)
def test_what_is_not_whole_is_no_answer(answer: Handle) -> None:
    """A body that ends early, or is something else, is told as the store's failure."""
    with serving(answer) as (url, _), pytest.raises(StoreUnavailable):
        ask(url, "SELECT * {}")


def test_nobody_there() -> None:
    """A server that cannot be reached is named on the error."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
    with pytest.raises(StoreUnavailable) as caught:
        ask(url, "ASK {}")
    assert caught.value.url == url


def test_a_silent_cap_is_announced() -> None:
    """As many rows as servers cut at without a word are announced as cut; one more or less is not."""
    for number, cut in ((10_000, "rows"), (9_999, ""), (10_001, "")):
        with serving(lambda handler, n=number: handler.reply(200, JSON, rows(n))) as (url, _):  # type: ignore[misc]
            assert ask(url, "SELECT * {}").truncated == cut


def test_our_limits_hold_too() -> None:
    """Rows beyond our own limit are cut and announced; a body without end is not read."""
    with serving(lambda handler: handler.reply(200, JSON, rows(30_000))) as (url, _):
        answer = ask(url, "SELECT * {}")
        assert (answer.rows, answer.truncated) == (20_000, "rows")
        with pytest.raises(StoreUnavailable, match="more than"):
            ask(url, "SELECT * {}", Limits(bytes=100_000))


def slow(handler: Handler) -> None:
    """Send the head, and then a byte now and then."""
    handler.send_response(200)
    handler.send_header("Content-Type", JSON)
    handler.end_headers()
    for _ in range(100):
        time.sleep(0.05)
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def silent(handler: Handler) -> None:
    """Answer nothing, for a while."""
    time.sleep(3)


@pytest.mark.parametrize("answer", [slow, silent])
def test_the_deadline_holds(answer: Handle) -> None:
    """A server that is silent, or sends for ever, is left at the deadline."""
    with serving(answer) as (url, _):
        started = time.monotonic()
        with pytest.raises(QueryTimeout):
            ask(url, "SELECT * {}", deadline=0.3)
        assert time.monotonic() - started < 2


def test_a_client_that_leaves_is_not_waited_for() -> None:
    """The connection is given up soon after the query was called off."""

    async def asked(url: str) -> None:
        await asyncio.wait_for(asking(url, "SELECT * {}", Limits(deadline=30)), 0.2)

    with serving(silent) as (url, _):
        with pytest.raises(TimeoutError):
            asyncio.run(asked(url))
        until = time.monotonic() + 1
        while any(thread.name.startswith("remote") for thread in threading.enumerate()):
            assert time.monotonic() < until
            time.sleep(0.02)


def test_places_are_bounded() -> None:
    """More queries at a time than may run and wait are refused at once."""

    def late(handler: Handler) -> None:
        time.sleep(0.5)
        handler.reply(200, JSON, rows(1))

    async def asked(url: str) -> list[Answer | BaseException]:
        remote = Remote(Server(url), LIMITS)
        questions = (remote.answer(Question(text="SELECT * {}"), Source(Path()), "") for _ in range(3))
        try:
            return await asyncio.gather(*questions, return_exceptions=True)
        finally:
            remote.close()

    with serving(late) as (url, _):
        *answered, refused = sorted(asyncio.run(asked(url)), key=lambda found: isinstance(found, StoreUnavailable))
    assert all(isinstance(found, Answer) for found in answered)
    assert "under way" in str(refused)


def test_what_is_refused_is_not_passed_on() -> None:
    """SERVICE and updates never reach the server."""
    with serving(lambda handler: handler.reply(200, JSON, rows(1))) as (url, asked):
        for text in ("ASK { SERVICE <http://e.org/> {} }", "DROP ALL"):
            with pytest.raises(QueryRefused):
                ask(url, text)
    assert asked == []


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two hundred articles."""
    folder = tmp_path_factory.mktemp("dataset")
    build(folder, range(200))
    return folder


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """A real server, empty: its address without the path."""
    with sparql_servers.oxigraph(tmp_path / "served") as root:
        yield root


QUERIES = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    "SELECT ?w (COUNT(?a) AS ?n) { ?a <http://purl.org/spar/cito/cites> ?w } GROUP BY ?w ORDER BY DESC(?n) ?w LIMIT 5",
    f"SELECT * {{ <{article(7)}> ?p ?o }} ORDER BY ?p ?o",
    "ASK { ?s a <a:b> }",
)


def triples(dataset: Dataset) -> set[bytes]:
    """Return the default graph as lines."""
    answer = dataset.query("CONSTRUCT WHERE { ?s ?p ?o }", media_type="application/n-triples")
    return set(answer.body.splitlines())


def test_a_published_generation_answers_alike(location: Path, oxigraph: str) -> None:
    """What a server was loaded with gives the same answers as the dataset; loading it again is no work."""
    dataset = store.open_dataset(location, LIMITS)
    remote = store.open_dataset(location, LIMITS, server=Server(f"{oxigraph}/query"))
    parts: list[int] = []
    try:
        target = GraphStore(Server(f"{oxigraph}/store"), part=1000)
        assert store.publish(dataset.generation, target, progress=lambda done, _: parts.append(done))
        assert parts == [1, 2, 3, 4, 5, 6]
        assert not store.publish(dataset.generation, target, progress=lambda done, _: parts.append(done))
        assert len(parts) == 6
        assert dataset.generation.id in target.get(f"{BASE}graph/publication")
        target.put(f"{BASE}graph/publication", "")
        for query in QUERIES:
            assert json.loads(remote.query(query).body) == json.loads(dataset.query(query).body)
        assert triples(remote) == triples(dataset)
        with pytest.raises(QueryError, match="refuses the query"):
            remote.query("SELECT * { ?s ?p }")
    finally:
        dataset.close()
        remote.close()


def test_a_broken_publication_is_taken_up(location: Path, oxigraph: str) -> None:
    """A run that was broken off goes on after the last part that was sent, and then everything is there once."""
    dataset = store.open_dataset(location, LIMITS)

    target = GraphStore(Server(f"{oxigraph}/store"), part=1000)

    def stop(number: int, of: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.publish(dataset.generation, target, progress=stop)
    parts: list[int] = []
    assert store.publish(dataset.generation, target, progress=lambda done, _: parts.append(done))
    assert parts == [4, 5, 6]
    found = target.get("")
    assert len(found.splitlines()) == dataset.generation.manifest.triples


def test_the_next_generation_takes_the_place_of_the_last(tmp_path: Path, oxigraph: str) -> None:
    """What is not in the new generation is gone from the server, in a named graph as in the default one."""
    graph = f"{BASE}graph/articles"
    for numbers in (range(30), range(20, 40)):
        made = build(tmp_path / "dataset", numbers)
        generation = store.open_dataset(tmp_path / "dataset").generation
        loaded = GraphStore(Server(f"{oxigraph}/store", graph))
        assert store.publish(generation, loaded)
        assert len(loaded.get(graph).splitlines()) == made.triples
        assert len(loaded.get(f"{BASE}graph/provenance").splitlines()) == made.articles
        assert loaded.get("") == ""


def counting(handler: Handler) -> None:
    """Answer as a server without a note of ours, which holds one triple."""
    is_count = "COUNT" in handler.asked[-1][1]["query"][0]
    handler.reply(200, JSON, rows(1 if is_count else 0))


def test_a_server_without_a_note_is_counted(tmp_path: Path) -> None:
    """A server that was loaded in another way is told by its number of triples; both are stated where they differ."""
    made = build(tmp_path, range(2))
    with serving(counting) as (url, _):
        said = store.check_publication(store.open_dataset(tmp_path).generation, Server(url))
    assert said == f"{url}: 1 triples are there, generation {made.id} has {made.graphs['']}"


def test_what_a_silent_server_holds_cannot_be_told(tmp_path: Path) -> None:
    """A server that is not there yet is no reason not to begin; the sentence names it."""
    build(tmp_path, range(2))
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
    assert url in store.check_publication(store.open_dataset(tmp_path).generation, Server(url))
