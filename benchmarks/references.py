"""Measure the reference grammar: scores by field, how far the confidence holds, speed, and hostile strings.

`python benchmarks/references.py [FOLDER]`: the folder holds the gold files and `score.py`; without it only the speed on
rendered references and the hostile strings are measured. The shipped model has learnt from the development sets. How
well it reads what it has not learnt from is measured with five models, each of which has not seen one fifth: first
`python -m jopsrdf.references.learning.train --folds MODELS FILE…` (minutes), then
`python benchmarks/references.py --folds MODELS [FOLDER]`.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any

from jopsrdf import references
from jopsrdf.errors import Where
from jopsrdf.records import Reference
from jopsrdf.references import confidence, model
from jopsrdf.references.learning import calibrate
from jopsrdf.references.learning.specimens import specimens
from jopsrdf.references.learning.train import FOLDS, fold_of, labelled

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
#: What others were measured at: references a second, and field F1 (micro) on the same sets and with the same score.
ANYSTYLE_SPEED = 254
#: As many references as an article has.
LIST = 60
PEERS = {"scielo-dev.jsonl": ("AnyStyle 0.779, text2bib 0.809", True), "anystyle-dev.jsonl": ("text2bib 0.87", True)}
HOSTILE = {
    "brackets": "(" * 100_000,
    "closing brackets": "x)" * 50_000,
    "quotes": "“" * 100_000,
    "straight quotes": '"a ' * 33_000,
    "digits": "1" * 100_000,
    "digits and dashes": "1-" * 50_000,
    "commas": ", " * 50_000,
    "commas and letters": "A, " * 33_000,
    "dots": "." * 100_000,
    "initials": "A. " * 33_000,
    "years": "2020 " * 20_000,
    "addresses": "http://a.b/" * 9_000,
    "DOIs": "10.1000/x " * 10_000,
    "colons": ": " * 50_000,
    "slashes": "//" * 50_000,
    "spaces": " " * 100_000,
    "4,000 brackets": "(" * 3_999,
    "4,000 quotes": "“a" * 1_999,
    "4,000 digits": "12-" * 1_333,
    "4,000 initials": "A. " * 1_333,
    "4,000 names": "Smith J, " * 440,
}


def load(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON or JSON-lines file."""
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]


Pair = tuple[dict[str, Any], dict[str, Any]]


def scorer(folder: Path) -> Any:
    """Return the scoring script of the folder as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score


def pairs_of(gold: list[dict[str, Any]]) -> list[Pair]:
    """Return labelled references, each with what is read from its line."""
    return [(record, references.as_json(references.read(record["raw"]))) for record in gold]


def out_of_fold(gold: list[dict[str, Any]], models: Path) -> list[Pair]:
    """Return labelled references, each with what a model reads that has not learnt from it."""
    found: list[Pair] = []
    for number in range(FOLDS):
        with model.using((models / f"{number}.txt").read_text(encoding="utf-8")):
            found += pairs_of([record for record in gold if fold_of(record["raw"]) == number])
    return found


def tell(name: str, pairs: list[Pair], score: Any, *, is_lenient: bool = True) -> None:
    """Print micro F1, the same on the fields that the set labels at all, and the share of whole records."""
    counts, core, _, _ = score.score(pairs, is_lenient)
    counted = [field for field in counts if not field.endswith("_family") and field not in score.EXTRA]
    known = {field for record, _ in pairs for field in score.values(record, is_lenient)}
    every, labelled_only = (
        _f1([counts[f] for f in fields]) for fields in (counted, [f for f in counted if f in known])
    )
    figures = f"micro F1 {every:.3f}  on the fields it labels {labelled_only:.3f}  core {core / len(pairs):.3f}"
    print(f"{name:30} {len(pairs):5} references  {figures}  ({PEERS.get(name, ('AnyStyle 50 of 63 records',))[0]})")


def _f1(counts: list[list[int]]) -> float:
    right, spurious, missing = (sum(count[place] for count in counts) for place in range(3))
    return 2 * right / (2 * right + spurious + missing)


def shipped(folder: Path) -> None:
    """Print the scores of the shipped model, which has learnt from the development sets but not from the seed."""
    print("shipped model:")
    score = scorer(folder)
    for name, is_lenient in (("seed-gold.json", False), *((name, row[1]) for name, row in PEERS.items())):
        tell(name, pairs_of(load(folder / name)), score, is_lenient=is_lenient)


def unseen(folder: Path, models: Path) -> None:
    """Print the scores and the reliability of models on what they have not learnt from."""
    print("out of fold, on what each model has not learnt from:")
    for name in PEERS:
        tell(name, out_of_fold(load(folder / name), models), scorer(folder))
    read = list(calibrate.outcomes(models, labelled(folder / name for name in PEERS)))
    tenths: dict[int, list[bool]] = {}
    for number in range(FOLDS):
        weights = calibrate.fit([outcome.record for outcome in read if outcome.fold != number])
        for values, right in (outcome.record for outcome in read if outcome.fold == number):
            stated = confidence.logistic(sum(weights.get(name, 0) * value for name, value in values.items()))
            tenths.setdefault(min(int(stated * 10), 9), []).append(right)
    for tenth, outcomes in sorted(tenths.items()):
        share = sum(outcomes) / len(outcomes)
        print(f"confidence {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}  {len(outcomes):4} records  {share:.3f} right")


def speed(lines: list[str], others: list[str]) -> None:
    """Print references a second after others were read: first met line by line, met again, met again in lists."""
    _seconds(others)
    for label, seconds in (
        ("first met", _seconds),
        ("met again", _seconds),
        ("met again, in lists", _seconds_in_lists),
    ):
        rate = len(lines) / seconds(lines)
        print(f"{label}: {rate:.0f} references/s ({rate / ANYSTYLE_SPEED:.1f} times AnyStyle's {ANYSTYLE_SPEED})")


def _seconds(lines: list[str]) -> float:
    start = time.process_time()
    for line in lines:
        references.read(line)
    return time.process_time() - start


def _seconds_in_lists(lines: list[str]) -> float:
    entries = [Reference(raw=line) for line in lines]
    start = time.process_time()
    for first in range(0, len(entries), LIST):
        references.read_list(entries[first : first + LIST], Where("list"))
    return time.process_time() - start


def hostile() -> None:
    """Print the cost of each hostile string in milliseconds."""
    for name, text in HOSTILE.items():
        print(f"{name:20} {len(text):7} characters  {_seconds([text]) * 1000:6.1f} ms")


def main(arguments: list[str]) -> None:
    """Measure everything that the folder allows, or only what models read that have not learnt from it."""
    models = Path(arguments[1]) if arguments[:1] == ["--folds"] else None
    rest = arguments[2:] if models else arguments
    folder = Path(rest[0]) if rest else GOLD
    if models:
        unseen(folder, models)
        return
    if (folder / "score.py").exists():
        # Before the scores: what was read once is remembered, and would flatter the speed.
        speed(*([record["raw"] for record in load(folder / name)] for name in PEERS))
        shipped(folder)
    else:
        print(f"no gold files in {folder}: scores are left out")
        lines = [record["raw"] for record in specimens()][:2000]
        speed(lines[1000:], lines[:1000])
    hostile()


if __name__ == "__main__":
    main(sys.argv[1:])
