"""This room loads a generation into a SPARQL server elsewhere, whatever it is written into by.

Every graph is sent in parts, as N-Triples without blank nodes, so a part that is sent twice adds nothing. How far the
work has come stands in a graph of its own on the server: a run that was broken off is taken up where it stopped, and a
generation that is there already is not sent again.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from itertools import islice

from jopsrdf.store import lines, publication
from jopsrdf.store.dataset import Generation
from jopsrdf.store.publish_targets import Target, normalised
from jopsrdf.terms import DCTERMS, iri, literal

Progress = Callable[[int, int], None]


def publish(generation: Generation, target: Target, *, progress: Progress | None = None) -> bool:
    """Load a generation into a server; return False when it is there already.

    What all articles say goes into the graph of the target's server. `progress` is told how many parts are there, and
    how many there will be at most. Raise `StoreUnavailable` when the server does not answer, and call again to go on;
    until the end the server holds a mixture of the old and the new.
    """
    state, end = publication.state_of(generation), publication.whole(generation, target.server)
    place, of = publication.place_of(generation, target.server), _parts(generation, target.part)
    found = normalised(target.get(state))
    if _mark(state, end) in found:
        return False
    reached = [_mark(state, f"{place}, {number} parts of {target.part}") for number in range(of + 1)]
    sent = next((number for number in range(of, 0, -1) if reached[number] in found), 0)
    graph_before = ""
    for number, (graph, ntriples) in enumerate(_in_parts(generation, target.part), 1):
        first, graph_before = graph != graph_before or number == 1, graph
        if number <= sent:
            continue
        (target.put if first else target.post)(graph or target.server.graph, ntriples)
        target.put(state, f"{reached[number]}\n")
        if progress:
            progress(number, of)
    target.put(state, _mark(state, end) + "\n")
    return True


def _mark(state: str, reached: str) -> str:
    """Return the triple that says how far the work has come."""
    return f"{iri(state)} {DCTERMS['identifier']} {literal(reached)} ."


def _parts(generation: Generation, part: int) -> int:
    """Return how many parts there are at most."""
    return sum(number // part + 1 for number in generation.manifest.graphs.values())


def _in_parts(generation: Generation, part: int) -> Iterator[tuple[str, str]]:
    """Yield graphs in parts: the default graph ("") first, then the others by name; always in the same order."""
    for graph in sorted(generation.manifest.graphs):
        found = _triples(generation, graph)
        while batch := list(islice(found, part)):
            yield graph, "".join(batch)


def _triples(generation: Generation, graph: str) -> Iterator[str]:
    """Yield a graph's triples as the dump has them, in its order; those of "" stand in the articles' graphs."""
    named = {iri(name) for name in generation.manifest.graphs if name}
    before = ""
    with gzip.open(generation.dump, "rt", encoding="utf-8", newline="\n") as dump:
        for text in dump:
            line = lines.read(text)
            if (line.graph == f"<{graph}>" if graph else line.graph not in named) and line.triple != before:
                before = line.triple
                yield line.triple
