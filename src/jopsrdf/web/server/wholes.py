"""This room holds large replies that are kept as files in memory, head and body in one, until the clock moves on.

The system sends a file without copying it through the program; that is what makes nginx fast at files. The date in the
head is of this second, so a file lives no longer.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from typing import BinaryIO

from jopsrdf.web.http.exchange import Reply

#: Files that may be open at a time.
MOST = 64


@dataclass(frozen=True, slots=True)
class Whole:
    """A reply, how its head ends, and the file that holds both and the body."""

    reply: Reply
    tail: bytes
    file: BinaryIO
    size: int

    def send(self, socket: int) -> int:
        """Send as much as the system takes at once; return how many bytes that were."""
        try:
            return os.sendfile(socket, self.file.fileno(), 0, self.size)
        except OSError:  # it takes nothing now, or the client has gone: whoever sends the rest will see
            return 0

    def rest(self, start: int) -> bytes:
        """Return the bytes from a place on."""
        return os.pread(self.file.fileno(), self.size - start, start)


class Wholes:
    """The files of this second, by the identity of their replies."""

    def __init__(self) -> None:
        self._known: dict[int, Whole] = {}

    def of(self, reply: Reply, tail: bytes) -> Whole:
        """Return a reply with a head that ends so."""
        known = self._known.get(id(reply))
        if known is None or known.tail is not tail:
            if known or len(self._known) >= MOST:
                self.forget()
            known = self._known[id(reply)] = _made(reply, tail)
        return known

    def forget(self) -> None:
        """Let all files go."""
        for known in self._known.values():
            known.file.close()
        self._known.clear()


def _made(reply: Reply, tail: bytes) -> Whole:
    data = reply.head + tail + reply.body
    file: BinaryIO
    if hasattr(os, "memfd_create"):
        file = os.fdopen(os.memfd_create("jopsrdf-reply"), "w+b", 0)
    else:
        file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - `forget` closes it
    file.write(data)
    return Whole(reply, tail, file, len(data))
