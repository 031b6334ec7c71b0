"""This room runs a dataset's queries on one asyncio loop, whichever thread asks: the server's, or one of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from jopsrdf.errors import StoreUnavailable

#: Seconds that queries at work have to notice that their workers are gone.
ENDING = 5.0
Result = TypeVar("Result")


class Loop:
    """A loop for callers in threads: one that a server gives, or else one of its own that starts when it is needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def use(self, loop: asyncio.AbstractEventLoop) -> None:
        """Run everything on a loop that somebody else keeps running."""
        self._loop = loop

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Run a coroutine on the loop and wait for what it returns; not to be called on the loop itself."""
        try:
            future = asyncio.run_coroutine_threadsafe(work, self._started())
        except StoreUnavailable:
            work.close()
            raise
        return future.result()

    def _started(self) -> asyncio.AbstractEventLoop:
        with self._lock:
            if self._closed:
                raise StoreUnavailable("the server is stopping")
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=_run, args=(self._loop,), name="queries", daemon=True)
                self._thread.start()
            return self._loop

    def close(self, last: Callable[[], None]) -> None:
        """Do something as the last on the loop, and end the loop if it is ours; a server's has ended by then."""
        with self._lock:
            self._closed, loop, thread = True, self._loop, self._thread
            self._thread = None
        if thread is None or loop is None:
            last()
            return
        asyncio.run_coroutine_threadsafe(_end(last), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    """Run a loop until it is stopped, and end it in its own thread: who closes may stand in another loop."""
    loop.run_forever()
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


async def _end(last: Callable[[], None]) -> None:
    """Do the last thing, and let all other tasks come to their ends."""
    last()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    if others:
        await asyncio.wait(others, timeout=ENDING)
