"""Watches the server while it is under load: memory, files and threads of the front, and memory of the workers."""

from __future__ import annotations

import asyncio
import re
import statistics
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from load_world import World


@dataclass(frozen=True)
class Sample:
    """What the server held at a moment: megabytes of the front and of the largest worker, files and threads."""

    front: float
    worker: float
    files: int
    threads: int


@dataclass
class Watch:
    """Samples of a run, one a second."""

    server: int
    samples: list[Sample] = field(default_factory=list)

    async def sample(self) -> None:
        """Take a sample each second."""
        while True:
            with suppress(OSError, StopIteration):
                self.samples.append(taken(self.server))
            await asyncio.sleep(1)

    def table(self) -> Iterator[tuple[str, list[float], float]]:
        """Yield what was measured: its name, the medians of the tenths of the time in their order, the peak."""
        size = max(1, -(-len(self.samples) // 10))
        for name in ("front", "worker", "files", "threads"):
            values = [float(getattr(sample, name)) for sample in self.samples]
            parts = [values[start : start + size] for start in range(0, len(values), size)]
            yield name, [statistics.median(part) for part in parts], max(values, default=0)


async def follow(world: World) -> None:
    """Note which generation is current, fifty times a second."""
    while True:
        world.look()
        await asyncio.sleep(0.02)


def taken(server: int) -> Sample:
    """Return what a server holds now."""
    processes = list(family(server))
    workers = [pid for pid, command in processes if "jopsrdf.store" in command]
    front = max((pid for pid, _ in processes if pid not in workers), key=resident)
    return Sample(
        front=resident(front) / 1e6,
        worker=max(map(resident, workers), default=0) / 1e6,
        files=len(list(Path(f"/proc/{front}/fd").iterdir())),
        threads=len(list(Path(f"/proc/{front}/task").iterdir())),
    )


def family(pid: int) -> Iterator[tuple[int, str]]:
    """Yield a process and its children, each with its command line."""
    with suppress(OSError):
        yield pid, Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
        for path in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in path.read_text().split():
                yield from family(int(child))


def resident(pid: int) -> int:
    """Return the bytes of memory that a process holds alone; maps of files do not count, for they can be dropped."""
    with suppress(OSError):
        found = re.search(r"^RssAnon:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
        return int(found[1]) * 1000 if found else 0
    return 0
