"""This room labels the fragments of a reference with a linear model, fast enough in plain Python.

Every feature has one weight for each label. The weights of a feature are packed into one large integer, 32 bits to a
label, so that adding up the votes of thirty features for eighteen labels is thirty additions, or ten when bundles of
features are remembered. A beam of the best few labellings runs from left to right; what came before (the label before,
the labels that are used up) votes too.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
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
_LANE_BITS = (1 << LANE) - 1
#: One in each lane: a number times this is that number in each lane.
_ONES = sum(1 << shift for shift in SHIFT.values())
#: Added before lanes are looked at, so that none is negative and none borrows from its neighbour; the highest bit of
#: each lane stays spare.
_QUARTER = 1 << (LANE - 2)
_RAISE, _SPARE = _QUARTER * _ONES, (1 << (LANE - 1)) * _ONES
#: Labellings that are kept at each step, and how far behind the best one may be.
BEAM, MARGIN = 4, 14000
#: Labels whose having been used up matters for what follows.
_USED = "ATtcPLypv"

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


@dataclass(slots=True)
class Path:
    """A labelling of the fragments so far: its last label, the labels before that are closed, and its score.

    The score is relative to the best labelling's, so that it fits a lane however long the reference is.
    """

    score: int
    label: str
    closed: str
    back: Path | None
    margin: int = 0

    def steps(self) -> list[Path]:
        """Return the path's steps from the first fragment on."""
        found, path = [], self
        while path.back is not None:
            found.append(path)
            path = path.back
        return found[::-1]

    def labels(self) -> str:
        """Return the letters of the labels, one for each fragment."""
        return "".join(step.label for step in self.steps())


def unpacked(raised: int) -> tuple[int, ...]:
    """Return the content of each lane, in `ORDER`; none may be negative."""
    return _FORMAT.unpack(raised.to_bytes(_SIZE, "little"))


def signed(votes: int) -> tuple[int, ...]:
    """Return the votes for each label, in `ORDER`."""
    return tuple(vote - _QUARTER for vote in unpacked(votes + _RAISE))


def step(path: Path, label: str) -> Path:
    """Return a labelling that is one label longer, its score left alone."""
    return Path(path.score, label, _close(path, label), path)


def history(label: str, closed: str, before: str, shape: str) -> tuple[str, ...]:
    """Return the features that tell what came before a fragment: the last label, the closed ones, the separator."""
    return (
        "1" + label,
        "2" + label + before,
        "3" + label + shape,
        "4" + closed + label,
        "5" + closed[-1:] + label + before[:1],
    )


def decode(
    votes: Iterable[int], befores: Iterable[str], shapes: Iterable[str], memory: Memory, margin: int = MARGIN
) -> Path:
    """Return the best labelling; `margin` of each step says how far the next best label was behind.

    `votes` are the packed votes of each fragment's own features; `memory` answers for what came before it.
    """
    beam = [Path(0, "^", "", None)]
    for vote, before, shape in zip(votes, befores, shapes, strict=True):
        raised = vote + _RAISE
        totals = [
            raised + memory[history, path.label, path.closed, before, shape] + path.score * _ONES for path in beam
        ]
        best = unpacked(reduce(_highest, totals))
        top = max(best)
        floor = top - margin
        ranked = sorted([(score, place) for place, score in enumerate(best) if score >= floor], reverse=True)[:BEAM]
        beam = [_extended(beam, totals, score, place, top) for score, place in ranked]
        beam[0].margin = top - ranked[1][0] if len(ranked) > 1 else margin
    return beam[0]


def _highest(one: int, two: int) -> int:
    """Return the higher vote of each lane, all lanes at once: the spare bit of a lane tells which one is higher."""
    first = ((one | _SPARE) - two) & _SPARE
    return two ^ ((one ^ two) & (first - (first >> (LANE - 1))))


def _extended(beam: list[Path], totals: list[int], score: int, place: int, top: int) -> Path:
    """Return the labelling that reaches a score with the label at a place of `ORDER`; its score is relative to `top`.

    Of the paths that reach it, the first one: it was the best so far.
    """
    label, shift, back = ORDER[place], LANE * place, beam[0]
    if len(beam) > 1:
        for back, total in zip(beam, totals, strict=True):  # noqa: B007 - the path is what is looked for
            if (total >> shift) & _LANE_BITS == score:
                break
    return Path(score - top, label, back.closed if back.label == label else _close(back, label), back)


def _close(path: Path, label: str) -> str:
    """Return the labels that are used up when `label` follows: each once, in the order of closing."""
    last = path.label
    if last == label or last not in _USED or last in path.closed:
        return path.closed
    return path.closed + last


def dump(weights: Mapping[str, int]) -> str:
    """Return weights as text: one feature a line, its non-zero votes as letter and number."""
    lines = []
    for feature in sorted(weights):
        votes = [f"{label}{vote}" for label, vote in zip(ORDER, signed(weights[feature]), strict=True) if vote]
        if votes:
            lines.append("\t".join([feature, *votes]))
    return "\n".join(lines) + "\n"


@cache
def packed(printed: str) -> int:
    r"""Return the packed votes of what stands behind a feature in the form of `dump`.

    >>> signed(packed("A-2\ty1"))[:7]
    (-2, 0, 0, 1, 0, 0, 0)
    """
    return sum(int(vote[1:]) << SHIFT[vote[0]] for vote in printed.split("\t"))


@cache
def load() -> Memory:
    """Return the memory for the weights that come with the package; see `train` for how they are made.

    Their votes stay text until they are asked for: a run meets few of them, and packing all would slow its start.
    """
    text = resources.files("jopsrdf.references").joinpath("weights.txt").read_text(encoding="utf-8")
    printed = dict(line.split("\t", 1) for line in text.splitlines())
    return Memory(lambda features: sum([packed(printed[feature]) for feature in features if feature in printed]))
