"""This room runs the site under granian: a few processes that speak HTTP, and the query workers behind each of them.

They hold no state but caches and counters, so a crash costs a second: the supervisor starts another. SIGTERM and Ctrl-C
let requests at work finish; SIGHUP starts fresh processes before the old ones go.
"""

from __future__ import annotations

import errno
import logging
import resource
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import click
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from jopsrdf.config import Settings, cores
from jopsrdf.errors import ConfigError
from jopsrdf.store import Limits, open_dataset
from jopsrdf.store import Server as Remote
from jopsrdf.web.http import tally
from jopsrdf.web.http.metrics import WIDTH, Metrics

if TYPE_CHECKING:
    from jopsrdf.web.rsgi import Application

#: Seconds that a client may take to send the head of its request.
HEADERS = 10
#: Processes that speak HTTP are no more than this, unless it is set: each takes some 100 MB.
MANY = 4
#: Seconds that requests at work have to finish when the server stops.
PATIENCE = 15


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
    _claim(host, port)
    processes = settings["server.processes"] or min(cores(), MANY)
    server = Server(
        "jopsrdf",
        workers=processes,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        backpressure=connections(),
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS * 1000),
        log_level=LogLevels.error,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE,
    )
    line = f"jopsrdf: serving {articles} at {address(host, port)}"
    with tally.shared(WIDTH, processes) as counters:
        tell = partial(announce, line, host, port)
        server.serve(target_loader=partial(started, settings, dataset, remote, counters, tell), wrap_loader=False)


def started(settings: Settings, dataset: Path, remote: Remote | None, counters: Path, tell: Callable[[], None]) -> Any:
    """Return the application, and let the first process tell once it can be reached.

    This runs in the processes that serve: a thread in the supervisor could hold a lock while they are forked, and the
    lock would never be free there.
    """
    metrics = Metrics(counters)
    app = load(settings, dataset, remote, metrics)
    if metrics.is_first:
        tell()
    return app


def connections() -> int:
    """Return how many connections may be open: a part of the files that the process may have, idle ones included."""
    return max(256, resource.getrlimit(resource.RLIMIT_NOFILE)[0] * 3 // 4)


def announce(line: str, host: str, port: int) -> None:
    """Print a line as soon as the site can be reached, without waiting here for it."""
    Thread(target=_announce, args=(line, _EVERYWHERE.get(host, host), port), daemon=True).start()


def _announce(line: str, host: str, port: int) -> None:
    for _ in range(PATIENCE * 20):
        with suppress(OSError), socket.create_connection((host, port), timeout=1):
            click.echo(line)
            return
        time.sleep(0.05)


#: Where to look for a server that listens on every address.
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - looked up, not bound


def load(
    settings: Settings, dataset: Path, remote: Remote | None = None, metrics: Metrics | None = None
) -> Application:
    """Return the application; called in the process that serves it."""
    from jopsrdf.web.app import FRONT, create_app
    from jopsrdf.web.rsgi import Application

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


def _claim(host: str, port: int) -> None:
    """Raise when the address cannot be had: granian shares a port with whoever listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            hint = {
                errno.EADDRINUSE: f"port {port} is in use; choose another with --port",
                errno.EACCES: f"port {port} needs more rights; choose one above 1023 with --port",
            }
            sentence = hint.get(error.errno or 0, f"cannot listen on {host} port {port}: {error.strerror or error}")
            raise ConfigError(sentence) from error
