"""Measure the reference grammar: scores by field, how far the confidence holds, speed, and hostile strings.

`python benchmarks/references.py [FOLDER]`: the folder holds the gold files and `score.py`; without it only the speed on
rendered references and the hostile strings are measured. Half of each development set was learnt from; the other half
is reported apart ("unseen").
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import Any

from jopsrdf import references
from jopsrdf.references import calibrate, confidence
from jopsrdf.references.specimens import specimens
from jopsrdf.references.train import is_held_out

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
#: What others were measured at: references a second, and field F1 (micro) on the same sets and with the same score.
ANYSTYLE_SPEED = 254
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


def scores(folder: Path) -> None:
    """Print micro F1 and whole records of each set, all of it and its unseen half."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec
    assert spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for name, is_lenient in (("seed-gold.json", False), *((name, row[1]) for name, row in PEERS.items())):
        gold = load(folder / name)
        pairs = [(record, references.as_json(references.read(record["raw"]))) for record in gold]
        unseen = [pair for pair in pairs if name.startswith("seed") or is_held_out(pair[0]["raw"])]
        for label, chosen in (("all", pairs), ("unseen", unseen)):
            counts, core, _, _ = score.score(chosen, is_lenient)
            sums = [
                sum(
                    row[i]
                    for field, row in counts.items()
                    if not field.endswith("_family") and field not in score.EXTRA
                )
                for i in range(3)
            ]
            f1 = 2 * sums[0] / (2 * sums[0] + sums[1] + sums[2])
            peers = PEERS.get(name, ("AnyStyle 50 of 63 records", True))[0]
            scores = f"micro F1 {f1:.3f}  core {core / len(chosen):.3f}  ({peers})"
            print(f"{name:20} {label:7} {len(chosen):5} references  {scores}")


def reliability(folder: Path) -> None:
    """Print for each tenth of stated confidence how many records were right, on references used for nothing else."""
    paths = [folder / name for name in PEERS]
    weights = confidence.load()
    tenths: dict[int, list[float]] = {}
    for (values, right), _ in calibrate.rows(paths, lambda raw: not calibrate.is_fitted(raw)):
        stated = confidence.logistic(sum(weights.get(name, 0) * value for name, value in values.items()))
        tenths.setdefault(min(int(stated * 10), 9), []).append(float(right))
    for tenth, outcomes in sorted(tenths.items()):
        share = sum(outcomes) / len(outcomes)
        print(f"confidence {tenth / 10:.1f}-{tenth / 10 + 0.1:.1f}  {len(outcomes):4} records  {share:.3f} right")


def speed(lines: list[str], others: list[str]) -> None:
    """Print references a second after others were read: on lines that are met for the first time, and met again."""
    _seconds(others)
    for label in ("first met", "met again"):
        rate = len(lines) / _seconds(lines)
        print(f"{label}: {rate:.0f} references/s ({rate / ANYSTYLE_SPEED:.1f} times AnyStyle's {ANYSTYLE_SPEED})")


def _seconds(lines: list[str]) -> float:
    start = time.process_time()
    for line in lines:
        references.read(line)
    return time.process_time() - start


def hostile() -> None:
    """Print the cost of each hostile string in milliseconds."""
    for name, text in HOSTILE.items():
        print(f"{name:20} {len(text):7} characters  {_seconds([text]) * 1000:6.1f} ms")


def main(arguments: list[str]) -> None:
    """Measure everything that the folder allows."""
    folder = Path(arguments[0]) if arguments else GOLD
    if (folder / "score.py").exists():
        # Before the scores: what was read once is remembered, and would flatter the speed.
        speed(*([record["raw"] for record in load(folder / name)] for name in PEERS))
        scores(folder)
        reliability(folder)
    else:
        print(f"no gold files in {folder}: scores are left out")
        lines = [record["raw"] for record in specimens()][:2000]
        speed(lines[1000:], lines[:1000])
    hostile()


if __name__ == "__main__":
    main(sys.argv[1:])
