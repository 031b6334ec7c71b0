"""Real SPARQL servers for the tests, each with its own empty folder, on loopback, ended by its process."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

#: Seconds that a server has to start.
PATIENCE = 60
#: What Virtuoso needs to know; its caches are small, and no checkpoint comes in between.
VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 5000
MaxDirtyBuffers = 3000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 10000
"""


def free_ports(number: int) -> list[int]:
    """Return ports of loopback that nobody listens on."""
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@contextmanager
def running(command: list[str], address: str) -> Iterator[None]:
    """Run a server until the end of the block."""
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _wait(process, address)
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, f"the server has ended with {process.returncode}"
        assert time.monotonic() < until, "the server does not start"
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - loopback
            return
        except HTTPError as answer:  # it is there
            answer.close()
            return
        except OSError:
            time.sleep(0.05)


@contextmanager
def oxigraph(folder: Path) -> Iterator[str]:
    """Give the address of Oxigraph's server, without a path."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if not program:
        pytest.skip("Oxigraph's server is not installed (PyPI: oxigraph)")
    (port,) = free_ports(1)
    root = f"http://127.0.0.1:{port}"
    with running([program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"], root):
        yield root


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Give the address of Virtuoso, without a path; its user and password are the first ones of every new database."""
    program = shutil.which("virtuoso-t")
    if not program:
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
    folder.mkdir(parents=True)
    sql, http = free_ports(2)
    settings = folder / "virtuoso.ini"
    settings.write_text(VIRTUOSO.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    root = f"http://127.0.0.1:{http}"
    with running([program, "+configfile", str(settings), "+foreground"], f"{root}/sparql?query=ASK%7B%7D"):
        yield root
