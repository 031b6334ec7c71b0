"""This room lets the same request be worked on only once at a time: whoever asks meanwhile gets the same answer.

When a popular answer is lost with its generation, many ask for it at the same moment; one slow query that a page
repeats would take every worker. Here the first one works and the others wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from jopsrdf.web.http.exchange import Reply

Key = tuple[str, ...]


@dataclass(slots=True)
class _Flight:
    landed: threading.Event = field(default_factory=threading.Event)
    reply: Reply | None = None


class Flights:
    """The requests that are being worked on, by key."""

    def __init__(self) -> None:
        self._flights: dict[Key, _Flight] = {}
        self._lock = threading.Lock()

    def reply(self, key: Key, make: Callable[[], Reply]) -> Reply:
        """Return what `make` returns, or what it returned to the one who asked first; a stream is never shared."""
        with self._lock:
            flight, is_first = self._flights.get(key), key not in self._flights
            if flight is None:
                flight = self._flights[key] = _Flight()
        if not is_first:
            flight.landed.wait()
            return flight.reply or make()
        try:
            made = make()
            flight.reply = made if made.stream is None else None
            return made
        finally:
            with self._lock:
                del self._flights[key]
            flight.landed.set()
