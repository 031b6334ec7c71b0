"""This room puts messages between a server and its workers into bytes: plain values and a body, behind their lengths.

The values travel as `marshal` writes them, the fastest way between two processes of one Python; the body, an answer as
it will be sent, travels as it is. Both sides import this room, so it needs next to nothing: a worker is to start fast.
"""

from __future__ import annotations

import marshal
from struct import Struct
from typing import Any, BinaryIO

#: What stands before a message: the lengths of its values and of its body.
LENGTHS = Struct(">IQ")
Values = tuple[Any, ...]


def framed(values: Values, size: int = 0) -> bytes:
    """Return a message as it travels, up to its body of `size` bytes.

    >>> LENGTHS.unpack(framed((), size=300)[: LENGTHS.size])
    (2, 300)
    """
    head = marshal.dumps(values)
    return LENGTHS.pack(len(head), size) + head


def receive(stream: BinaryIO) -> Values:
    """Read a message without a body from a file; raise `EOFError` when the other side has closed it."""
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        raise EOFError
    values: Values = marshal.loads(stream.read(LENGTHS.unpack(lengths)[0]))  # noqa: S302 # from a process of ours
    return values
