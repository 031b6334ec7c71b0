"""This room runs queries in worker processes: a bounded number at a time, each killed at its deadline.

Threads of a server call `Pool.query`; each gets a worker of its own for one query. A worker that was killed, or that a
query took down, is replaced. The pool starts its processes at its first query, so it may be made before a fork.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection

from jopsrdf.errors import QueryFailed, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import guard
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.results import Written
from jopsrdf.store.worker import TOO_MUCH_MEMORY, Source, Task

#: Seconds that a new worker may take to be ready, and that a killed one may take to be gone.
STARTING = 30.0
#: Seconds between two looks whether the client is still there.
LOOK = 0.05
#: Seconds after its deadline at which a worker that nobody killed ends by itself.
GRACE = 1.0
GONE = "the client has left"


class Pool:
    """Workers over read-only generations; safe in any number of threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.RLock()
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._line: deque[threading.Condition] = deque()
        self._closed = False

    def query(self, question: Question, source: Source, generation: str) -> Answer:
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
            written, took = self._done(task, source, seconds, question.is_gone)
        except _WorkerLost:  # somebody ended it, or it ended as the query came; once more, then it is the query
            written, took = self._done(task, source, seconds, question.is_gone)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut,
            generation=generation,
            seconds=took,
        )

    def _done(
        self, task: Task, source: Source, seconds: float, is_gone: Callable[[], bool] | None
    ) -> tuple[Written, float]:
        with self._worker(source, seconds, is_gone) as process:
            return process.do(task, seconds, is_gone)

    @contextmanager
    def _worker(self, source: Source, patience: float, is_gone: Callable[[], bool] | None) -> Iterator[_Process]:
        """Lend a worker that has the triples open; afterwards it goes back, or a fresh one takes its place."""
        process = self._take(patience, is_gone)
        try:
            process.open(source)
            yield process
        finally:
            with self._lock:
                self._busy.discard(process)
                self._idle += [process] * process.alive
                self._call_next()
            if self._closed:
                self.close()
            elif not process.alive:
                self._replace(source)

    def _replace(self, source: Source) -> None:
        """Start a worker ahead of the query that will need it."""
        with suppress(OSError):
            fresh = _Process(self._limits, source)
            with self._lock:
                if not self._closed and len(self._idle) + len(self._busy) < self._limits.workers:
                    self._idle.append(fresh)
                    return
            fresh.kill()

    def _take(self, patience: float, is_gone: Callable[[], bool] | None) -> _Process:
        with self._lock:
            if (self._line or not self._has_room()) and len(self._line) >= self._limits.queue:
                raise StoreUnavailable(f"{len(self._line)} queries are waiting already; try again later")
            self._wait_in_line(time.monotonic() + patience, is_gone)
            if self._closed:
                raise StoreUnavailable("the server is stopping")
            try:
                process = self._idle_one() or _Process(self._limits)
            except OSError as error:
                raise StoreUnavailable(f"no worker can be started ({error.strerror}); try again later") from error
            self._busy.add(process)
            return process

    def _has_room(self) -> bool:
        return self._closed or len(self._busy) < self._limits.workers

    def _wait_in_line(self, until: float, is_gone: Callable[[], bool] | None) -> None:
        """Return when a worker is free and all who came before have theirs."""
        place = threading.Condition(self._lock)
        self._line.append(place)
        try:
            while not (self._line[0] is place and self._has_room()):
                left = until - time.monotonic()
                if left <= 0:
                    raise StoreUnavailable("no worker has become free in time; try again later")
                place.wait(min(left, LOOK) if is_gone else left)
                if is_gone and is_gone():
                    raise StoreUnavailable(GONE)
        finally:
            self._line.remove(place)
            self._call_next()

    def _call_next(self) -> None:
        """Wake the first in line only: thirty threads that wake for one worker cost more than its query."""
        if self._line:
            self._line[0].notify()

    def _idle_one(self) -> _Process | None:
        """Return an idle worker that is still there; somebody else may have ended it."""
        while self._idle:
            process = self._idle.pop()
            if process.is_up():
                return process
            process.kill()
        return None

    def close(self) -> None:
        """End all workers; queries at work end with `QueryFailed`."""
        with self._lock:
            self._closed = True
            processes = [*self._idle, *self._busy]
            self._idle = []
            for place in self._line:
                place.notify()
        for process in processes:
            process.kill()


class _WorkerLost(QueryFailed):
    """A worker that was ended from outside, by a person or by the system."""


class _Process:
    """A worker's process as its pool sees it."""

    def __init__(self, limits: Limits, source: Source | None = None) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            arguments = f"{theirs.fileno()}, {limits.memory}, offline={not limits.services}"
            code = f"from jopsrdf.store.worker import main; main({arguments})"
            self._process = subprocess.Popen([sys.executable, "-c", code], pass_fds=[theirs.fileno()])  # noqa: S603 # code of ours
        self._connection = Connection(ours.detach())
        self._source: Source | None = None
        self._opening = False
        self.alive = True
        if source:
            self._ask_to_open(source)

    def _ask_to_open(self, source: Source) -> None:
        self._source, self._opening = source, True
        with suppress(OSError):  # whoever reads the answer will see
            self._connection.send(source)

    def open(self, source: Source) -> None:
        """Let the worker open a generation's triples, unless it has them open; this is not the query's time."""
        if source is not self._source:
            self._received()
            self._ask_to_open(source)
        self._received()

    def _received(self) -> None:
        """Take the answer about the source that was asked for last, if one was."""
        if not self._opening:
            return
        self._opening = False
        try:
            if not self._connection.poll(STARTING):
                raise EOFError
            failure: StoreError | None = self._connection.recv()
        except (EOFError, OSError):
            self.kill()
            raise StoreUnavailable("a worker did not start; try again later") from None
        if failure:
            self._source = None
            raise failure

    def do(self, task: Task, seconds: float, is_gone: Callable[[], bool] | None) -> tuple[Written, float]:
        """Let the worker do a task; whatever goes wrong but an error of the query itself ends the worker."""
        try:
            self._connection.send(task)
            self._wait(seconds, is_gone)
            outcome: tuple[Written, float] | Exception = self._connection.recv()
        except (EOFError, OSError):
            self.kill()
            raise self._failure(seconds) from None
        except BaseException:
            self.kill()
            raise
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _wait(self, seconds: float, is_gone: Callable[[], bool] | None) -> None:
        until = time.monotonic() + seconds
        while not self._connection.poll(max(0.0, min(until - time.monotonic(), LOOK if is_gone else seconds))):
            if time.monotonic() >= until:
                raise QueryTimeout(seconds)
            if is_gone and is_gone():
                raise StoreUnavailable(GONE)

    def _failure(self, seconds: float) -> StoreError:
        """Say why the worker ended by itself."""
        code = -self._process.returncode
        if code == signal.SIGALRM:
            return QueryTimeout(seconds)
        if code == signal.SIGABRT:
            return QueryFailed(TOO_MUCH_MEMORY)
        if code in (signal.SIGSEGV, signal.SIGBUS):
            return QueryFailed("the query overflowed the engine's stack; write it with less nesting and shorter chains")
        return _WorkerLost("the worker was ended while it answered the query; try again")

    def is_up(self) -> bool:
        """Say whether the process is still there."""
        return self._process.poll() is None

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.alive = False
        self._process.kill()
        self._process.wait(STARTING)
        self._connection.close()


def _dataset(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    given = question.default_graphs or question.named_graphs
    return (question.default_graphs, question.named_graphs) if given else None
