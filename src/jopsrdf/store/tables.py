"""This room is the SQL of a generation: the tables of `records.sqlite`, rows in, rows out."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jopsrdf.errors import StoreError
from jopsrdf.store.lookup import indexed, phrases
from jopsrdf.store.manifest import Entry
from jopsrdf.terms import Triple

NAME = "records.sqlite"
#: A line of the search index is an article (position 0) or one of its references; its row number says which.
LINE = 1 << 20

SCHEMA = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,          -- path of the IRI after the base
    iri TEXT NOT NULL UNIQUE,
    doi TEXT NOT NULL,
    title TEXT NOT NULL,
    published TEXT NOT NULL,           -- as precise as it was printed: 2025, 2025-07, 2025-07-09
    authors TEXT NOT NULL,             -- JSON list of names
    stated TEXT NOT NULL,
    notes TEXT NOT NULL,               -- JSON object: note code and count
    digest TEXT NOT NULL,              -- SHA-256 of the input
    graph TEXT NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX articles_by_date ON articles (published DESC, key);
CREATE INDEX articles_by_input ON articles (digest);
CREATE TABLE quads (number INTEGER PRIMARY KEY, nquads BLOB NOT NULL);  -- zlib; what an unchanged article is carried by
CREATE TABLE citations (
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,         -- from 1
    raw TEXT NOT NULL,
    work TEXT NOT NULL,                -- IRI of the cited work, or ""
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX citations_by_work ON citations (work, article);
CREATE TABLE documents (               -- what dereferencing an IRI returns; fragments stand with their document
    iri TEXT NOT NULL,
    part INTEGER NOT NULL,             -- sorted lines bring a document's fragments first, itself later
    triples BLOB NOT NULL,             -- zlib of N-Triples
    PRIMARY KEY (iri, part)
);
CREATE VIRTUAL TABLE words USING fts5 (
    title, authors, reference, content='', tokenize='unicode61 remove_diacritics 2'
);
"""
_COLUMNS = "key, iri, doi, title, published, authors, stated, notes, graph, record"
_TERMS = re.compile(r'(<[^>]*>) (<[^>]*>) (<[^>]*>|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) \.')


@dataclass(frozen=True, slots=True)
class Record:
    """An article's row: `record` is its JSON, `published` as precise as it was printed."""

    key: str
    iri: str
    doi: str
    title: str
    published: str
    record: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result: the article, and the reference that matched (position 0 and its title: the article itself)."""

    article: Record
    position: int
    text: str


def connect(folder: Path) -> sqlite3.Connection:
    """Open a finished generation's tables; nothing can be written, so any thread may read."""
    path = folder / NAME
    try:
        connection = sqlite3.connect(_read_only(folder), uri=True, check_same_thread=False)
        connection.execute("SELECT 1 FROM articles")  # opens the file: from now on it may be unlinked
        return connection
    except sqlite3.Error as error:
        raise StoreError(f"{path}: cannot be opened ({error})") from error


def _read_only(folder: Path) -> str:
    return f"{(folder / NAME).absolute().as_uri()}?mode=ro&immutable=1"


def create(folder: Path) -> sqlite3.Connection:
    """Make the tables of a new generation; it has no journal, because a build that fails is thrown away whole."""
    connection = sqlite3.connect(folder / NAME, isolation_level=None)
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")
    connection.executescript(SCHEMA)
    connection.execute("BEGIN")
    return connection


def insert(connection: sqlite3.Connection, number: int, digest: str, entry: Entry) -> None:
    """Add an article: its row, its quads, its citations, its lines for the search."""
    notes = json.dumps(dict(entry.notes), sort_keys=True)
    authors = json.dumps(entry.authors, ensure_ascii=False)
    row = (entry.key, entry.iri, entry.doi, entry.title, entry.published, authors, entry.stated, notes)
    connection.execute(
        f"INSERT INTO articles (number, digest, {_COLUMNS}) VALUES ({','.join('?' * 12)})",  # noqa: S608 # constants
        (number, digest, *row, entry.graph, entry.record),
    )
    connection.execute("INSERT INTO quads VALUES (?, ?)", (number, zlib.compress(entry.nquads.encode())))
    lines = list(enumerate(entry.references, 1))
    connection.executemany("INSERT INTO citations VALUES (?, ?, ?, ?)", ((number, n, *line) for n, line in lines))
    words = [(number * LINE, indexed(entry.title), indexed(" ".join(entry.authors)), "")]
    words += [(number * LINE + n, "", "", indexed(raw)) for n, (raw, _) in lines]
    connection.executemany("INSERT INTO words (rowid, title, authors, reference) VALUES (?, ?, ?, ?)", words)


def entries(connection: sqlite3.Connection, digest: str) -> Iterator[Entry]:
    """Yield the articles that came from an input, as they were added."""
    query = f"SELECT number, {_COLUMNS} FROM articles WHERE digest = ? ORDER BY number"  # noqa: S608 # constants
    for number, key, iri, doi, title, published, authors, stated, notes, graph, record in connection.execute(
        query, (digest,)
    ):
        yield Entry(
            key=key,
            iri=iri,
            doi=doi,
            title=title,
            published=published,
            authors=tuple(json.loads(authors)),
            stated=stated,
            notes=json.loads(notes),
            graph=graph,
            record=record,
            nquads=nquads(connection, key),
            references=tuple(
                connection.execute("SELECT raw, work FROM citations WHERE article = ? ORDER BY position", (number,))
            ),
        )


def count(connection: sqlite3.Connection, digest: str) -> int:
    """Return the number of articles that came from an input."""
    row: tuple[int] = connection.execute("SELECT count(*) FROM articles WHERE digest = ?", (digest,)).fetchone()
    return row[0]


def has(connection: sqlite3.Connection, key: str) -> bool:
    """Say whether there is an article of this key."""
    return connection.execute("SELECT 1 FROM articles WHERE key = ?", (key,)).fetchone() is not None


def missing_from(connection: sqlite3.Connection, folder: Path) -> list[tuple[str, str]]:
    """Return key and DOI of each article that the generation in another folder has not, sorted by key.

    A generation that cannot be read has none.
    """
    query = "SELECT key, doi FROM main.articles AS ours {} ORDER BY key"
    missing = "WHERE NOT EXISTS (SELECT 1 FROM other.articles WHERE key = ours.key)"
    try:
        connection.execute("ATTACH ? AS other", (_read_only(folder),))
        return connection.execute(query.format(missing)).fetchall()
    except sqlite3.Error:
        return connection.execute(query.format("")).fetchall()


def nquads(connection: sqlite3.Connection, key: str) -> str:
    """Return the N-Quads that an article was added with, "" for an unknown key."""
    query = "SELECT nquads FROM quads JOIN articles USING (number) WHERE key = ?"
    row = connection.execute(query, (key,)).fetchone()
    return zlib.decompress(row[0]).decode() if row else ""


def insert_documents(connection: sqlite3.Connection, parts: Iterable[tuple[str, int, str]]) -> None:
    """Add parts of documents: the IRI, the part's number, its N-Triples."""
    rows = ((iri, part, zlib.compress(text.encode())) for iri, part, text in parts)
    connection.executemany("INSERT INTO documents VALUES (?, ?, ?)", rows)


def document(connection: sqlite3.Connection, iri: str) -> str:
    """Return the N-Triples of a document with its fragments, "" when nothing is said of it; itself comes first."""
    query = "SELECT triples FROM documents WHERE iri = ? ORDER BY part DESC"
    return "".join(zlib.decompress(row[0]).decode() for row in connection.execute(query, (iri,)))


def triples(ntriples: str) -> list[Triple]:
    r"""Return the triples of N-Triples text of ours (one space between terms, no blank nodes).

    >>> triples('<http://e.org/s> <http://e.org/p> "a \\" b"@en .\n')
    [('<http://e.org/s>', '<http://e.org/p>', '"a \\" b"@en')]
    """
    return _TERMS.findall(ntriples)


def search(connection: sqlite3.Connection, text: str, limit: int) -> list[Hit]:
    """Return articles and references that hold all words of a text, the last as a beginning; titles weigh most."""
    words = [f'"{phrase}"' for phrase in phrases(text)]
    if not words:
        return []
    rows = connection.execute(
        "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 10.0, 5.0, 1.0), rowid LIMIT ?",
        (" ".join(words) + "*", limit),
    )
    return [_hit(connection, *divmod(row[0], LINE)) for row in rows.fetchall()]


def _hit(connection: sqlite3.Connection, number: int, position: int) -> Hit:
    article = record(connection, "number", number)
    assert article is not None, "the index was filled from the articles"
    row = connection.execute("SELECT raw FROM citations WHERE article = ? AND position = ?", (number, position))
    return Hit(article, position, row.fetchone()[0] if position else article.title)


def record(connection: sqlite3.Connection, column: str, value: str | int) -> Record | None:
    """Return the article whose column (number, key, iri, doi) has a value."""
    return next(records(connection, f"WHERE {column} = ?", (value,)), None)


def records(connection: sqlite3.Connection, clause: str, values: tuple[str | int, ...]) -> Iterator[Record]:
    """Yield the articles that a clause of ours selects."""
    query = f"SELECT key, iri, doi, title, published, record FROM articles {clause}"  # noqa: S608 # clauses of ours
    return (Record(*row) for row in connection.execute(query, values))
