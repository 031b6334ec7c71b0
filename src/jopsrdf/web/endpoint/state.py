"""This room tells those who run the server how it is at this moment: is it well, and what has it done.

It is asked on the loop of the queries, so that no page that has to be made stands before it.
"""

from __future__ import annotations

import json

from jopsrdf import __version__
from jopsrdf.store import Dataset
from jopsrdf.web.http.exchange import Reply
from jopsrdf.web.http.metrics import CONTENT_TYPE, Metrics

HEALTH, METRICS = "/healthz", "/metrics"
#: Seconds that a query may take by which the server finds out whether it answers queries.
PATIENCE = 2.0
_UNKEPT = ("Cache-Control", "no-store")


async def health(dataset: Dataset) -> Reply:
    """Say that the server answers queries: it asks one. Raise what `Dataset.answer` does when it does not."""
    generation = dataset.generation
    await dataset.answer("ASK { ?s ?p ?o }", deadline=PATIENCE)
    state = {"status": "ok", "version": __version__, "generation": generation.id, "articles": generation.count()}
    return Reply(200, (("Content-Type", "application/json"), _UNKEPT), json.dumps(state).encode() + b"\n")


async def counters(dataset: Dataset, metrics: Metrics) -> Reply:
    """Return the counters, and what the dataset holds, for Prometheus."""
    generation = dataset.generation
    gauges = {
        "jopsrdf_articles": float(generation.manifest.articles),
        "jopsrdf_triples": float(generation.manifest.triples),
        "jopsrdf_generation_seconds": generation.modified,
    }
    return Reply(200, (("Content-Type", CONTENT_TYPE), _UNKEPT), metrics.text(gauges).encode())
