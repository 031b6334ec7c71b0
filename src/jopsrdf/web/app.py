"""This room puts the site together: its faces, what they share, and the front before them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Blueprint, Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.middleware.proxy_fix import ProxyFix

from jopsrdf.config import Settings
from jopsrdf.store import Dataset
from jopsrdf.text import digest
from jopsrdf.web import operations
from jopsrdf.web.channels import views as channels
from jopsrdf.web.documents import resources
from jopsrdf.web.documents.elsewhere import refuse_gone, settled
from jopsrdf.web.endpoint.querylog import QueryLog
from jopsrdf.web.endpoint.sparql import Endpoint
from jopsrdf.web.front import Front, Watch
from jopsrdf.web.http import problems
from jopsrdf.web.http.cache import Cache
from jopsrdf.web.http.exchange import Message
from jopsrdf.web.http.metrics import Metrics
from jopsrdf.web.http.problems import Problem
from jopsrdf.web.pages import browse, querypage
from jopsrdf.web.pages import views as pages
from jopsrdf.web.site import Site, response

#: Every face makes its blueprint from the site; the last one answers for all paths that no other has taken.
FACES: tuple[Callable[[Site], Blueprint], ...] = (
    querypage.blueprint,
    operations.blueprint,
    pages.blueprint,
    browse.blueprint,
    channels.blueprint,
    resources.blueprint,
)
#: Where the application keeps its front, for servers that speak something better than WSGI.
FRONT = "jopsrdf.front"


def create_app(settings: Settings, dataset: Dataset, metrics: Metrics | None = None) -> Flask:
    """Return the site over a dataset as a WSGI application; it keeps no state but caches and counters."""
    metrics, cache = metrics or Metrics(), Cache(settings["server.cache_bytes"])
    site = Site(settings, dataset, Endpoint(settings, dataset, QueryLog(metrics)), metrics, cache)
    app = Flask("jopsrdf.web")
    app.config["MAX_CONTENT_LENGTH"] = settings["server.request_bytes"]
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.url_map.merge_slashes = False  # a DOI may hold two slashes in a row
    for face in FACES:
        app.register_blueprint(face(site))
    app.before_request(partial(refuse_gone, site))
    app.register_error_handler(Exception, partial(_refusal, site))
    front = Front(app.wsgi_app, site.endpoint, dataset, cache, metrics, edition(settings), Watch(dataset))
    app.extensions[FRONT] = front
    app.wsgi_app = _trusting(front, settings["server.trusted_proxies"])  # type: ignore[method-assign] # Flask's own way
    return app


def edition(settings: Settings) -> str:
    """Return what answers depend on beside the dataset: the settings, and the code and files of this room."""
    here = Path(__file__).parent
    files = sorted(path for pattern in ("**/*.py", "templates/*", "static/*") for path in here.glob(pattern))
    contents = (path.read_bytes().hex() for path in files if path.is_file())
    return digest(repr(sorted(settings.values.items())), *contents)


def _trusting(front: Front, hops: int) -> Front | ProxyFix:
    """Believe the forwarding headers of that many proxies, and of no other sender."""
    return ProxyFix(front, x_for=hops, x_proto=hops, x_host=hops, x_prefix=hops) if hops else front


def _refusal(site: Site, error: Exception) -> Response:
    """Answer an exception; a page that cannot be rendered gives way to text, and the failure of it is logged too."""
    if isinstance(error, NotFound):
        try:
            return settled(site, error)
        except HTTPException as final:
            error = final
    message, problem = Message.of_head(request.environ), problems.of(error)
    try:
        return response(problems.reply(problem, message, _page))
    except Exception as another:  # noqa: BLE001 - whatever breaks here, the reader gets an answer
        return response(problems.reply(problems.of(another), message))


def _page(problem: Problem) -> str:
    return render_template("problem.html", problem=problem)
