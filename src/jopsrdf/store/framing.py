"""This room puts messages between a server and its workers into bytes: each is a pickled value behind its length.

Both sides import it, so it needs next to nothing: a worker is to start fast.
"""

from __future__ import annotations

import pickle
from typing import Any, BinaryIO

#: Bytes of a message's length, before it.
HEAD = 8


def packed(message: object) -> bytes:
    r"""Return a message as it travels.

    >>> packed("ASK {}")[:8]
    b'\x00\x00\x00\x00\x00\x00\x00\x15'
    """
    body = pickle.dumps(message, protocol=5)
    return len(body).to_bytes(HEAD) + body


def receive(stream: BinaryIO) -> Any:
    """Read one message from a file; raise `EOFError` when the other side has closed it."""
    head = stream.read(HEAD)
    body = stream.read(int.from_bytes(head)) if len(head) == HEAD else b""
    if not body:
        raise EOFError
    return pickle.loads(body)  # noqa: S301 # between processes of ours, over a socket without a name
