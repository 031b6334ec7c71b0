"""This room counts: requests, cache hits, queries and how long they took, in the text format of Prometheus."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
#: Upper bounds of the histogram's buckets, in seconds.
BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


class Metrics:
    """Counters of one process; each may be raised from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._cache: Counter[str] = Counter()
        self._queries: Counter[int] = Counter()
        self._buckets: Counter[int] = Counter()
        self._seconds = 0.0

    def request(self, method: str, status: int) -> None:
        with self._lock:
            self._requests[method if method in _METHODS else "OTHER", status] += 1

    def cache(self, outcome: str) -> None:
        with self._lock:
            self._cache[outcome] += 1

    def query(self, status: int, seconds: float) -> None:
        with self._lock:
            self._queries[status] += 1
            self._buckets[bisect_left(BUCKETS, seconds)] += 1
            self._seconds += seconds

    def text(self, gauges: dict[str, float]) -> str:
        """Return everything as text; `gauges` are values that are read at this moment, by metric name."""
        with self._lock:
            return "\n".join([*self._lines(), *_gauges(gauges)]) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from _head("jopsrdf_requests_total", "counter", "Requests by method and status.")
        for (method, status), count in sorted(self._requests.items()):
            yield f'jopsrdf_requests_total{{method="{method}",status="{status}"}} {count}'
        yield from _head("jopsrdf_cache_total", "counter", "Requests that the byte cache answered, or did not.")
        for outcome, count in sorted(self._cache.items()):
            yield f'jopsrdf_cache_total{{outcome="{outcome}"}} {count}'
        yield from _head("jopsrdf_queries_total", "counter", "Queries by status; cached answers are not counted here.")
        for status, count in sorted(self._queries.items()):
            yield f'jopsrdf_queries_total{{status="{status}"}} {count}'
        yield from self._histogram()

    def _histogram(self) -> Iterator[str]:
        name = "jopsrdf_query_seconds"
        yield from _head(name, "histogram", "Seconds from reading a query to its answer.")
        below = 0
        for place, bound in enumerate(BUCKETS):
            below += self._buckets[place]
            yield f'{name}_bucket{{le="{bound:g}"}} {below}'
        total = self._buckets.total()
        yield from (f'{name}_bucket{{le="+Inf"}} {total}', f"{name}_sum {self._seconds:.6f}", f"{name}_count {total}")


_METHODS = {"GET", "HEAD", "POST", "QUERY", "OPTIONS"}


def _head(name: str, kind: str, meaning: str) -> tuple[str, str]:
    return f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"


def _gauges(values: dict[str, float]) -> Iterator[str]:
    for name, value in values.items():
        yield f"# TYPE {name} gauge"
        yield f"{name} {value:g}"
