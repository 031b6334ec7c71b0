"""This room runs queries in worker processes: a bounded number at a time, each killed at its deadline.

It lives on one asyncio loop. Each query gets a worker of its own; when its time is over, or soon after its task was
cancelled (its client has gone), that worker is killed. A worker that was killed, or that a query took down, is
replaced. The pool starts its processes at its first query, so it may be made before a fork.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress

from jopsrdf.errors import StoreUnavailable
from jopsrdf.store import guard
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.process import NotStarted, Process, WorkerLost
from jopsrdf.store.results import Written
from jopsrdf.store.worker import Source, Task

#: Seconds after its deadline at which a worker that nobody killed ends by itself.
GRACE = 1.0
#: Seconds within which a worker is lost that had ended before its query came.
SUDDEN = 0.1


class Pool:
    """Workers over read-only generations; to be used on one loop only, but for `close`."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._places = asyncio.Semaphore(limits.workers)
        self._waiting = 0
        self._idle: list[Process] = []
        self._busy: set[Process] = set()
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
        written, took = await self._retried(task, source, seconds)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut,
            generation=generation,
            seconds=took,
        )

    async def _retried(self, task: Task, source: Source, seconds: float) -> tuple[Written, float]:
        """Do a task, and once more when its worker was lost: the second time it is the query.

        Workers that are lost at once had ended before they were asked, and do not count.
        """
        for number in range(self._limits.workers + 1):
            begun = time.monotonic()
            try:
                return await self._done(task, source, seconds)
            except (WorkerLost, NotStarted):
                if number and time.monotonic() - begun > SUDDEN:
                    raise
        return await self._done(task, source, seconds)

    async def _done(self, task: Task, source: Source, seconds: float) -> tuple[Written, float]:
        """Do a task with a worker that has the triples open; afterwards it goes back, or another takes its place."""
        await self._enter(seconds)
        try:
            process = await self._lent()
            try:
                if not process.has_open(source):
                    await process.open(source)
                return await process.do(task, seconds)
            finally:
                self._take_back(process, source)
        finally:
            self._places.release()

    async def _enter(self, patience: float) -> None:
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

    async def _lent(self) -> Process:
        if self._closed:
            raise StoreUnavailable("the server is stopping")
        try:
            process = self._idle_one() or await Process.start(self._limits)
        except OSError as error:
            raise StoreUnavailable(f"no worker can be started ({error.strerror}); try again later") from error
        self._busy.add(process)
        return process

    def _take_back(self, process: Process, source: Source) -> None:
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

    async def _replace(self, ended: Process, source: Source) -> None:
        """Start a worker ahead of the query that will need it, and see the one before to its end."""
        with suppress(OSError):
            fresh = await Process.start(self._limits)
            if self._closed or len(self._idle) + len(self._busy) >= self._limits.workers:
                fresh.kill()
                fresh.wait()
            else:
                self._idle.append(fresh)
                fresh.prepare(source)
        await asyncio.to_thread(ended.wait)

    def _idle_one(self) -> Process | None:
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


def _dataset(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    given = question.default_graphs or question.named_graphs
    return (question.default_graphs, question.named_graphs) if given else None
