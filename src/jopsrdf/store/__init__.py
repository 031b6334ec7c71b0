"""This room keeps the dataset at rest: immutable generations, the query pool over them, and stores elsewhere.

A dataset is a folder with one folder for each generation and a pointer to the current one; see `layout`.
The room knows nothing of articles beyond what an `Entry` says: it is given records as JSON text and quads as terms.

Reading (`open_dataset(location) -> Dataset`; the dataset follows the pointer by itself, cheaply, at every call):

- `dataset.generation -> Generation` pins the current one for the length of a request: `.id`, `.manifest`,
  `.modified` (since when it serves, seconds since 1970), `.state`, and the look-ups below, so that all parts of an
  answer agree; `.departed` are the articles of former generations that it has not.
- `.article(key) -> Record | None`, `.articles(offset, limit) -> list[Record]`, `.count()`; the key is the path of the
  article's IRI after the base (`work/10.46991/jops/2025.4.10.125`).
- `.describe(iri) -> list[Triple]`: what is said of a document's IRI and of its fragments, as in the dump.
- `.exists(iri) -> bool`, `.search(text, limit) -> list[Hit]`, `.cited_by(iri) -> list[Record]`.
- `.nquads(key) -> str`: the quads of one article, as they were added; `.dump`: the path of the whole, sorted, gzip.
- `dataset.query(text, media_type=..., default_graphs=(), named_graphs=(), deadline=None) -> Answer`, from any thread;
  `own=True` asks a worker that no client's query holds. `await dataset.answer(...)` is the same on a loop that
  `dataset.use(loop)` was given. Who cancels it frees its worker.
- `dataset.close()` ends the workers.

With `open_dataset(location, limits, server=Server(address))` a SPARQL server elsewhere answers the queries;
`publish(generation, GraphStore(server))` loads it there, or `publish(generation, UpdateStore(server))`;
`check_publication(generation, server)` asks whether it is there.

`read_query(text, limits) -> Reading` reads a query without evaluating it: its form (for content negotiation), and
whether it is refused; `is_quick(text)` says whether that may be done where nothing may wait.

Errors: `QueryError` (400; line and column), `QueryRefused` (403; update, LOAD, SERVICE), `QueryTimeout` (503),
`QueryFailed` (503; the query took the worker down: memory, recursion), `StoreUnavailable` (503; queue full, remote
store silent), `StoreError` (500; the dataset is missing or damaged).
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jopsrdf.store.answers import BINDINGS, GRAPHS, KINDS, Answer, Form, Kind, Limits, Question
    from jopsrdf.store.builder import DUMP, Builder, Plan, building
    from jopsrdf.store.dataset import Dataset, Generation
    from jopsrdf.store.departures import Departed
    from jopsrdf.store.departures import read as departed
    from jopsrdf.store.guard import Reading, is_quick
    from jopsrdf.store.guard import read as read_query
    from jopsrdf.store.layout import Listed, folder_of, generations, prune, rollback
    from jopsrdf.store.login import Login
    from jopsrdf.store.manifest import Entry, Input, Manifest, nquads
    from jopsrdf.store.publication import check as check_publication
    from jopsrdf.store.publish_targets import GraphStore, UpdateStore
    from jopsrdf.store.publishing import publish
    from jopsrdf.store.server import Server
    from jopsrdf.store.tables import Hit, Record

__all__ = [
    "BINDINGS",
    "DUMP",
    "GRAPHS",
    "KINDS",
    "Answer",
    "Builder",
    "Dataset",
    "Departed",
    "Entry",
    "Form",
    "Generation",
    "GraphStore",
    "Hit",
    "Input",
    "Kind",
    "Limits",
    "Listed",
    "Login",
    "Manifest",
    "Plan",
    "Question",
    "Reading",
    "Record",
    "Server",
    "UpdateStore",
    "building",
    "check_publication",
    "departed",
    "folder_of",
    "generations",
    "is_quick",
    "nquads",
    "open_dataset",
    "prune",
    "publish",
    "read_query",
    "rollback",
]
#: Where each name lives, and how it is called there. A worker is a process that imports next to nothing of this.
_HOMES = {
    "Answer": ("answers", "Answer"),
    "BINDINGS": ("answers", "BINDINGS"),
    "Builder": ("builder", "Builder"),
    "DUMP": ("builder", "DUMP"),
    "Dataset": ("dataset", "Dataset"),
    "Departed": ("departures", "Departed"),
    "Entry": ("manifest", "Entry"),
    "Form": ("answers", "Form"),
    "GRAPHS": ("answers", "GRAPHS"),
    "Generation": ("dataset", "Generation"),
    "GraphStore": ("publish_targets", "GraphStore"),
    "Hit": ("tables", "Hit"),
    "Input": ("manifest", "Input"),
    "KINDS": ("answers", "KINDS"),
    "Kind": ("answers", "Kind"),
    "Limits": ("answers", "Limits"),
    "Listed": ("layout", "Listed"),
    "Login": ("login", "Login"),
    "Manifest": ("manifest", "Manifest"),
    "Plan": ("builder", "Plan"),
    "Question": ("answers", "Question"),
    "Reading": ("guard", "Reading"),
    "Record": ("tables", "Record"),
    "Server": ("server", "Server"),
    "UpdateStore": ("publish_targets", "UpdateStore"),
    "building": ("builder", "building"),
    "check_publication": ("publication", "check"),
    "departed": ("departures", "read"),
    "folder_of": ("layout", "folder_of"),
    "generations": ("layout", "generations"),
    "is_quick": ("guard", "is_quick"),
    "nquads": ("manifest", "nquads"),
    "prune": ("layout", "prune"),
    "publish": ("publishing", "publish"),
    "read_query": ("guard", "read"),
    "rollback": ("layout", "rollback"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home, called = _HOMES[name]
    return getattr(importlib.import_module(f"{__name__}.{home}"), called)


def open_dataset(location: Path | str, limits: Limits | None = None, *, server: Server | None = None) -> Dataset:
    """Open a dataset's folder for reading; raise `StoreError` when there is no generation in it yet.

    With `server`, a SPARQL server that holds the same data, queries are answered from there.
    """
    from jopsrdf.store.dataset import Dataset

    return Dataset(Path(location), limits, server)
