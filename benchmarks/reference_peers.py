"""Measure another reader of references beside ours, in one run, on the same references and with the same score.

    python benchmarks/reference_peers.py [FOLDER] [--references 200] [--work FOLDER]

The folder holds the gold files and `score.py`. refextract (the reader of INSPIRE, a catalogue of physics) comes from
PyPI into a virtual environment of its own. It leaves the names of authors together, so ours are used to part them, in
its favour. AnyStyle is a program in Ruby that no package index for Python or Debian has; its figures are stated in
`references.py`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import peers

import references as ours
from jopsrdf import references
from jopsrdf.references.names import parse_names

CHILD = Path(__file__).with_name("refextract_child.py")
#: Field of refextract → our key.
FIELDS = {
    "title": "title",
    "journal_title": "container_title",
    "journal_volume": "volume",
    "journal_issue": "issue",
    "publisher": "publisher",
    "isbn": "isbn",
    "url": "url",
}


def main() -> None:
    """Print references a second and scores of both readers, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ours.GOLD)
    parser.add_argument("--references", type=int, default=200, help="how many of each set, drawn by chance")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "jopsrdf-benchmark")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    python = peers.from_pypi(given.work, "refextract", "python")
    for name in ours.PEERS:
        gold = random.Random(7).sample(ours.load(given.folder / name), given.references)
        compare(name, gold, ours.scorer(given.folder), python)


def compare(name: str, gold: list[dict[str, Any]], score: Any, python: Path | None) -> None:
    """Print the figures of one set."""
    lines = [record["raw"] for record in gold]
    references.read("Einstein, A. 1905. Annalen der Physik 17: 891.")  # the weights are read once
    started = time.process_time()
    read = [references.read(line) for line in lines]
    seconds = time.process_time() - started
    print(f"jopsrdf: {len(lines) / seconds:.0f} references/s")
    ours.tell(name, [(record, references.as_json(one)) for record, one in zip(gold, read, strict=True)], score)
    if not python:
        print("refextract: not measured, PyPI cannot be reached")
        return
    answer = subprocess.run(
        [str(python), str(CHILD)], input=json.dumps(lines), capture_output=True, text=True, check=True
    )
    theirs = json.loads(answer.stdout)
    print(f"refextract: {len(lines) / theirs['seconds']:.0f} references/s; ratio {theirs['seconds'] / seconds:.0f}")
    ours.tell(name, [(record, flat(found)) for record, found in zip(gold, theirs["found"], strict=True)], score)


def flat(found: list[dict[str, list[str]]]) -> dict[str, Any]:
    """Return what refextract found in one line under our keys; of several parts the fullest one."""
    part = max(found, key=len, default={})
    record: dict[str, Any] = {key: part[field][0] for field, key in FIELDS.items() if part.get(field)}
    if year := part.get("year") or part.get("journal_year"):
        record["year"] = int(year[0])
    if doi := part.get("doi"):
        record["doi"] = doi[0].removeprefix("doi:")
    if pages := part.get("journal_page"):
        record["page_first"], _, record["page_last"] = pages[0].partition("-")
    if authors := part.get("author"):
        record["authors"] = [_agent(agent) for agent in parse_names("; ".join(authors))]
    return record


def _agent(agent: Any) -> dict[str, str]:
    return {"literal": agent.literal} if agent.literal else {"family": agent.family, "given": agent.given}


if __name__ == "__main__":
    main()
