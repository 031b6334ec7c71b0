"""This room is the endpoint's page: a form, and below it the answer as a table, without any script."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import HTTPException

from jopsrdf.errors import JopsError
from jopsrdf.store import KINDS, read_query
from jopsrdf.web.endpoint import protocol, sparql
from jopsrdf.web.http import problems
from jopsrdf.web.http.exchange import Message, Reply
from jopsrdf.web.http.offers import RESULTS, prefers_html
from jopsrdf.web.http.problems import Problem
from jopsrdf.web.pages.views import CONTENT_TYPE
from jopsrdf.web.site import Site, response

#: Rows that the page shows; the whole answer is behind the links to its formats.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer on a page: a table for a SELECT, text for the rest, or the problem; `cut` says what is left out."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    text: str = ""
    cut: str = ""
    problem: Problem | None = None


def blueprint(site: Site) -> Blueprint:
    """Return the route of the endpoint inside Flask."""
    blue = Blueprint("sparql", __name__)
    methods = [*sparql.METHODS, "PUT", "DELETE", "PATCH"]
    blue.add_url_rule(
        "/sparql",
        "sparql",
        partial(endpoint, site),
        methods=methods,
        strict_slashes=False,
        provide_automatic_options=False,
    )
    return blue


def endpoint(site: Site) -> Response:
    """Answer by the protocol, or with the page where a browser asks."""
    message = Message.of_head(request.environ).with_body(request.environ, site.endpoint.limits["request_bytes"])
    if message.method == "GET" and prefers_html(message.accept):
        return response(page(site, message))
    return response(site.endpoint.reply(message))


def page(site: Site, message: Message) -> Reply:
    """Return the page: the empty form, or the form with a query and what came of it."""
    query, shown, status = "", None, 200
    try:
        operation = protocol.read(message)
        if operation:
            query = operation.query
            shown = _shown(site, message, query)
    except (JopsError, HTTPException) as error:
        problem = problems.of(error)
        shown, status = Shown(problem=problem), problem.status
    body = render_template(
        "query.html",
        query=query,
        shown=shown,
        results=RESULTS,
        limits=site.settings.server,
        has_editor=has_editor(),
        address=message.query_string,
    )
    headers = (("Content-Type", CONTENT_TYPE), ("Cache-Control", "no-store"))
    return Reply(status, headers, body.encode())


@cache
def has_editor() -> bool:
    """Say whether setup has fetched the editor's files; without them the plain form is all there is."""
    return (Path(__file__).parents[1] / "static/vendor/yasgui.min.js").exists()


def _shown(site: Site, message: Message, query: str) -> Shown:
    form = read_query(query, site.endpoint.bounds).form
    is_graph = form is not None and KINDS[form] == "graph"
    wanted = "text/turtle" if is_graph else "text/csv" if form == "SELECT" else "application/sparql-results+json"
    plain = replace(message, accept=wanted, accept_encoding="", if_none_match="", if_modified_since="")
    reply = site.endpoint.reply(plain)
    text, cut = reply.body.decode(), dict(reply.headers).get("X-Truncated", "")
    if form != "SELECT":
        return Shown(text=text, cut=cut)
    columns, *rows = csv.reader(io.StringIO(text))
    return Shown(tuple(columns), tuple(map(tuple, rows[:SHOWN])), cut=cut or ("shown" if len(rows) > SHOWN else ""))
