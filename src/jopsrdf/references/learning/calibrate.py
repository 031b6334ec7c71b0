"""This room fits the confidence: `python -m jopsrdf.references.learning.calibrate FOLDER LABELLED.jsonl ...`.

The folder holds the weights that `train --folds` wrote. Every labelled reference is read with the weights that were
learnt without it, what was read is compared with its labels, and a logistic curve is fitted for records and one for
each field. Whether the numbers hold is measured fold by fold, with curves that were fitted on the other folds.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jopsrdf.references import model
from jopsrdf.references.build import build
from jopsrdf.references.confidence import FIELDS, MARGIN, clues
from jopsrdf.references.entry import LONGEST
from jopsrdf.references.grammar import by_name, prepare, runs
from jopsrdf.references.learning.train import FOLDS, Record, fold_of, labelled
from jopsrdf.references.locators import complete
from jopsrdf.references.output import flat
from jopsrdf.text import fold

OUT = Path(__file__).parents[1] / "confidence.txt"
#: Fields that must all be right, and none besides, for a record to count as right.
CORE = (
    "year",
    "title",
    "container_title",
    "volume",
    "issue",
    "page_first",
    "page_last",
    "publisher",
    "publisher_place",
    "doi",
)
#: Rounds of Newton's method, and how strongly weights are held to nought.
ROUNDS, RIDGE = 12, 0.3

Row = tuple[dict[str, float], bool]


class Outcome(NamedTuple):
    """A reference that was read by a model which had not learnt from it: its clues, and whether it was right."""

    fold: int
    record: Row
    fields: dict[str, Row]


def outcomes(folder: Path, records: Iterable[Record]) -> Iterator[Outcome]:
    """Yield what the models of a folder make of the records that they have not learnt from."""
    kept = [record for record in records if len(record["raw"]) <= LONGEST]
    for number in range(FOLDS):
        with model.using((folder / f"{number}.txt").read_text(encoding="utf-8")):
            yield from (_outcome(number, gold) for gold in kept if fold_of(gold["raw"]) == number)


def _outcome(number: int, gold: Record) -> Outcome:
    raw = gold["raw"]
    prepared = prepare(raw)
    found = runs(raw, prepared)
    built = build(raw, by_name(found), prepared.found, prepared.start, prepared.end)
    read = flat(built.work)
    right = all(is_right(gold, read, field) for field in (*CORE, "authors", "editors"))
    leads = {run.letter: run.margin for run in sorted(found, key=lambda run: -run.margin)}
    fields = {
        name: (
            {"at-" + name: 1.0, "lead-" + name: min(leads[letter], MARGIN) / MARGIN},
            is_right(gold, read, "page_first" if name == "pages" else name),
        )
        for name, letter in FIELDS.items()
        if letter in leads and name not in gold.get("unscored", ())
    }
    return Outcome(number, (clues(built.work, built, found), right), fields)


def is_right(gold: Mapping[str, Any], read: Mapping[str, Any], field: str) -> bool:
    """Say whether a field was read as it is labelled; case, punctuation, spacing and shortened ends do not count."""
    if field in gold.get("unscored", ()):
        return True
    if field in ("authors", "editors", "translators"):
        return _names(gold.get(field, ())) == _names(read.get(field, ()))
    value = str(gold.get(field, ""))
    if field == "page_last" and value:
        value = complete(str(gold.get("page_first", "")), value)
    return fold(value) == fold(str(read.get(field, "")))


def _names(people: Any) -> list[str]:
    return [
        fold(
            f"{person.get('particle', '')} {person.get('family', person.get('literal', ''))} {person.get('given', '')}"
        ).replace(" ", "")
        for person in people
    ]


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Return the weights of a logistic curve by Newton's method; the same data give the same weights."""
    names = list(dict.fromkeys(name for values, _ in data for name in values))
    rows = [([values.get(name, 0.0) for name in names], right) for values, right in data]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (one == two) for two in range(len(names))] for one in range(len(names))]
        for values, right in rows:
            score = sum(weight * value for weight, value in zip(weights, values, strict=True))
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            used = [(place, value) for place, value in enumerate(values) if value]
            for place, value in used:
                slope[place] += (right - chance) * value
                for other, another in used:
                    bend[place][other] += chance * (1 - chance) * value * another
        weights = [weight + move for weight, move in zip(weights, _solved(bend, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def _solved(matrix: list[list[float]], wanted: list[float]) -> list[float]:
    """Return the vector that a symmetric positive matrix turns into the wanted one, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, wanted, strict=True)]
    for place, pivot in enumerate(rows):
        for row in rows[place + 1 :]:
            share = row[place] / pivot[place]
            row[place:] = [value - share * other for value, other in zip(row[place:], pivot[place:], strict=True)]
    found = [0.0] * len(rows)
    for place in reversed(range(len(rows))):
        known = sum(rows[place][other] * found[other] for other in range(place + 1, len(rows)))
        found[place] = (rows[place][-1] - known) / rows[place][place]
    return found


def main(arguments: list[str]) -> None:
    """Fit the curves on what the models of a folder make of the given files; write them beside this module."""
    read = list(outcomes(Path(arguments[0]), labelled(map(Path, arguments[1:]))))
    weights = fit([outcome.record for outcome in read])
    for name in FIELDS:
        data = [outcome.fields[name] for outcome in read if name in outcome.fields]
        if len(data) >= 30:
            weights |= fit(data)
    OUT.write_text("".join(f"{name}\t{value:.3f}\n" for name, value in weights.items()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
