"""This room labels the fragments of a reference with a linear model, fast enough in plain Python.

Every feature has one weight for each label. The weights of a feature are packed into one large integer, 32 bits to a
label, so that adding up the votes of thirty features for eighteen labels is thirty additions. A beam of the best few
labellings runs from left to right; what came before (the previous label, the labels that are used up) votes too.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat

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
_HALF = 1 << (LANE - 1)
#: Added before unpacking, so that a lane never borrows from its neighbour.
_BIAS = sum(_HALF << shift for shift in SHIFT.values())
#: Labellings that are kept at each step, and how far behind the best one may be.
BEAM, MARGIN = 4, 14000
#: Labels whose having been used up matters for what follows.
_USED = "ATtcPLypv"

#: Histories whose votes are remembered at most.
MEMORIES = 50_000

Weights = Mapping[str, int]
#: What came before a fragment: the last label, the closed ones, the separator, and the shape of the fragment.
History = tuple[str, str, str, str]


@dataclass(slots=True)
class Path:
    """A labelling of the fragments so far: its last label, the labels before that are closed, and its score."""

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


def unpack(total: int) -> tuple[int, ...]:
    """Return the votes for each label, in `ORDER`, each too large by the same constant."""
    return _FORMAT.unpack((total + _BIAS).to_bytes(_SIZE, "little"))


def signed(total: int) -> tuple[int, ...]:
    """Return the votes for each label, in `ORDER`."""
    return tuple(vote - _HALF for vote in unpack(total))


def step(path: Path, label: str) -> Path:
    """Return a labelling that is one label longer, its score left alone."""
    return Path(path.score, label, _close(path, label), path)


def history(path: Path, before: str, shape: str) -> tuple[str, ...]:
    """Return the features that tell what came before a fragment."""
    label = path.label
    return (
        "1" + label,
        "2" + label + before,
        "3" + label + shape,
        "4" + path.closed + label,
        "5" + path.closed[-1:] + label + before[:1],
    )


def decode(
    rows: list[list[str]],
    befores: list[str],
    shapes: list[str],
    weights: Weights,
    margin: int = MARGIN,
    handicap: tuple[int, ...] = (),
    memory: dict[History, tuple[int, ...]] | None = None,
) -> Path:
    """Return the best labelling; `margin` of each step says how far the next best label was behind.

    `handicap` holds packed votes to take away at each step: training holds the truth back, to win by a distance.
    `memory` keeps the votes of histories that were met; it belongs to one set of weights.
    """
    memory = {} if memory is None else memory
    if len(memory) > MEMORIES:
        memory.clear()
    beam = [Path(0, "^", "", None)]
    get = weights.get
    zeros = repeat(0)
    for row, before, shape, held in zip(rows, befores, shapes, handicap or (0,) * len(rows), strict=True):
        votes = unpack(sum(map(get, row, zeros)) - held)
        scored = []
        for path in beam:
            key = (path.label, path.closed, before, shape)
            past = memory.get(key)
            if past is None:
                past = memory[key] = unpack(sum(map(get, history(path, before, shape), zeros)))
            scored.append([path.score + vote + old for vote, old in zip(votes, past, strict=True)])
        best = scored[0] if len(scored) == 1 else list(map(max, *scored))
        floor = max(best) - margin
        ranked = sorted(((score, place) for place, score in enumerate(best) if score >= floor), reverse=True)[:BEAM]
        beam = [_extended(beam, scored, score, place) for score, place in ranked]
        beam[0].margin = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else margin
    return beam[0]


def _extended(beam: list[Path], scored: list[list[int]], score: int, place: int) -> Path:
    """Return the labelling that reaches a score with the label at a place of `ORDER`."""
    back = beam[0]
    for path, scores in zip(beam, scored, strict=True):
        if scores[place] == score:
            back = path
            break
    return Path(score, ORDER[place], _close(back, ORDER[place]), back)


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
        votes = [
            f"{label}{vote - _HALF}"
            for label, vote in zip(ORDER, unpack(weights[feature]), strict=True)
            if vote != _HALF
        ]
        if votes:
            lines.append("\t".join([feature, *votes]))
    return "\n".join(lines) + "\n"


@cache
def load() -> dict[str, int]:
    """Return the weights that come with the package; see `train` for how they are made."""
    text = resources.files("jopsrdf.references").joinpath("weights.txt").read_text(encoding="utf-8")
    weights = {}
    for line in text.splitlines():
        feature, *votes = line.split("\t")
        weights[feature] = sum(int(vote[1:]) << SHIFT[vote[0]] for vote in votes)
    return weights
