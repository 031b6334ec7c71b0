"""The gold references: all of the seed exactly, and the development sets at no less than what was reached.

The shipped model has learnt from the development sets, so these floors tell a slip, not how well other lists are read:
that is measured with models that have not, by `benchmarks/references.py --folds`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jopsrdf import references

pytestmark = pytest.mark.shared

Pair = tuple[dict[str, Any], dict[str, Any]]

#: Lenient micro F1 and the share of records whose core fields are all right, of each development set, in hundredths.
FLOORS = {"scielo-dev.jsonl": (89, 57), "anystyle-dev.jsonl": (93, 82)}


@cache
def scorer(shared: Path) -> ModuleType:
    """Return the scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "gold" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def pairs_of(path: Path) -> list[Pair]:
    """Return the gold records of a file (a JSON list, or JSON lines), each with what is read from its line."""
    text = path.read_text(encoding="utf-8")
    gold = json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]
    return [(record, references.as_json(references.read(record["raw"]))) for record in gold]


def test_the_seed_is_read_exactly(shared: Path) -> None:
    """Every scored field of all 63 references of the seed is right, by the strict count."""
    pairs = pairs_of(shared / "gold" / "seed-gold.json")
    _, core, full, errors = scorer(shared).score(pairs, lenient=False, extra=True)
    assert errors == []
    assert (core, full) == (63, 63)


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_other_styles_are_read_as_well_as_ever(shared: Path, name: str) -> None:
    """On a development set the lenient score and the share of whole records are what they were, or better."""
    score, pairs = scorer(shared), pairs_of(shared / "gold" / name)
    counts, core, _, _ = score.score(pairs, lenient=True)
    counted = [count for field, count in counts.items() if not field.endswith("_family") and field not in score.EXTRA]
    right, spurious, missing = (sum(count[i] for count in counted) for i in range(3))
    reached = {"micro F1": 200 * right / (2 * right + spurious + missing), "core records": 100 * core / len(pairs)}
    sys.stdout.write(f"{name} ({len(pairs)} references): {reached}\n")
    assert all(value >= floor for value, floor in zip(reached.values(), FLOORS[name], strict=True)), reached


@pytest.mark.slow
def test_sure_records_are_right(shared: Path) -> None:
    """Of the records that the reader is sure of to nine tenths, at least nine in ten are right."""
    pairs = [pair for name in FLOORS for pair in pairs_of(shared / "gold" / name)]
    sure = [pair for pair in pairs if pair[1].get("confidence", {}).get("record", 0) >= 0.9]
    _, core, _, _ = scorer(shared).score(sure, lenient=True)
    assert len(sure) >= 500, "too few to tell"
    assert core >= 0.9 * len(sure)
