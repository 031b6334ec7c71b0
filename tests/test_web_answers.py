"""Validators, encodings, the byte cache, limits and headers: what every answer of the site has in common."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import zstandard
from flask.testing import FlaskClient

import web_dataset
from jopsrdf.config import Settings
from jopsrdf.errors import StoreUnavailable
from jopsrdf.web.http.cache import OVERHEAD, Cache
from jopsrdf.web.http.encoding import SMALLEST
from jopsrdf.web.http.exchange import Reply
from jopsrdf.web.http.flights import Flights, Work

ALL = f"/sparql?query={quote('SELECT * WHERE { ?s ?p ?o }')}"
CROSS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o . ?q ?r ?t . ?u ?v ?w }"
DOCUMENT = f"/data/{web_dataset.FIRST}.ttl"
PAGE = f"/page/{web_dataset.FIRST}"
CACHEABLE = (ALL, DOCUMENT, PAGE, "/", "/sparql")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with web_dataset.site(tmp_path_factory.mktemp("dataset")) as client:
        yield client


def decoded(data: bytes, coding: str) -> bytes:
    if coding == "zstd":
        return zstandard.ZstdDecompressor().decompress(data)
    return gzip.decompress(data) if coding else data


@pytest.mark.parametrize("path", CACHEABLE)
def test_validators(client: FlaskClient, path: str) -> None:
    """An answer has a strong entity tag and the time of its generation, and the tag brings a 304 without a body."""
    first = client.get(path)
    assert first.headers["ETag"].startswith('"')
    assert first.headers["Last-Modified"].endswith(" GMT")
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert (again.headers["ETag"], again.headers["Vary"]) == (first.headers["ETag"], first.headers["Vary"])


def test_tag_is_per_variant(client: FlaskClient) -> None:
    """Format, coding, query and dataset of a query each change the entity tag."""
    requests = [
        (ALL, {}),
        (ALL, {"Accept": "text/csv"}),
        (ALL, {"Accept-Encoding": "gzip"}),
        (ALL, {"Accept-Encoding": "zstd"}),
        (f"{ALL}%20LIMIT%201", {}),
        (f"{ALL}&default-graph-uri=https%3A%2F%2Fexample.org%2Fg", {}),
        (f"{ALL}&named-graph-uri=https%3A%2F%2Fexample.org%2Fg", {}),
    ]
    tags = [client.get(path, headers=headers).headers["ETag"] for path, headers in requests]
    assert len(set(tags)) == len(requests)


def test_unchanged_is_said_before_any_work(client: FlaskClient) -> None:
    """A tag that a client has is answered at once, even for a query that would outlast the deadline."""
    path = f"/sparql?query={quote(CROSS)}&timeout=0.2"
    assert client.get(path).status_code == 503
    assert client.get(path, headers={"If-None-Match": "*"}).status_code == 304


@pytest.mark.parametrize(
    ("header", "status"),
    [("W/{tag}", 304), ('"other", {tag}', 304), ("*", 304), ('"other"', 200), ("{bare}", 200)],
)
def test_if_none_match(client: FlaskClient, header: str, status: int) -> None:
    """Lists, weak tags and the asterisk are understood; anything else is another answer."""
    tag = client.get(ALL).headers["ETag"]
    value = header.format(tag=tag, bare=tag.strip('"'))
    assert client.get(ALL, headers={"If-None-Match": value}).status_code == status


@pytest.mark.parametrize("path", CACHEABLE)
def test_if_modified_since_counts_for_the_same_time(client: FlaskClient, path: str) -> None:
    """The generation's own time is unchanged; any other is not, since a rollback may go back in time."""
    modified = client.get(path).headers["Last-Modified"]
    other = "Fri, 31 Dec 2100 23:59:59 GMT"
    headers = {"Accept": "*/*;q=0.9"}  # another key than the cache has
    assert client.get(path, headers=headers | {"If-Modified-Since": modified}).status_code == 304
    assert client.get(path, headers=headers | {"If-Modified-Since": other}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip;q=1, zstd;q=0.5", "gzip"),
        ("gzip;q=0", ""),
        ("identity", ""),
        ("*;q=0", ""),
        ("br", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("path", [ALL, DOCUMENT, PAGE])
def test_codings(client: FlaskClient, path: str, accepted: str, coding: str) -> None:
    """The body arrives under the coding that the client likes best, and is the same underneath."""
    plain = client.get(path).data
    assert len(plain) > SMALLEST
    answer = client.get(path, headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding", "") == coding
    assert decoded(answer.data, coding) == plain


def test_files_are_compressed_and_validated(client: FlaskClient) -> None:
    """A file of the site comes compressed, with an entity tag for each coding that brings a 304."""
    plain, packed = (client.get("/static/site.css", headers={"Accept-Encoding": coding}) for coding in ("", "gzip"))
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    for answer, coding in ((plain, ""), (packed, "gzip")):
        again = {"Accept-Encoding": coding, "If-None-Match": answer.headers["ETag"]}
        assert client.get("/static/site.css", headers=again).status_code == 304
        assert client.get("/static/site.css?fresh", headers=again).status_code == 304


def test_small_bodies_stay_as_they_are(client: FlaskClient) -> None:
    """An answer of a few bytes is not blown up by a coding."""
    answer = client.get(f"/sparql?query={quote('ASK {}')}", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize("path", ["/", ALL, DOCUMENT, PAGE, "/nowhere", "/sparql?query=x", "/healthz"])
def test_security_headers(client: FlaskClient, path: str) -> None:
    """Every answer, refusals included, forbids foreign scripts and guessing of types, and may be read anywhere."""
    headers = client.get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Access-Control-Allow-Origin"] == "*"


def test_failures_tell_nothing_of_the_inside(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours is a 500 with a number; the trace goes to the log under that number."""
    monkeypatch.setattr("jopsrdf.web.pages.views.render_template", lambda *_, **__: 1 / 0)
    answer = client.get("/?bug")
    problem = json.loads(answer.text)
    assert answer.status_code == 500
    assert re.fullmatch(r"The failure was logged under the number [0-9a-f]{12}\.", problem["detail"])
    assert "Zero" not in answer.text
    assert "Traceback" not in answer.text


def test_deadline(tmp_path: Path) -> None:
    """A query that outlasts the deadline is a 503 with Retry-After and a reason, before any byte of a result."""
    with web_dataset.site(tmp_path, server__deadline=0.3) as client:
        answer = client.get(f"/sparql?query={quote(CROSS)}&timeout=60", headers={"Accept": "text/csv"})
    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert "0.3 s" in json.loads(answer.text)["detail"]


def test_full_queue(tmp_path: Path) -> None:
    """Where no query may wait and no worker is free, a query is a 503 at once."""
    with web_dataset.site(tmp_path, server__workers=0, server__queue=0) as client:
        answer = client.get(ALL)
    assert (answer.status_code, "Retry-After" in answer.headers) == (503, True)


def test_a_generation_that_is_gone_is_a_503(tmp_path: Path) -> None:
    """While the triples of the current generation are away, a query is a 503 that names no folder; then a 200."""
    with web_dataset.site(tmp_path) as client:
        triples = (tmp_path / "current" / "oxigraph").resolve()
        triples.rename(tmp_path / "away")
        gone = client.get(ALL)
        (tmp_path / "away").rename(triples)
        back = client.get(ALL)
    assert (gone.status_code, back.status_code) == (503, 200)
    assert int(gone.headers["Retry-After"]) > 0
    assert "/" not in json.loads(gone.text)["detail"]


@pytest.mark.parametrize(
    ("accept", "link"),
    [("application/sparql-results+json", '"link":["http'), ("application/sparql-results+xml", '<link href="http')],
)
def test_cut_is_announced(tmp_path: Path, accept: str, link: str) -> None:
    """An answer that was cut at the row limit says so in a header and in its head."""
    with web_dataset.site(tmp_path, server__rows=2) as client:
        answer = client.get(ALL, headers={"Accept": accept})
        whole = client.get(f"{ALL}%20LIMIT%202", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["X-Truncated"]) == (200, "rows")
    assert link in answer.text
    assert ("X-Truncated" in whole.headers, link in whole.text) == (False, False)


@pytest.mark.parametrize("method", ["POST", "QUERY"])
def test_large_requests_are_refused(tmp_path: Path, method: str) -> None:
    """A body beyond the limit is a 413, an address beyond it a 414."""
    with web_dataset.site(tmp_path, server__request_bytes=200) as client:
        body = client.open("/sparql", method=method, content_type="application/sparql-query", data="ASK {}" + " " * 200)
        address = client.get(f"/sparql?query=ASK%7B%7D{'+' * 200}")
    assert (body.status_code, address.status_code) == (413, 414)


def test_cache_follows_the_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a build the next request sees the new generation, with another entity tag."""
    monkeypatch.setattr("jopsrdf.web.front.PAUSE", 0.0)
    path = f"/sparql?query={quote('SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }')}"
    with web_dataset.site(tmp_path) as client:
        before = [client.get(path) for _ in range(2)]
        web_dataset.build(tmp_path, Settings(), articles=1)
        after = client.get(path)
    assert before[0].data == before[1].data != after.data
    assert after.headers["ETag"] != before[0].headers["ETag"]


def test_codings_are_kept_once(client: FlaskClient) -> None:
    """Clients that name the codings differently and get the same one are served the same bytes."""
    entries = list[str]()
    for accepted in ("gzip", "gzip, deflate, br", "gzip;q=0.8", "zstd, gzip"):
        client.get(f"{ALL}%23codings", headers={"Accept-Encoding": accepted})
        entries.append(re.findall(r"jopsrdf_cache_entries (\d+)", client.get("/metrics").text)[0])
    assert entries[0] == entries[1] == entries[2] != entries[3]


def test_errors_are_not_kept(client: FlaskClient) -> None:
    """A failure is made anew each time; only answers are kept."""
    entries = "jopsrdf_cache_entries "
    count = [
        next(line for line in client.get("/metrics").text.splitlines() if line.startswith(entries))
        for _ in (client.get("/nowhere/1"), client.get("/nowhere/2"))
    ]
    assert count[0] == count[1]


def test_cache_has_a_budget() -> None:
    """What was used least recently goes first, and what is too large never comes in."""
    cache = Cache(10 * (OVERHEAD + 100))
    for name in "abcdefghij":
        cache.put("g", (name,), Reply(200, (), b"x" * 50))
    cache.get("g", ("a",))
    for name in "kl":
        cache.put("g", (name,), Reply(200, (), b"x" * 50))
    cache.put("g", ("large",), Reply(200, (), b"x" * 100_000))
    assert cache.get("g", ("a",)) is not None
    assert cache.get("g", ("b",)) is None
    assert cache.get("g", ("large",)) is None
    assert cache.size <= cache.budget


def test_query_log_holds_no_person(client: FlaskClient, caplog: pytest.LogCaptureFixture) -> None:
    """A query is logged as its digest, length, time, rows, status and generation: no text, no address, no agent."""
    with caplog.at_level(logging.INFO, logger="jopsrdf.query"):
        client.get(f"{ALL}%20%23secret", headers={"User-Agent": "Somebody/1.0"})
        client.get("/sparql?query=nonsense")
    lines = [json.loads(record.message) for record in caplog.records if record.name == "jopsrdf.query"]
    assert [line["status"] for line in lines] == [200, 400]
    assert set(lines[0]) == {"query", "length", "seconds", "status", "rows", "generation"}
    assert lines[0]["rows"] > 0
    assert "secret" not in caplog.text
    assert "Somebody" not in caplog.text


def test_metrics(client: FlaskClient) -> None:
    """The counters are in Prometheus' format and go up."""

    def asked() -> int:
        found = re.search(r'^jopsrdf_queries_total\{status="200"\} (\d+)$', client.get("/metrics").text, re.MULTILINE)
        return int(found[1]) if found else 0

    before = asked()
    client.post("/sparql", data="ASK {}", content_type="application/sparql-query")
    assert asked() == before + 1


def test_health(client: FlaskClient, tmp_path: Path) -> None:
    """A server that answers queries is well; one whose workers cannot is not."""
    well = client.get("/healthz")
    assert (well.status_code, well.json and well.json["status"]) == (200, "ok")
    with web_dataset.site(tmp_path, server__workers=0, server__queue=0) as ill:
        assert ill.get("/healthz").status_code == 503


def test_trusted_proxies(tmp_path: Path) -> None:
    """So many hops as the settings trust are believed, and not one more."""
    forwarded = {"X-Forwarded-Host": "evil.example, data.example", "X-Forwarded-Proto": "http, https"}
    headers = forwarded | {"X-Forwarded-Prefix": "/jops", "Accept": "application/n-triples"}
    with web_dataset.site(tmp_path, server__trusted_proxies=1) as client:
        description = client.get("/sparql", headers=headers).text
        redirect = client.get(f"/{web_dataset.FIRST}", headers=headers)
    assert "<https://data.example/jops/sparql>" in description
    assert "evil.example" not in description
    assert redirect.headers["Location"].startswith("/jops/data/work/")


def aboard(flights: Flights, make: Work) -> tuple[asyncio.Future[Reply | Exception], Callable[[], None]]:
    """Wait for a reply under one key; return it, to come, and what gets the client off."""
    coming: asyncio.Future[Reply | Exception] = asyncio.get_running_loop().create_future()
    return coming, flights.board("key", make, coming.set_result)


def test_the_same_request_is_worked_on_once() -> None:
    """Who asks while another asks the same waits for that answer; afterwards it is made anew."""
    flights, made = Flights(), list[int]()

    async def make() -> Reply:
        made.append(1)
        await asyncio.sleep(0.1)
        return Reply(200, (), b"x")

    async def ask() -> None:
        replies = [aboard(flights, make)[0] for _ in range(4)]
        assert await asyncio.gather(*replies) == [Reply(200, (), b"x")] * 4
        assert len(made) == 1
        await aboard(flights, make)[0]
        assert len(made) == 2

    asyncio.run(ask())


def test_a_failure_is_told_to_all() -> None:
    """Everybody who waits for a piece of work hears what went wrong with it."""
    flights = Flights()

    async def fail() -> Reply:
        raise StoreUnavailable("busy")

    async def ask() -> None:
        outcomes = await asyncio.gather(*(aboard(flights, fail)[0] for _ in range(2)))
        assert [str(outcome) for outcome in outcomes] == ["busy"] * 2

    asyncio.run(ask())


def test_work_ends_when_nobody_waits_for_it() -> None:
    """Who leaves gets no reply; the last one who leaves ends the work, and who comes then has it begin anew."""
    flights, ended = Flights(), list[str]()

    async def make() -> Reply:
        try:
            await asyncio.sleep(30)
        finally:
            ended.append("ended")
        return Reply(200, ())

    async def quick() -> Reply:
        return Reply(200, (), b"y")

    async def ask() -> None:
        (first, leave), (second, leave_too) = (aboard(flights, make) for _ in range(2))
        await asyncio.sleep(0.01)
        leave()
        await asyncio.sleep(0.01)
        assert not ended
        leave_too()
        fresh, _ = aboard(flights, quick)
        assert await fresh == Reply(200, (), b"y")
        assert ended == ["ended"]
        assert not first.done()
        assert not second.done()

    asyncio.run(ask())
