"""This room counts: requests, cache hits, queries and how long they took, in the text format of Prometheus."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from itertools import accumulate, product
from pathlib import Path

from jopsrdf.web.http.exchange import CLIENT_GONE
from jopsrdf.web.http.tally import Tally

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
#: Upper bounds of the histogram's buckets, in seconds.
BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
#: Methods that are counted by name; the last stands for all others.
METHODS = ("GET", "HEAD", "POST", "QUERY", "OPTIONS", "OTHER")
STATUSES = (*(status.value for status in HTTPStatus), CLIENT_GONE)
OUTCOMES = ("hit", "miss")

_METHOD = {method: place * len(STATUSES) for place, method in enumerate(METHODS)}
_STATUS = {status: place for place, status in enumerate(STATUSES)}
#: Where each sort of number begins in a row of the tally.
_QUERIES = len(METHODS) * len(STATUSES)
_BUCKETS = _QUERIES + len(STATUSES)
_SECONDS = _BUCKETS + len(BUCKETS) + 1
_OUTCOMES = _SECONDS + 1
_KEPT = _OUTCOMES + len(OUTCOMES)
#: How many numbers a process counts.
WIDTH = _KEPT + 2


class Metrics:
    """Counters, raised from any thread; those of all processes that count into the same file are told as one."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._tally = Tally(WIDTH, path)
        self._own = self._tally.own
        self.kept(0, 0)

    @property
    def is_first(self) -> bool:
        """Whether no process counted before this one, of those that are there."""
        return self._tally.number == 0

    def request(self, method: str, status: int) -> None:
        with self._lock:
            self._own[_METHOD.get(method, _METHOD["OTHER"]) + _STATUS[status]] += 1

    def cache(self, outcome: str) -> None:
        with self._lock:
            self._own[_OUTCOMES + OUTCOMES.index(outcome)] += 1

    def kept(self, size: int, entries: int) -> None:
        """Say how many bytes and how many answers the cache holds."""
        self._own[_KEPT], self._own[_KEPT + 1] = size, entries

    def query(self, status: int, seconds: float) -> None:
        with self._lock:
            self._own[_QUERIES + _STATUS[status]] += 1
            self._own[_BUCKETS + bisect_left(BUCKETS, seconds)] += 1
            self._own[_SECONDS] += seconds

    def text(self, gauges: dict[str, float]) -> str:
        """Return everything as text; `gauges` are values that are read at this moment, by metric name."""
        counted = self._tally.sums()
        kept = {"jopsrdf_cache_bytes": counted[_KEPT], "jopsrdf_cache_entries": counted[_KEPT + 1]}
        return "\n".join([*_lines(counted), *_gauges(gauges | kept)]) + "\n"


def _lines(counted: Sequence[float]) -> Iterator[str]:
    yield from _head("jopsrdf_requests_total", "counter", "Requests by method and status.")
    for (method, status), count in zip(product(METHODS, STATUSES), counted, strict=False):
        if count:
            yield f'jopsrdf_requests_total{{method="{method}",status="{status}"}} {count:.0f}'
    yield from _head("jopsrdf_cache_total", "counter", "Requests that the byte cache answered, or did not.")
    for outcome, count in zip(OUTCOMES, counted[_OUTCOMES:], strict=False):
        yield f'jopsrdf_cache_total{{outcome="{outcome}"}} {count:.0f}'
    yield from _head("jopsrdf_queries_total", "counter", "Queries by status; cached answers are not counted here.")
    for status, count in zip(STATUSES, counted[_QUERIES:], strict=False):
        if count:
            yield f'jopsrdf_queries_total{{status="{status}"}} {count:.0f}'
    yield from _histogram(counted)


def _histogram(counted: Sequence[float]) -> Iterator[str]:
    name = "jopsrdf_query_seconds"
    yield from _head(name, "histogram", "Seconds from reading a query to its answer.")
    bounds = (*(f"{bound:g}" for bound in BUCKETS), "+Inf")
    below = list(accumulate(counted[_BUCKETS:_SECONDS]))
    yield from (f'{name}_bucket{{le="{bound}"}} {count:.0f}' for bound, count in zip(bounds, below, strict=True))
    yield from (f"{name}_sum {counted[_SECONDS]:.6f}", f"{name}_count {below[-1]:.0f}")


def _head(name: str, kind: str, meaning: str) -> tuple[str, str]:
    return f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"


def _gauges(values: dict[str, float]) -> Iterator[str]:
    for name, value in values.items():
        yield f"# TYPE {name} gauge"
        yield f"{name} {value:g}"
