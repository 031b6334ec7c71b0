"""A site over a real socket on loopback, for clients that speak HTTP themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from werkzeug.serving import WSGIRequestHandler, make_server

import site_dataset
from jopsrdf import config
from jopsrdf.records import Article

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class Quiet(WSGIRequestHandler):
    """Keeps the requests out of the tests' output."""

    def log_request(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(app: WSGIApplication) -> Iterator[int]:
    """Serve an application on a free port of loopback, which is given."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def address(location: Path, records: Sequence[Article] = (), /, **values: config.Value) -> Iterator[str]:
    """Give the address of a running site, with a slash at the end; the arguments are those of `site_dataset.site`."""
    with site_dataset.site(location, records, **values) as site, served(site.app) as port:
        yield f"http://127.0.0.1:{port}/"
