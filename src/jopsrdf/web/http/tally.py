"""This room keeps numbers that several processes count together: each has a row of its own, and a sum is over all rows.

The rows stand in one file that every process maps into its memory, so counting costs no call of the system. A process
holds its row by a lock on the file, which ends with the process; who comes next counts on from there.
"""

from __future__ import annotations

import fcntl
import mmap
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

#: Rows for each process: when a server is told to begin anew, the old processes stay until the new ones serve.
SPARE = 3


class Tally:
    """A row of `width` numbers for this process alone, or one of the rows of a file from `shared`."""

    def __init__(self, width: int, path: Path | None = None) -> None:
        self.number, self._width = 0, width
        self._all = memoryview(bytearray(8 * width)).cast("d")
        if path:
            handle = os.open(path, os.O_RDWR)  # it stays open as long as the process: closing it gives the lock up
            self._all = memoryview(mmap.mmap(handle, 0)).cast("d")
            self.number = claimed(handle, len(self._all) // width)
        #: The numbers of this process.
        self.own = self._all[self.number * width : (self.number + 1) * width]

    def sums(self) -> Sequence[float]:
        """Return each number, summed over all processes."""
        return [sum(self._all[place :: self._width]) for place in range(self._width)]


def claimed(handle: int, rows: int) -> int:
    """Return the first row that no other process holds, and hold it; the last one is shared when there are too many."""
    for number in range(rows):
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, number)
        except OSError:
            continue
        return number
    return rows - 1


@contextmanager
def shared(width: int, processes: int) -> Iterator[Path]:
    """Give the path of a file for so many processes, all numbers 0; where the system can, it is in memory only."""
    size = 8 * width * processes * SPARE
    if not hasattr(os, "memfd_create"):
        with NamedTemporaryFile(prefix="jopsrdf-") as file:
            os.truncate(file.name, size)
            yield Path(file.name)
        return
    handle = os.memfd_create("jopsrdf-counters")
    try:
        os.truncate(handle, size)
        yield Path(f"/proc/{os.getpid()}/fd/{handle}")  # for processes that do not inherit what is open
    finally:
        os.close(handle)
