"""This room is a process that answers queries from a generation's triples, and may be killed at any time.

Oxigraph cannot be told to stop a query, so each runs here, alone. The process that started this one talks with it over
a socket; when that closes, or a query outlasts its time by far, this process ends by itself.
"""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store

from jopsrdf.errors import QueryError, QueryFailed, QueryRefused, StoreError, StoreUnavailable
from jopsrdf.store import framing, results, sandbox

TOO_MUCH_MEMORY = "the query needed more memory than a query may take, and was ended"
_POSITION = re.compile(r"(?:error )?at (\d+):(\d+)(?:-\d+:\d+)?: ?")


class StoreGone(StoreError):
    """The folder of a generation's triples is no longer there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A generation's triples: the store's folder, its named graphs, and the prefixes that graphs are written with."""

    folder: Path
    prefixes: Mapping[str, str] = field(default_factory=dict)
    graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A question on its way to a worker, and what the answer may be."""

    text: str
    media_type: str
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None
    seconds: float
    rows: int
    bytes: int


def answer(store: Store, task: Task, prefixes: Mapping[str, str]) -> tuple[results.Written, float]:
    """Evaluate a query and write its results; return them and the seconds that it took."""
    started = time.perf_counter()
    try:
        found = store.query(task.text, **_dataset(task.dataset))
        written = results.write(found, task.media_type, task.rows, task.bytes, prefixes)
    except SyntaxError as error:
        raise syntax_error(str(error)) from error
    except RuntimeError as error:
        raise (StoreError if str(error).startswith("Corruption") else QueryError)(str(error)) from error
    except PermissionError as error:
        raise QueryRefused("a query may not ask other servers here") from error
    except OSError as error:
        raise StoreUnavailable("a file of the triples could not be read; try again later") from error
    return written, time.perf_counter() - started


def _dataset(named: tuple[tuple[str, ...], tuple[str, ...]] | None) -> dict[str, Any]:
    """Return the arguments for a dataset that the protocol gave: both, so that nothing of FROM remains."""
    if named is None:
        return {}
    try:
        default_graphs, named_graphs = ([NamedNode(iri) for iri in graphs] for graphs in named)
    except ValueError as error:
        raise QueryError(f"a graph's name is no IRI: {error}") from error
    return {"default_graph": default_graphs, "named_graphs": named_graphs}


def syntax_error(message: str) -> QueryError:
    """Turn the parser's message into an error with its position.

    >>> error = syntax_error("error at 2:9: expected one of OPTIONAL, [_]")
    >>> error.line, error.column, str(error)
    (2, 9, 'line 2, column 9: expected one of OPTIONAL, [_]')
    """
    match = _POSITION.match(message)
    if not match:
        return QueryError(message)
    line, column = int(match[1]), int(match[2])
    return QueryError(f"line {line}, column {column}: {message[match.end() :]}", line=line, column=column)


def main(handle: int, memory: int, *, offline: bool) -> None:
    """Open folders and answer tasks that come through an inherited socket, until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; it closes the socket
    store, prefixes = Store(), dict[str, str]()
    outcome: object
    sandbox.enter(offline=offline)
    unheard = suppress(BrokenPipeError)  # nobody waits for the answer any more
    with unheard, open(handle, "rb") as asked, open(handle, "wb", closefd=False) as told:
        while True:
            try:
                message = framing.receive(asked)
            except (EOFError, OSError):
                return
            if isinstance(message, Source):
                sandbox.limit_memory(None)
                store, outcome = _opened(message.folder)
                prefixes = dict(message.prefixes)
                sandbox.limit_memory(memory)
            else:
                outcome = _bounded(store, message, prefixes)
            told.write(framing.packed(outcome))
            told.flush()


def _opened(folder: Path) -> tuple[Store, StoreError | None]:
    try:
        return Store.read_only(str(folder)), None
    except (OSError, RuntimeError):  # a folder that is being removed looks corrupt; clients are not told where it is
        return Store(), StoreGone("the triples of this generation cannot be opened; try again later")


def _bounded(store: Store, task: Task, prefixes: Mapping[str, str]) -> object:
    """Do a task under the kernel's own clock, should nobody be left to kill this process."""
    signal.setitimer(signal.ITIMER_REAL, task.seconds)
    try:
        return _attempt(store, task, prefixes)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _attempt(store: Store, task: Task, prefixes: Mapping[str, str]) -> object:
    try:
        return answer(store, task, prefixes)
    except StoreError as error:
        return error
    except MemoryError:
        return QueryFailed(TOO_MUCH_MEMORY)
