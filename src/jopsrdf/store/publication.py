"""This room knows what a SPARQL server elsewhere says of what has been loaded into it, and asks whether that is ours.

`publish` keeps a note in a graph of its own, `…/graph/publication`: which generation, in which graph, how far. A server
that was loaded in another way has no such note; of that one the number of triples is compared.
"""

from __future__ import annotations

import asyncio
import json

from jopsrdf.errors import QueryTimeout, StoreError, StoreUnavailable
from jopsrdf.store.answers import Limits, Question
from jopsrdf.store.dataset import Generation
from jopsrdf.store.remote import Remote
from jopsrdf.store.server import Server
from jopsrdf.store.worker import Source
from jopsrdf.terms import DCTERMS, iri

#: Seconds that a server may take to say what it holds; counting millions of triples takes some.
PATIENCE = 60.0
_COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def state_of(generation: Generation) -> str:
    """Return the IRI of the graph that holds the note, and of what the note is about."""
    return f"{generation.manifest.base}graph/publication"


def place_of(generation: Generation, server: Server) -> str:
    """Return what a note begins with: which generation is where."""
    return f"{generation.id} in {server.graph or 'the default graph'}"


def whole(generation: Generation, server: Server) -> str:
    """Return the note of a generation that has been loaded to its end."""
    return f"{place_of(generation, server)}, whole"


def check(generation: Generation, server: Server) -> str:
    """Ask a server whether it holds a generation; return "" if it does, or a sentence on why that cannot be told.

    Raise `StoreError` when it says that it holds another one, or a part only.
    """
    state = iri(state_of(generation))
    try:
        noted = _asked(
            f"SELECT ?x WHERE {{ GRAPH {state} {{ {state} {DCTERMS['identifier']} ?x }} }}", generation, server
        )
        if noted:
            return _noted(noted, generation, server)
        (count,) = _asked(_COUNT, generation, server)
    except (StoreUnavailable, QueryTimeout) as error:
        return f"{server.url}: whether generation {generation.id} is there cannot be asked ({error})"
    expected = generation.manifest.graphs.get("", 0)
    if int(count) == expected:
        return ""
    return f"{server.url}: {int(count):,} triples are there, generation {generation.id} has {expected:,}"


def _noted(noted: list[str], generation: Generation, server: Server) -> str:
    if whole(generation, server) in noted:
        return ""
    held = "; ".join(noted)
    raise StoreError(
        f"{server.url} does not hold generation {generation.id}, it notes: {held}. Load it with: jopsrdf publish --to …"
    )


def _asked(query: str, generation: Generation, server: Server) -> list[str]:
    """Return the values of the only column."""
    limits = Limits(deadline=PATIENCE, workers=1)
    source = Source(generation.folder, graphs=(state_of(generation),))
    remote = Remote(server, limits)
    try:
        answer = asyncio.run(remote.answer(Question(text=query), source, generation.id))
    finally:
        remote.close()
    return [cell["value"] for row in json.loads(answer.body)["results"]["bindings"] for cell in row.values()]
