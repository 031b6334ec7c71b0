"""What goes wrong while the load runs: workers die, generations come and go, the disk is full, clients misbehave."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import load_world
from load_client import Client
from load_requests import large_result, long_query
from load_watch import family

from jopsrdf.store import layout

#: Bytes of the file system of a dataset whose disk is to become full, and what is left of it then.
DISK, LEFT = 2_000_000_000, 3_000_000
#: Where no file system can be mounted, a file may not grow beyond this in the build that is to fail.
NO_ROOM = (
    "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    f"resource.setrlimit(resource.RLIMIT_FSIZE, ({LEFT}, {LEFT}))"
)


@dataclass
class Faults:
    """The faults of one run; `done` counts them, `wrong` lists what did not go as it must.

    `told` is set when every story has been told once.
    """

    location: Path
    port: int
    server: int
    counts: tuple[int, int]
    pause: float
    is_mounted: bool
    done: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def kill_workers(self) -> None:
        """End a worker at random, again and again."""
        while True:
            await asyncio.sleep(self.pause * random.uniform(1, 3))
            workers = [pid for pid, command in family(self.server) if "jopsrdf.store" in command]
            if workers:
                with suppress(ProcessLookupError):
                    os.kill(random.choice(workers), signal.SIGKILL)
                    self.done["workers killed"] += 1

    async def tell_stories(self) -> None:
        """Let generations come and go in every way, again and again."""
        stories = (self.switch, self.roll_back, self.disk_full, self.prune, self.switch, self.remove_current)
        while True:
            for story in stories:
                await asyncio.sleep(self.pause)
                await story()
                self.done[story.__name__.replace("_", " ")] += 1
            self.told.set()

    async def switch(self) -> None:
        """Build the other generation beside the server, or let it serve again where it stands."""
        await self._built(self._other())

    async def roll_back(self) -> None:
        """Let the other generation serve."""
        current = layout.current(self.location)
        (other,) = (row.manifest.id for row in layout.generations(self.location) if row.manifest.id != current)
        await asyncio.to_thread(layout.rollback, self.location, other)

    async def prune(self) -> None:
        """Remove all generations but the one that serves."""
        await asyncio.to_thread(layout.prune, self.location, 0)

    async def remove_current(self) -> None:
        """Remove the generation that serves, as no command of ours would; then build it again."""
        count, folder = self._count(), layout.folder_of(self.location, layout.current(self.location))
        await asyncio.to_thread(shutil.rmtree, folder)
        await asyncio.sleep(self.pause)
        await self._built(count)

    async def disk_full(self) -> None:
        """Let the disk be full during a build: the build fails and says so, and everything stays as it is."""
        before, filler = layout.current(self.location), self.location / "filler"
        if self.is_mounted:
            free = shutil.disk_usage(self.location).free
            with filler.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, free - LEFT)
        try:
            prelude = "" if self.is_mounted else NO_ROOM
            failed = await self._run(self.counts[1] * 2, prelude)
        finally:
            filler.unlink(missing_ok=True)
        if "goes on serving" not in failed or layout.current(self.location) != before:
            self.wrong.append(f"a build on a full disk: {failed[-200:] or 'no message'}")

    async def _built(self, count: int) -> None:
        failed = await self._run(count)
        if failed:
            self.wrong.append(f"a build failed: {failed[-200:]}")

    async def _run(self, count: int, prelude: str = "") -> str:
        """Build in a process beside; return what it complains of."""
        process = load_world.build_beside(self.location, count, prelude=prelude)
        try:
            _, complaint = await asyncio.to_thread(process.communicate)
        except asyncio.CancelledError:
            process.kill()
            raise
        return complaint.decode() if process.returncode else ""

    def _count(self) -> int:
        current = layout.current(self.location)
        (count,) = (row.manifest.articles for row in layout.generations(self.location) if row.manifest.id == current)
        return count

    def _other(self) -> int:
        return self.counts[self._count() == self.counts[0]]

    async def leave(self) -> None:
        """Ask something long and leave, again and again."""
        client = Client(self.port)
        while True:
            with suppress(OSError):
                await client.send(long_query())
                await asyncio.sleep(random.uniform(0, 0.5))
                client.close()
                self.done["clients that left"] += 1
            await asyncio.sleep(self.pause)

    async def read_slowly(self) -> None:
        """Ask for megabytes and read them a byte a second."""
        client = Client(self.port)
        while True:
            with suppress(OSError):
                reader = await client.send(large_result())
                self.done["slow readers"] += 1
                while await reader.read(1):
                    await asyncio.sleep(1)
            await asyncio.sleep(self.pause)

    async def half_open(self) -> None:
        """Begin a request and never end it, until the server has had enough; then begin again."""
        client = Client(self.port)
        while True:
            with suppress(OSError):
                reader = await client.send(b"GET / HTTP/1.1\r\nHost: a\r\nX-Never")
                self.done["half-open connections"] += 1
                await reader.read()
            await asyncio.sleep(self.pause)


@contextmanager
def disk(location: Path) -> Iterator[bool]:
    """Give a folder a small file system of its own, where we may; say whether it has one."""
    location.mkdir(parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(location)]
    is_mounted = os.geteuid() == 0 and subprocess.run(command, check=False, capture_output=True).returncode == 0
    try:
        yield is_mounted
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(location)], check=True)
