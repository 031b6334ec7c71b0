"""This room reads a dataset: look-ups in its current generation, and queries through the pool of workers.

A `Generation` never changes, so whoever holds one gets answers that agree; a `Dataset` follows the pointer.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Coroutine, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypedDict, TypeVar, Unpack

from jopsrdf.errors import StoreError, StoreUnavailable
from jopsrdf.store import departures, layout, manifest, tables
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.builder import DUMP, OXIGRAPH
from jopsrdf.store.departures import Departed
from jopsrdf.store.direct import Direct
from jopsrdf.store.layout import Pointer
from jopsrdf.store.loop import Loop
from jopsrdf.store.pool import Pool
from jopsrdf.store.remote import Remote
from jopsrdf.store.server import Server
from jopsrdf.store.tables import Hit, Record
from jopsrdf.store.worker import Source, StoreGone
from jopsrdf.terms import Triple

Result = TypeVar("Result")


class Generation:
    """One generation, read-only; safe in any number of threads, and readable to the end when it is removed.

    `pointer` is the one that led here, `departed` the dataset's list of articles that are gone.
    """

    def __init__(self, folder: Path, pointer: Pointer, departed: Iterable[Departed] = ()) -> None:
        self.manifest = manifest.read(folder)
        self.folder = folder
        self.pointer = pointer
        #: Since when it serves, in seconds since 1970, later than any that served before: the `Last-Modified` of its
        #: answers. A pointer that was copied without its time is as old as what it leads to.
        self.modified = max((folder / manifest.NAME).stat().st_mtime, pointer.since / 1e9)
        #: The triples, for a worker.
        self.source = Source(folder / OXIGRAPH, self.manifest.prefixes, tuple(filter(None, self.manifest.graphs)))
        self._tables = tables.connect(folder)
        weakref.finalize(self, self._tables.close)
        #: The articles that the dataset had and that are not here, by key.
        self.departed = {row.key: row for row in departed if not tables.has(self._tables, row.key)}

    @property
    def state(self) -> str:
        """Changes with every switch, also with one that comes back to this generation: answers are kept by it."""
        return f"{self.id}@{self.pointer.since}"

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def dump(self) -> Path:
        """The sorted N-Quads of everything, gzip."""
        return self.folder / DUMP

    def count(self) -> int:
        """Return the number of articles."""
        return self.manifest.articles

    def article(self, key: str) -> Record | None:
        """Return the article whose IRI is the base and this path, None when there is none."""
        return tables.record(self._tables, "key", key)

    def articles(self, offset: int = 0, limit: int = 50) -> list[Record]:
        """Return articles, the newest first, then by key."""
        clause = "ORDER BY published DESC, key LIMIT ? OFFSET ?"
        return list(tables.records(self._tables, clause, (limit, offset)))

    def cited_by(self, iri: str) -> list[Record]:
        """Return the articles whose references denote a work, the newest first."""
        clause = "WHERE number IN (SELECT article FROM citations WHERE work = ?) ORDER BY published DESC, key"
        return list(tables.records(self._tables, clause, (iri,)))

    def nquads(self, key: str) -> str:
        """Return the N-Quads that were made of an article, all its graphs; "" for an unknown key."""
        return tables.nquads(self._tables, key)

    def describe(self, iri: str) -> list[Triple]:
        """Return what is said of a document and its fragments, itself first; [] for an unknown IRI.

        `iri` stands without angle brackets; a fragment's IRI returns its whole document. Terms are those of the dump:
        the datatypes that a query's answer would have normalised are kept.
        """
        return tables.triples(tables.document(self._tables, iri.partition("#")[0]))

    def exists(self, iri: str) -> bool:
        """Say whether anything is said of an IRI."""
        return any(subject == f"<{iri}>" for subject, _, _ in self.describe(iri))

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Return articles and references that hold all words of a text; accents, case and punctuation do not count."""
        return tables.search(self._tables, text, limit)


class Asked(TypedDict, total=False):
    """What may be said beside a query's text: see `Question`."""

    media_type: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    deadline: float | None


class Dataset:
    """A dataset's folder, followed from generation to generation; every call sees the current one.

    `server` is a SPARQL server that holds the same generation and answers the queries in our place.
    Look-ups of the current generation are here too; whoever makes several for one answer pins `generation` first.
    """

    def __init__(self, location: Path, limits: Limits | None = None, server: Server | None = None) -> None:
        self.location = location
        self.limits = limits or Limits()
        self._lock = threading.Lock()
        self._generation = self._open()
        self._engine = Remote(server, self.limits) if server else Pool(self.limits)
        self._own = self._engine if server else Pool(replace(self.limits, workers=1))
        self._direct = None if server else Direct(self.limits)
        self._loop = Loop()

    @property
    def generation(self) -> Generation:
        """The current generation; costs a call of the system when nothing has changed."""
        self.refresh()
        return self._generation

    @property
    def seen(self) -> Generation:
        """The generation that was current at the last look; costs nothing."""
        return self._generation

    def refresh(self) -> bool:
        """Follow the pointer; return whether it had moved. A new generation that cannot be read is not followed."""
        if layout.since(self.location) == self._generation.pointer.since:
            return False
        pointer = layout.pointer(self.location)
        if pointer in (self._generation.pointer, Pointer()):
            return False
        with self._lock:
            if pointer == self._generation.pointer:
                return False
            try:
                self._generation = self._open()
            except StoreError:
                return False
        return True

    def _open(self) -> Generation:
        for _ in range(3):  # a generation may be replaced and pruned between the two steps
            pointer = layout.pointer(self.location)
            folder = layout.folder_of(self.location, pointer.generation)
            if pointer.generation and folder.is_dir():
                # The list after the pointer: it names what departs with a switch before the switch is seen.
                return Generation(folder, pointer, departures.read(self.location))
        raise StoreError(
            f"{self.location}: no dataset here yet; make one with: jopsrdf build --dataset {self.location}"
        )

    def query(
        self, text: str, *, generation: Generation | None = None, own: bool = False, **given: Unpack[Asked]
    ) -> Answer:
        """Answer a query, from any thread but that of a loop that was given to `use`; see `answer`."""
        return self._loop.run(self.answer(text, generation=generation, own=own, **given))

    async def answer(
        self, text: str, *, generation: Generation | None = None, own: bool = False, **given: Unpack[Asked]
    ) -> Answer:
        """Answer a query from the current generation (or a pinned one), on the loop that was given to `use`.

        A pinned generation that was removed before a worker had it open gives way to the current one; the answer says
        which it was. A question of our `own` has a worker of its own, so that pages do not wait for what clients ask.
        Cancelling ends the query and frees its worker.

        Raise the errors that the front door lists; an answer is whole or it is none.
        """
        question, pinned = Question(text=text, **given), generation or self.generation
        engine = self._own if own else self._engine
        while True:
            try:
                now = self._direct.answer(question, pinned.source, pinned.id) if self._direct else None
                return now or await engine.answer(question, pinned.source, pinned.id)
            except StoreGone as error:
                gone, pinned = pinned, self.generation
                if pinned.id == gone.id:  # removed by hand, perhaps; a build or a rollback brings one back
                    raise StoreUnavailable(str(error)) from error

    def use(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run the queries on a loop that a server keeps running: the one that this is called on."""
        self._loop.use(loop)
        if self._direct:
            self._direct.prepare(self.seen.source)

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run what calls `answer` on the loop of the queries, and wait for it."""
        return self._loop.run(work)

    def close(self) -> None:
        """End the workers, if there are any; a loop that was given to `use` has ended by then."""
        self._loop.close(self._end)

    def _end(self) -> None:
        self._engine.close()
        self._own.close()

    def count(self) -> int:
        return self.generation.count()

    def article(self, key: str) -> Record | None:
        return self.generation.article(key)

    def articles(self, offset: int = 0, limit: int = 50) -> list[Record]:
        return self.generation.articles(offset, limit)

    def describe(self, iri: str) -> list[Triple]:
        return self.generation.describe(iri)

    def exists(self, iri: str) -> bool:
        return self.generation.exists(iri)

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        return self.generation.search(text, limit)
