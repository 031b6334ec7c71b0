"""This room runs the site: a few processes that speak HTTP, and the query workers behind each of them.

They hold no state but caches and counters, so a crash costs a second: the parent starts another.
"""

from __future__ import annotations

import asyncio
import errno
import gc
import logging
import resource
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jopsrdf.config import Settings, cores
from jopsrdf.errors import ConfigError
from jopsrdf.store import Limits, open_dataset
from jopsrdf.store import Server as Remote
from jopsrdf.web.http import tally
from jopsrdf.web.http.metrics import WIDTH, Metrics
from jopsrdf.web.server.listener import BACKLOG, Listener
from jopsrdf.web.server.processes import Supervisor

if TYPE_CHECKING:
    from jopsrdf.web.application import Application

#: Processes that speak HTTP are no more than this, unless it is set: each takes some 100 MB.
MANY = 4


@dataclass(frozen=True)
class Task:
    """What each process that speaks HTTP is to do."""

    settings: Settings
    dataset: Path
    remote: Remote | None
    counters: Path
    authority: str

    def serve(self, listening: socket.socket, ready: Callable[[], object]) -> None:
        """Serve on a socket that listens; call `ready` as soon as requests are answered."""
        application = load(self.settings, self.dataset, self.remote, Metrics(self.counters))
        listener = Listener(application, self.authority, self.settings["server.request_bytes"], connections())
        gc.freeze()  # what was loaded stays; looking through it for garbage would take longer than many an answer
        gc.collect()  # how often all is looked through depends on what was left the last time: nothing now
        asyncio.run(listener.serve(listening, ready))


def run(
    settings: Settings,
    dataset: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    workers: int = 0,
    remote: Remote | None = None,
) -> None:
    """Serve a dataset until a signal ends it; `workers` (0: as set) is the number of processes that answer queries.

    With `remote`, a SPARQL server that holds the same data, queries are answered from there.
    Raise `StoreError` when there is no dataset, `ConfigError` when the address cannot be listened on.
    """
    if workers:
        settings = Settings({**settings.values, "server.workers": workers})
    articles = _articles(dataset)
    processes = settings["server.processes"] or min(cores(), MANY)
    line = f"jopsrdf: serving {articles} at {address(host, port)}"
    with listening(host, port) as claimed, tally.shared(WIDTH, processes) as counters:
        task = Task(settings, dataset, remote, counters, address(host, port).split("/")[2])
        Supervisor(task.serve, claimed, processes).run(partial(click.echo, line))


def connections() -> int:
    """Return how many connections may be open: a part of the files that the process may have, idle ones included."""
    return max(256, resource.getrlimit(resource.RLIMIT_NOFILE)[0] * 3 // 4)


def load(
    settings: Settings, dataset: Path, remote: Remote | None = None, metrics: Metrics | None = None
) -> Application:
    """Return the application; called in the process that serves it."""
    from jopsrdf.web.app import FRONT, create_app
    from jopsrdf.web.application import Application

    log_to(sys.stderr.fileno())
    app = create_app(settings, open_dataset(dataset, Limits.of(settings.server), server=remote), metrics)
    return Application(app.extensions[FRONT], settings["server.trusted_proxies"])


def log_to(handle: int) -> None:
    """Write our loggers' lines to a file descriptor: failures with their trace, queries as bare JSON.

    No line names a thread or a process, so none is looked up.
    """
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler(open(handle, "w", encoding="utf-8", closefd=False))  # noqa: SIM115 - stays open
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("jopsrdf")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.INFO)


def address(host: str, port: int) -> str:
    """Return where the site is, for people.

    >>> address("127.0.0.1", 8000), address("::1", 80)
    ('http://127.0.0.1:8000/', 'http://[::1]:80/')
    """
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _articles(dataset: Path) -> str:
    opened = open_dataset(dataset)
    try:
        count = opened.generation.count()
        return f"{count:,} article{'' if count == 1 else 's'} (generation {opened.generation.id})"
    finally:
        opened.close()


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; raise `ConfigError`, with a way out, when the address cannot be had."""
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=BACKLOG
        )
    except OSError as error:
        hint = {
            errno.EADDRINUSE: f"port {port} is in use; choose another with --port",
            errno.EACCES: f"port {port} needs more rights; choose one above 1023 with --port",
        }
        sentence = hint.get(error.errno or 0, f"cannot listen on {host} port {port}: {error.strerror or error}")
        raise ConfigError(sentence) from error
