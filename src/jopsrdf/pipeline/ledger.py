"""This room remembers what every IRI of a build was made from: on disk, so that memory stays flat.

Workers mint without talking to each other. Here their keys come together, and two things that ask for one name are
found out before the generation serves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from jopsrdf.errors import CollisionError


class Ledger:
    """The key of each IRI, in a file of SQLite's own that is gone when the ledger is closed.

    >>> ledger = Ledger()
    >>> ledger.enter([("https://e.org/work/x", "book//1888/x")])
    >>> ledger.enter([("https://e.org/work/x", "book//1999/x")])
    Traceback (most recent call last):
    jopsrdf.errors.CollisionError: https://e.org/work/x: two different things ask for this IRI: ...
    >>> ledger.close()
    """

    def __init__(self) -> None:
        self._table = sqlite3.connect("", isolation_level=None)
        self._table.executescript(
            "PRAGMA journal_mode = OFF; CREATE TABLE asked (iri TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID; BEGIN"
        )

    def enter(self, keys: Iterable[tuple[str, str]]) -> None:
        """Take over what a worker's mint remembers; raise `CollisionError` where it disagrees with another's."""
        for iri, key in keys:
            if not self._table.execute("INSERT OR IGNORE INTO asked VALUES (?, ?)", (iri, key)).rowcount:
                ((known,),) = self._table.execute("SELECT key FROM asked WHERE iri = ?", (iri,))
                if known != key:
                    raise CollisionError(iri, known, key)

    def close(self) -> None:
        """Forget everything."""
        self._table.close()
