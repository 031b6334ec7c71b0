"""This room is what every face of the site is given: the dataset, the settings, and the way an answer is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from flask import Response, request

from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint, segment
from jopsrdf.store import Dataset, Generation
from jopsrdf.web.endpoint.sparql import Endpoint
from jopsrdf.web.http import conditional
from jopsrdf.web.http.cache import Cache
from jopsrdf.web.http.encoding import coding, encode
from jopsrdf.web.http.exchange import UNKEPT, Headers, Message, Reply
from jopsrdf.web.http.metrics import Metrics

#: Set in the environment of a request, it says that the answer becomes a file with no server behind it.
STATIC = "jopsrdf.static"
#: Set in the environment while an answer is made, it says that a part of it could not be had: nobody should keep it.
PARTIAL = "jopsrdf.partial"


@dataclass(frozen=True, eq=False)
class Site:
    """One dataset under one set of settings; every blueprint is made from it."""

    settings: Settings
    dataset: Dataset
    endpoint: Endpoint
    metrics: Metrics
    cache: Cache

    @cached_property
    def mint(self) -> Mint:
        return Mint(self.settings.base)

    @property
    def title(self) -> str:
        journal = self.settings.journal
        return str(self.settings["site.title"]) or (journal.title if journal else "jopsrdf")

    def iri(self, path: str) -> str:
        """Return the IRI that a decoded request path stands for: the server answers for its paths under any host.

        >>> Site.iri.__get__(type("S", (), {"settings": Settings()}))("work/10.1/a<b")
        'https://w3id.org/jopsrdf/work/10.1/a%3Cb'
        """
        return self.settings.base + segment(path)


def address(path: str) -> str:
    """Return the address of a path on this host, as a header may hold it: ASCII, below where the site is mounted.

    `path` is as in an IRI: what is percent-encoded there stays as it is.
    """
    return f"{request.script_root}/{ascii_path(path)}"


def ascii_path(path: str) -> str:
    """Percent-encode the letters that HTTP headers cannot hold.

    >>> ascii_path("keyword/մշակույթ%3C")[:20]
    'keyword/%D5%B4%D5%B7'
    """
    return quote(path, safe="/%:;,@!$&'()*+=~-._#?")


def answer(
    generation: Generation, content_type: str, make: Callable[[], bytes], *question: str, headers: Headers = ()
) -> Response:
    """Return a 200 with validators, or the 304 before `make` is called; `question` is what the answer depends on.

    The path is always part of the question; what comes from the query string must be given.
    """
    message = Message.of_head(request.environ)
    etag = conditional.tag(generation.id, message, message.path, message.root, content_type, *question)
    unchanged = conditional.not_modified(message, etag, generation.modified)
    if unchanged:
        return response(unchanged.with_headers(*headers))
    body, name = make(), coding(message.accept_encoding)
    if PARTIAL in request.environ:
        return response(Reply(200, (("Content-Type", content_type), *UNKEPT, *headers), body))
    encoded = encode(body, content_type, name)
    all_headers = (("Content-Type", content_type), *conditional.validators(etag, generation.modified), *headers)
    if encoded is not None:
        all_headers += (("Content-Encoding", name),)
    return response(Reply(200, all_headers, body if encoded is None else encoded))


def response(reply: Reply) -> Response:
    """Return Flask's form of a reply."""
    made = Response(reply.body, reply.status)
    made.headers.clear()
    made.headers.extend(reply.headers)
    return made
