"""This room builds a generation beside the old one and lets it serve when it is whole.

The folder being built has a hidden name; it is given its own when every file has reached the disk, and only then does
the pointer move. So a build that is killed, fails or runs out of disk leaves the old generation as it was.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph

from jopsrdf.errors import StoreError
from jopsrdf.store import layout, manifest, tables
from jopsrdf.store.departures import Departed
from jopsrdf.store.lines import Census, Line, SortedLines, documents, quad, union
from jopsrdf.store.manifest import FORMAT, Entry, Input, Manifest
from jopsrdf.terms import PREFIXES, Quad

DUMP = "dump.nq.gz"
OXIGRAPH = "oxigraph"
_LOAD = "load.nq"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a build goes by, beside its inputs; all but `issued` is part of the generation's id.

    `program` is the version that maps, `settings` a digest of all settings that change records or quads; `issued`
    is an ISO time to state (from SOURCE_DATE_EPOCH), "" for the newest that the inputs state. `settle` makes the
    articles' quads agree: it is given a function that reads them, sorted, and returns them sorted.
    """

    program: str
    settings: str
    base: str
    issued: str = ""
    prefixes: Mapping[str, str] = field(default_factory=lambda: PREFIXES)
    settle: Callable[[Callable[[], Iterable[Quad]]], Iterable[Quad]] = lambda quads: quads()


class Builder:
    """A build at work; `building` makes it.

    For each of `inputs`: `carry` it, and where that returns None read and map it and `add` its articles, in the order
    of the inputs. Articles stand in that order, whichever of them were carried: so a build from scratch and one that
    carries over give the same bytes. `unchanged` says that the generation stands already and there is nothing to do.
    """

    def __init__(self, location: Path, inputs: Iterable[Input], plan: Plan, before: _Before) -> None:
        self.inputs = tuple(inputs)
        self.id = manifest.identify(self.inputs, plan.program, plan.settings, plan.base)
        self.unchanged = layout.folder_of(location, self.id).is_dir()
        self.manifest: Manifest | None = None
        #: The articles that the generation before had and this one has not; known when the block has ended.
        self.departed: tuple[Departed, ...] = ()
        self._plan = plan
        self._before = before
        self._articles: dict[Input, list[str]] = {row: [] for row in self.inputs}
        self._order = {row: number for number, row in enumerate(self.inputs)}
        self._turn = 0
        self._carried: set[Input] = set()
        self._keys: set[str] = set()
        self._graphs: set[str] = set()
        self._references = 0
        self._notes: Counter[str] = Counter()
        self._stated = ""

    def carry(self, source: Input) -> int | None:
        """Take over the articles of an unchanged input from the generation before; None: it must be mapped.

        Unchanged means: the same bytes, the same program, the same settings.
        """
        number = self._before.articles(source.digest)
        if number:
            self._carried.add(source)
        return number

    def add(self, source: Input, entry: Entry) -> bool:
        """Add an article of an input; return False when its key has been added before: the first one stays."""
        self._bring(self._order[source])
        return self._insert(source, entry)

    def _bring(self, until: int) -> None:
        """Bring over what is carried of the inputs whose turn has come."""
        for source in self.inputs[self._turn : until]:
            if source in self._carried:
                for entry in self._before.entries(source.digest):
                    self._insert(source, entry)
        self._turn = max(self._turn, until)

    def _insert(self, source: Input, entry: Entry) -> bool:
        self._articles[source].append(entry.iri)
        if entry.key in self._keys:
            return False
        self._keys.add(entry.key)
        self._graphs.add(f"<{entry.graph}>")
        tables.insert(self._tables, len(self._keys), source.digest, entry)
        self._lines.add(entry.nquads)
        self._references += len(entry.references)
        self._notes.update(entry.notes)
        self._stated = max(self._stated, entry.stated)
        return True

    def start(self, folder: Path, connection: sqlite3.Connection) -> None:
        """Begin to write into a folder."""
        self._folder, self._tables = folder, connection
        self._lines = SortedLines(folder)

    def finish(self) -> None:
        """Write everything that follows from the articles, the manifest last."""
        self._bring(len(self.inputs))
        census = Census()
        self._write_lines(census)
        self._tables.execute("COMMIT")
        self._tables.close()
        self._load()
        self.manifest = self._describe(census)
        (self._folder / manifest.NAME).write_text(self.manifest.to_json(), encoding="utf-8")
        for path in sorted(self._folder.rglob("*"), reverse=True):
            layout.sync(path)
        layout.sync(self._folder)

    def _write_lines(self, census: Census) -> None:
        """Read the sorted lines once: for the dump, for the store, for the documents, and to count."""

        def dumped() -> Iterator[str]:
            for s, p, o, g in self._plan.settle(lambda: map(quad, self._lines)):
                text = f"{s} {p} {o} {g} .\n"
                dump.write(text)
                yield text

        def stored() -> Iterator[Line]:
            for text, line in union(dumped(), self._graphs, census):
                load.write(text)
                if line:
                    yield line

        with _zipped(self._folder / DUMP) as dump, (self._folder / _LOAD).open("w", encoding="utf-8") as load:
            tables.insert_documents(self._tables, documents(stored()))
        self._lines.remove()

    def _load(self) -> None:
        load = self._folder / _LOAD
        store = pyoxigraph.Store(self._folder / OXIGRAPH)
        try:
            store.bulk_load(path=load, format=pyoxigraph.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"a quad that was added is no N-Quads: {error}") from error
        store.flush()
        store.optimize()
        load.unlink()

    def _describe(self, census: Census) -> Manifest:
        return Manifest(
            id=self.id,
            format=FORMAT,
            program=self._plan.program,
            settings=self._plan.settings,
            base=self._plan.base,
            issued=self._plan.issued or self._stated,
            articles=len(self._keys),
            references=self._references,
            triples=census.triples,
            subjects=census.subjects,
            graphs=_by_iri(census.graphs),
            classes=_by_iri(census.classes),
            properties=_by_iri(census.properties),
            notes=dict(sorted(self._notes.items())),
            prefixes=dict(self._plan.prefixes),
            inputs=[(row.name, row.digest, iris) for row, iris in self._articles.items()],
            files={name: _checksum(self._folder / name) for name in (DUMP, tables.NAME)},
        )


class _Before:
    """The generation before, as far as its articles may be carried over."""

    def __init__(self, location: Path, plan: Plan) -> None:
        self._expected: dict[str, int] = {}
        folder = layout.folder_of(location, layout.current(location) or "none")
        try:
            found = manifest.read(folder)
        except StoreError:
            return
        if (found.program, found.settings, found.base) == (plan.program, plan.settings, plan.base):
            self._expected = {digest: len(iris) for _, digest, iris in found.inputs if iris}
            self._tables = tables.connect(folder)

    def articles(self, digest: str) -> int | None:
        """Return how many articles an input had; None when it is new, or another input had one of them first."""
        expected = self._expected.get(digest)
        return expected if expected and expected == tables.count(self._tables, digest) else None

    def entries(self, digest: str) -> Iterator[Entry]:
        """Yield an input's articles."""
        return tables.entries(self._tables, digest)

    def close(self) -> None:
        if self._expected:
            self._tables.close()


@contextmanager
def building(location: Path, inputs: Iterable[Input], plan: Plan) -> Iterator[Builder]:
    """Build a generation from inputs; at the end of the block it serves, unless the block raised.

    Raise `StoreError` when another build is at work, or when the disk is full or cannot be written; whatever goes
    wrong, the generation that served before goes on serving.
    """
    with layout.locked(location), closing(_Before(location, plan)) as before:
        layout.clear_wrecks(location)
        builder = Builder(location, inputs, plan, before)
        if builder.unchanged:
            builder.manifest = manifest.read(layout.folder_of(location, builder.id))
            yield builder
        else:
            with _new_folder(location) as folder, closing(tables.create(folder)) as connection:
                builder.start(folder, connection)
                yield builder
                builder.finish()
                folder.rename(layout.folder_of(location, builder.id))
                layout.sync(location / layout.GENERATIONS)
        builder.departed = layout.point(location, builder.id)


@contextmanager
def _new_folder(location: Path) -> Iterator[Path]:
    """Give a hidden folder, and take it away again when the build fails."""
    folder = Path(tempfile.mkdtemp(prefix=layout.BUILDING, dir=location / layout.GENERATIONS))
    try:
        folder.chmod(0o755)
        yield folder
    except (OSError, sqlite3.Error, MemoryError) as error:
        raise StoreError(f"{location}: the build failed, the generation before goes on serving ({error})") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _zipped(path: Path) -> Iterator[io.TextIOWrapper]:
    """Open a gzip file whose bytes depend on its content only: no name, no time."""
    with (
        path.open("wb") as raw,
        gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
        io.TextIOWrapper(io.BufferedWriter(packed, 1 << 20), encoding="utf-8", newline="\n") as text,
    ):
        yield text


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _by_iri(counts: Mapping[str, int]) -> dict[str, int]:
    return {term.strip("<>"): number for term, number in sorted(counts.items())}
