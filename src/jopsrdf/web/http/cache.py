"""This room keeps whole answers as bytes, for one generation at a time and within a budget of bytes.

What was used least recently goes first. A new generation empties the shelf; nothing is ever served from an older one.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field

from jopsrdf.web.http.exchange import Reply

Key = tuple[str, ...]
#: What an entry weighs beside its body and key: headers, the objects themselves.
OVERHEAD = 1200


@dataclass(slots=True)
class Cache:
    """Replies by key; an answer that would take more than an eighth of `budget` bytes is not kept."""

    budget: int
    size: int = 0
    _generation: str = ""
    _replies: OrderedDict[Key, Reply] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, generation: str, key: Key) -> Reply | None:
        """Return the reply that was kept for a key under that generation."""
        with self._lock:
            reply = self._replies.get(key) if generation == self._generation else None
            if reply:
                self._replies.move_to_end(key)
            return reply

    def put(self, generation: str, key: Key, reply: Reply) -> None:
        """Keep a reply that was made under that generation."""
        weight = _weight(key, reply)
        if weight > self.budget // 8:
            return
        with self._lock:
            if generation != self._generation:
                self._replies.clear()
                self.size, self._generation = 0, generation
            if key not in self._replies:
                self._replies[key] = reply
                self.size += weight
            while self.size > self.budget:
                self.size -= _weight(*self._replies.popitem(last=False))

    def __len__(self) -> int:
        return len(self._replies)


def _weight(key: Key, reply: Reply) -> int:
    return OVERHEAD + len(reply.body) + sum(map(len, key))
