"""This room keeps a number of processes serving on one socket: it starts them, replaces them, and ends them.

SIGHUP starts fresh ones before the old ones go; SIGTERM and Ctrl-C end them all, and what is at work is finished. The
socket belongs to the parent, so no connection is lost between an old process and a new one.
"""

from __future__ import annotations

import logging
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Thread

from jopsrdf.errors import JopsError, StoreUnavailable

#: What a process runs: it serves on the socket, calls the function when it does, and ends at SIGTERM. It is pickled.
Serve = Callable[[socket.socket, Callable[[], object]], None]
#: Seconds that a process may take until it serves, and until it has ended.
STARTING, ENDING = 60, 20
#: Seconds between two starts of a process that ends again and again.
PAUSE = 1
ENDS = (signal.SIGTERM, signal.SIGINT)
HEARD = {*ENDS, signal.SIGHUP, signal.SIGCHLD}
log = logging.getLogger("jopsrdf.web")


@dataclass(frozen=True)
class Child:
    """A process, where it says that it serves, and when it was started."""

    process: subprocess.Popen[bytes]
    word: int
    born: float

    @classmethod
    def start(cls, serve: Serve, listening: socket.socket) -> Child:
        word, tell = os.pipe()
        code = f"from jopsrdf.web.server.processes import live; live({listening.fileno()}, {tell}, {os.getpid()})"
        process = subprocess.Popen(  # noqa: S603 # code of ours
            [sys.executable, "-c", code],
            pass_fds=[listening.fileno(), tell],
            stdin=subprocess.PIPE,
        )
        os.close(tell)
        assert process.stdin
        with suppress(BrokenPipeError), process.stdin as stream:
            pickle.dump(serve, stream)
        return cls(process, word, time.monotonic())

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None

    def has_begun(self) -> bool:
        """Wait until it serves, once; say whether it does."""
        with os.fdopen(self.word, "rb", 0) as word:
            readable, _, _ = select.select([word], [], [], STARTING)
            return bool(readable and word.read(1))


class Supervisor:
    """So many processes that serve on a socket that listens."""

    def __init__(self, serve: Serve, listening: socket.socket, number: int) -> None:
        self._serve, self._listening, self._number = serve, listening, number
        self._serving: list[Child] = []
        self._leaving: list[Child] = []

    def run(self, tell: Callable[[], object]) -> None:
        """Keep the processes serving until a signal ends them; call `tell` as soon as all do.

        Raise `StoreUnavailable` when one cannot begin.
        """
        signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
        try:
            self._serving = self._begun()
            tell()
            while (heard := signal.sigwait(HEARD)) not in ENDS:
                self._renew() if heard == signal.SIGHUP else self._replace()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
            end([*self._serving, *self._leaving])

    def _begun(self) -> list[Child]:
        """Return fresh processes that serve."""
        fresh = [Child.start(self._serve, self._listening) for _ in range(self._number)]
        begun = [child.has_begun() for child in fresh]
        if not all(begun):
            end(fresh)
            raise StoreUnavailable("a process that serves has not begun; its message stands above")
        return fresh

    def _renew(self) -> None:
        """Put fresh processes in the place of those that serve; where they cannot begin, the old ones stay."""
        try:
            fresh = self._begun()
        except StoreUnavailable as error:
            log.error("not begun anew: %s", error)  # noqa: TRY400 - the process has told what was wrong
            return
        for child in self._serving:
            child.process.terminate()
        self._leaving += self._serving
        self._serving = fresh

    def _replace(self) -> None:
        """Start another process for each that has ended, and let go of those that were to end."""
        self._leaving = [child for child in self._leaving if child.is_alive]
        for place, child in enumerate(self._serving):
            if not child.is_alive:
                time.sleep(max(0, PAUSE - (time.monotonic() - child.born)))
                self._serving[place] = fresh = Child.start(self._serve, self._listening)
                fresh.has_begun()  # one that does not is heard of again


def end(children: list[Child]) -> None:
    """Let processes finish what is at work, and kill those that take too long."""
    for child in children:
        child.process.terminate()
    until = time.monotonic() + ENDING
    try:
        for child in children:
            with suppress(subprocess.TimeoutExpired):
                child.process.wait(max(0.0, until - time.monotonic()))
    finally:
        for child in children:
            child.process.kill()
            child.process.wait()


def live(listening: int, tell: int, parent: int) -> None:
    """Be one of the processes; what it does comes from standard input.

    Ctrl-C, which all of a terminal hear, is left to the parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        serve: Serve = pickle.load(sys.stdin.buffer)  # noqa: S301 # from a process of ours
        serve(socket.socket(fileno=listening), partial(os.write, tell, b"!"))
    except JopsError as error:
        sys.exit(f"jopsrdf: {error}")


def _follow(parent: int) -> None:
    """End with the parent, however that ended."""
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os.kill(os.getpid(), signal.SIGTERM)
