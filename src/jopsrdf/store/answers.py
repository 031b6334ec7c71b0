"""This room says what goes into a query and what comes out: the limits, the media types, the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
Kind = Literal["bindings", "graph"]

#: Media types that a SELECT or ASK may be answered in, the preferred one first, and pyoxigraph's names for them.
BINDINGS: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
#: Media types that a CONSTRUCT or DESCRIBE may be answered in, the preferred one first.
GRAPHS: tuple[str, ...] = (
    "text/turtle",
    "application/ld+json",
    "application/n-triples",
    "application/rdf+xml",
    "application/n-quads",
    "application/trig",
)
#: Which of the two an answer to a query form is.
KINDS: dict[Form, Kind] = {"SELECT": "bindings", "ASK": "bindings", "CONSTRUCT": "graph", "DESCRIBE": "graph"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one query may use, and how many may run and wait; the names are those of `journal.toml`'s `[server]`.

    `deadline` in seconds; `bytes` and `memory` in bytes (`memory` is what a query may take beside the store itself);
    `length` in characters and `depth` in open brackets are checked before a query is evaluated; `queue` counts
    the queries that may wait for one of the `workers`; `services` are the endpoints that `SERVICE` may ask.
    """

    deadline: float = 10.0
    rows: int = 100_000
    bytes: int = 64_000_000
    memory: int = 1_000_000_000
    length: int = 200_000
    depth: int = 100
    workers: int = 2
    queue: int = 32
    services: tuple[str, ...] = ()

    @classmethod
    def of(cls, section: Mapping[str, Any]) -> Limits:
        """Take the limits out of a section of settings; what is not a limit is left.

        >>> Limits.of({"deadline": 2.5, "services": ["https://query.example/sparql"], "trusted_proxies": 1}).deadline
        2.5
        """
        known = {field.name: section[field.name] for field in fields(cls) if field.name in section}
        return cls(**{**known, "services": tuple(known.get("services", ()))})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query as a store gets it.

    `media_type` is one of `BINDINGS` or `GRAPHS`, fitting the query's form. The graph names are IRIs without angle
    brackets; when any is given they are the whole dataset and override FROM (SPARQL 1.1 Protocol, 2.1.4).
    `deadline` may lower the limit's, never raise it.
    """

    text: str
    media_type: str = "application/sparql-results+json"
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    deadline: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A whole answer: nothing of it is sent before all of it is known to be right.

    `rows` counts solutions or triples (1 for ASK). `truncated` says which limit cut it ("rows", "bytes"), "" when
    it is complete; a cut answer is well-formed. `generation` is the id of the dataset that answered ("" when a remote
    store has none); `seconds` is the time in the worker.
    """

    body: bytes
    media_type: str
    rows: int
    truncated: Literal["", "rows", "bytes"] = ""
    generation: str = ""
    seconds: float = 0.0
