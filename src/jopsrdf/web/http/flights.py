"""This room lets the same request be worked on only once at a time, and not at all when nobody waits for it any more.

When a popular answer is lost with its generation, many ask for it at the same moment; one slow query that a page
repeats would take every worker. Here the first request sets the work off and the others wait for the same reply. Who
goes away gets off; when nobody is left the work is called off.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable
from dataclasses import dataclass, field
from typing import Any

from jopsrdf.web.http.exchange import Reply

#: Seconds of work after which it is looked whether the client is still there: most replies are made long before.
SOON = 0.05
#: What makes a reply.
Work = Callable[[], Coroutine[Any, Any, Reply]]


@dataclass(slots=True)
class _Flight:
    work: asyncio.Task[None] | None = None
    seats: set[asyncio.Future[Reply | None]] = field(default_factory=set)


class Flights:
    """The requests that are being worked on, by key; for one loop."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight] = {}

    async def reply(
        self,
        key: Hashable,
        make: Work,
        left: Callable[[], Awaitable[object]],
    ) -> Reply | None:
        """Return what `make` returns, or what it returned to the one who asked first; None when the client has gone.

        `left()` ends when the client goes.
        """
        loop, flight = asyncio.get_running_loop(), self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight()
            flight.work = loop.create_task(self._fly(key, flight, make))
        seat: asyncio.Future[Reply | None] = loop.create_future()
        flight.seats.add(seat)
        look = loop.call_later(SOON, _watch, seat, left)
        try:
            return await seat
        finally:
            look.cancel()
            flight.seats.discard(seat)
            if not flight.seats:
                self._end(key, flight)

    async def _fly(self, key: Hashable, flight: _Flight, make: Work) -> None:
        """Do the work, and let those aboard know at once what came of it."""
        try:
            reply = await make()
        except Exception as error:  # noqa: BLE001 - it is raised where the reply is waited for
            for seat in flight.seats:
                if not seat.done():
                    seat.set_exception(error)
        else:
            for seat in flight.seats:
                if not seat.done():
                    seat.set_result(reply)
        finally:
            for seat in flight.seats:
                seat.cancel()  # where the work was called off, and otherwise nothing
            flight.work = None
            self._end(key, flight)

    def _end(self, key: Hashable, flight: _Flight) -> None:
        """Let whoever asks from now on begin anew, and call the work off if it is not done."""
        if self._flights.get(key) is flight:
            del self._flights[key]
        if flight.work:
            flight.work.cancel()


def _watch(seat: asyncio.Future[Reply | None], left: Callable[[], Awaitable[object]]) -> None:
    """Free a seat when its client leaves."""

    def free(_leaving: asyncio.Future[object]) -> None:
        if not seat.done():
            seat.set_result(None)

    leaving = asyncio.ensure_future(left())
    leaving.add_done_callback(free)
    seat.add_done_callback(lambda _: leaving.cancel())
