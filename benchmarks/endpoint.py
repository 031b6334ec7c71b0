"""Measures the endpoint beside its peers, in one run on one machine: rates, latencies, memory.

    python benchmarks/endpoint.py [--articles 1000] [--seconds 5] [--work FOLDER] [--rows TEXT]

Load comes from `wrk` (Debian has it) over 32 connections. For every line of the table the server is started anew and
alone, warmed up for two seconds, and then measured; so no line bears what another left behind. Pages and documents are
asked for as browsers do, who take them compressed, and plain. Lookups are about the articles that rdflib-endpoint holds
too, and the works that they cite, the same for every server. The five questions are asked one after the other, of
pyoxigraph in this process and of the servers by turns, over a bare socket that is kept, and the ratio is the median of
the turns' ratios. At the end stand the goals and whether they are met. See `peers` for who is compared.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

import load_world
import peers
import pyoxigraph
from peers import BASE, Peer, Server

from jopsrdf import store
from jopsrdf.terms import PREFIXES

CONNECTIONS, WARM_UP = 32, 2
#: A question is asked at least and at most so often, and no more after so many seconds.
TURNS, MOST, ENOUGH = 7, 300, 3
#: What browsers accept.
CODINGS = "gzip, deflate, br, zstd"
RESULTS = "application/sparql-results+json"
WORK = f"{BASE}work/10.5555/synthetic."
LOOKUP = "SELECT ?p ?o WHERE { <THING> ?p ?o }"
DESCRIPTION = f"DESCRIBE <{WORK}0>"
PAGE, TURTLE = "/page/work/10.5555/synthetic.THING", "/data/work/10.5555/synthetic.THING.ttl"
CITED = "SELECT DISTINCT ?w { VALUES ?a { %s } ?a <http://purl.org/spar/cito/cites> ?w } ORDER BY ?w"
#: The questions that people ask of citation data, as SPARQL.
QUESTIONS = {
    "who cites": """SELECT ?citing WHERE { ?citing cito:cites ?cited } GROUP BY ?cited ?citing LIMIT 1000""",
    "top cited": """SELECT ?cited (COUNT(?citing) AS ?n) WHERE { ?citing cito:cites ?cited }
        GROUP BY ?cited ORDER BY DESC(?n) LIMIT 20""",
    "citations per year": """SELECT ?year (COUNT(*) AS ?n) WHERE { ?a cito:cites ?w .
        ?w fabio:hasPublicationYear ?year } GROUP BY ?year ORDER BY ?year""",
    "co-citation": """SELECT ?one ?two (COUNT(?a) AS ?n) WHERE { VALUES ?one { %s }
        ?a cito:cites ?one, ?two . FILTER(?one != ?two) } GROUP BY ?one ?two ORDER BY DESC(?n) LIMIT 20""",
    "coupling": """SELECT ?b (COUNT(?w) AS ?n) WHERE { <%s0> cito:cites ?w . ?b cito:cites ?w .
        FILTER(?b != <%s0>) } GROUP BY ?b ORDER BY DESC(?n) LIMIT 20""",
}


@dataclass(frozen=True)
class Row:
    """A line of the table: what is asked of whom. THING is one of `things` by turns, COUNTER makes each request new.

    `path` is the address below the server's root, or a query where it begins with no slash.
    """

    title: str
    server: Server
    path: str
    accept: str = "*/*"
    is_distinct: bool = False
    coding: str = ""
    things: Sequence[str] = ("0",)


#: Row, peer, factor: the first is to be so many times as fast as the second; see issue and README.
GOALS = (
    ("repeated lookup", "Oxigraph's server", 2),
    ("distinct, cited work", "Oxigraph's server", 0.4),
    ("distinct, cited work", "rdflib-endpoint", 20),
    ("distinct, article", "Oxigraph's server", 0.4),
    ("distinct, article", "rdflib-endpoint", 20),
    ("page, kept", "Trifid", 10),
    ("page, kept", "nginx, gzip", 1),
    ("page, kept", "nginx, gzip_static", 1),
    ("page, kept, plain", "nginx", 1),
    ("Turtle, kept", "Trifid", 10),
    ("Turtle, kept", "rdflib-endpoint", 10),
    ("Turtle, kept", "nginx, gzip", 1),
    ("Turtle, kept", "nginx, gzip_static", 1),
    ("Turtle, kept, plain", "nginx", 1),
)
SLOWDOWN = 1.2


@dataclass(frozen=True)
class Load:
    """What wrk measured: requests per second, latencies in milliseconds, answers that were no 2xx, megabytes."""

    rate: float
    median: float
    p99: float
    bad: int
    memory: float = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "jopsrdf-benchmark")
    parser.add_argument("--rows", default="", help="only rows whose title holds this")
    given = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("this benchmark needs wrk: apt-get install wrk")
    given.work.mkdir(parents=True, exist_ok=True)
    dataset = given.work / f"dataset-{given.articles}"
    load_world.build(dataset, given.articles)
    opened = store.open_dataset(dataset)
    manifest = opened.generation.manifest
    print(f"{manifest.articles:,} articles, {manifest.triples:,} triples; {moment()}")
    opened.close()
    found: dict[tuple[str, str], Load] = {}
    for row in rows(given.work, dataset):
        if given.rows in row.title and (measured := line(row, given.work, dataset, given.seconds)):
            found[row.title, measured[0]] = measured[1]
    verdicts(found, questions(given.work, dataset) if given.rows in "questions" else {})
    print(moment())


def moment() -> str:
    """Return the time, and how many processes wanted a core in the last minute: figures count where we are alone."""
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def rows(work: Path, dataset: Path) -> list[Row]:
    """Return the table's lines; what nginx serves is what we answer."""
    with peers.jopsrdf(work, dataset) as ours:
        assert ours
        page, turtle = (fetched(ours.root + path.replace("THING", "0")) for path in (PAGE, TURTLE))
    servers = (peers.jopsrdf, peers.oxigraph, peers.rdflib_endpoint)
    about, numbers = subjects(dataset), [str(number) for number in range(peers.articles(dataset))]
    anew = partial(Row, server=peers.jopsrdf, is_distinct=True, coding=CODINGS, things=numbers)
    return [
        *(Row("repeated lookup", server, LOOKUP, things=about["article"]) for server in servers),
        *(
            Row(f"distinct, {kind}", server, LOOKUP, is_distinct=True, things=things)
            for kind, things in about.items()
            for server in servers
        ),
        *files("page", PAGE, page, "text/html"),
        Row("page, kept", peers.trifid, PAGE.removeprefix("/page"), "text/html", coding=CODINGS),
        anew("page, made anew", path=f"{PAGE}?n=COUNTER", accept="text/html"),
        *files("Turtle", TURTLE, turtle, "text/turtle"),
        Row("Turtle, kept", peers.trifid, PAGE.removeprefix("/page"), "text/turtle", coding=CODINGS),
        Row("Turtle, kept", peers.rdflib_endpoint, DESCRIPTION, "text/turtle", coding=CODINGS),
        anew("Turtle, made anew", path=f"{TURTLE}?n=COUNTER"),
    ]


def subjects(dataset: Path) -> dict[str, list[str]]:
    """Return what lookups are about, as it stands in an address, and print how many rows that gives."""
    direct = pyoxigraph.Store.read_only(str(peers.triples(dataset)))
    articles = [f"{WORK}{number}" for number in range(peers.SAMPLE)]
    cited = direct.query(CITED % " ".join(f"<{article}>" for article in articles))
    found = {"cited work": [row["w"].value for row in cited], "article": articles}  # type: ignore[union-attr] # solutions
    for kind, things in found.items():
        sizes = [sum(1 for _ in direct.quads_for_pattern(pyoxigraph.NamedNode(thing), None, None)) for thing in things]
        print(f"a lookup of {kind}: {statistics.median(sizes):.0f} rows, from {min(sizes)} to {max(sizes)}")
    return {kind: [quote(thing, safe="") for thing in things] for kind, things in found.items()}


def files(what: str, path: str, body: bytes, media_type: str) -> list[Row]:
    """Return the lines of one kept answer and of nginx with the same bytes: compressed by both, and plain."""
    return [
        Row(f"{what}, kept", peers.jopsrdf, path, media_type, coding=CODINGS),
        *(
            Row(f"{what}, kept", peers.nginx(body, media_type, way), "/file", coding=CODINGS)
            for way in peers.WAYS
            if way
        ),
        Row(f"{what}, kept, plain", peers.jopsrdf, path, media_type),
        Row(f"{what}, kept, plain", peers.nginx(body, media_type), "/file"),
    ]


def line(row: Row, work: Path, dataset: Path, seconds: int) -> tuple[str, Load] | None:
    """Measure and print a line; None where the peer cannot be had."""
    with row.server(work, dataset) as peer:
        if peer is None:
            return None
        path = row.path
        if not path.startswith("/"):
            query = quote(f"{row.path} # COUNTER" if row.is_distinct else row.path)
            path = f"{peer.sparql}?query={query}"
        load(peer, row, path, work, WARM_UP, first=0)
        time.sleep(1)  # what the warm-up left behind is called off
        measured = load(peer, row, path, work, seconds, first=1_000_000)
        errors = f"   {measured.bad} not 2xx" if measured.bad else ""
        print(
            f"{row.title:21} {peer.name:20} {measured.rate:8,.0f}/s  p50 {measured.median:8.2f} ms  "
            f"p99 {measured.p99:8.2f} ms  {measured.memory:6,.0f} MB{errors}",
            flush=True,
        )
        return peer.name, measured


def load(peer: Peer, row: Row, path: str, work: Path, seconds: int, *, first: int) -> Load:
    """Send a path from 32 connections; what is distinct counts from `first`."""
    headers = f"Accept = {json.dumps(row.accept)}"
    if row.coding:
        headers += f", ['Accept-Encoding'] = {json.dumps(row.coding)}"
    script = work / "requests.lua"
    script.write_text(
        f"local path, n, things = {json.dumps(path)}, {first}, {{{', '.join(map(json.dumps, row.things))}}}\n"
        f"local step = {int(row.is_distinct)}\n"
        "request = function()\n"
        "  n = n + step\n"
        "  local about = {THING = things[n % #things + 1], COUNTER = string.format('%d', n)}\n"
        "  local asked = path:gsub('THING', about):gsub('COUNTER', about)\n"
        f"  return wrk.format('GET', asked, {{{headers}}})\n"
        "end\n"
        "done = function(summary, latency)\n"
        "  io.write(string.format('RESULT %d %d %d %d %d\\n', summary.requests, summary.duration,"
        " latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.timeout))\n"
        "end\n"
    )
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s", "-s", str(script), peer.root]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", printed)
    assert found, printed
    requests, micros, median, p99, bad = map(int, found.groups())
    return Load(requests / micros * 1e6, median / 1e3, p99 / 1e3, bad, peer.memory())


def questions(work: Path, dataset: Path) -> dict[str, float]:
    """Print how long each question takes in pyoxigraph and through the servers; return our slowdowns."""
    direct = pyoxigraph.Store.read_only(str(peers.triples(dataset)))
    heads = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("cito", "fabio"))
    top = [row["cited"] for row in direct.query(heads + QUESTIONS["top cited"])]  # type: ignore[union-attr] # solutions
    slowdowns: dict[str, float] = {}
    with ExitStack() as stack:
        started = [stack.enter_context(server(work, dataset)) for server in (peers.jopsrdf, peers.oxigraph)]
        servers = [peer for peer in started if peer]
        for name, text in QUESTIONS.items():
            given = (" ".join(map(str, top[:5])),) if name == "co-citation" else (WORK,) * text.count("%s")
            taken = turns(direct, servers, heads + text % given)
            for asked, seconds in taken.items():
                ratio = statistics.median(map(lambda one, two: one / two, seconds, taken["pyoxigraph"]))
                print(
                    f"{name:20} {asked:20} p50 {statistics.median(seconds) * 1e3:8.2f} ms   × {ratio:.2f}", flush=True
                )
                slowdowns[name] = ratio if asked == "jopsrdf" else slowdowns.get(name, 0)
    return slowdowns


def turns(direct: pyoxigraph.Store, servers: list[Peer], query: str) -> dict[str, list[float]]:
    """Ask a question of everyone by turns, each time in other words; return the seconds that each took."""
    taken: dict[str, list[float]] = {"pyoxigraph": [], **{peer.name: [] for peer in servers}}

    def asked(name: str, ask: Callable[[], object]) -> None:
        started = time.perf_counter()
        ask()
        taken[name].append(time.perf_counter() - started)

    connected = {peer.name: Connection(peer) for peer in servers}
    until = time.perf_counter() + ENOUGH
    for number in range(MOST):
        if number > TURNS and time.perf_counter() > until:
            break
        new = f"{query} #{number}"
        requests = {name: connection.request(new) for name, connection in connected.items()}
        asked("pyoxigraph", lambda new=new: written(direct, new))  # type: ignore[misc] # a default
        for name, request in requests.items():
            asked(name, partial(connected[name].answer, request))
    return {name: seconds[1:] for name, seconds in taken.items()}


def written(direct: pyoxigraph.Store, query: str) -> bytes | None:
    """Ask pyoxigraph, and write what it finds as the servers do."""
    found = direct.query(query)
    assert not isinstance(found, pyoxigraph.QueryTriples)
    return found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)


class Connection:
    """A kept connection to an endpoint: a bare socket, for a client's own work would count as the server's."""

    def __init__(self, peer: Peer) -> None:
        address = peer.root.removeprefix("http://")
        host, _, port = address.partition(":")
        self._head = f"GET {peer.sparql}?query=%s HTTP/1.1\r\nHost: {address}\r\nAccept: {RESULTS}\r\n\r\n"
        self._socket = socket.create_connection((host, int(port)))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def request(self, query: str) -> bytes:
        """Return the bytes that ask a query."""
        return (self._head % quote(query)).encode()

    def answer(self, request: bytes) -> bytes:
        """Send a request and return the whole answer, its head included; only a 200 is one."""
        self._socket.sendall(request)
        received = b""
        while not is_whole(received):
            part = self._socket.recv(1 << 20)
            if not part:
                sys.exit(f"a server hung up: {received[:200]!r}")
            received += part
        if not received.startswith(b"HTTP/1.1 200"):
            sys.exit(f"a question was not answered: {received[:400]!r}")
        return received


def is_whole(received: bytes) -> bool:
    """Say whether an answer has come to its end, by its length or by the last of its chunks."""
    head, found, body = received.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)
    return bool(found) and (len(body) >= int(length[1]) if length else body.endswith(b"0\r\n\r\n"))


def fetched(address: str, accept: str = "*/*") -> bytes:
    """Return what stands at an address of loopback."""
    request = urllib.request.Request(address, headers={"Accept": accept})  # noqa: S310 - loopback
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
        body: bytes = answer.read()
        return body


def verdicts(found: dict[tuple[str, str], Load], slowdowns: dict[str, float]) -> None:
    """Print each goal and what was reached."""
    for title, peer, factor in GOALS:
        ours, theirs = found.get((title, "jopsrdf")), found.get((title, peer))
        if ours and theirs:
            reached = ours.rate / theirs.rate if theirs.rate else math.inf
            print(f"goal: {title} ≥ {factor} × {peer}: {reached:.1f} × {'met' if reached >= factor else 'NOT met'}")
    for name, slowdown in slowdowns.items():
        print(
            f"goal: {name} ≤ {SLOWDOWN} × pyoxigraph: {slowdown:.2f} × {'met' if slowdown <= SLOWDOWN else 'NOT met'}"
        )


if __name__ == "__main__":
    main()
