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
from functools import cache, lru_cache
from importlib import resources
from typing import Any

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
#: Added before lanes are looked at, so that none is negative and none borrows from its neighbour; the highest bit of
#: each lane stays spare.
_QUARTER = 1 << (LANE - 2)
_RAISE, _SPARE = _QUARTER * _ONES, (1 << (LANE - 1)) * _ONES
#: Labellings that are kept at each step, and how far behind the best one may be.
BEAM, MARGIN = 4, 2800
#: Below its score each lane of the decoder holds, in so many bits, its place and the rank of the labelling that it
#: carries on: then the sorted lanes say all that a step needs, and ties go to the later label and better labelling.
_TAIL = 7
_PLACES = sum(place << 2 + LANE * place for place in range(len(ORDER)))
_TAILS = tuple(_RAISE + _PLACES + (BEAM - 1 - rank) * _ONES for rank in range(BEAM))
#: Labels whose having been used up matters for what follows.
_USED = "ATtcPLypv"
#: What a labelling hands on before its first fragment; see `follow`.
START = "^"

#: A labelling so far: what it hands on, its score behind the best, the lead of its last label, what it carries on.
Path = tuple[str, int, int, "Path | None"]

#: Bundles whose votes are remembered at most.
MEMORIES = 100_000

#: Adds the votes of features: from their names to their packed votes together.
Total = Callable[[Iterable[str]], int]


class Memory(dict[tuple[Any, ...], int]):
    """The packed votes of the bundles of features that were met, under one set of weights.

    A bundle is a function that names features, and its arguments. Few facts make many features, and most of them were
    met together before: then neither are their names made nor their votes added up again.
    """

    def __init__(self, total: Total) -> None:
        super().__init__()
        self.total = total

    def __missing__(self, bundle: tuple[Any, ...]) -> int:
        if len(self) >= MEMORIES:
            self.clear()
        votes = self[bundle] = self.total(bundle[0](*bundle[1:]))
        return votes


class Votes(dict[str, int]):
    """The packed votes of features, each packed when it is first asked for: a run meets few of them."""

    def __init__(self, printed: Mapping[str, str]) -> None:
        super().__init__()
        self.printed = printed

    def __missing__(self, feature: str) -> int:
        votes = self[feature] = packed(self.printed[feature])
        return votes

    def total(self, features: Iterable[str]) -> int:
        """Return the votes of features together; most words of a reference have none."""
        printed = self.printed
        return sum([self[feature] for feature in features if feature in printed])


def unpacked(raised: int) -> tuple[int, ...]:
    """Return the content of each lane, in `ORDER`; none may be negative."""
    return _FORMAT.unpack(raised.to_bytes(_SIZE, "little"))


def signed(votes: int) -> tuple[int, ...]:
    """Return the votes for each label, in `ORDER`."""
    return tuple(vote - _QUARTER for vote in unpacked(votes + _RAISE))


@lru_cache(MEMORIES)
def follow(state: str, label: str) -> str:
    """Return what a labelling hands on when it is one label longer: its last label, and before that the closed ones.

    >>> follow("^", "A"), follow("A", "A"), follow("A", "t"), follow("tA", "y")
    ('A', 'A', 'tA', 'yAt')
    """
    last, closed = state[0], state[1:]
    return label + (closed if last == label or last not in _USED or last in closed else closed + last)


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
    votes: Iterable[int], befores: Iterable[str], shapes: Iterable[str], memory: Memory, margin: int = MARGIN
) -> tuple[str, list[int]]:
    """Return the letters of the best labelling, and how far the next best label was behind each of them.

    `votes` are the packed votes of each fragment's own features; `memory` answers for what came before it.
    """
    beam: list[Path] = [(START, 0, 0, None)]
    for vote, before, shape in zip(votes, befores, shapes, strict=True):
        best = 0
        for tail, (state, score, _, _) in zip(_TAILS, beam, strict=False):
            total = (vote + memory[history, state, before, shape] + score * _ONES << _TAIL) + tail
            best = _highest(best, total) if best else total
        beam = _extended(beam, sorted(unpacked(best), reverse=True), margin)
    return _traced(beam[0])


def _highest(one: int, two: int) -> int:
    """Return the higher vote of each lane, all lanes at once: the spare bit of a lane tells which one is higher."""
    first = ((one | _SPARE) - two) & _SPARE
    return two ^ ((one ^ two) & (first - (first >> (LANE - 1))))


def _extended(beam: list[Path], lanes: list[int], margin: int) -> list[Path]:
    """Return the labellings that the highest lanes stand for; their scores are relative to the best one's.

    So they fit a lane however long the reference is.
    """
    top = lanes[0] >> _TAIL
    lead = top - (lanes[1] >> _TAIL)
    if lead > margin:  # half of all steps leave no doubt
        return [_longer(beam, lanes[0], 0, margin)]
    floor = top - margin << _TAIL
    return [
        _longer(beam, lane, (lane >> _TAIL) - top, 0 if place else lead)
        for place, lane in enumerate(lanes[:BEAM])
        if lane >= floor
    ]


def _longer(beam: list[Path], lane: int, score: int, lead: int) -> Path:
    back = beam[BEAM - 1 - (lane & BEAM - 1)]
    return follow(back[0], ORDER[lane >> 2 & 31]), score, lead, back


def _traced(path: Path) -> tuple[str, list[int]]:
    """Return the letters and the leads of a labelling from the first fragment on."""
    letters, leads = [], []
    state, _, lead, back = path
    while back:
        letters.append(state[0])
        leads.append(lead)
        state, _, lead, back = back
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
    return sum(int(vote[1:]) << SHIFT[vote[0]] for vote in printed.split("\t"))


#: The weights that `using` set, the last one first.
_others: list[Memory] = []


def load() -> Memory:
    """Return the memory for the weights that come with the package, or for those that `using` set."""
    return _others[-1] if _others else _own()


@contextmanager
def using(weights: str) -> Iterator[None]:
    """Label with other weights for a while: so a model is measured on what it did not learn from."""
    _others.append(_memory(weights))
    try:
        yield
    finally:
        _others.pop()


@cache
def _own() -> Memory:
    return _memory(resources.files("jopsrdf.references").joinpath("weights.txt").read_text(encoding="utf-8"))


def _memory(weights: str) -> Memory:
    return Memory(Votes(dict(line.split("\t", 1) for line in weights.splitlines())).total)
