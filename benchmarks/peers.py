"""The servers that are measured beside ours, each installed into the working folder, on loopback, ended by its process.

Oxigraph's server and rdflib-endpoint come from PyPI, Trifid from npm (it needs `npm` and `node`; it asks an Oxigraph
server behind it), nginx from Debian. rdflib-endpoint keeps its triples in memory and takes minutes to load millions, so
it gets the graph of 20 articles only: its figures flatter it.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import synthetic
from jopsrdf import graph, store
from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint

BASE = Settings().base
#: How nginx may send a file to a client that takes it compressed: plain, compressed each time, compressed beforehand.
WAYS = {"": "", "gzip": "gzip on; gzip_types *;", "gzip_static": "gzip_static on;"}
#: Articles that rdflib-endpoint is given.
SAMPLE = 20
TRIFID = """\
extends:
  - {installed}/instances/docker-sparql/config.yaml
server:
  logLevel: error
"""


@dataclass(frozen=True)
class Peer:
    """A server at work: name, address, process, path of its endpoint, and how many articles it holds."""

    name: str
    root: str
    process: subprocess.Popen[bytes]
    sparql: str
    articles: int

    def memory(self) -> float:
        """Return the megabytes that the process and its children hold; what they share counts once."""
        return sum(_proportional(pid) for pid in _family(self.process.pid)) / 1e6


Server = Callable[[Path, Path], AbstractContextManager[Peer | None]]


@contextmanager
def jopsrdf(_work: Path, dataset: Path) -> Iterator[Peer | None]:
    """Our own server, with its defaults."""
    port = free_port()
    command = [sys.executable, "-m", "jopsrdf", "serve", "--dataset", str(dataset), "--port", str(port)]
    with running(command, port) as process:
        yield Peer("jopsrdf", f"http://127.0.0.1:{port}", process, "/sparql", articles(dataset))


@contextmanager
def oxigraph(work: Path, dataset: Path) -> Iterator[Peer | None]:
    """Oxigraph's server over the very same files."""
    binary = from_pypi(work, "oxigraph", "oxigraph")
    if not binary:
        yield None
        return
    port = free_port()
    command = [str(binary), "serve-read-only", "--location", str(triples(dataset)), "--bind", f"127.0.0.1:{port}"]
    with running(command, port) as process:
        yield Peer("Oxigraph's server", f"http://127.0.0.1:{port}", process, "/query", articles(dataset))


@contextmanager
def rdflib_endpoint(work: Path, _dataset: Path) -> Iterator[Peer | None]:
    """rdflib-endpoint over a sample."""
    binary = from_pypi(work, "rdflib-endpoint[cli]", "rdflib-endpoint")
    if not binary:
        yield None
        return
    sample, mint, port = work / "sample.nt", Mint(BASE), free_port()
    lines = {f"{s} {p} {o} .\n" for article in synthetic.articles(SAMPLE) for s, p, o, _ in graph.quads(article, mint)}
    sample.write_text("".join(sorted(lines)), encoding="utf-8")
    command = [str(binary), "serve", "--host", "127.0.0.1", "--port", str(port), str(sample)]
    with running(command, port, patience=120) as process:
        yield Peer("rdflib-endpoint", f"http://127.0.0.1:{port}", process, "/", SAMPLE)


@contextmanager
def trifid(work: Path, dataset: Path) -> Iterator[Peer | None]:
    """Trifid before Oxigraph's server; its memory is its own."""
    installed = work / "trifid" / "node_modules" / "trifid"
    if not installed.is_dir() and shutil.which("npm"):
        command = ["npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", str(work / "trifid"), "trifid"]
        subprocess.run(command, check=False)
    with oxigraph(work, dataset) as behind:
        if not behind or not installed.is_dir() or not shutil.which("node"):
            yield None
            return
        port, settings = free_port(), work / "trifid.yaml"
        settings.write_text(TRIFID.format(installed=installed), encoding="utf-8")
        command = ["node", str(installed / "server.js"), "--config", str(settings), "--port", str(port)]
        environment = {"DATASET_BASE_URL": BASE, "SPARQL_ENDPOINT_URL": behind.root + behind.sparql}
        with running(command, port, environment=environment) as process:
            yield Peer("Trifid", f"http://127.0.0.1:{port}", process, "/query", articles(dataset))


def nginx(body: bytes, media_type: str, way: str = "") -> Server:
    """Return nginx that serves one file, with as many processes as there are cores; `way` is one of `WAYS`."""

    @contextmanager
    def serve(work: Path, _dataset: Path) -> Iterator[Peer | None]:
        program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
        if not program:
            yield None
            return
        folder, port = work / "nginx", free_port()
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
        (folder / "file").write_bytes(body)
        (folder / "file.gz").write_bytes(gzip.compress(body, 6))
        (folder / "nginx.conf").write_text(
            f"daemon off; worker_processes auto; pid {folder}/pid; error_log {folder}/errors; events {{}}\n"
            f"http {{ access_log off; sendfile on; tcp_nopush on; open_file_cache max=8; default_type {media_type};\n"
            f"  {WAYS[way]}\n"
            f"  server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n"
        )
        with running([program, "-p", str(folder), "-c", str(folder / "nginx.conf")], port) as process:
            yield Peer(f"nginx, {way}" if way else "nginx", f"http://127.0.0.1:{port}", process, "", 1)

    return serve


def triples(dataset: Path) -> Path:
    """Return the folder of Oxigraph's files."""
    opened = store.open_dataset(dataset)
    try:
        return opened.generation.source.folder
    finally:
        opened.close()


def articles(dataset: Path) -> int:
    """Return how many articles a dataset holds."""
    opened = store.open_dataset(dataset)
    try:
        return opened.count()
    finally:
        opened.close()


def from_pypi(work: Path, package: str, name: str) -> Path | None:
    """Return a program from PyPI, installed into a virtual environment of its own; None where it cannot be had."""
    environment = work / f"venv-{name}"
    binary = environment / "bin" / name
    if not binary.exists():
        with suppress(subprocess.CalledProcessError):
            subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
            subprocess.run([str(environment / "bin" / "pip"), "install", "-q", package], check=True)
    return binary if binary.exists() else None


@contextmanager
def running(
    command: Sequence[str], port: int, *, patience: float = 30, environment: Mapping[str, str] = MappingProxyType({})
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block; it counts as up when its port answers."""
    everything = {**os.environ, **environment}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=everything)
    try:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        process.kill()


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _family(pid: int) -> Iterator[int]:
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in path.read_text().split():
            yield from _family(int(child))


def _proportional(pid: int) -> int:
    """Return the bytes of memory that a process holds; what it shares with others counts in parts."""
    with suppress(OSError):
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        return int(found[1]) * 1000 if found else 0
    return 0
