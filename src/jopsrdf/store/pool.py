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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from jopsrdf.errors import QueryFailed, QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store import guard
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.results import Written
from jopsrdf.store.worker import TOO_MUCH_MEMORY, Task

#: Seconds that a new worker may take to be ready, and that a killed one may take to be gone.
STARTING = 30.0
#: Seconds between two looks whether the client is still there.
LOOK = 0.05
#: Seconds after its deadline at which a worker that nobody killed ends by itself.
GRACE = 2.0


class Pool:
    """Workers over read-only generations; safe in any number of threads."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._free = threading.Condition()
        self._idle: list[_Process] = []
        self._busy: set[_Process] = set()
        self._waiting = 0
        self._closed = False

    def query(self, question: Question, folder: Path, generation: str, prefixes: dict[str, str]) -> Answer:
        """Answer a question from the triples in a folder; `generation` is only passed on.

        Raise `QueryError` and `QueryRefused` before evaluation, `QueryTimeout` at the deadline, `QueryFailed` when the
        query took its worker down, `StoreUnavailable` at once when too many wait.
        """
        guard.read(question.text, self._limits)
        seconds = min(question.deadline or self._limits.deadline, self._limits.deadline)
        task = Task(
            folder=folder,
            text=question.text,
            media_type=question.media_type,
            dataset=_dataset(question),
            seconds=seconds + GRACE,
            rows=self._limits.rows,
            bytes=self._limits.bytes,
            prefixes=prefixes,
        )
        with self._worker(seconds, question.is_gone) as process:
            written, took = process.do(task, seconds, question.is_gone)
        return Answer(
            body=written.body,
            media_type=written.media_type,
            rows=written.rows,
            truncated=written.cut,
            generation=generation,
            seconds=took,
        )

    @contextmanager
    def _worker(self, patience: float, is_gone: Callable[[], bool] | None) -> Iterator[_Process]:
        """Lend a worker; afterwards it goes back, or a fresh one takes its place."""
        process = self._take(patience, is_gone)
        try:
            yield process
        finally:
            if not process.alive:
                fresh = None if self._closed else _Process(self._limits)
            with self._free:
                self._busy.discard(process)
                if process.alive:
                    self._idle.append(process)
                elif fresh:
                    self._idle.append(fresh)
                self._free.notify()
            if self._closed:
                self.close()

    def _take(self, patience: float, is_gone: Callable[[], bool] | None) -> _Process:
        with self._free:
            if not self._has_room() and self._waiting >= self._limits.queue:
                raise StoreUnavailable(f"{self._waiting} queries are waiting already; try again later")
            self._waiting += 1
            try:
                self._wait(time.monotonic() + patience, is_gone)
            finally:
                self._waiting -= 1
            if self._closed:
                raise StoreUnavailable("the server is stopping")
            process = self._idle.pop() if self._idle else _Process(self._limits)
            self._busy.add(process)
            return process

    def _has_room(self) -> bool:
        return bool(self._closed or self._idle or len(self._busy) < self._limits.workers)

    def _wait(self, until: float, is_gone: Callable[[], bool] | None) -> None:
        while not self._has_room():
            left = until - time.monotonic()
            if left <= 0:
                raise StoreUnavailable("no worker has become free in time; try again later")
            self._free.wait(min(left, LOOK) if is_gone else left)
            if is_gone and is_gone():
                raise StoreUnavailable("the client has left")

    def close(self) -> None:
        """End all workers; queries at work end with `QueryFailed`."""
        with self._free:
            self._closed = True
            processes = [*self._idle, *self._busy]
            self._idle = []
            self._free.notify_all()
        for process in processes:
            process.kill()


class _Process:
    """A worker's process as its pool sees it."""

    def __init__(self, limits: Limits) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            arguments = f"{theirs.fileno()}, {limits.memory}, offline={not limits.services}"
            code = f"from jopsrdf.store.worker import main; main({arguments})"
            self._process = subprocess.Popen([sys.executable, "-c", code], pass_fds=[theirs.fileno()])  # noqa: S603 # code of ours
        self._connection = Connection(ours.detach())
        self._ready = False
        self._limits = limits
        self.alive = True

    def do(self, task: Task, seconds: float, is_gone: Callable[[], bool] | None) -> tuple[Written, float]:
        """Let the worker do a task; whatever goes wrong but an error of the query itself ends the worker."""
        try:
            self._get_ready()
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

    def _get_ready(self) -> None:
        if not self._ready:
            if not self._connection.poll(STARTING):
                raise StoreUnavailable("a worker did not start")
            self._ready = self._connection.recv() == "ready"

    def _wait(self, seconds: float, is_gone: Callable[[], bool] | None) -> None:
        until = time.monotonic() + seconds
        while not self._connection.poll(max(0.0, min(until - time.monotonic(), LOOK if is_gone else seconds))):
            if time.monotonic() >= until:
                raise QueryTimeout(seconds)
            if is_gone and is_gone():
                raise StoreUnavailable("the client has left")

    def _failure(self, seconds: float) -> StoreError:
        """Say why the worker ended by itself."""
        code = self._process.returncode
        if code == -signal.SIGALRM:
            return QueryTimeout(seconds)
        if code == -signal.SIGABRT:
            return QueryFailed(TOO_MUCH_MEMORY)
        return QueryFailed("the query took its worker down; write it with less nesting")

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.alive = False
        self._process.kill()
        self._process.wait(STARTING)
        self._connection.close()


def _dataset(question: Question) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    given = question.default_graphs or question.named_graphs
    return (question.default_graphs, question.named_graphs) if given else None
