"""This room answers look-ups at once, in the process that serves: what is said of one thing, or points to it.

Most questions that an endpoint is asked are of one triple pattern with a subject or an object. The engine answers them
by walking along an index, a row after the other, so they can be ended after any row and need no process that could be
killed; the way to a worker and back would cost more than their answers. What turns out to be longer goes to a worker
all the same.
"""

from __future__ import annotations

import asyncio
import re
from functools import lru_cache

from pyoxigraph import Store

from jopsrdf.errors import QueryError, StoreError
from jopsrdf.store import guard
from jopsrdf.store.answers import Answer, Limits, Question
from jopsrdf.store.worker import Source, Task, answer

#: Rows and bytes up to which an answer is given here: some milliseconds, for nothing else is answered meanwhile.
ROWS, BYTES = 300, 1 << 17

_SPACE = r"(?:\s|\#[^\n\r]*+)"
_THING = rf"(?:{guard.IRI}|(?:[A-Za-z][\w\-]*+)?+:(?:{guard.LOCAL})?+)"
_LITERAL = rf"""(?:"[^"\n\r]*+"|'[^'\n\r]*+')(?:@[A-Za-z]++(?:-[A-Za-z0-9]++)*+|\^\^{_THING})?+"""
#: The place of the one pattern, whose variables are named after where they stand.
_PATTERN = rf"""
    (?:(?P<subject>{_THING}) | [?$](?P<s>\w++)) {_SPACE}*+
    (?:{_THING} | a(?!\w) | [?$](?P<p>\w++)) {_SPACE}*+
    (?:(?P<object>{_THING}|{_LITERAL}) | [?$](?P<o>\w++)) {_SPACE}*+ (?:\.{_SPACE}*+)?+
"""
_LOOKUP = re.compile(
    rf"""
    (?:{_SPACE} | prefix{_SPACE}++[\w\-]*+:{_SPACE}*+{guard.IRI})*+
    (?: describe{_SPACE}++(?P<described>{_THING})
      | (?:ask | select{_SPACE}*+(?:\* | (?:[?$]\w++{_SPACE}*+)++)) {_SPACE}*+ (?:where{_SPACE}*+)?+
        \{{ {_SPACE}*+ {_PATTERN} \}} {_SPACE}*+ (?:limit{_SPACE}++\d++)?+
    ) {_SPACE}*+
    """,
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=16)
def is_lookup(text: str) -> bool:
    """Say whether a query describes one thing, or is of one triple pattern with a subject or an object, and no more.

    A variable that stands twice, DISTINCT, OFFSET or a path may let the engine walk far without finding a row; what an
    escaped sign would stand for is not looked at.

    >>> is_lookup("PREFIX s: <http://schema.org/> SELECT * WHERE { <http://e.org/a> s:name ?name . } # all")
    True
    >>> [is_lookup(f"SELECT {rest}") for rest in ("* { ?s ?p ?o }", "DISTINCT ?p { <a:b> ?p ?o }", "* { ?s ?s <a:b> }")]
    [False, False, False]
    """
    found = _LOOKUP.fullmatch(text) if "\\" not in text else None
    if not found or not (found["described"] or found["subject"] or found["object"]):
        return False
    variables = [name for name in found.group("s", "p", "o") if name]
    return len(set(variables)) == len(variables)


class Direct:
    """The triples of the current generation, open in this process; for one loop."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._source: Source | None = None
        self._store: Store | None = None

    def answer(self, question: Question, source: Source, generation: str) -> Answer | None:
        """Return the answer to a look-up in a generation's triples; its id is only passed on.

        None where the answer is too long, or the triples are not open here or cannot be read: a worker will answer, or
        say what is wrong. Raise `QueryError` for a query with a fault.
        """
        if not is_lookup(question.text) or question.default_graphs or question.named_graphs:
            return None
        guard.read(question.text, self._limits)
        store = self._opened(source)
        if store is None:
            return None
        rows, size = min(ROWS, self._limits.rows), min(BYTES, self._limits.bytes)
        try:
            written, took = answer(
                store, Task(question.text, question.media_type, None, 0, rows, size), source.prefixes
            )
        except QueryError:
            raise
        except StoreError:
            self._store = None
            return None
        if written.cut:
            return None
        return Answer(
            body=written.body, media_type=written.media_type, rows=written.rows, generation=generation, seconds=took
        )

    def prepare(self, source: Source) -> None:
        """Open a generation's triples in a thread, unless they are; who asks meanwhile is answered by a worker."""
        if source is not self._source:
            self._source, self._store = source, None
            asyncio.get_running_loop().run_in_executor(None, self._open, source)

    def _opened(self, source: Source) -> Store | None:
        self.prepare(source)
        return self._store

    def _open(self, source: Source) -> None:
        try:
            store = Store.read_only(str(source.folder))
        except (OSError, RuntimeError):  # a folder that is being removed looks corrupt
            return
        if source is self._source:
            self._store = store
