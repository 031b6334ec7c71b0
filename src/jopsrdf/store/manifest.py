"""This room describes a generation: what went in, what it holds, and how to tell that it is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from jopsrdf.errors import StoreError
from jopsrdf.terms import Quad
from jopsrdf.text import digest

#: Counts up whenever a generation's files change shape; a generation of another format is built anew.
FORMAT = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that goes into a build: its name for people and the SHA-256 of its bytes, hexadecimal."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as the store gets it: its record as JSON text, its quads as N-Quads, and what the look-ups need.

    `key` is the path of `iri` after the base; `authors` are names in order, as a person would search them;
    `references` are pairs of raw line and IRI of the cited work ("" where there is none), in the order of the list.
    `stated` is the newest ISO time that the input itself gives, "" for none; `notes` counts note codes.
    `nquads` is the text that the function of that name makes; each line names a graph, and what stands in `graph`
    (an IRI) is the article's own: it joins the default graph of the store.
    """

    key: str
    iri: str
    title: str
    record: str
    graph: str
    nquads: str
    doi: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    stated: str = ""
    notes: Mapping[str, int] = field(default_factory=dict)


def nquads(quads: Iterable[Quad]) -> str:
    r"""Return quads as sorted N-Quads text.

    >>> nquads([("<http://e.org/s>", "<http://e.org/p>", '"o"', "<http://e.org/g>")])
    '<http://e.org/s> <http://e.org/p> "o" <http://e.org/g> .\n'
    """
    return "".join(sorted({f"{s} {p} {o} {g} .\n" for s, p, o, g in quads}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What `manifest.json` holds; nothing in it depends on the clock or the machine.

    `issued` is an ISO time (SOURCE_DATE_EPOCH, or the newest that an input states) or "". `graphs` counts triples by
    graph IRI, with "" for the default graph; `classes` and `properties` count the default graph's by IRI, for VoID.
    `inputs` are triples of name, digest and the IRIs of its articles; `files` are SHA-256 by file name.
    """

    id: str
    format: int
    program: str
    settings: str
    base: str
    issued: str
    articles: int
    references: int
    triples: int
    subjects: int
    graphs: dict[str, int]
    classes: dict[str, int]
    properties: dict[str, int]
    notes: dict[str, int]
    prefixes: dict[str, str]
    inputs: list[tuple[str, str, list[str]]]
    files: dict[str, str]

    def to_json(self) -> str:
        """Return the manifest as indented JSON, the same for the same manifest."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(folder: Path) -> Manifest:
    """Return the manifest of a generation's folder; raise `StoreError` when it is missing or makes no sense."""
    path = folder / NAME
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if values["format"] != FORMAT:
            raise StoreError(
                f"{path}: format {values['format']} is not the format {FORMAT} of this program; build anew"
            )
        return Manifest(**{**values, "inputs": [tuple(row) for row in values["inputs"]]})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path}: no readable manifest, so no whole generation ({error})") from error


def identify(inputs: tuple[Input, ...], program: str, settings: str, base: str) -> str:
    """Return the id that a build of these inputs has: 12 characters, from content only.

    >>> identify((Input("a.txt", "00ff"),), "0.1.0", "s", "https://e.org/")
    'qmy3o4sa6ikx'
    """
    rows = sorted(f"{row.name}\t{row.digest}" for row in inputs)
    return digest(str(FORMAT), program, settings, base, *rows, length=12)
