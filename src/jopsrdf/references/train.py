"""This room makes the model's weights: `python -m jopsrdf.references.train [LABELLED.jsonl ...]`.

It learns from references that `specimens` renders, and from files of labelled references (one JSON object a line,
keys as in the flat JSON form). Only every record whose digest is even is learnt from: the others stay unseen and
measure the result. The same input gives the same weights, byte for byte.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from jopsrdf.references import model
from jopsrdf.references.align import align
from jopsrdf.references.features import describe, shapes_of
from jopsrdf.references.fragments import cut
from jopsrdf.references.grammar import prepare
from jopsrdf.references.specimens import specimens

ROUNDS = 5
#: Real references are rarer than rendered ones, and say more: each is learnt from so many times.
COPIES = 3
#: Weights are kept in steps of one part in this of an update; features seen less often than `RARE` are dropped.
SCALE, RARE = 100, 3
#: By how much the truth must win at each fragment, the beam's width in the same unit, the part of features left out.
DISTANCE, BEAM_MARGIN, DROPPED = 30, 140, 0.1
OUT = Path(__file__).with_name("weights.txt")


class Example(NamedTuple):
    """A reference made ready: the features, separators and shapes of its fragments, and their true labels."""

    rows: list[list[str]]
    befores: list[str]
    shapes: list[str]
    labels: str


def is_held_out(raw: str) -> bool:
    """Say whether a record is kept for measuring: half of all, by the digest of its text."""
    return sha256(raw.encode()).digest()[0] % 2 == 1


def example(record: dict[str, Any]) -> Example:
    """Return a labelled record as the model sees it."""
    prepared = prepare(record["raw"])
    fragments = cut(record["raw"], prepared.masks, prepared.start, prepared.end)
    shapes = shapes_of(record["raw"], fragments)
    rows = describe(record["raw"], fragments, shapes)
    return Example(rows, [f.before for f in fragments], shapes, align(record, fragments))


def labelled(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    """Yield the records of labelled files that may be learnt from."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if not is_held_out(record["raw"]):
                yield record


def train(examples: list[Example], rounds: int = ROUNDS, seed: int = 1) -> dict[str, int]:
    """Return the averaged weights of a structured perceptron."""
    order = random.Random(seed)
    weights: Counter[str] = Counter()
    totals: dict[str, int] = {}
    step = 1
    for round_number in range(rounds):
        order.shuffle(examples)
        wrong = 0
        for item in examples:
            step += 1
            item = _thinned(item, order)
            guess = _guess(item, weights)
            if guess != item.labels:
                wrong += 1
                _update(item, item.labels, 1, step, weights, totals)
                _update(item, guess, -1, step, weights, totals)
        sys.stderr.write(f"round {round_number + 1}: {wrong} of {len(examples)} references mislabelled\n")
    return _averaged(weights, totals, step)


def _guess(item: Example, weights: Counter[str]) -> str:
    """Return the labels under the weights so far; the truth is held back, so that it learns to win by a distance."""

    def total(features: Iterable[str]) -> int:
        return sum(map(weights.__getitem__, features))

    rows = zip(item.rows, item.labels, strict=True)
    votes = [total(row) - (DISTANCE << model.SHIFT[label]) for row, label in rows]
    return model.decode(votes, item.befores, item.shapes, model.Memory(total), BEAM_MARGIN)[0]


def _thinned(item: Example, order: random.Random) -> Example:
    """Return an example without a random part of its features, so that no single one is relied upon."""
    chance = order.random
    return item._replace(rows=[[feature for feature in row if chance() > DROPPED] for row in item.rows])


def _update(item: Example, labels: str, sign: int, step: int, weights: Counter[str], totals: dict[str, int]) -> None:
    state = model.START
    for row, before, shape, label in zip(item.rows, item.befores, item.shapes, labels, strict=True):
        delta = sign << model.SHIFT[label]
        for feature in (*row, *model.history(state, before, shape)):
            weights[feature] = weights.get(feature, 0) + delta
            totals[feature] = totals.get(feature, 0) + delta * step
        state = model.follow(state, label)


def _averaged(weights: Counter[str], totals: dict[str, int], step: int) -> dict[str, int]:
    averaged = {}
    for feature, packed in weights.items():
        value = 0
        lanes = zip(model.ORDER, model.signed(packed), model.signed(totals[feature]), strict=True)
        for label, weight, total in lanes:
            value += round(SCALE * (weight - total / step)) << model.SHIFT[label]
        averaged[feature] = value
    return averaged


def main(arguments: list[str]) -> None:
    """Train on the generated specimens and the given files, and write the weights beside this module."""
    learnt = list(labelled(Path(name) for name in arguments))
    records = [*specimens(learnt), *(learnt * COPIES)]
    examples = [example(record) for record in records]
    counts: dict[str, int] = {}
    for item in examples:
        for row in item.rows:
            for feature in row:
                counts[feature] = counts.get(feature, 0) + 1
    examples = [item._replace(rows=[[f for f in row if counts[f] >= RARE] for row in item.rows]) for item in examples]
    OUT.write_text(model.dump(train(examples)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
