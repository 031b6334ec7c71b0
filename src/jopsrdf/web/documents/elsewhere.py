"""This room answers for what is not there: every address of a thing is a row here, so all of them say the same.

What is gone is 410 before any view is asked. What no view knows has moved, or is only spelt otherwise (301 to the
same document of the other name), or stays the 404 that it was, with what comes near: views only raise `NotFound`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Response, request
from werkzeug.exceptions import Gone, NotFound

from jopsrdf.exports import EXPORTS
from jopsrdf.formats import FORMATS
from jopsrdf.graph.moves import moved, moves
from jopsrdf.web.documents.graves import graves_of
from jopsrdf.web.documents.near import canonical, near
from jopsrdf.web.documents.resources import exists, redirect
from jopsrdf.web.site import Site, address

_RDF = tuple(f".{row.suffix}" for row in FORMATS.values())
_CITED = tuple(f".{row.suffix}" for row in EXPORTS.values())


@dataclass(frozen=True, slots=True)
class Room:
    """One row: what stands before the name of a thing (a pattern), and what may stand behind it, "" for nothing."""

    before: str
    behind: tuple[str, ...] = ("",)
    has_articles_only: bool = False

    def names(self, path: str) -> Iterator[Name]:
        """Yield what a path of this room may name."""
        begin = re.match(self.before, path)
        for suffix in self.behind if begin else ():
            if begin and path.endswith(suffix):
                yield Name(self, begin[0], path[begin.end() : len(path) - len(suffix)], suffix)


@dataclass(frozen=True, slots=True)
class Name:
    """A path taken apart: the room, the thing that is named in it (decoded), and the ends of the path."""

    room: Room
    before: str
    thing: str
    behind: str

    def of(self, other: str) -> str:
        """Return the path of the same document about another thing, whose name is as in its IRI."""
        return f"{self.before}{other}{self.behind}"


#: The first row whose beginning fits counts; the last one is the IRI itself.
ROOMS: tuple[Room, ...] = (
    Room("page/"),
    Room("data/", ("", *_RDF)),
    Room("linkset/", (".json",), has_articles_only=True),
    Room("embed/", (".jsonld",), has_articles_only=True),
    Room("cite/", _CITED, has_articles_only=True),
    Room("pictures/"),
    Room("network/[^/]+/"),
    Room("network-data/[^/]+/", (".json",)),
    Room("", ("", *_RDF)),
)


def refuse_gone(site: Site) -> None:
    """Raise 410 for a request that names an article which was withdrawn, or has departed from the dataset."""
    generation = site.dataset.generation
    graves = graves_of(generation, site.settings)
    for name in named(request.path.lstrip("/")) if graves.gone else ():
        if said := graves.epitaph(name.thing.removeprefix("graph/")):
            raise Gone(said)
        if exists(site, generation, name.thing):
            return


def settled(site: Site, error: NotFound) -> Response:
    """Answer a request that ended in a 404 by a redirect; raise the error with what comes near.

    What the dataset still describes has not moved: where it lacks a document, that is a 404.
    """
    generation, base = site.dataset.generation, site.settings.base
    names = list(named(request.path.lstrip("/")))
    for name in names:
        if exists(site, generation, name.thing):
            continue
        found = site_moved(site, name.thing) or canonical(generation, base, name.thing)
        if found:
            query = request.query_string.decode("latin-1")
            return redirect(name.of(found) + (f"?{query}" if query else ""), 301)
    for name in names[-1:]:
        likely = near(generation, base, name.thing)
        fitting = [key for key in likely if not name.room.has_articles_only or generation.article(key)]
        error.near = [address(name.of(key)) for key in fitting]  # type: ignore[attr-defined] # a problem's member
    raise error


def named(path: str) -> Iterator[Name]:
    """Yield what a path may name, the whole of it first.

    >>> [(name.before, name.thing, name.behind) for name in named("data/work/10.1/a.ttl")]
    [('data/', 'work/10.1/a.ttl', ''), ('data/', 'work/10.1/a', '.ttl')]
    """
    room = next(room for room in ROOMS if re.match(room.before, path))
    yield from room.names(path)


def site_moved(site: Site, path: str) -> str:
    """Return where the settings say that a thing is now, "" for one that has not moved; DOIs do not tell case apart."""
    rows = moves(site.settings["site.moved"], site.settings.base)
    return moved(path, rows) or moved(path.lower(), rows)
