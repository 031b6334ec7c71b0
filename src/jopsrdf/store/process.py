"""This room is a worker's process as its pool sees it: started, asked a query at a time, killed at its deadline."""

from __future__ import annotations

import asyncio
import pickle
import signal
import socket
import subprocess
import sys

from jopsrdf.errors import QueryFailed, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store.answers import Limits
from jopsrdf.store.results import Written
from jopsrdf.store.wire import Told, Wire
from jopsrdf.store.worker import TOO_MUCH_MEMORY, Source, Task, heard

#: Seconds that a new worker may take to be ready, and that a killed one may take to be gone.
STARTING = 30.0
#: Seconds that a query has to end when nobody waits for it any more: a new worker costs more than most answers.
MERCY = 0.3


class WorkerLost(QueryFailed):
    """A worker that was ended from outside, by a person or by the system."""


class NotStarted(StoreUnavailable):
    """A worker that ended before it was ready."""


class Process:
    """A worker's process; to be used on one loop only, but for `kill` and `wait`."""

    def __init__(self, process: subprocess.Popen[bytes], wire: Wire) -> None:
        self._process, self._wire = process, wire
        self._source: Source | None = None
        self._opened: asyncio.Future[Told] | None = None

    @classmethod
    async def start(cls, limits: Limits) -> Process:
        """Start a process; it is asked things before it is ready to read them."""
        ours, theirs = socket.socketpair()
        with theirs:
            arguments = f"{theirs.fileno()}, {limits.memory}, offline={not limits.services}"
            code = f"from jopsrdf.store.worker import main; main({arguments})"
            process = subprocess.Popen([sys.executable, "-c", code], pass_fds=[theirs.fileno()])  # noqa: S603 # code of ours
        ours.setblocking(False)
        _, wire = await asyncio.get_running_loop().create_connection(Wire, sock=ours)
        return cls(process, wire)

    @property
    def is_up(self) -> bool:
        """Whether the process is still there and listens; its end of the socket closes with it, but is heard later."""
        return self._wire.is_up and self._process.poll() is None

    def has_open(self, source: Source) -> bool:
        """Say whether a generation's triples can be asked without waiting."""
        return source is self._source and self._opened is None

    def prepare(self, source: Source) -> None:
        """Ask the worker to open a generation's triples, unless it has them open."""
        if source is not self._source:
            self._source, self._opened = source, self._wire.ask(source.values)

    async def open(self, source: Source) -> None:
        """Wait until the worker has a generation's triples open; this is not the query's time."""
        self.prepare(source)
        if self._opened is None:
            return
        try:
            async with asyncio.timeout(STARTING):
                _, failure = await asyncio.shield(self._opened)
        except EOFError:
            self.kill()
            raise NotStarted("a worker did not start; try again later") from None
        except TimeoutError:
            self.kill()
            raise StoreUnavailable("a worker did not start in time; try again later") from None
        self._opened = None
        if failure:
            self._source = None
            raise pickle.loads(failure)  # noqa: S301 # from a process of ours

    async def do(self, task: Task, seconds: float) -> tuple[Written, float]:
        """Let the worker do a task; whatever goes wrong but an error of the query itself ends the worker."""
        answer = self._wire.ask(tuple(task))
        clock = asyncio.get_running_loop().call_later(seconds, _too_late, answer, seconds)
        try:
            values, body = await answer
        except EOFError:
            self.kill()
            raise self._failure(await asyncio.to_thread(self.wait), seconds) from None
        except asyncio.CancelledError:
            if self._wire.is_busy:
                await asyncio.wait({self._wire.ask_again()}, timeout=MERCY)
            raise
        finally:
            clock.cancel()
            if self._wire.is_busy:
                self.kill()
        return heard(values, body)

    def _failure(self, code: int, seconds: float) -> StoreError:
        """Say why the worker ended by itself, from what it returned."""
        if code == -signal.SIGALRM:
            return QueryTimeout(seconds)
        if code == -signal.SIGABRT:
            return QueryFailed(TOO_MUCH_MEMORY)
        if code in (-signal.SIGSEGV, -signal.SIGBUS):
            return QueryFailed("the query overflowed the engine's stack; write it with less nesting and shorter chains")
        return WorkerLost("the worker was ended while it answered the query; try again")

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self._process.kill()
        self._wire.close()

    def wait(self) -> int:
        """Return what the process returned, once it is gone."""
        return self._process.wait(STARTING)


def _too_late(answer: asyncio.Future[Told], seconds: float) -> None:
    if not answer.done():
        answer.set_exception(QueryTimeout(seconds))
