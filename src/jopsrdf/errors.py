"""This room holds the two ways of failing: exceptions for hard failures, notes for doubtful content.

Bad *content* becomes a `Note` on the record and the work goes on; the wrong *kind* of input or a bad
configuration raises a child of `JopsError` with its position; our own bugs are left to crash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in an input: its name, a 1-based line, and a half-open range of characters in that line.

    Zero means "not known": `line=0` is the whole input, `end=0` the whole line.

    >>> str(Where("page.txt", 12, 4, 9))
    'page.txt:12:5-9'
    >>> str(Where("page.txt"))
    'page.txt'
    """

    source: str
    line: int = 0
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.source
        columns = f":{self.start + 1}-{self.end}" if self.end else ""
        return f"{self.source}:{self.line}{columns}"


@dataclass(frozen=True, slots=True)
class Note:
    """One doubt about a record: a code from `notes.CODES`, a sentence for people, and the place.

    >>> print(Note("issue-bracket", 'read "1(10" as issue 1, whole number 10', Where("page.txt", 3)))
    page.txt:3: warning: read "1(10" as issue 1, whole number 10 [issue-bracket]
    """

    code: str
    message: str
    where: Where | None = None
    severity: Severity = "warning"

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.severity}: {self.message} [{self.code}]"


class JopsError(Exception):
    """The parent of every failure that a user can cause or mend; `exit_code` is what the shell sees."""

    exit_code = 1


class ConfigError(JopsError):
    """A settings file that cannot be used: `path` and `key` say where."""

    exit_code = 2

    def __init__(self, message: str, *, path: str = "", key: str = "") -> None:
        place = ": ".join(part for part in (path, key) if part)
        super().__init__(f"{place}: {message}" if place else message)
        self.path, self.key = path, key


class IdentifierError(JopsError):
    """A text that was said to be an identifier and is none."""

    def __init__(self, message: str, *, text: str) -> None:
        super().__init__(message)
        self.text = text


class SourceError(JopsError):
    """An input that is not an article page, or cannot be read at all."""

    exit_code = 3

    def __init__(self, message: str, *, where: Where) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where


class FormatError(JopsError):
    """RDF (or a format's name) that cannot be read or written."""

    exit_code = 4

    def __init__(self, message: str, *, where: Where | None = None) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where


class CollisionError(JopsError):
    """Two different keys that ask for one IRI: the build stops, because a merge would be wrong."""

    exit_code = 5

    def __init__(self, iri: str, first: str, second: str) -> None:
        super().__init__(f"{iri}: two different things ask for this IRI: {first} and {second}")
        self.iri, self.first, self.second = iri, first, second


class StoreError(JopsError):
    """A dataset that is missing, damaged, or cannot be written."""

    exit_code = 6


class QueryError(StoreError):
    """A query that the endpoint refuses or cannot parse; line and column are 1-based, 0 when unknown."""

    def __init__(self, message: str, *, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


class QueryRefused(QueryError):
    """A query that asks for what a read-only endpoint does not do: updates, LOAD, SERVICE."""


class QueryTimeout(StoreError):
    """A query that was ended at its deadline, in seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the query took longer than {seconds:g} s and was ended")
        self.seconds = seconds


class QueryFailed(StoreError):
    """A query that took its worker down: it asked for too much memory, or nested too deep."""


class StoreUnavailable(StoreError):
    """A store that does not answer, or has no worker free."""

    def __init__(self, message: str, *, url: str = "") -> None:
        super().__init__(message)
        self.url = url
