"""This room is for those who run the server: is it well, and what has it done."""

from __future__ import annotations

import json
from functools import partial

from flask import Blueprint, Response

from jopsrdf import __version__
from jopsrdf.web.http.metrics import CONTENT_TYPE
from jopsrdf.web.site import Site


def blueprint(site: Site) -> Blueprint:
    """Return the routes for operators."""
    blue = Blueprint("operations", __name__)
    blue.add_url_rule("/healthz", "health", partial(health, site))
    blue.add_url_rule("/metrics", "metrics", partial(metrics, site))
    return blue


def health(site: Site) -> Response:
    """Say that the server answers queries: it asks one. A failure is told by its own status."""
    generation = site.dataset.generation
    site.dataset.query("ASK { ?s ?p ?o }", deadline=2.0)
    state = {"status": "ok", "version": __version__, "generation": generation.id, "articles": generation.count()}
    return Response(json.dumps(state) + "\n", content_type="application/json", headers={"Cache-Control": "no-store"})


def metrics(site: Site) -> Response:
    """Return the counters, and what the dataset holds, for Prometheus."""
    manifest = site.dataset.generation.manifest
    gauges = {
        "jopsrdf_articles": float(manifest.articles),
        "jopsrdf_triples": float(manifest.triples),
        "jopsrdf_generation_seconds": site.dataset.generation.modified,
        "jopsrdf_cache_bytes": float(site.cache.size),
        "jopsrdf_cache_entries": float(len(site.cache)),
    }
    text = site.metrics.text(gauges)
    return Response(text, content_type=CONTENT_TYPE, headers={"Cache-Control": "no-store"})
