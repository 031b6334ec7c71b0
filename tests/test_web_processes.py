"""The processes that serve: they begin together, are replaced, and end with their parent."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from jopsrdf.errors import StoreError, StoreUnavailable
from jopsrdf.web.server.processes import Supervisor


def number_of_process(listening: socket.socket, ready: Callable[[], object]) -> None:
    """Tell whoever connects the number of this process."""

    async def tell(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"{os.getpid()}\n".encode())
        writer.close()

    async def serve() -> None:
        stopped = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
        server = await asyncio.start_server(tell, sock=listening, backlog=1)
        ready()
        await stopped.wait()
        server.close()

    asyncio.run(serve())


def broken(_listening: socket.socket, _ready: Callable[[], object]) -> None:
    raise StoreError("the dataset is gone")


@contextmanager
def supervised(number: int) -> Iterator[tuple[subprocess.Popen[str], Callable[[], int]]]:
    """Run a supervisor in a process of its own; give that, and what asks one of its processes for its number."""
    code = "import socket, sys, test_web_processes as t; t.supervise(int(sys.argv[1]), int(sys.argv[2]))"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        handle = listening.fileno()
        command = [sys.executable, "-c", code, str(handle), str(number)]
        with subprocess.Popen(
            command, pass_fds=[handle], stdout=subprocess.PIPE, text=True, env=found_here()
        ) as parent:
            assert parent.stdout
            assert parent.stdout.readline() == "begun\n"

            def ask() -> int:
                with socket.create_connection(listening.getsockname(), timeout=10) as client:
                    return int(client.makefile().readline())

            try:
                yield parent, ask
            finally:
                parent.terminate()
                parent.wait(30)


def supervise(handle: int, number: int) -> None:
    """Be the supervisor."""
    Supervisor(number_of_process, socket.socket(fileno=handle), number).run(partial(os.write, 1, b"begun\n"))


def found_here() -> dict[str, str]:
    """Return an environment in which this module can be imported."""
    return os.environ | {"PYTHONPATH": str(Path(__file__).parent)}


def gone(pid: int) -> bool:
    """Wait for a process to end; say whether it did."""
    status = Path(f"/proc/{pid}/stat")
    for _ in range(100):
        try:
            if status.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


def test_all_serve_and_end_together() -> None:
    """So many processes answer on one socket; the end of the supervisor is theirs, and it is no failure."""
    with supervised(2) as (parent, ask):
        found = {ask() for _ in range(60)}
    assert len(found) == 2
    assert all(gone(pid) for pid in found)
    assert parent.returncode == 0


def test_who_is_killed_is_replaced() -> None:
    """Where a process was killed, another answers, though nobody could connect to the dead one."""
    with supervised(1) as (_, ask):
        first = ask()
        os.kill(first, signal.SIGKILL)
        assert ask() != first


def test_a_hangup_loses_no_connection() -> None:
    """While fresh processes take over, whoever connects is answered, in the end by other processes."""
    with supervised(2) as (parent, ask):
        before = {ask() for _ in range(20)}
        os.kill(parent.pid, signal.SIGHUP)
        until = time.monotonic() + 20
        while ask() in before and time.monotonic() < until:
            pass
        assert all(gone(pid) for pid in before)
        assert before.isdisjoint({ask() for _ in range(20)})


def test_nobody_outlives_the_supervisor() -> None:
    """Where the supervisor itself is killed, its processes end."""
    with supervised(1) as (parent, ask):
        child = ask()
        parent.kill()
        assert gone(child)


def test_who_cannot_begin_is_told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that cannot serve says why, and the supervisor raises."""
    monkeypatch.setenv("PYTHONPATH", found_here()["PYTHONPATH"])
    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(StoreUnavailable):
        Supervisor(broken, listening, 2).run(lambda: None)
    assert "jopsrdf: the dataset is gone" in capfd.readouterr().err
