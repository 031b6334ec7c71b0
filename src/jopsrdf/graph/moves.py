"""This room is the registry of IRIs that changed: `site.moved` of the settings, from the old path to the new one.

A row moves all that stands below a path too (`journal/a` also `journal/a/volume/4`), and the graph about it. The owner
may write paths as they stand in the IRI or decoded, with the base before them or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from jopsrdf.graph.iris import segment

GRAPH = "graph/"


def moves(registry: Mapping[str, str], base: str) -> dict[str, str]:
    """Return the registry's rows as names stand in IRIs, for `moved`."""
    return {name_of(old, base): name_of(new, base) for old, new in registry.items()}


def moved(path: str, rows: Mapping[str, str]) -> str:
    """Return where a path (decoded) is now, as in the IRI, "" for one that has not moved; rows may form a chain.

    >>> registry = {"work/a": "work/b", "work/b": "https://e.org/work/10.1/c[1]", "journal/x": "journal/y"}
    >>> rows = moves(registry, "https://e.org/")
    >>> moved("work/a", rows), moved("journal/x/volume/4", rows)
    ('work/10.1/c%5B1%5D', 'journal/y/volume/4')
    >>> moved("work/c", {}), moved("loop", {"loop": "loop"}), moved("a", {"a": "a/b"})
    ('', '', '')
    """
    found, way = segment(path), list[str]()
    while (after := _step(found, rows)) and len(way) < len(rows):
        way.append(after)
        found = after
    # A way that goes on after as many steps as there are rows leads in a circle, or ever further down.
    return found if way and not after else ""


def _step(name: str, rows: Mapping[str, str]) -> str:
    """Return the next name: by the row of the longest path that the name is, or is below; "" where there is none."""
    room = GRAPH if name.startswith(GRAPH) else ""
    head, tail = name.removeprefix(room), ""
    while head and head not in rows:
        head, slash, last = head.rpartition("/")
        tail = f"{slash}{last}{tail}"
    return f"{room}{rows[head]}{tail}" if head else ""


def name_of(path: str, base: str) -> str:
    """Return a path of the settings as it stands in an IRI, without the room of graphs."""
    return segment(unquote(path.removeprefix(base).strip("/"))).removeprefix(GRAPH)
