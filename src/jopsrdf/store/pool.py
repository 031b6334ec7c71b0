"""This room runs queries in worker processes: a bounded number at a time, each killed at its deadline.

It lives on one asyncio loop. Each query gets a worker of its own; when its time is over, or soon after its task was
cancelled (its client has gone), that worker is killed. A worker that was killed, or that a query took down, is
replaced. The pool starts its processes at its first query, so it may be made before a fork.
"""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TypeVar

from jopsrdf.errors import QueryFailed, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import guard
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.results import Written
from jopsrdf.store.wire import Wire
from jopsrdf.store.worker import TOO_MUCH_MEMORY, Source, Task

#: Seconds that a new worker may take to be ready, and that a killed one may take to be gone.
STARTING = 30.0
#: Seconds after its deadline at which a worker that nobody killed ends by itself.
GRACE = 1.0
#: Seconds that a query has to end when nobody waits for it any more: a new worker costs more than most answers.
MERCY = 0.3
Result = TypeVar("Result")


class Pool:
    """Workers over read-only generations; to be used on one loop only, but for `close`."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._places = asyncio.Semaphore(limits.workers)
        self._waiting = 0
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._replacing: set[asyncio.Task[None]] = set()
        self._closed = False

    async def answer(self, question: Question, source: Source, generation: str) -> Answer:
        """Answer a question from a generation's triples; its id is only passed on.

        Raise `QueryError` and `QueryRefused` before evaluation, `QueryTimeout` at the deadline, `QueryFailed` when the
        query took its worker down, `StoreUnavailable` at once when too many wait.
        """
        guard.read(question.text, self._limits)
        seconds = min(question.deadline or self._limits.deadline, self._limits.deadline)
        task = Task(
            text=question.text,
            media_type=question.media_type,
            dataset=_dataset(question),
            seconds=seconds + GRACE,
            rows=self._limits.rows,
            bytes=self._limits.bytes,
        )
        try:
            written, took = await self._done(task, source, seconds)
        except _WorkerLost:  # somebody ended it, or it ended as the query came; once more, then it is the query
            written, took = await self._done(task, source, seconds)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut,
            generation=generation,
            seconds=took,
        )

    async def _done(self, task: Task, source: Source, seconds: float) -> tuple[Written, float]:
        async with self._place(seconds), self._worker(source) as process:
            return await process.do(task, seconds)

    @asynccontextmanager
    async def _place(self, patience: float) -> AsyncIterator[None]:
        """Wait in line for the right to one of the workers; those who came first go first."""
        if self._places.locked():
            if self._waiting >= self._limits.queue and not self._closed:
                raise StoreUnavailable(f"{self._waiting} queries are waiting already; try again later")
            self._waiting += 1
            try:
                async with asyncio.timeout(patience):
                    await self._places.acquire()
            except TimeoutError:
                raise StoreUnavailable("no worker has become free in time; try again later") from None
            finally:
                self._waiting -= 1
        else:
            await self._places.acquire()
        try:
            if self._closed:
                raise StoreUnavailable("the server is stopping")
            yield
        finally:
            self._places.release()

    @asynccontextmanager
    async def _worker(self, source: Source) -> AsyncIterator[_Process]:
        """Lend a worker that has the triples open; afterwards it goes back, or a fresh one takes its place."""
        try:
            process = self._idle_one() or await _Process.start(self._limits)
        except OSError as error:
            raise StoreUnavailable(f"no worker can be started ({error.strerror}); try again later") from error
        self._busy.add(process)
        try:
            await process.open(source)
            yield process
        finally:
            self._busy.discard(process)
            if self._closed:
                process.kill()
                process.wait()
            elif process.is_up:
                self._idle.append(process)
            else:
                task = asyncio.get_running_loop().create_task(self._replace(process, source))
                self._replacing.add(task)  # a loop holds its tasks weakly
                task.add_done_callback(self._replacing.discard)

    async def _replace(self, ended: _Process, source: Source) -> None:
        """Start a worker ahead of the query that will need it, and see the one before to its end."""
        with suppress(OSError):
            fresh = await _Process.start(self._limits)
            if self._closed or len(self._idle) + len(self._busy) >= self._limits.workers:
                fresh.kill()
                fresh.wait()
            else:
                self._idle.append(fresh)
                fresh.prepare(source)
        await asyncio.to_thread(ended.wait)

    def _idle_one(self) -> _Process | None:
        """Return an idle worker that is still there; somebody else may have ended it."""
        while self._idle:
            process = self._idle.pop()
            if process.is_up:
                return process
            process.kill()
            process.wait()
        return None

    def close(self) -> None:
        """End all workers; queries at work end with `QueryFailed`. May be called from anywhere."""
        self._closed = True
        for process in [*self._idle, *self._busy]:
            process.kill()
            process.wait()


class _WorkerLost(QueryFailed):
    """A worker that was ended from outside, by a person or by the system."""


class _Process:
    """A worker's process as its pool sees it."""

    def __init__(self, process: subprocess.Popen[bytes], wire: Wire) -> None:
        self._process, self._wire = process, wire
        self._source: Source | None = None
        self._opened: asyncio.Future[StoreError | None] | None = None

    @classmethod
    async def start(cls, limits: Limits) -> _Process:
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
        """Whether the process is still there and listens."""
        return self._wire.is_up and self._process.poll() is None

    def prepare(self, source: Source) -> None:
        """Ask the worker to open a generation's triples, unless it has them open."""
        if source is not self._source:
            self._source, self._opened = source, self._wire.ask(source)

    async def open(self, source: Source) -> None:
        """Wait until the worker has a generation's triples open; this is not the query's time."""
        self.prepare(source)
        if self._opened is None:
            return
        try:
            async with asyncio.timeout(STARTING):
                failure = await asyncio.shield(self._opened)
        except (EOFError, TimeoutError):
            self.kill()
            raise StoreUnavailable("a worker did not start; try again later") from None
        self._opened = None
        if failure:
            self._source = None
            raise failure

    async def do(self, task: Task, seconds: float) -> tuple[Written, float]:
        """Let the worker do a task; whatever goes wrong but an error of the query itself ends the worker."""
        answer = self._wire.ask(task)
        try:
            async with asyncio.timeout(seconds):
                outcome: tuple[Written, float] | Exception = await _merciful(answer)
        except TimeoutError:
            raise QueryTimeout(seconds) from None
        except EOFError:
            self.kill()
            raise self._failure(await asyncio.to_thread(self.wait), seconds) from None
        finally:
            if not answer.done():
                self.kill()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _failure(self, code: int, seconds: float) -> StoreError:
        """Say why the worker ended by itself, from what it returned."""
        if code == -signal.SIGALRM:
            return QueryTimeout(seconds)
        if code == -signal.SIGABRT:
            return QueryFailed(TOO_MUCH_MEMORY)
        if code in (-signal.SIGSEGV, -signal.SIGBUS):
            return QueryFailed("the query overflowed the engine's stack; write it with less nesting and shorter chains")
        return _WorkerLost("the worker was ended while it answered the query; try again")

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self._process.kill()
        self._wire.close()

    def wait(self) -> int:
        """Return what the process returned, once it is gone."""
        return self._process.wait(STARTING)


async def _merciful(answer: asyncio.Future[Result]) -> Result:
    """Wait for an answer; who is called off meanwhile gives the worker a moment to come to its end."""
    try:
        return await asyncio.shield(answer)
    except asyncio.CancelledError:
        await asyncio.wait({answer}, timeout=MERCY)
        raise


def _dataset(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    given = question.default_graphs or question.named_graphs
    return (question.default_graphs, question.named_graphs) if given else None
