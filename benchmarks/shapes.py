"""How long it takes to check a graph: the seed's, and those of more and more made-up articles as one dataset.

    .venv/bin/python benchmarks/shapes.py [articles ...]

Prints the seed's quads by graph, then for each dataset its triples, its findings, and the CPU seconds of the rules.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import synthetic
from jopsrdf import graph, pipeline
from jopsrdf.graph.check import check
from jopsrdf.terms import Quad

SEED = Path(__file__).parents[1] / "data" / "000_70d8d36de8897886.txt"
BASE = "https://w3id.org/jopsrdf/"


def main() -> None:
    """Measure the seed, and datasets of as many articles as the command line says."""
    settings = pipeline.settings_for([SEED], None, {})
    (article,) = pipeline.convert(SEED.read_bytes(), SEED.name, settings)
    seed = list(graph.quads(article, pipeline.mint_for(settings)))
    for name, quads in sorted(Counter(g for *_, g in seed).items()):
        print(f"{quads:>8} quads in {name}")
    measure("seed", seed)
    for count in map(int, sys.argv[1:] or ("1", "5", "10")):
        mint = graph.Mint(BASE)
        made = sorted({quad for record in synthetic.articles(count) for quad in graph.quads(record, mint)})
        measure(f"{count} made up", graph.settle(lambda made=made: made, mint))


def measure(name: str, data: Iterable[Quad]) -> None:
    """Print the size of a graph, what was found, and how long it took."""
    quads = list(data)
    start = time.process_time()
    found = Counter(note.code for note in check(quads))
    seconds = time.process_time() - start
    triples = len({quad[:3] for quad in quads})
    rate = f"{triples / seconds:,.0f} triples/s"
    print(f"{name}: {triples} triples, {seconds:.1f} s, {rate}, found {dict(found) or 'nothing'}")


if __name__ == "__main__":
    main()
