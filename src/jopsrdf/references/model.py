"""This room labels the fragments of a reference with a linear model, fast enough in plain Python.

Every feature has one weight for each label. The weights of a feature are packed into one large integer, 32 bits to a
label, so that adding up the votes of thirty features for eighteen labels is thirty additions, or ten when bundles of
features are remembered. A beam of the best few labellings runs from left to right; what came before (the label before,
the labels that are used up) votes too.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any, TypeVar

#: Letter → name of the span. `x` is a marker ("In", "Available at") that belongs to no field, `n` a note.
LABELS: dict[str, str] = {
    "A": "authors", "E": "editors", "T": "translators", "y": "year", "t": "title", "c": "container_title",
    "s": "collection_title", "v": "volume", "i": "issue", "p": "pages", "P": "publisher", "L": "publisher_place",
    "e": "edition", "a": "accessed", "g": "genre", "n": "note", "x": "marker", "u": "identifier",
}  # fmt: skip
ORDER = "".join(LABELS)
LANE = 32
SHIFT = {label: LANE * place for place, label in enumerate(ORDER)}
_FORMAT = struct.Struct(f"<{len(ORDER)}I")
_SIZE = _FORMAT.size
#: One in each lane: a number times this is that number in each lane.
_ONES = sum(1 << shift for shift in SHIFT.values())
#: Added before lanes are looked at, so that none is negative and none borrows from its neighbour.
_QUARTER = 1 << (LANE - 2)
_RAISE = _QUARTER * _ONES
#: The highest bit of each lane stays spare.
_SPARE = (1 << (LANE - 1)) * _ONES
#: Labellings that are kept at each step, and how far behind the best one may be.
BEAM, MARGIN = 4, 2800
#: Below its score each lane of the decoder holds, in so many bits, its place and the rank of the labelling that it
#: carries on: then the sorted lanes say all that a step needs, and ties go to the later label and better labelling.
#: Lanes are raised by so little that Python keeps each in one digit of 30 bits, which it sorts twice as fast.
_TAIL = 7
_LOW = (1 << _TAIL) - 1
_PLACES = sum(place << 2 + LANE * place for place in range(len(ORDER)))
_TAILED = _PLACES + ((1 << 29) + BEAM - 1) * _ONES
#: Where the rivals of the best labelling stand in sorted lanes, which have the best one last.
_RIVALS = range(-2, -1 - BEAM, -1)
#: What stands for sorted lanes before the first step: one labelling whose rivals are too far behind to be asked.
_FIRST = [0] * (BEAM - 1) + [1 << LANE]
#: Labels whose having been used up matters for what follows.
_USED = "ATtcPLypv"
#: What a labelling hands on before its first fragment; see `follow`.
START = "^"

#: Votes that are remembered at most: for each function that names features, and of what came before.
MEMORIES, PAST = 20_000, 100_000
#: Longer words are not remembered, so that no text can fill the memory.
LONGEST_WORD = 60

#: What features bring: packed votes, or their own names.
V = TypeVar("V", int, tuple[str, ...])
#: Names the features that some facts make.
Namer = Callable[[Any], Iterable[str]]
#: Adds the votes of features: from their names to their packed votes together.
Total = Callable[[Iterable[str]], int]


class Remembered(dict[Any, V]):
    """What the features bring that one function names, by the word or the tuple of facts that it names them from.

    Few facts make many features, and most of them were met together before: then neither are their names made nor
    their votes added up again.
    """

    def __init__(self, name: Namer, total: Callable[[Iterable[str]], V]) -> None:
        super().__init__()
        self.name = name
        self.total: Callable[[Iterable[str]], V] = total

    def __missing__(self, facts: Any) -> V:
        votes: V = self.total(self.name(facts))
        if len(facts) <= LONGEST_WORD:
            if len(self) >= MEMORIES:
                self.clear()
            self[facts] = votes
        return votes


class Memory(dict[Namer, Remembered[V]]):
    """What is remembered of each function that names features; `total` adds up what features bring."""

    def __init__(self, total: Callable[[Iterable[str]], V]) -> None:
        super().__init__()
        self.total: Callable[[Iterable[str]], V] = total
        self.nothing: V = total(())

    def __missing__(self, name: Namer) -> Remembered[V]:
        remembered = self[name] = Remembered(name, self.total)
        return remembered


class Past(dict[tuple[str, str], "Row"]):
    """The votes of what came before a fragment: a row of states for each separator and shape."""

    def __init__(self, total: Total) -> None:
        super().__init__()
        self.total = total
        self.size = 0

    def __missing__(self, around: tuple[str, str]) -> Row:
        row = self[around] = Row(self, around)
        return row

    def grow(self) -> None:
        """Count what is remembered in all rows, and forget it when it is too much."""
        self.size += 1
        if self.size > PAST:
            self.clear()
            self.size = 0


class Row(dict[str, "Stand"]):
    """State → what it brings to a fragment with a given separator before it and a given shape."""

    __slots__ = ("around", "past")

    def __init__(self, past: Past, around: tuple[str, str]) -> None:
        super().__init__()
        self.past, self.around = past, around

    def __missing__(self, state: str) -> Stand:
        self.past.grow()
        votes = self.past.total(history(state, *self.around))
        stand = self[state] = Stand(self, (votes << _TAIL) + _TAILED)
        return stand


class Stand(dict[str, int]):
    """What a state brings to a fragment: `votes` in lanes of the decoder; by how much other states may surpass it.

    A labelling that is farther behind than that surpasses the best one for no label: most need not be added up.
    """

    __slots__ = ("row", "votes")

    def __init__(self, row: Row, votes: int) -> None:
        self.row, self.votes = row, votes

    def __missing__(self, state: str) -> int:
        self.row.past.grow()
        ahead = unpacked(self.row[state].votes + _SPARE - self.votes)
        surplus = self[state] = max(ahead) - (1 << LANE - 1) | _LOW
        return surplus


class Votes(dict[str, str | int]):
    """Feature → its votes: as printed, until a run first meets them and packs them; it meets few."""

    def total(self, features: Iterable[str]) -> int:
        """Return the votes of features together; most words of a reference have none."""
        votes = 0
        for feature in features:
            if found := self.get(feature):
                if isinstance(found, str):
                    found = self[feature] = packed(found)
                votes += found
        return votes


def unpacked(raised: int) -> tuple[int, ...]:
    """Return the content of each lane, in `ORDER`; none may be negative."""
    return _FORMAT.unpack(raised.to_bytes(_SIZE, "little"))


def signed(votes: int) -> tuple[int, ...]:
    """Return the votes for each label, in `ORDER`."""
    return tuple(vote - _QUARTER for vote in unpacked(votes + _RAISE))


def follow(state: str, label: str) -> str:
    """Return what a labelling hands on when it is one label longer: its last label, and before that the closed ones.

    >>> follow("^", "A"), follow("A", "A"), follow("A", "t"), follow("tA", "y")
    ('A', 'A', 'tA', 'yAt')
    """
    last, closed = state[0], state[1:]
    return label + (closed if last == label or last not in _USED or last in closed else closed + last)


class After(dict[str, tuple[str, ...]]):
    """State → the states that follow it, by the place of the next label in `ORDER`."""

    def __missing__(self, state: str) -> tuple[str, ...]:
        if len(self) >= MEMORIES:
            self.clear()
        states = self[state] = tuple([follow(state, label) for label in ORDER])
        return states


_AFTER = After()


def history(state: str, before: str, shape: str) -> tuple[str, ...]:
    """Return the features that tell what came before a fragment: the last label, the closed ones, the separator."""
    label, closed = state[0], state[1:]
    return (
        "1" + label,
        "2" + label + before,
        "3" + label + shape,
        "4" + closed + label,
        "5" + closed[-1:] + label + before[:1],
    )


def decode(
    votes: Iterable[int], befores: Iterable[str], shapes: Iterable[str], past: Past, margin: int = MARGIN
) -> tuple[str, list[int]]:
    """Return the letters of the best labelling, and how far the next best label was behind each of them.

    `votes` are the packed votes of each fragment's own features; `past` answers for what came before it. A step sorts
    its lanes, the best one last; the tail of a lane says which label it adds to which labelling of the step before.
    """
    after, unpack = _AFTER, _FORMAT.unpack
    states, lanes = [START] * BEAM, _FIRST
    trail: list[list[int]] = []
    for vote, before, shape in zip(votes, befores, shapes, strict=True):
        row = past[before, shape]
        stand = row[states[-1]]
        best, top = stand.votes, lanes[-1]
        for place in _RIVALS:
            if top - lanes[place] <= stand[states[place]]:  # one in ten may be ahead
                best = _highest(best, row[states[place]].votes, lanes, place, margin)
        lanes = sorted(unpack(((vote << _TAIL) + best).to_bytes(_SIZE, "little")))
        states = [after[states[lane & BEAM - 1]][lane >> 2 & 31] for lane in lanes[-BEAM:]]
        trail.append(lanes)
    return _traced(trail)


def _highest(best: int, votes: int, lanes: list[int], place: int, margin: int) -> int:
    """Return the higher vote of each lane, all lanes at once: of the best so far, and of the rival at a place."""
    behind = (lanes[-1] | _LOW) - (lanes[place] | _LOW)
    if behind > margin << _TAIL:
        return best
    rival = (votes - (behind - 1 - place) * _ONES | _SPARE) - best
    ahead = rival & _SPARE  # the spare bit of a lane tells which one is higher
    return best + (rival & (ahead - (ahead >> (LANE - 1))))


def _traced(trail: list[list[int]]) -> tuple[str, list[int]]:
    """Return the letters and the leads of the best labelling from the first fragment on."""
    letters, leads = [], []
    place = -1
    for lanes in reversed(trail):
        lane = lanes[place]
        letters.append(ORDER[lane >> 2 & 31])
        leads.append((lane >> _TAIL) - (lanes[-2] >> _TAIL) if place == -1 else 0)
        place = (lane & BEAM - 1) - BEAM
    return "".join(reversed(letters)), leads[::-1]


def dump(weights: Mapping[str, int]) -> str:
    """Return weights as text: one feature a line, its non-zero votes as letter and number."""
    lines = []
    for feature in sorted(weights):
        votes = [f"{label}{vote}" for label, vote in zip(ORDER, signed(weights[feature]), strict=True) if vote]
        if votes:
            lines.append("\t".join([feature, *votes]))
    return "\n".join(lines) + "\n"


def packed(printed: str) -> int:
    r"""Return the packed votes of what stands behind a feature in the form of `dump`.

    >>> signed(packed("A-2\ty1"))[:7]
    (-2, 0, 0, 1, 0, 0, 0)
    """
    return sum(map(_LANES.__getitem__, printed.split("\t")))


class _Lanes(dict[str, int]):
    """Printed vote → the number that holds it in its lane: features share most of their votes."""

    def __missing__(self, vote: str) -> int:
        lane = self[vote] = int(vote[1:]) << SHIFT[vote[0]]
        return lane


_LANES = _Lanes()


class Model(Memory[int]):
    """The weights that a text of `dump` gives, and what is remembered of their votes."""

    def __init__(self, weights: str) -> None:
        total = Votes(dict(line.split("\t", 1) for line in weights.splitlines())).total
        super().__init__(total)
        self.past = Past(total)


#: The models that `using` set, the last one first.
_others: list[Model] = []


def load() -> Model:
    """Return the model that comes with the package, or the one that `using` set."""
    return _others[-1] if _others else _own()


@contextmanager
def using(weights: str) -> Iterator[None]:
    """Label with other weights for a while: so a model is measured on what it did not learn from."""
    _others.append(Model(weights))
    try:
        yield
    finally:
        _others.pop()


@cache
def _own() -> Model:
    # Read as bytes: a text file's ends of lines would be looked for.
    return Model(resources.files("jopsrdf.references").joinpath("weights.txt").read_bytes().decode())
