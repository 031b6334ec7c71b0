"""This room keeps the query log: one line of JSON for each query, without anything that points to a person.

A line has the query's digest (the text itself may hold names), its length, the seconds it took, rows, status and
generation; no address, no user agent. Answers from the byte cache are counted in the metrics and not logged.
"""

from __future__ import annotations

import json
import logging
import time
from dataclasses import dataclass, field
from hashlib import sha256

from jopsrdf.web.http import problems
from jopsrdf.web.http.metrics import Metrics

_quoted = json.encoder.encode_basestring_ascii
logger = logging.getLogger("jopsrdf.query")


@dataclass(slots=True)
class Entry:
    """One query on its way; it is 200 until something else is known."""

    query: str = field(repr=False)
    status: int = 200
    rows: int = 0
    truncated: str = ""
    generation: str = ""
    reason: str = ""
    started: float = field(default_factory=time.perf_counter)

    def fail(self, error: Exception) -> None:
        """Take over the status that an exception will have."""
        self.status, self.reason = problems.status_of(error), type(error).__name__

    def line(self, seconds: float) -> str:
        """Return the entry as JSON on one line.

        >>> Entry("ASK {}", rows=1, generation="g1").line(0.25)
        '{"query": "819ea91ed5f12b38", "length": 6, "seconds": 0.2500, "status": 200, "rows": 1, "generation": "g1"}'
        """
        digest = sha256(self.query.encode()).hexdigest()[:16]
        more = f', "truncated": {_quoted(self.truncated)}' if self.truncated else ""
        more += f', "reason": {_quoted(self.reason)}' if self.reason else ""
        return (
            f'{{"query": "{digest}", "length": {len(self.query)}, "seconds": {seconds:.4f}, "status": {self.status}, '
            f'"rows": {self.rows}, "generation": {_quoted(self.generation)}{more}}}'
        )


@dataclass(frozen=True, slots=True)
class QueryLog:
    """Writes entries to the logger `jopsrdf.query` and counts them."""

    metrics: Metrics

    def write(self, entry: Entry) -> None:
        seconds = time.perf_counter() - entry.started
        self.metrics.query(entry.status, seconds)
        if logger.isEnabledFor(logging.INFO):
            # Without the search for the caller that `logger.info` makes, which costs as much as all the rest.
            logger.handle(logging.LogRecord(logger.name, logging.INFO, __file__, 0, entry.line(seconds), None, None))
