"""This room fits the confidence: `python -m jopsrdf.references.calibrate LABELLED.jsonl ...`.

It reads references that the model was not trained on, takes half of those, compares what was read with their labels
and fits one logistic curve for records and one for each field; the other half shows whether the numbers hold.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from jopsrdf.records import Span
from jopsrdf.references.build import build
from jopsrdf.references.confidence import FIELDS, MARGIN, clues
from jopsrdf.references.entry import LONGEST
from jopsrdf.references.grammar import prepare, runs
from jopsrdf.references.output import flat
from jopsrdf.references.sheet import NAMES
from jopsrdf.references.train import is_held_out
from jopsrdf.text import fold

OUT = Path(__file__).with_name("confidence.txt")
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
STEPS, RATE, DECAY = 2500, 1.2, 0.00005

Row = tuple[dict[str, float], bool]


def is_fitted(raw: str) -> bool:
    """Say whether a held-out reference is one of those that the curves are fitted on."""
    return sha256(raw.encode()).digest()[1] % 2 == 0


def is_right(gold: Mapping[str, Any], read: Mapping[str, Any], field: str) -> bool:
    """Say whether a field was read as it is labelled; case, punctuation and spacing do not count."""
    if field in gold.get("unscored", ()):
        return True
    if field in ("authors", "editors", "translators"):
        return _names(gold.get(field, ())) == _names(read.get(field, ()))
    return fold(str(gold.get(field, ""))) == fold(str(read.get(field, "")))


def _names(people: Any) -> list[str]:
    return [
        fold(
            f"{person.get('particle', '')} {person.get('family', person.get('literal', ''))} {person.get('given', '')}"
        ).replace(" ", "")
        for person in people
    ]


def rows(paths: list[Path], chosen: Callable[[str], bool]) -> Iterator[tuple[Row, dict[str, Row]]]:
    """Yield for each reference its clues and whether it was right, and the same for each of its fields."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            gold = json.loads(line)
            raw = gold["raw"]
            if not is_held_out(raw) or not chosen(raw) or len(raw) > LONGEST:
                continue
            prepared = prepare(raw)
            found = runs(raw, prepared)
            built = build(
                raw, tuple(Span(run.start, run.end, NAMES[run.letter]) for run in found), prepared.found
            )
            read = flat(built.work)
            right = all(is_right(gold, read, field) for field in (*CORE, "authors", "editors"))
            leads = {run.letter: min(run.margin, MARGIN) / MARGIN for run in reversed(found)}
            fields = {
                name: (
                    {"at-" + name: 1.0, "lead-" + name: leads[letter]},
                    is_right(gold, read, "page_first" if name == "pages" else name),
                )
                for name, letter in FIELDS.items()
                if letter in leads and name not in gold.get("unscored", ())
            }
            yield (clues(built.work, built, found), right), fields


def fit(data: list[Row]) -> dict[str, float]:
    """Return the weights of a logistic curve by gradient descent; the same data give the same weights."""
    weights = dict.fromkeys((name for values, _ in data for name in values), 0.0)
    for _ in range(STEPS):
        slope = dict.fromkeys(weights, 0.0)
        for values, right in data:
            score = sum(weights[name] * value for name, value in values.items())
            miss = right - 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
            for name, value in values.items():
                slope[name] += miss * value
        for name in weights:
            weights[name] += RATE * (slope[name] / len(data) - DECAY * weights[name])
    return weights


def main(arguments: list[str]) -> None:
    """Fit the curves on the given labelled files and write them beside this module."""
    read = list(rows([Path(name) for name in arguments], is_fitted))
    weights = fit([record for record, _ in read])
    for name in FIELDS:
        data = [fields[name] for _, fields in read if name in fields]
        if len(data) >= 30:
            weights |= fit(data)
    OUT.write_text("".join(f"{name}\t{value:.3f}\n" for name, value in weights.items()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
