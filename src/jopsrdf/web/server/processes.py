"""This room keeps a number of processes serving on one socket: it starts them, replaces them, and ends them.

SIGHUP starts fresh ones before the old ones go; SIGTERM and Ctrl-C end them all, and what is at work is finished. The
socket belongs to the parent, so no connection is lost between an old process and a new one.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any

from jopsrdf.errors import JopsError, StoreUnavailable

#: What a process runs: it serves on the socket, calls the function when it does, and ends at SIGTERM.
Serve = Callable[[socket.socket, Callable[[], None]], None]
#: Seconds that a process may take until it serves, and until it has ended.
STARTING, ENDING = 60, 20
#: Seconds between two starts of a process that ends again and again.
PAUSE = 1
ENDS = (signal.SIGTERM, signal.SIGINT)
HEARD = {*ENDS, signal.SIGHUP, signal.SIGCHLD}
# A fork takes over what was imported; the libraries of other systems than Linux do not bear one.
_CONTEXT: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
log = logging.getLogger("jopsrdf.web")


@dataclass(frozen=True)
class Child:
    """A process, what it says when it serves, and when it was started."""

    process: BaseProcess
    word: Connection
    born: float

    @classmethod
    def start(cls, serve: Serve, listening: socket.socket) -> Child:
        word, tell = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_live, args=(serve, listening, tell, os.getpid()), daemon=True)
        process.start()
        tell.close()
        return cls(process, word, time.monotonic())

    def has_begun(self) -> bool:
        """Wait until it serves; say whether it does."""
        with suppress(EOFError):
            return self.word.poll(STARTING) and bool(self.word.recv_bytes())
        return False


class Supervisor:
    """So many processes that serve on a socket that listens."""

    def __init__(self, serve: Serve, listening: socket.socket, number: int) -> None:
        self._serve, self._listening, self._number = serve, listening, number
        self._serving: list[Child] = []
        self._leaving: list[Child] = []

    def run(self, tell: Callable[[], None]) -> None:
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
        self._leaving = [child for child in self._leaving if child.process.is_alive()]
        for place, child in enumerate(self._serving):
            if not child.process.is_alive():
                time.sleep(max(0, PAUSE - (time.monotonic() - child.born)))
                self._serving[place] = Child.start(self._serve, self._listening)


def end(children: list[Child]) -> None:
    """Let processes finish what is at work, and kill those that take too long."""
    for child in children:
        child.process.terminate()
    until = time.monotonic() + ENDING
    try:
        for child in children:
            child.process.join(max(0, until - time.monotonic()))
    finally:
        for child in children:
            child.process.kill()
            child.process.join()


def _live(serve: Serve, listening: socket.socket, tell: Connection, parent: int) -> None:
    """Be one of the processes; Ctrl-C, which all of a terminal hear, is left to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        serve(listening, lambda: tell.send_bytes(b"serving"))
    except JopsError as error:
        sys.exit(f"jopsrdf: {error}")


def _follow(parent: int) -> None:
    """End with the parent, however that ended."""
    while os.getppid() == parent:
        time.sleep(PAUSE)
    os.kill(os.getpid(), signal.SIGTERM)
