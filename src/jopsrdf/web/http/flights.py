"""This room lets the same request be worked on only once at a time, and not at all when nobody waits for it any more.

When a popular answer is lost with its generation, many ask for it at the same moment; one slow query that a page
repeats would take every worker. Here the first request sets the work off and the others wait for the same reply. Who
goes away gets off; when nobody is left the work is called off.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any

from jopsrdf.web.http.exchange import Reply

#: Seconds of work after which it is looked whether the client is still there: most replies are made long before.
SOON = 0.05


@dataclass(slots=True)
class _Flight:
    work: asyncio.Task[Reply]
    aboard: int = 0


class Flights:
    """The requests that are being worked on, by key; for one loop."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight] = {}

    async def reply(
        self,
        key: Hashable,
        make: Callable[[], Coroutine[Any, Any, Reply]],
        left: Callable[[], Awaitable[object]],
    ) -> Reply | None:
        """Return what `make` returns, or what it returned to the one who asked first; None when the client has gone.

        `left()` ends when the client goes.
        """
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight(asyncio.get_running_loop().create_task(make()))
        flight.aboard += 1
        try:
            return await flight.work if await _lands(flight.work, left) else None
        finally:
            flight.aboard -= 1
            if self._flights.get(key) is flight and (flight.work.done() or not flight.aboard):
                del self._flights[key]
            if not flight.aboard:
                flight.work.cancel()


async def _lands(work: asyncio.Task[Reply], left: Callable[[], Awaitable[object]]) -> bool:
    """Wait for the end of the work and return True, or for the client to leave and return False."""
    done, _ = await asyncio.wait({work}, timeout=SOON)
    if done:
        return True
    leaving = asyncio.ensure_future(left())
    either: set[asyncio.Future[Any]] = {work, leaving}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    finally:
        leaving.cancel()
    return work.done()
