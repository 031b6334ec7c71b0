"""This room keeps the query log: one line of JSON for each query, without anything that points to a person.

A line has the query's digest (the text itself may hold names), its length, the seconds it took, rows, status and
generation; no address, no user agent. Answers from the byte cache are counted in the metrics and not logged.
"""

from __future__ import annotations

import asyncio
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
    """Counts entries and writes them to the logger `jopsrdf.query`: those of a turn of the loop together."""

    metrics: Metrics
    _lines: list[str] = field(default_factory=list)

    def write(self, entry: Entry) -> None:
        """Note what came of a query, on the loop that answers; its line is written after its reply has gone."""
        seconds = time.perf_counter() - entry.started
        self.metrics.query(entry.status, seconds)
        if logger.isEnabledFor(logging.INFO):
            if not self._lines:
                asyncio.get_running_loop().call_soon(self._flush)
            self._lines.append(entry.line(seconds))

    def _flush(self) -> None:
        logger.info("\n".join(self._lines))
        self._lines.clear()
