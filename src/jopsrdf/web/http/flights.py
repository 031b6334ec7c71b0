"""This room lets the same request be worked on only once at a time, and not at all when nobody waits for it any more.

When a popular answer is lost with its generation, many ask for it at the same moment; one slow query that a page
repeats would take every worker. Here the first request sets the work off and the others wait for the same reply. Who
goes away gets off; when nobody is left the work is called off.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass, field
from typing import Any

from jopsrdf.web.http.exchange import Reply

#: What makes a reply.
Work = Callable[[], Coroutine[Any, Any, Reply]]
#: Who waits for a reply: it is called with what came of the work.
Seat = Callable[[Reply | Exception], None]


@dataclass(slots=True)
class _Flight:
    seats: list[Seat] = field(default_factory=list)
    work: asyncio.Task[None] | None = None


class Flights:
    """The requests that are being worked on, by key; for one loop."""

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight] = {}

    def board(self, key: Hashable, make: Work, seat: Seat) -> Callable[[], None]:
        """Call `seat` with what `make` returns or raises, or did for who asked first; return what gets it off."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight()
            flight.work = asyncio.get_running_loop().create_task(self._fly(key, flight, make))
        flight.seats.append(seat)

        def leave() -> None:
            flight.seats.remove(seat)
            if not flight.seats:
                self._end(key, flight)

        return leave

    async def _fly(self, key: Hashable, flight: _Flight, make: Work) -> None:
        """Do the work, and let those aboard know what came of it."""
        outcome: Reply | Exception
        try:
            outcome = await make()
        except Exception as error:  # noqa: BLE001 - it is told where the reply is waited for
            outcome = error
        flight.work = None
        self._end(key, flight)
        for seat in list(flight.seats):
            seat(outcome)

    def _end(self, key: Hashable, flight: _Flight) -> None:
        """Let whoever asks from now on begin anew, and call the work off if it is not done."""
        if self._flights.get(key) is flight:
            del self._flights[key]
        if flight.work:
            flight.work.cancel()
