"""What our server is answered is what any WSGI server is answered, byte by byte; and lost clients do no harm."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

import web_dataset
from jopsrdf.errors import StoreUnavailable
from jopsrdf.web.app import FRONT
from jopsrdf.web.application import Application
from jopsrdf.web.http.exchange import Reply
from jopsrdf.web.server.reading import Reader, Refusal, Request

FORWARDED = {"X-Forwarded-Host": "evil.example, data.example", "X-Forwarded-Proto": "http, https"}
PAGE, DATA, ASK = f"/page/{web_dataset.FIRST}", f"/data/{web_dataset.FIRST}.ttl", "/sparql?query=ASK%20%7B%7D"
HTML = {"Accept": "text/html"}
CASES: tuple[tuple[str, str, dict[str, str], bytes], ...] = (
    ("GET", PAGE, HTML, b""),
    ("HEAD", PAGE, HTML, b""),
    ("GET", PAGE, {**HTML, "Accept-Encoding": "gzip"}, b""),
    ("GET", PAGE, {**HTML, "If-None-Match": "*"}, b""),
    ("GET", DATA, {}, b""),
    ("GET", f"/{web_dataset.FIRST}", {"Accept": "text/turtle"}, b""),
    ("GET", f"/{web_dataset.SECOND}", {"Accept": "text/turtle"}, b""),
    ("GET", "/keyword/հայաստան", {}, b""),
    ("GET", "/nowhere/at/all", {}, b""),
    ("GET", "/healthz", {}, b""),
    ("HEAD", "/healthz", {}, b""),
    ("POST", "/healthz", {}, b""),
    ("GET", "/static/site.css", {"Range": "bytes=0-9"}, b""),
    ("GET", "/static/site.css", {"Accept-Encoding": "zstd"}, b""),
    ("GET", ASK, {}, b""),
    ("GET", ASK, HTML, b""),
    ("GET", "/sparql", {"Accept": "text/turtle"} | FORWARDED, b""),
    ("GET", "/sparql", {"Accept": "text/turtle", "X-Forwarded-Prefix": "/jops"} | FORWARDED, b""),
    ("GET", "/sparql?query=%FF", {}, b""),
    ("OPTIONS", "/sparql", {}, b""),
    ("DELETE", "/sparql", {}, b""),
    ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"ASK {}"),
    ("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"DROP ALL"),
    ("POST", "/sparql", {"Content-Type": "application/sparql-query"}, b"x" * 2_000_000),
)


Answered = tuple[int, dict[str, str], bytes]


def asked(method: str, address: str, headers: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> Request:
    """Return a request as the server reads it, without its body."""
    fields = [("Host", "localhost"), *(headers.items() if isinstance(headers, Mapping) else headers)]
    lines = [
        f"{method} {quote(address, safe='/?=%&')} HTTP/1.1",
        *(f"{name}: {value}" for name, value in fields),
        "",
        "",
    ]
    reader = Reader(0, "localhost")
    reader.feed("\r\n".join(lines).encode())
    read = reader.ready.popleft()
    assert not isinstance(read, Refusal), read
    return read[0]


@pytest.fixture(scope="module", params=[0, 1], ids=["no proxy", "one proxy"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site behind so many proxies; its queries run on a loop of its own, as in every test."""
    with web_dataset.site(tmp_path_factory.mktemp("site"), server__trusted_proxies=request.param) as client:
        yield client


def answered(client: FlaskClient, request: Request, body: bytes = b"") -> Answered:
    """Return what the same site answers to the server."""
    front = client.application.extensions[FRONT]
    application = Application(front, front.endpoint.limits["trusted_proxies"])

    async def ask() -> Reply:
        kept = application.kept(request)
        if kept:
            return kept
        coming: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        application.answer(request, body, coming.set_result)
        return await coming

    reply: Reply = front.dataset.run(ask())
    return reply.status, dict(reply.headers), b"" if request.method == "HEAD" else reply.body


@pytest.mark.parametrize(("method", "address", "headers", "body"), CASES)
def test_both_interfaces_answer_alike(
    client: FlaskClient, method: str, address: str, headers: dict[str, str], body: bytes
) -> None:
    """Status, headers and body are the same through WSGI and through the server, made anew and kept."""
    length = {"Content-Length": str(len(body))} if body else {}
    replies = [answered(client, asked(method, address, headers | length), body) for _ in range(2)]
    expected = client.open(address, method=method, headers=headers, data=body or None)
    for reply in replies:
        assert reply == (expected.status_code, dict(expected.headers), expected.data)


def test_headers_that_stand_twice_are_one(client: FlaskClient) -> None:
    """Two `Accept` lines are read as one list, and kept apart from a request that has but the first."""
    both = answered(client, asked("GET", "/sparql", [("Accept", "image/png"), ("Accept", "text/turtle")]))
    one = answered(client, asked("GET", "/sparql", [("Accept", "image/png")]))
    assert (both[0], both[1]["Content-Type"], one[0]) == (200, "text/turtle; charset=utf-8", 406)


def test_too_many_pages_are_a_503_at_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no more pages may wait, a page is refused with Retry-After; a query, with its own queue, is not."""
    monkeypatch.setattr("jopsrdf.web.application.PAGES", 0)
    refused = answered(client, asked("GET", f"{PAGE}?n=1"))
    assert (refused[0], "Retry-After" in refused[1]) == (503, True)
    assert answered(client, asked("GET", f"{ASK}%20"))[0] == 200


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
def test_operators_do_not_wait_behind_pages(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Where no page may be made any more, the state of the server is still told."""
    monkeypatch.setattr("jopsrdf.web.application.PAGES", 0)
    assert answered(client, asked("GET", path))[0] == 200


def test_a_server_without_workers_is_not_well(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for the health of a server that cannot answer queries is told 503, with a problem."""

    async def busy(*_: Any, **__: Any) -> None:
        raise StoreUnavailable("32 queries are waiting already")

    monkeypatch.setattr("jopsrdf.store.Dataset.answer", busy)
    reply = answered(client, asked("GET", "/healthz"))
    assert (reply[0], reply[1]["Content-Type"]) == (503, "application/problem+json")


def test_a_bug_is_a_problem_here_too(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks outside Flask is answered with a number, not with a closed connection."""
    monkeypatch.setattr("jopsrdf.web.application.environ_of", lambda *_: 1 / 0)
    reply = answered(client, asked("GET", "/nowhere"))
    assert (reply[0], reply[1]["Content-Type"]) == (500, "application/problem+json")
    assert reply[1]["X-Content-Type-Options"] == "nosniff"
    assert b"ZeroDivision" not in reply[2]


def test_a_client_that_left_is_counted(tmp_path: Path) -> None:
    """A request that is called off gets no reply, and the counters say 499."""
    slow = "/sparql?query=SELECT * { ?a ?b ?c.?d ?e ?f.?g ?h ?i.?j ?k ?l } ORDER BY ?c"
    replies: list[Reply] = []
    with web_dataset.site(tmp_path, server__deadline=30.0) as client:
        front = client.application.extensions[FRONT]

        async def leave() -> None:
            Application(front, 0).answer(asked("GET", slow), b"", replies.append)()

        front.dataset.run(leave())
        told = client.get("/metrics").text
    assert not replies
    assert 'jopsrdf_requests_total{method="GET",status="499"} 1' in told
