"""The processes that serve: they begin together, are replaced, and end with their parent."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pytest

from jopsrdf.errors import StoreError, StoreUnavailable
from jopsrdf.web.server import processes
from jopsrdf.web.server.processes import Supervisor


def number_of_process(listening: socket.socket, ready: Callable[[], None]) -> None:
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


def broken(_listening: socket.socket, _ready: Callable[[], None]) -> None:
    raise StoreError("the dataset is gone")


@contextmanager
def supervised(number: int) -> Iterator[tuple[BaseProcess, Callable[[], int]]]:
    """Run a supervisor in a process of its own; give that, and what asks one of its processes for its number."""
    context: Any = processes._CONTEXT
    with socket.create_server(("127.0.0.1", 0)) as listening:
        word, tell = context.Pipe(duplex=False)
        supervisor = Supervisor(number_of_process, listening, number)
        parent = context.Process(target=supervisor.run, args=(lambda: tell.send_bytes(b"!"),))
        parent.start()
        assert word.poll(30)

        def ask() -> int:
            with socket.create_connection(listening.getsockname(), timeout=10) as client:
                return int(client.makefile().readline())

        try:
            yield parent, ask
        finally:
            parent.terminate()
            parent.join(30)
            assert parent.exitcode is not None


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
    assert parent.exitcode == 0


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
        os.kill(parent.pid or 0, signal.SIGHUP)
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


def test_who_cannot_begin_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    """A process that cannot serve says why, and the supervisor raises."""
    with socket.create_server(("127.0.0.1", 0)) as listening, pytest.raises(StoreUnavailable):
        Supervisor(broken, listening, 2).run(lambda: None)
    assert "jopsrdf: the dataset is gone" in capfd.readouterr().err
