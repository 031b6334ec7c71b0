"""This room has the routes for those who run the server; our server answers them without Flask (see `application`)."""

from __future__ import annotations

from flask import Blueprint, Response

from jopsrdf.web.endpoint import state
from jopsrdf.web.site import Site, response


def blueprint(site: Site) -> Blueprint:
    """Return the routes for operators."""
    blue = Blueprint("operations", __name__)

    @blue.get(state.HEALTH)
    def health() -> Response:
        return response(site.dataset.run(state.health(site.dataset)))

    @blue.get(state.METRICS)
    def metrics() -> Response:
        return response(site.dataset.run(state.counters(site.dataset, site.metrics)))

    return blue
