"""What granian is answered is what any WSGI server is answered, byte by byte; and slow or lost clients do no harm."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

import web_dataset
from jopsrdf.errors import StoreUnavailable
from jopsrdf.web.app import FRONT
from jopsrdf.web.rsgi import Application

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


@dataclass
class Protocol:
    """Granian's side of one request; a reply is noted as status, headers and body."""

    body: bytes = b""
    seconds: float = 0.0
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    reply: tuple[int, dict[str, str], bytes] | None = None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await asyncio.sleep(self.seconds)
        for start in range(0, len(self.body), 60_000):
            yield self.body[start : start + 60_000]

    async def client_disconnect(self) -> None:
        await self.gone.wait()

    def response_bytes(self, status: int, headers: Any, body: bytes) -> None:
        self.reply = status, dict(headers), body


def scope(method: str, address: str, headers: list[tuple[str, str]]) -> Any:
    """Return a request as granian describes it: the path is decoded, names of headers are in small letters."""
    path, _, query = address.partition("?")
    fields = [("host", "localhost"), *((name.lower(), value) for name, value in headers)]
    told = {"server": "127.0.0.1:80", "client": "127.0.0.1:9", "scheme": "http", "http_version": "1.1"}
    return SimpleNamespace(
        method=method,
        path=unquote(path),
        query_string=query,
        authority=None,
        headers=SimpleNamespace(items=lambda: fields),
        **told,
    )


@pytest.fixture(scope="module", params=[0, 1], ids=["no proxy", "one proxy"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """A site behind so many proxies; its queries run on a loop of its own, as in every test."""
    with web_dataset.site(tmp_path_factory.mktemp("site"), server__trusted_proxies=request.param) as client:
        yield client


def answered(client: FlaskClient, asked: Any, protocol: Protocol) -> tuple[int, dict[str, str], bytes] | None:
    """Return what the same site answers to granian."""
    front = client.application.extensions[FRONT]
    hops = front.endpoint.limits["trusted_proxies"]
    front.dataset.run(Application(front, hops).__rsgi__(asked, protocol))  # type: ignore[arg-type] # a stand-in
    return protocol.reply


@pytest.mark.parametrize(("method", "address", "headers", "body"), CASES)
def test_both_interfaces_answer_alike(
    client: FlaskClient, method: str, address: str, headers: dict[str, str], body: bytes
) -> None:
    """Status, headers and body are the same through WSGI and RSGI, made anew and kept."""
    length = {"Content-Length": str(len(body))} if body else {}
    asked = scope(method, address, [*(headers | length).items()])
    replies = [answered(client, asked, Protocol(body)) for _ in range(2)]
    expected = client.open(address, method=method, headers=headers, data=body or None)
    for reply in replies:
        assert reply == (expected.status_code, dict(expected.headers), expected.data)


def test_headers_that_stand_twice_are_one(client: FlaskClient) -> None:
    """Two `Accept` lines are read as one list, and kept apart from a request that has but the first."""
    both = answered(client, scope("GET", "/sparql", [("Accept", "image/png"), ("Accept", "text/turtle")]), Protocol())
    one = answered(client, scope("GET", "/sparql", [("Accept", "image/png")]), Protocol())
    assert both
    assert one
    assert (both[0], both[1]["Content-Type"], one[0]) == (200, "text/turtle; charset=utf-8", 406)


def test_a_body_that_does_not_come(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who announces a body and does not send it is told so after a time."""
    monkeypatch.setattr("jopsrdf.web.rsgi.BODY", 0.05)
    asked = scope("POST", "/sparql", [("Content-Type", "application/sparql-query"), ("Content-Length", "10")])
    reply = answered(client, asked, Protocol(seconds=30))
    assert reply
    assert reply[0] == 408


def test_too_many_pages_are_a_503_at_once(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no more pages may wait, a page is refused with Retry-After; a query, with its own queue, is not."""
    monkeypatch.setattr("jopsrdf.web.rsgi.PAGES", 0)
    refused, query = answered(client, scope("GET", f"{PAGE}?n=1", []), Protocol()), scope("GET", f"{ASK}%20", [])
    assert refused
    assert (refused[0], "Retry-After" in refused[1]) == (503, True)
    assert (answered(client, query, Protocol()) or (0,))[0] == 200


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
def test_operators_do_not_wait_behind_pages(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Where no page may be made any more, the state of the server is still told."""
    monkeypatch.setattr("jopsrdf.web.rsgi.PAGES", 0)
    reply = answered(client, scope("GET", path, []), Protocol())
    assert reply
    assert reply[0] == 200


def test_a_server_without_workers_is_not_well(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for the health of a server that cannot answer queries is told 503, with a problem."""

    async def busy(*_: Any, **__: Any) -> None:
        raise StoreUnavailable("32 queries are waiting already")

    monkeypatch.setattr("jopsrdf.store.Dataset.answer", busy)
    reply = answered(client, scope("GET", "/healthz", []), Protocol())
    assert reply
    assert (reply[0], reply[1]["Content-Type"]) == (503, "application/problem+json")


def test_a_bug_is_a_problem_here_too(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks outside Flask is answered with a number, not with granian's own bare page."""
    monkeypatch.setattr("jopsrdf.web.rsgi.environ_of", lambda *_: 1 / 0)
    reply = answered(client, scope("GET", "/nowhere", []), Protocol())
    assert reply
    assert (reply[0], reply[1]["Content-Type"]) == (500, "application/problem+json")
    assert reply[1]["X-Content-Type-Options"] == "nosniff"
    assert b"ZeroDivision" not in reply[2]


def test_a_client_that_left_is_counted(tmp_path: Path) -> None:
    """A request whose client has gone ends with no reply, and the counters say 499."""
    slow = (
        "/sparql?query=SELECT%20*%20%7B%20?a%20?b%20?c.?d%20?e%20?f.?g%20?h%20?i.?j%20?k%20?l%20%7D%20ORDER%20BY%20?c"
    )
    with web_dataset.site(tmp_path, server__deadline=30.0) as client:
        protocol = Protocol()
        protocol.gone.set()
        reply = answered(client, scope("GET", slow, []), protocol)
        told = client.get("/metrics").text
    assert reply == (499, {}, b"")
    assert 'jopsrdf_requests_total{method="GET",status="499"} 1' in told
