"""Measures the endpoint beside its peers, in one run on one machine: rates, latencies, memory.

    python benchmarks/endpoint.py [--articles 1000] [--seconds 5] [--work FOLDER]

Peers are used where they can be had: Oxigraph's server from its wheel and rdflib-endpoint are installed into a
virtual environment in the working folder; nginx serves a file where it is installed. Load comes from `wrk` (Debian has
it). Everything listens on loopback and is stopped at the end. rdflib-endpoint keeps its triples in memory and takes
minutes to load millions, so it gets the graph of 20 articles only: its figures flatter it.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph

import synthetic
from jopsrdf import codec, graph, store
from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint
from jopsrdf.store import Entry, Input, Plan
from jopsrdf.terms import PREFIXES

CONNECTIONS = 32
BASE = Settings().base
WORK = f"{BASE}work/10.5555/synthetic."
LOOKUP = "SELECT ?p ?o WHERE {{ <{work}{number}> ?p ?o }}"
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
class Peer:
    """A server under test: where its endpoint is, its process, and how many articles it holds."""

    name: str
    root: str
    process: subprocess.Popen[bytes]
    sparql: str
    articles: int

    def memory(self) -> float:
        """Return the megabytes that the process and its children hold."""
        return sum(_resident(pid) for pid in _family(self.process.pid)) / 1e6


@dataclass(frozen=True)
class Load:
    """What wrk measured: requests per second, latencies in milliseconds, and answers that were no 2xx."""

    rate: float
    median: float
    p99: float
    bad: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "jopsrdf-benchmark")
    given = parser.parse_args()
    if not shutil.which("wrk"):
        sys.exit("this benchmark needs wrk: apt-get install wrk")
    given.work.mkdir(parents=True, exist_ok=True)
    dataset = given.work / f"dataset-{given.articles}"
    build(dataset, given.articles)
    with ExitStack() as stack:
        peers = [stack.enter_context(ours(dataset, given.articles))]
        peers += [
            peer for make in (oxigraph, rdflib_endpoint) if (peer := stack.enter_context(make(given.work, dataset)))
        ]
        rates(peers, given.work, given.seconds)
        documents(stack, peers[0], given.work, given.seconds)
        questions(peers, dataset)
        for peer in peers:
            print(f"memory {peer.name:24} {peer.memory():8.0f} MB")


def build(location: Path, count: int) -> None:
    """Build the dataset of synthetic articles, unless it stands."""
    mint = Mint(BASE)
    articles = list(synthetic.articles(count))
    inputs = [Input(article.source, article.digest) for article in articles]
    with store.building(location, inputs, Plan(program="bench", settings="", base=BASE)) as builder:
        for source, article in zip(inputs, articles, strict=True):
            if builder.unchanged:
                break
            iri = mint.article(article)
            entry = Entry(
                key=iri.removeprefix(BASE),
                iri=iri,
                title=article.title.value,
                record=codec.to_json(article),
                graph=mint.graph(iri),
                nquads=store.nquads(graph.quads(article, mint)),
                references=tuple((line.raw, mint.work(line.work)) for line in article.references if line.work),
            )
            builder.add(source, entry)
    assert builder.manifest
    print(f"dataset: {builder.manifest.articles:,} articles, {builder.manifest.triples:,} triples")


@contextmanager
def ours(dataset: Path, articles: int) -> Iterator[Peer]:
    code = "import sys; from pathlib import Path; from jopsrdf.config import Settings; "
    code += "from jopsrdf.web.serve import run; "
    code += "run(Settings(), Path(sys.argv[1]), port=int(sys.argv[2]))"
    port = _free_port()
    with _running([sys.executable, "-c", code, str(dataset), str(port)], port) as process:
        root = f"http://127.0.0.1:{port}"
        yield Peer("jopsrdf", root, process, f"{root}/sparql", articles)


@contextmanager
def oxigraph(work: Path, dataset: Path) -> Iterator[Peer | None]:
    binary = _installed(work, "oxigraph", "oxigraph")
    opened = store.open_dataset(dataset)
    folder, articles = opened.generation.source.folder, opened.count()
    opened.close()
    if not binary:
        yield None
        return
    port = _free_port()
    command = [str(binary), "serve-read-only", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _running(command, port) as process:
        root = f"http://127.0.0.1:{port}"
        yield Peer("oxigraph server", root, process, f"{root}/query", articles)


@contextmanager
def rdflib_endpoint(work: Path, _dataset: Path) -> Iterator[Peer | None]:
    binary = _installed(work, "rdflib-endpoint[cli]", "rdflib-endpoint")
    if not binary:
        yield None
        return
    sample = work / "sample.nt"
    mint = Mint(BASE)
    lines = {f"{s} {p} {o} .\n" for article in synthetic.articles(20) for s, p, o, _ in graph.quads(article, mint)}
    sample.write_text("".join(sorted(lines)), encoding="utf-8")
    port = _free_port()
    command = [str(binary), "serve", "--host", "127.0.0.1", "--port", str(port), str(sample)]
    with _running(command, port, patience=120) as process:
        root = f"http://127.0.0.1:{port}"
        yield Peer("rdflib-endpoint", root, process, f"{root}/", 20)


def rates(peers: Sequence[Peer], work: Path, seconds: int) -> None:
    """Print how many look-ups a second each peer answers."""
    for title, distinct in (("repeated lookup", False), ("distinct lookups", True)):
        for peer in peers:
            query = quote(LOOKUP.format(work=WORK, number="NUMBER") + " # COUNTER" * distinct)
            path = f"{peer.sparql.removeprefix(peer.root)}?query={query}"
            _print(title, peer.name, load(peer.root, path, work, seconds, peer.articles, distinct=distinct))


def documents(stack: ExitStack, peer: Peer, work: Path, seconds: int) -> None:
    """Print how many pages and Turtle documents a second we serve, kept and made anew, and nginx beside us."""
    for title, path in (
        ("page", "/page/work/10.5555/synthetic.NUMBER"),
        ("Turtle", "/data/work/10.5555/synthetic.NUMBER.ttl"),
    ):
        _print(f"{title}, kept", peer.name, load(peer.root, path, work, seconds, 1))
        _print(f"{title}, new", peer.name, load(peer.root, f"{path}?n=COUNTER", work, seconds, 1000, distinct=True))
        body = urllib.request.urlopen(f"{peer.root}{path.replace('NUMBER', '0')}").read()  # noqa: S310 - loopback
        root = stack.enter_context(nginx(work / f"nginx-{title}", body))
        if root:
            _print(f"{title}, as a file", "nginx", load(root, "/file", work, seconds, 1))


@contextmanager
def nginx(work: Path, body: bytes) -> Iterator[str]:
    """Serve one file with nginx, where it is installed."""
    if not shutil.which("nginx"):
        yield ""
        return
    work.mkdir(exist_ok=True)
    (work / "file").write_bytes(body)
    port = _free_port()
    (work / "nginx.conf").write_text(
        f"daemon off; pid {work}/pid; error_log {work}/errors; events {{}}\n"
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {work}; }} }}\n"
    )
    with _running(["nginx", "-p", str(work), "-c", str(work / "nginx.conf")], port):
        yield f"http://127.0.0.1:{port}"


def questions(peers: Sequence[Peer], dataset: Path) -> None:
    """Print the median time of each question by pyoxigraph directly, and through every server with the same data."""
    opened = store.open_dataset(dataset)
    direct = pyoxigraph.Store.read_only(str(opened.generation.source.folder))
    opened.close()
    heads = "".join(f"PREFIX {name}: <{PREFIXES[name]}> " for name in ("cito", "fabio"))
    top = [row["cited"] for row in direct.query(heads + QUESTIONS["top cited"])]  # type: ignore[union-attr] # solutions
    for name, text in QUESTIONS.items():
        given = (" ".join(map(str, top[:5])),) if name == "co-citation" else (WORK,) * text.count("%s")
        query = heads + text % given
        plain = _median(
            lambda n, q=query: direct.query(f"{q} #{n}").serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        )
        print(f"{name:24} {'pyoxigraph, direct':24} {plain:8.1f} ms")
        for peer in peers:
            if peer.articles == peers[0].articles:
                through = _median(lambda n, q=query, p=peer: _ask(p, f"{q} #{n}"))
                print(f"{'':24} {peer.name:24} {through:8.1f} ms   × {through / plain:.2f}")


def load(root: str, path: str, work: Path, seconds: int, numbers: int, *, distinct: bool = False) -> Load:
    """Send a path from 32 connections; NUMBER runs through the articles and COUNTER counts where it is distinct."""
    script = work / "requests.lua"
    script.write_text(
        f"local path, n = {json.dumps(path)}, 0\n"
        "request = function()\n"
        f"  n = n + {int(distinct)}\n"
        f"  local p = path:gsub('NUMBER', n % {numbers}):gsub('COUNTER', n)\n"
        "  return wrk.format('GET', p, {Accept = '*/*'})\n"
        "end\n"
        "done = function(summary, latency)\n"
        "  io.write(string.format('RESULT %d %d %d %d %d\\n', summary.requests, summary.duration,"
        " latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.timeout))\n"
        "end\n"
    )
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(script), root]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", printed)
    assert found, printed
    requests, micros, median, p99, bad = map(int, found.groups())
    return Load(requests / micros * 1e6, median / 1e3, p99 / 1e3, bad)


def _print(title: str, name: str, found: Load) -> None:
    errors = f"   {found.bad} not 2xx" if found.bad else ""
    print(
        f"{title:24} {name:24} {found.rate:10,.0f}/s  p50 {found.median:7.2f} ms  p99 {found.p99:8.2f} ms{errors}",
        flush=True,
    )


def _ask(peer: Peer, query: str) -> bytes:
    address = f"{peer.sparql}?query={quote(query)}"
    request = urllib.request.Request(address, headers={"Accept": "application/sparql-results+json"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - loopback
        body: bytes = answer.read()
        return body


def _median(run: object, times: int = 7) -> float:
    assert callable(run)
    run(-1)
    taken = []
    for number in range(times):
        started = time.perf_counter()
        run(number)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken) * 1e3


def _installed(work: Path, package: str, name: str) -> Path | None:
    """Return a program from PyPI, installed into a virtual environment of its own; None where it cannot be had."""
    environment = work / f"venv-{name}"
    binary = environment / "bin" / name
    if not binary.exists():
        with suppress(subprocess.CalledProcessError):
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
            subprocess.run([str(environment / "bin" / "pip"), "install", "-q", package], check=True)
    return binary if binary.exists() else None


@contextmanager
def _running(command: Sequence[str], port: int, patience: float = 30) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block; it counts as up when its port answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        time.sleep(1)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _family(pid: int) -> Iterator[int]:
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text().split():
            yield from _family(int(child))


def _resident(pid: int) -> int:
    """Return the bytes of memory that a process holds; what it shares with others counts in parts."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) * 1000 if found else 0


if __name__ == "__main__":
    main()
