"""This room is a process that answers queries from a generation's triples, and may be killed at any time.

Oxigraph cannot be told to stop a query, so each runs here, alone. The process that started this one talks with it over
a socket; when that closes, or a query outlasts its time by far, this process ends by itself.
"""

from __future__ import annotations

import pickle
import re
import signal
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from pyoxigraph import NamedNode, Store

from jopsrdf.errors import QueryError, QueryFailed, QueryRefused, StoreError, StoreUnavailable
from jopsrdf.store import framing, results, sandbox

TOO_MUCH_MEMORY = "the query needed more memory than a query may take, and was ended"
#: Bytes up to which an answer is sent in one piece.
MESSAGE = 1 << 17
_POSITION = re.compile(r"(?:error )?at (\d+):(\d+)(?:-\d+:\d+)?: ?")


class StoreGone(StoreError):
    """The folder of a generation's triples is no longer there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """A generation's triples: the store's folder, its named graphs, and the prefixes that graphs are written with."""

    folder: Path
    prefixes: Mapping[str, str] = field(default_factory=dict)
    graphs: tuple[str, ...] = ()

    @property
    def values(self) -> tuple[str, dict[str, str]]:
        """What a worker is sent."""
        return str(self.folder), dict(self.prefixes)


#: How many values a message has that asks to open a folder; one with a task has more.
OPENING = 2


class Task(NamedTuple):
    """A question on its way to a worker, and what the answer may be."""

    text: str
    media_type: str
    dataset: tuple[tuple[str, ...], tuple[str, ...]] | None
    seconds: float
    rows: int
    bytes: int


#: What comes of a message: a result with the seconds that it took, a failure, or nothing where a folder was opened.
Outcome = tuple[results.Written, float] | StoreError | None


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
    """Open folders and do tasks that come through an inherited socket, until it closes; see `framing` and `heard`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server; it closes the socket
    store, prefixes = Store(), dict[str, str]()
    outcome: Outcome
    sandbox.enter(offline=offline)
    unheard = suppress(BrokenPipeError)  # nobody waits for the answer any more
    with unheard, open(handle, "rb") as asked, open(handle, "wb", MESSAGE, closefd=False) as told:
        while True:
            try:
                values = framing.receive(asked)
            except (EOFError, OSError):
                return
            if len(values) == OPENING:
                sandbox.limit_memory(None)
                store, outcome = _opened(values[0])
                prefixes = values[1]
                sandbox.limit_memory(memory)
            else:
                outcome = _bounded(store, Task(*values), prefixes)
            tell(told, outcome)


def tell(stream: BinaryIO, outcome: Outcome) -> None:
    """Write what came of a message: a result has values, a failure is a pickled body without, an opened folder neither.

    A short answer goes out at once, for a reader is woken by each part.
    """
    values: framing.Values = ()
    if isinstance(outcome, tuple):
        written, seconds = outcome
        values, body = (written.media_type, written.rows, written.cut, seconds), written.body
    else:
        body = pickle.dumps(outcome) if outcome else b""
    stream.write(framing.framed(values, len(body)))
    stream.write(body)
    stream.flush()


def heard(values: framing.Values, body: bytes) -> tuple[results.Written, float]:
    """Return what `tell` has written of a result; raise what it has written of a failure."""
    if not values:
        raise pickle.loads(body)  # noqa: S301 # from a process of ours
    media_type, rows, cut, seconds = values
    return results.Written(body, media_type, rows, cut), seconds


def _opened(folder: str) -> tuple[Store, StoreError | None]:
    try:
        return Store.read_only(folder), None
    except (OSError, RuntimeError):  # a folder that is being removed looks corrupt; clients are not told where it is
        return Store(), StoreGone("the triples of this generation cannot be opened; try again later")


def _bounded(store: Store, task: Task, prefixes: Mapping[str, str]) -> Outcome:
    """Do a task under the kernel's own clock, should nobody be left to kill this process."""
    signal.setitimer(signal.ITIMER_REAL, task.seconds)
    try:
        return answer(store, task, prefixes)
    except StoreError as error:
        return error
    except MemoryError:
        return QueryFailed(TOO_MUCH_MEMORY)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
