"""This room makes the model's weights: `python -m jopsrdf.references.learning.train LABELLED.jsonl ...`.

It learns from references that `specimens` renders, and from files of labelled references (one JSON object a line,
keys as in the flat JSON form). The weights that it writes are learnt from all of them, in several runs that differ in
the order of examples: their mean reads as well as one run, and changes less when an example does. How good it is is
measured apart: `--folds FOLDER` before the files writes five sets of weights there, each learnt without one fifth of
the records, and that fifth is read with it; see `calibrate`. The same input gives the same weights, byte for byte.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from jopsrdf.references import model
from jopsrdf.references.features import describe, shapes_of
from jopsrdf.references.fragments import cut
from jopsrdf.references.grammar import prepare
from jopsrdf.references.learning.align import align
from jopsrdf.references.learning.specimens import specimens
from jopsrdf.text import fold

ROUNDS, FOLDS = 5, 5
#: Runs whose mean is shipped; each model of a fold is one run.
RUNS = 5
#: Real references are rarer than rendered ones, and say more: each is learnt from so many times.
COPIES = 3
#: The first move of a weight is this over the root of two; the n-th is smaller by the root of n + 1 (AdaGrad).
STEP = 1000
#: By how much the truth must win at each fragment, and the beam's width in the same unit.
DISTANCE, BEAM_MARGIN = 20 * STEP, 140 * STEP
#: The part of features that each look at a reference leaves out; those seen less often than `RARE` are never learnt.
DROPPED, RARE = 0.1, 3
#: Weights are kept in steps of so many units of training.
GRAIN = 50
#: Of the mean of all runs, votes of no more than so many steps are left out: most are what a single run chanced on.
FAINT = 10
OUT = Path(__file__).parents[1] / "weights.txt"

Record = dict[str, Any]
#: A feature and the letter of a label: what one weight belongs to.
Key = tuple[str, str]


class Example(NamedTuple):
    """A reference made ready: the features, separators and shapes of its fragments, and their true labels."""

    rows: list[list[str]]
    befores: list[str]
    shapes: list[str]
    labels: str


class Learner:
    """A structured perceptron whose weights move less the more often they moved; all numbers are integers.

    `weights` are packed as in `model`; `moved` counts the moves of each weight, `totals` sums them up by their time,
    so that the average over all times is known at the end.
    """

    def __init__(self) -> None:
        self.weights: Counter[str] = Counter()
        self.moved: Counter[Key] = Counter()
        self.totals: Counter[Key] = Counter()
        self.time = 1

    def learn(self, item: Example) -> bool:
        """Look at an example once, and move what misled; say whether its labels were right."""
        self.time += 1
        guess = self._guess(item)
        if guess == item.labels:
            return True
        votes = Counter(_voters(item, item.labels))
        votes.subtract(_voters(item, guess))
        for key, share in votes.items():
            if share:
                self._move(key, share)
        return False

    def _guess(self, item: Example) -> str:
        """Return the labels under the weights so far; the truth is held back, so that it learns to lead."""

        def total(features: Iterable[str]) -> int:
            return sum(map(self.weights.__getitem__, features))

        rows = zip(item.rows, item.labels, strict=True)
        votes = [total(row) - (DISTANCE << model.SHIFT[label]) for row, label in rows]
        return model.decode(votes, item.befores, item.shapes, model.Past(total), BEAM_MARGIN)[0]

    def _move(self, key: Key, share: int) -> None:
        self.moved[key] += share * share
        move = share * round(STEP / math.sqrt(1 + self.moved[key]))
        self.totals[key] += move * self.time
        self.weights[key[0]] += move << model.SHIFT[key[1]]

    def averaged(self) -> dict[str, int]:
        """Return the packed weights on the average of all times, in steps of `GRAIN`."""
        found: Counter[str] = Counter()
        last = {feature: model.signed(packed) for feature, packed in self.weights.items()}
        for (feature, label), total in self.totals.items():
            weight = last[feature][model.ORDER.index(label)] - total / self.time
            found[feature] += round(weight / GRAIN) << model.SHIFT[label]
        return dict(found)


def _voters(item: Example, labels: str) -> list[Key]:
    """Return the weights that speak for a labelling, as often as they speak."""
    found: list[Key] = []
    state = model.START
    for row, before, shape, label in zip(item.rows, item.befores, item.shapes, labels, strict=True):
        found += [(feature, label) for feature in (*row, *model.history(state, before, shape))]
        state = model.follow(state, label)
    return found


def fold_of(raw: str) -> int:
    """Return the fold of a reference, by the digest of its words: the same reference twice is in one fold."""
    return sha256(fold(raw).encode()).digest()[0] % FOLDS


def example(record: Record) -> Example:
    """Return a labelled record as the model sees it."""
    prepared = prepare(record["raw"])
    fragments = cut(record["raw"], prepared.masks, prepared.start, prepared.end)
    shapes = shapes_of(record["raw"], fragments)
    rows = describe(record["raw"], fragments, shapes)
    return Example(rows, [f.before for f in fragments], shapes, align(record, fragments))


def labelled(paths: Iterable[Path]) -> list[Record]:
    """Return the records of labelled files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def _thinned(item: Example, order: random.Random) -> Example:
    """Return an example without a random part of its features, so that no single one is relied upon."""
    chance = order.random
    return item._replace(rows=[[feature for feature in row if chance() > DROPPED] for row in item.rows])


def _without_rare(examples: list[Example]) -> list[Example]:
    counts = Counter(feature for item in examples for row in item.rows for feature in row)
    return [item._replace(rows=[[f for f in row if counts[f] >= RARE] for row in item.rows]) for item in examples]


def mean(runs: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Return the mean of packed weights, without the faint ones."""
    totals: Counter[Key] = Counter()
    for weights in runs:
        for feature, votes in weights.items():
            for label, vote in zip(model.ORDER, model.signed(votes), strict=True):
                totals[feature, label] += vote
    found: Counter[str] = Counter()
    for (feature, label), total in totals.items():
        vote = round(total / len(runs))
        if abs(vote) > FAINT:
            found[feature] += vote << model.SHIFT[label]
    return dict(found)


def train(records: Sequence[Record], rounds: int = ROUNDS, seed: int = 1) -> dict[str, int]:
    """Return the packed weights that are learnt from labelled records and from specimens that borrow their words."""
    real = [example(record) for record in records]
    examples = _without_rare([*map(example, specimens(records)), *(real * COPIES)])
    order, learner = random.Random(seed), Learner()
    for number in range(1, rounds + 1):
        order.shuffle(examples)
        right = sum([learner.learn(_thinned(item, order)) for item in examples])
        sys.stderr.write(f"round {number}: {len(examples) - right} of {len(examples)} references mislabelled\n")
    return learner.averaged()


def main(arguments: list[str]) -> None:
    """Learn from the given files: the weights beside this module, or those of each fold in a folder."""
    is_for_folds = arguments[:1] == ["--folds"]
    records = labelled(map(Path, arguments[2:] if is_for_folds else arguments))
    with ProcessPoolExecutor() as processes:
        if is_for_folds:
            folder = Path(arguments[1])
            folder.mkdir(parents=True, exist_ok=True)
            seen = [[record for record in records if fold_of(record["raw"]) != number] for number in range(FOLDS)]
            for number, weights in enumerate(processes.map(train, seen)):
                (folder / f"{number}.txt").write_text(model.dump(weights), encoding="utf-8")
        else:
            runs = processes.map(partial(train, records, ROUNDS), range(1, RUNS + 1))
            OUT.write_text(model.dump(mean(list(runs))), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
