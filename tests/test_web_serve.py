"""The running server: the line that says where, real clients, a new generation beside it, and its end."""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

import web_dataset
from jopsrdf.config import Settings

#: For tests of what happens inside one of the processes that speak HTTP.
ALONE = {"JOPSRDF_SERVER_PROCESSES": "1"}
LOOKUP = f"SELECT * {{ <{Settings().base}{web_dataset.FIRST}> ?p ?o }}"
SERVE = (sys.executable, "-m", "jopsrdf", "serve")
TITLES = "SELECT ?t WHERE { ?a <http://purl.org/dc/terms/title> ?t } ORDER BY ?t"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
#: Seconds that a new worker may take on a busy machine before it answers.
STARTING = 2
SLOW = f"SELECT (COUNT(*) AS ?n) WHERE {{ {' . '.join(f'?s{n} ?p{n} ?o{n}' for n in range(8))} }}"


@dataclass(frozen=True)
class Server:
    """A server at work: the line it printed, its address, its dataset, and its process."""

    line: str
    root: str
    dataset: Path
    process: subprocess.Popen[str]

    def ask(self, query: str) -> bytes:
        address = f"{self.root}sparql?query={quote(query)}"
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback
            body: bytes = answer.read()
            return body


@contextlib.contextmanager
def serving(dataset: Path, **environ: str) -> Iterator[Server]:
    """Run `jopsrdf serve` on a free port, with two processes that speak HTTP unless `environ` says otherwise."""
    port, processes = free_port(), {"JOPSRDF_SERVER_PROCESSES": "2"}
    command = [*SERVE, "--dataset", str(dataset), "--port", str(port)]
    environment = {**os.environ, **processes, **environ}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        try:
            assert process.stdout
            line = process.stdout.readline()
            assert line.startswith("jopsrdf: serving"), line
            yield Server(line, f"http://127.0.0.1:{port}/", dataset, process)
        finally:
            process.terminate()
            process.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    dataset = tmp_path_factory.mktemp("served")
    web_dataset.build(dataset, Settings())
    with serving(dataset) as server:
        yield server


def test_says_where(server: Server) -> None:
    """The server prints one line that says what it serves and where."""
    assert re.fullmatch(r"jopsrdf: serving 2 articles \(generation \w+\) at http://127\.0\.0\.1:\d+/\n", server.line)


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("form", [JSON, XML, CSV])
def test_sparqlwrapper_select(server: Server, method: str, form: str) -> None:
    """SPARQLWrapper gets its rows by GET and POST, in every format it knows."""
    client = SPARQLWrapper(f"{server.root}sparql", returnFormat=form)
    client.setMethod(method)
    client.setQuery(TITLES)
    found: Any = client.queryAndConvert()
    text = json.dumps(found) if form == JSON else found.toxml() if form == XML else found.decode()
    assert "Russia and Europe" in text


def test_sparqlwrapper_direct_post_and_errors(server: Server) -> None:
    """SPARQLWrapper posts a query as it is, and sees a syntax error as one."""
    client = SPARQLWrapper(f"{server.root}sparql", returnFormat=TURTLE)
    client.setMethod(POST)
    client.setRequestMethod(POSTDIRECTLY)
    client.setQuery("CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }")
    found: Any = client.queryAndConvert()
    assert b"Russia and Europe" in found
    client.setQuery("CONSTRUCT {")
    with pytest.raises(QueryBadFormed):
        client.query()


def test_rdflib_store(server: Server) -> None:
    """Rdflib's SPARQLStore reads the endpoint as a graph."""
    graph = Graph(SPARQLStore(f"{server.root}sparql", returnFormat="json"))
    titles = {str(o) for o in graph.objects(None, URIRef("http://purl.org/dc/terms/title"))}
    assert "Russia and Europe" in titles
    assert bool(graph.query("ASK { ?s ?p ?o }"))


def test_rdflib_dereferences(server: Server) -> None:
    """Rdflib follows the redirect of an IRI to its Turtle."""
    graph = Graph().parse(f"{server.root}{web_dataset.FIRST}")
    assert (URIRef(web_dataset.BASE + web_dataset.FIRST), None, None) in graph


@pytest.mark.parametrize(
    "arguments",
    [
        ["-G", "--data-urlencode", "query=ASK {}"],
        ["--data-urlencode", "query=ASK {}"],
        ["-H", "Content-Type: application/sparql-query", "--data", "ASK {}"],
        ["-H", "Content-Type: application/sparql-query", "-H", "Transfer-Encoding: chunked", "--data", "ASK {}"],
        ["-X", "QUERY", "-H", "Content-Type: application/sparql-query", "--data", "ASK {}"],
        ["-G", "--data-urlencode", "query=ASK {}", "--compressed"],
    ],
    ids=["GET", "form", "direct", "chunked", "QUERY", "compressed"],
)
def test_curl(server: Server, arguments: list[str]) -> None:
    """Curl gets the truth however it asks."""
    if not shutil.which("curl"):
        pytest.skip("curl is not installed")
    command = ["curl", "-sS", "--fail", *arguments, f"{server.root}sparql"]
    assert json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["boolean"] is True


def test_a_port_in_use(server: Server) -> None:
    """A second server on the same port ends at once with a message that names the port and a way out."""
    port = server.root.split(":")[2].strip("/")
    command = [*SERVE, "--dataset", str(server.dataset), "--port", port]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert ended.returncode == 2
    assert f"port {port} is in use; choose another with --port" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_no_dataset(tmp_path: Path) -> None:
    """A folder without a dataset is told, with the command that makes one."""
    command = [
        sys.executable,
        "-m",
        "jopsrdf",
        "serve",
        "--dataset",
        str(tmp_path / "none"),
        "--port",
        str(free_port()),
    ]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)
    assert ended.returncode == 6
    assert "jopsrdf build" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_new_generation_is_seen_within_a_second(tmp_path: Path) -> None:
    """A build beside the server shows within a second, and no request meanwhile fails."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path) as server:
        before = server.ask(COUNT)
        web_dataset.build(tmp_path, Settings(), articles=1)
        until = time.monotonic() + 1.0
        while (after := server.ask(COUNT)) == before and time.monotonic() < until:
            time.sleep(0.02)
    assert after != before


def test_requests_at_work_are_finished(tmp_path: Path) -> None:
    """SIGTERM ends the server, but a query that was at work is answered first."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path, JOPSRDF_SERVER_DEADLINE="1.5") as server, ThreadPoolExecutor() as pool:
        server.ask("ASK {}")
        answer = pool.submit(status_of, f"{server.root}sparql?query={quote(SLOW)}")
        time.sleep(0.5)
        server.process.send_signal(signal.SIGTERM)
        assert answer.result(30) == 503
        assert server.process.wait(30) == 0
    assert not workers_of(server.process.pid)


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_a_dump_goes_out_as_a_file(server: Server) -> None:
    """A dump comes whole, HEAD says the same of it, and a part of it can be had."""
    with urllib.request.urlopen(f"{server.root}.well-known/void", timeout=30) as answer:  # noqa: S310 - loopback
        found = re.search(rb"dumps/[\w.-]+\.nq\.gz", answer.read())
    assert found
    address = server.root + found[0].decode()
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback
        whole, headers = answer.read(), answer.headers
    assert b"Russia and Europe" in gzip.decompress(whole)
    asked = urllib.request.Request(address, method="HEAD")  # noqa: S310 - loopback
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - loopback
        assert {**answer.headers, "date": ""} == {**headers, "date": ""}
    asked = urllib.request.Request(address, headers={"Range": "bytes=2-5"})  # noqa: S310 - loopback
    with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - loopback
        assert (answer.status, answer.read()) == (206, whole[2:6])


def test_a_client_that_leaves_frees_its_worker(tmp_path: Path) -> None:
    """When a client closes its connection the worker of its query ends within a second, and that is counted."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path, JOPSRDF_SERVER_DEADLINE="60", JOPSRDF_SERVER_WORKERS="1", **ALONE) as server:
        server.ask("ASK {}")
        with asking(server, SLOW):
            time.sleep(0.5)
        started = time.monotonic()
        server.ask("ASK { ?s ?p ?o }")
        assert time.monotonic() - started < 1 + STARTING
        with urllib.request.urlopen(f"{server.root}metrics", timeout=30) as answer:  # noqa: S310 - loopback
            assert b'jopsrdf_queries_total{status="499"} 1\n' in answer.read()


def test_a_client_that_leaves_takes_nobody_along(tmp_path: Path) -> None:
    """When one of two clients with the same query leaves, the other gets its answer."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path, JOPSRDF_SERVER_DEADLINE="2", **ALONE) as server, ThreadPoolExecutor() as pool:
        server.ask("ASK {}")
        with asking(server, SLOW):
            time.sleep(0.2)
            stays = pool.submit(status_of, f"{server.root}sparql?query={quote(SLOW)}")
            time.sleep(0.2)
        assert stays.result(30) == 503
        with urllib.request.urlopen(f"{server.root}metrics", timeout=30) as answer:  # noqa: S310 - loopback
            told = answer.read()
    assert b'jopsrdf_queries_total{status="503"} 1\n' in told
    assert b'jopsrdf_requests_total{method="GET",status="499"} 1\n' in told


@contextlib.contextmanager
def asking(server: Server, query: str) -> Iterator[None]:
    """Send a query and close the connection at the end of the block, whether it is answered or not."""
    host, port = server.root.removeprefix("http://").strip("/").split(":")
    with socket.create_connection((host, int(port))) as client:
        client.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        yield


def workers_of(pid: int) -> list[str]:
    """Return the processes that a server has left behind."""
    found = subprocess.run(["pgrep", "-P", str(pid)], check=False, capture_output=True, text=True)
    return found.stdout.split()


def test_half_open_connections_do_no_harm(server: Server) -> None:
    """Two hundred clients that never finish their request keep nobody else waiting."""
    port = int(server.root.split(":")[2].strip("/"))
    with contextlib.ExitStack() as stack:
        for _ in range(200):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            client.sendall(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: localhost\r\n")
        started = time.monotonic()
        assert b"true" in server.ask("ASK {}")
        assert time.monotonic() - started < 2


def test_slow_and_good_requests_together(tmp_path: Path) -> None:
    """While slow queries hold every worker, pages, kept answers and look-ups come at once."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path, **ALONE) as server, ThreadPoolExecutor(8) as pool:
        server.ask(COUNT)
        server.ask(LOOKUP)  # it has the triples opened where look-ups are answered
        assert status_of(f"{server.root}page/{web_dataset.FIRST}?first") == 200  # what is read once has been read
        slow = [pool.submit(status_of, f"{server.root}sparql?query={quote(SLOW)}%23{n}&timeout=1") for n in range(4)]
        time.sleep(0.2)
        started = time.monotonic()
        assert status_of(f"{server.root}page/{web_dataset.FIRST}") == 200
        server.ask(COUNT)
        server.ask(f"{LOOKUP} # again")
        assert time.monotonic() - started < 1
        assert {answer.result() for answer in slow} == {503}
        assert b"true" in server.ask("ASK {}")


@pytest.mark.parametrize("name", ["SIGHUP", "SIGKILL"])
def test_a_fresh_front(tmp_path: Path, name: str) -> None:
    """A process that is told to go, or is killed, is replaced; the server goes on answering."""
    web_dataset.build(tmp_path, Settings())
    with serving(tmp_path) as server:
        before = workers_of(server.process.pid)
        gone = set(before if name == "SIGHUP" else before[:1])
        os.kill(server.process.pid if name == "SIGHUP" else int(before[0]), signal.Signals[name])
        until = time.monotonic() + 20
        while (gone & set(after := workers_of(server.process.pid)) or len(after) < 2) and time.monotonic() < until:
            time.sleep(0.1)
        time.sleep(1.5)
        assert gone.isdisjoint(after)
        assert len(before) == len(after) == 2
        for number in range(10):
            assert b"true" in server.ask(f"ASK {{}} # {number}")
