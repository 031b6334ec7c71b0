"""Measures the reader of references: how right it is, how sure of it, how fast, and what a hostile line costs.

    python benchmarks/references.py [--shared FOLDER] [--seconds 3] [--anystyle COMMAND]

The gold references are not part of the project: `--shared` is the folder that holds `gold/`. Of the development sets
only the half is scored that the model has not learnt from. Where AnyStyle can be run (`--anystyle anystyle`, a Ruby
gem), its speed is measured on the same lines in the same run. Times are processor times of one core.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from jopsrdf import references
from jopsrdf.references.entry import LONGEST
from jopsrdf.references.train import is_held_out

SHARED = Path(__file__).parents[2] / "shared"
SETS = ("scielo-dev.jsonl", "anystyle-dev.jsonl")
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
#: Pieces that, repeated, have brought down regular expressions before.
HOSTILE = (
    *("(", ")", "([{<", '"', "“", "1", "1973 ", "1-2, ", ",", ".", "a.", "A. ", " ", "—", "\u200f", "e\u0301", "中"),
    *("Weber, Max, ", "et al. ", "In: ", "http://a.b/c ", "10.1000/", "3 (1(7): "),
)

Pair = tuple[dict[str, Any], dict[str, Any]]


def scorer(folder: Path) -> ModuleType:
    """Return the scoring script of the gold data as a module."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs_of(path: Path) -> list[Pair]:
    """Return each gold record of a file that is not learnt from, with what is read from its line."""
    text = path.read_text(encoding="utf-8")
    if text.startswith("["):
        gold = json.loads(text)
    else:
        gold = [record for record in map(json.loads, text.splitlines()) if is_held_out(record["raw"])]
    return [(record, references.as_json(references.read(record["raw"]))) for record in gold]


def score_row(score: ModuleType, name: str, pairs: list[Pair], *, lenient: bool) -> str:
    """Return one row of the table of scores."""
    counts, core, full, _ = score.score(pairs, lenient=lenient)
    counted = [count for field, count in counts.items() if not field.endswith("_family") and field not in score.EXTRA]
    right, spurious, missing = (sum(count[i] for count in counted) for i in range(3))
    f1 = 2 * right / (2 * right + spurious + missing)
    mode = "lenient" if lenient else "strict"
    return f"| {name} | {len(pairs)} | {mode} | {f1:.3f} | {core / len(pairs):.1%} | {full / len(pairs):.1%} |"


def reliability(score: ModuleType, pairs: Iterable[Pair]) -> Iterable[str]:
    """Yield the rows of the table of reliability: how many records of a band of confidence are right."""
    judged = [(found["confidence"]["record"], score.score([(gold, found)], lenient=True)[1])
              for gold, found in pairs if "confidence" in found]  # fmt: skip
    for low, high in pairwise(BANDS):
        band = [is_right for confidence, is_right in judged if low <= confidence < high]
        if band:
            yield f"| {low:.2f}–{min(high, 1):.2f} | {len(band)} | {sum(band) / len(band):.1%} |"


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def rate(lines: list[str], least: float) -> float:
    """Return the references read in a second, measured for at least so many seconds."""
    count, spent = 0, 0.0
    while spent < least:
        spent += seconds(lambda: [references.read(line) for line in lines])
        count += len(lines)
    return count / spent


def anystyle_rate(command: str, lines: list[str]) -> float:
    """Return the references that AnyStyle parses in a second of wall time, its start taken off."""
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for name, text in (("one.txt", lines[:1]), ("all.txt", lines)):
            path = Path(folder, name)
            path.write_text("\n".join(text), encoding="utf-8")
            start = time.perf_counter()
            subprocess.run([command, "--stdout", "-f", "json", "parse", path], check=True, capture_output=True)
            times.append(time.perf_counter() - start)
    return (len(lines) - 1) / (times[1] - times[0])


def worst(length: int) -> tuple[float, str]:
    """Return the longest time that a hostile line of a length takes, and what it repeats."""
    lines = {piece: (piece * length)[:length] for piece in HOSTILE}
    return max((seconds(partial(references.read, line)), piece) for piece, line in lines.items())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--anystyle", default="anystyle")
    options = parser.parse_args()
    gold = options.shared / "gold"
    score = scorer(gold)
    print("| set | references | mode | micro F1 | core records | whole records |\n|---|---|---|---|---|---|")
    seed = pairs_of(gold / "seed-gold.json")
    print(score_row(score, "seed", seed, lenient=False))
    unseen = {name: pairs_of(gold / name) for name in SETS}
    for name, pairs in unseen.items():
        print(score_row(score, name.removesuffix("-dev.jsonl"), pairs, lenient=True))
    print("\n| confidence | records | right |\n|---|---|---|")
    print(*reliability(score, [pair for pairs in unseen.values() for pair in pairs]), sep="\n")
    print("\n| lines | references a second |\n|---|---|")
    lines = [record["raw"] for pairs in (seed, *unseen.values()) for record, _ in pairs]
    for name, some in (("seed", [record["raw"] for record, _ in seed]), ("all", lines)):
        print(f"| {name} | {rate(some, options.seconds):,.0f} |")
    if command := shutil.which(options.anystyle):
        print(f"| all, by AnyStyle | {anystyle_rate(command, lines):,.0f} |")
    print("\n| hostile line | worst time |\n|---|---|")
    for length in (LONGEST, 100_000):
        spent, piece = worst(length)
        print(f"| {length:,} characters | {1000 * spent:.1f} ms, `{piece}` |")


if __name__ == "__main__":
    main()
