"""The HTTP server: what it reads, in which order it answers, and whom it does not wait for."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import re
import socket
import weakref
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.wsgi import FileWrapper

from jopsrdf.web.http.exchange import Reply
from jopsrdf.web.server import connection, listener
from jopsrdf.web.server.listener import Listener
from jopsrdf.web.server.reading import HEAD_BYTES, Reader, Refusal, Request
from jopsrdf.web.server.wholes import MOST, Wholes

LIMIT = 1000
GET = b"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
POST = b"POST /%s HTTP/1.1\r\nHost: localhost\r\n"
STREAM = (
    GET % b"a"
    + POST % b"b"
    + b"Content-Length: 5\r\n\r\nhello"
    + GET % b"c?d=e"
    + (POST % b"d" + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
)


def read(data: bytes, *cuts: int) -> list[tuple[str, str, str, bytes] | int]:
    """Return the method, path, query and body of each request in a stream that comes in pieces; a refusal's status."""
    reader, places = Reader(LIMIT, "localhost"), [0, *sorted(cuts), len(data)]
    for start, end in pairwise(places):
        reader.feed(data[start:end])
    return [
        found.status
        if isinstance(found, Refusal)
        else (found[0].method, found[0].path, found[0].query_string, found[1])
        for found in reader.ready
    ]


@given(st.lists(st.integers(0, len(STREAM)), max_size=8))
def test_pieces_do_not_matter(cuts: list[int]) -> None:
    """However the bytes of four requests are cut on their way, the same four are read."""
    expected = [
        ("GET", "/a", "", b""),
        ("POST", "/b", "", b"hello"),
        ("GET", "/c", "d=e", b""),
        ("POST", "/d", "", b"abcde"),
    ]
    assert read(STREAM, *cuts) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_a_request_or_refused(data: bytes) -> None:
    """Whatever comes is read, refused with a status, or waited for; nothing is raised."""
    assert all(isinstance(found, tuple) or 400 <= found <= 505 for found in read(data))


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
        (b"GET / HTTP/1.1\nHost: a\n\n", 400),
        (b"GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        (POST % b"" + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
        (POST % b"" + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        (POST % b"" + b"Transfer-Encoding: chunked\r\n\r\nx\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01", 400),
        (b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501),
        (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505),
        (GET % (b"a" * HEAD_BYTES), 414),
        (b"GET /" + b"a" * 2 * HEAD_BYTES, 414),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 2 * HEAD_BYTES, 431),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 2 * HEAD_BYTES, 431),
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: a\r\n" * HEAD_BYTES + b"\r\n", 431),
    ],
)
def test_refusals(data: bytes, status: int) -> None:
    """What cannot be read has its status, and nothing after it is read."""
    assert read(data, *range(0, len(data), 1 << 16)) == [status]
    if len(data) < HEAD_BYTES:
        assert read(data + GET % b"") == [status]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"GET http://other.example:8080/a?b HTTP/1.1\r\nHost: localhost\r\n", ("/a", "b", "other.example:8080", True)),
        (b"GET http://other.example HTTP/1.1\r\nHost: localhost\r\n", ("/", "", "other.example", True)),
        (b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n", ("*", "", "localhost", True)),
        (b"GET /a%2Fb%C3%A9%zz HTTP/1.1\r\nHost: [::1]:80\r\n", ("/a/b\xc3\xa9%zz", "", "[::1]:80", True)),
        (b"GET / HTTP/1.0\r\n", ("/", "", "server:80", False)),
        (b"GET / HTTP/1.0\r\nConnection: keep-alive\r\n", ("/", "", "server:80", True)),
        (b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n", ("/", "", "a", False)),
        (b"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n", ("/", "", "a", True)),
    ],
)
def test_heads(head: bytes, expected: tuple[str, str, str, bool]) -> None:
    """Path, query, host and the wish to stay are read from a head; a request with an upgrade is one like others."""
    reader = Reader(LIMIT, "server:80")
    reader.feed(head + b"\r\n" + GET % b"next")
    found = [row[0] for row in reader.ready if not isinstance(row, Refusal)]
    request = found[0]
    assert (request.path, request.query_string, request.host, request.keeps) == expected
    assert [row.path for row in found[1:]] == (["/next"] if request.keeps else [])


def test_a_long_body_does_not_count_as_a_head() -> None:
    """What comes with the end of a long body is no long head."""
    reader = Reader(1_000_000, "localhost")
    reader.feed(POST % b"" + b"Content-Length: 200000\r\n\r\n" + b"x" * 200_000 + b"GET / HTTP/1.1\r\n")
    reader.feed(b"Host: a\r\n\r\n")
    assert [not isinstance(row, Refusal) and len(row[1]) for row in reader.ready] == [200_000, 0]


def test_nothing_is_read_after_the_last_request() -> None:
    """What stands behind a request that closes the connection, or whose body is too long, is left alone."""
    closing = b"GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
    too_long = POST % b"b" + b"Content-Length: 1001\r\n\r\n" + b"x" * 1001
    assert read(closing + GET % b"c") == [("GET", "/a", "", b"")]
    assert read(too_long + too_long + b"no HTTP") == [("POST", "/b", "", b"")]


def test_too_long_a_body_is_handed_over_cut() -> None:
    """Of a body that is announced as too long nothing is read; of one that turns out so, one byte too many."""
    announced = POST % b"" + b"Content-Length: 1001\r\n\r\n" + b"x" * 1001
    chunked = POST % b"" + b"Transfer-Encoding: chunked\r\n\r\n" + (b"200\r\n" + b"x" * 512 + b"\r\n") * 3
    assert read(announced) == [("POST", "/", "", b"")]
    assert read(chunked) == [("POST", "/", "", b"x" * (LIMIT + 1))]


@dataclass
class Site:
    """An application: what is under `/kept` is at hand, what is under `/never` never comes, the rest takes a moment."""

    calls: list[str] = field(default_factory=list)
    off: list[str] = field(default_factory=list)
    replies: dict[str, Reply] = field(default_factory=dict)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def end(self) -> None:
        """Nothing is to be ended."""

    def kept(self, request: Request) -> Reply | None:
        return self.replies.get(request.path) or (said("kept") if request.path == "/kept" else None)

    def answer(self, request: Request, body: bytes, deliver: Callable[[Reply], None]) -> Callable[[], None]:
        self.calls.append(request.path)
        if request.path != "/never":
            file = request.path.startswith("/file")
            reply = filed(Path(request.headers["x-file"])) if file else said(f"{request.path[1:]} {body.decode()}")
            self._loop.call_later(0.05 if request.path == "/slow" else 0, deliver, reply)
        return lambda: self.off.append(request.path)

    def refused(self, status: int, detail: str) -> Reply:
        return said(detail, status)


def said(text: str, status: int = 200) -> Reply:
    return Reply(status, (("Content-Length", str(len(text.encode()))),), text.encode())


def filed(path: Path) -> Reply:
    return Reply(200, (("Content-Length", str(path.stat().st_size)),), stream=FileWrapper(path.open("rb")))


Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Dial = Callable[[], Awaitable[Streams]]


@contextlib.asynccontextmanager
async def serving(site: Site, most: int = 100) -> AsyncIterator[Dial]:
    """Serve a site on loopback; give what opens a connection to it."""
    sock, ready = socket.create_server(("127.0.0.1", 0)), asyncio.Event()
    address, served = sock.getsockname(), Listener(site, "server:80", LIMIT, most)
    task = asyncio.get_running_loop().create_task(served.serve(sock, ready.set))
    await ready.wait()
    opened: list[Streams] = []

    async def dial() -> Streams:
        opened.append(await asyncio.open_connection(*address))
        return opened[-1]

    yield dial
    served.stop()
    await task
    for _, writer in opened:
        writer.close()


async def talk(dial: Dial, data: bytes, replies: int = 1) -> list[tuple[int, dict[str, str], bytes]]:
    """Send bytes over a fresh connection; return so many replies."""
    reader, writer = await dial()
    writer.write(data)
    return [await reply_of(reader) for _ in range(replies)]


async def reply_of(reader: asyncio.StreamReader) -> tuple[int, dict[str, str], bytes]:
    """Return the next reply: status, headers, body."""
    head = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)).decode().split("\r\n")
    headers = dict(line.split(": ", 1) for line in head[1:] if line)
    return int(head[0].split()[1]), headers, await reader.readexactly(int(headers.get("Content-Length", 0)))


def test_replies_keep_the_order_of_requests() -> None:
    """Of requests that come in one packet the slow one is answered first when it came first."""

    async def ask() -> list[bytes]:
        async with serving(Site()) as dial:
            stream = GET % b"slow" + GET % b"kept" + POST % b"x" + b"Content-Length: 2\r\n\r\nhi" + GET % b"kept"
            return [body for _, _, body in await talk(dial, stream, 4)]

    assert asyncio.run(ask()) == [b"slow ", b"kept", b"x hi", b"kept"]


def test_a_head_is_read_once() -> None:
    """A request that is answered from what is kept is known again by its bytes; two in one packet are not one."""
    site = Site()

    async def ask() -> tuple[list[bytes], list[bytes]]:
        async with serving(site) as dial:
            stream = GET % b"kept" + GET % b"slow"
            both = [body for _, _, body in await talk(dial, stream, 2)]
            again = [body for _, _, body in await talk(dial, stream, 2)]
            for _ in range(2):
                assert (await talk(dial, GET % b"kept"))[0][2] == b"kept"
            return both, again

    assert asyncio.run(ask()) == ([b"kept", b"slow "], [b"kept", b"slow "])
    assert site.calls == ["/slow", "/slow"]


@pytest.mark.parametrize(
    ("version", "asked", "told"),
    [("1.1", "", None), ("1.1", "close", "close"), ("1.0", "", None), ("1.0", "keep-alive", "keep-alive")],
)
def test_connections_stay_as_long_as_both_want(version: str, asked: str, told: str | None) -> None:
    """The connection is closed after the reply where HTTP says so, and the reply has a date."""

    async def ask() -> tuple[dict[str, str], bool]:
        async with serving(Site()) as dial:
            reader, writer = await dial()
            wish = f"Connection: {asked}\r\n" if asked else ""
            writer.write(f"GET /x HTTP/{version}\r\nHost: a\r\n{wish}\r\n".encode())
            _, headers, _ = await reply_of(reader)
            with contextlib.suppress(TimeoutError):
                return headers, await asyncio.wait_for(reader.read(), 0.1) == b""
            return headers, False

    headers, is_closed = asyncio.run(ask())
    assert headers.get("Connection") == told
    assert re.fullmatch(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT", headers["Date"])
    assert is_closed == (told == "close" or (version, asked) == ("1.0", ""))


def test_head_has_no_body() -> None:
    """HEAD is answered with the head alone, and the connection goes on."""

    async def ask() -> bytes:
        async with serving(Site()) as dial:
            reader, writer = await dial()
            writer.write(b"HEAD /kept HTTP/1.1\r\nHost: a\r\n\r\n")
            head = await reader.readuntil(b"\r\n\r\n")
            writer.write(GET % b"x")
            return head + (await reply_of(reader))[2]

    assert asyncio.run(ask()).endswith(b"GMT\r\n\r\nx ")


def test_leave_to_send_a_body() -> None:
    """Who asks first is told to go on; who announces too much is answered at once."""
    expecting = POST % b"x" + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n"

    async def ask() -> tuple[bytes, bytes, bytes]:
        async with serving(Site()) as dial:
            reader, writer = await dial()
            writer.write(expecting % 2)
            leave = await reader.readuntil(b"\r\n\r\n")
            writer.write(b"hi")
            _, _, body = await reply_of(reader)
            (_, _, large), *_ = await talk(dial, expecting % 5000)
            return leave, body, large

    assert asyncio.run(ask()) == (b"HTTP/1.1 100 Continue\r\n\r\n", b"x hi", b"x ")


def test_a_refusal_is_seen_by_who_still_sends() -> None:
    """A client that sends far too much gets its answer, though nobody reads the rest."""

    async def ask() -> bytes:
        async with serving(Site()) as dial:
            reader, writer = await dial()
            writer.write(POST % b"x" + b"Content-Length: 3000000\r\n\r\n")
            for _ in range(30):
                writer.write(b"x" * 100_000)
                await asyncio.sleep(0)
            return (await reply_of(reader))[2]

    assert asyncio.run(ask()) == b"x "


def test_who_leaves_is_noticed() -> None:
    """When a client closes its connection, what is made for it is called off."""
    site = Site()

    async def ask() -> None:
        async with serving(site) as dial:
            _, writer = await dial()
            writer.write(GET % b"never")
            while not site.calls:
                await asyncio.sleep(0.01)
            writer.close()
            for _ in range(100):
                await asyncio.sleep(0.01)
                if site.off:
                    return

    asyncio.run(ask())
    assert site.off == ["/never"]


@pytest.mark.parametrize("data", [b"GET / HT", GET % b"never", GET % b"kept", GET % b"x", b"no HTTP\r\n"])
def test_a_client_that_left_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """A connection that has ended is gone at once, without a search for cycles."""
    known = weakref.WeakSet[connection.Connection]()

    def made(listened: Listener) -> connection.Connection:
        one = connection.Connection(listened)
        known.add(one)
        return one

    async def ask() -> tuple[int, int]:
        async with serving(Site()) as dial:
            _, writer = await dial()
            writer.write(data)
            await asyncio.sleep(0.02)
            before = len(known)
            writer.close()
            await asyncio.sleep(0.05)
            return before, len(known)

    monkeypatch.setattr(listener, "Connection", made)
    gc.disable()
    try:
        assert asyncio.run(ask()) == (1, 0)
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("sent", "status"),
    [(b"", 0), (b"GET / HT", 408), (POST % b"" + b"Content-Length: 9\r\n\r\nx", 408), (GET % b"kept" + b"GET", 408)],
)
def test_nobody_is_waited_for_long(monkeypatch: pytest.MonkeyPatch, sent: bytes, status: int) -> None:
    """Who does not finish a request in time is told so; who does not begin one is let go without a word."""
    monkeypatch.setattr(connection, "PATIENCE", dict.fromkeys(connection.PATIENCE, 0.1))
    monkeypatch.setattr(listener, "TICK", 0.05)

    async def ask() -> bytes:
        async with serving(Site()) as dial:
            reader, writer = await dial()
            writer.write(sent)
            return await asyncio.wait_for(reader.read(), 5)

    told = re.findall(rb"HTTP/1.1 (\d+)", asyncio.run(ask()))
    assert told[-1:] == ([str(status).encode()] if status else [])


def test_a_slow_reader_gets_all_and_a_stalled_one_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty megabytes reach a client that takes them in pieces; one that takes nothing loses its connection."""
    large = Reply(200, (("Content-Length", "20000000"),), b"x" * 20_000_000)
    monkeypatch.setattr(listener, "TICK", 0.05)
    monkeypatch.setattr(connection, "STALLED", 0.3)
    monkeypatch.setattr(connection, "PATIENCE", dict.fromkeys(connection.PATIENCE, 0.1))

    async def ask() -> tuple[int, bool]:
        async with serving(Site(replies={"/large": large})) as dial:
            (_, _, body), *_ = await talk(dial, GET % b"large")
            reader, writer = await dial()
            writer.write(GET % b"large")
            await asyncio.sleep(1)
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                await reader.readexactly(20_000_000)
                return len(body), False
            return len(body), True

    assert asyncio.run(ask()) == (20_000_000, True)


def test_a_file_goes_out_whole(tmp_path: Path) -> None:
    """A file of more than one part arrives as it is, and the connection serves for more."""
    path = tmp_path / "file"
    path.write_bytes(bytes(range(256)) * 10_000)

    async def ask() -> list[bytes]:
        async with serving(Site()) as dial:
            stream = b"GET /file HTTP/1.1\r\nHost: a\r\nX-File: %s\r\n\r\n" % str(path).encode()
            return [body for _, _, body in await talk(dial, stream + GET % b"x", 2)]

    assert asyncio.run(ask()) == [path.read_bytes(), b"x "]


def test_too_many_connections() -> None:
    """One connection more than there is room for is refused with a 503, and those before it go on."""

    async def ask() -> list[int]:
        async with serving(Site(), most=2) as dial:
            first, _ = await dial(), await dial()
            (refused, _, _), *_ = await talk(dial, b"")
            first[1].write(GET % b"x")
            return [refused, (await reply_of(first[0]))[0]]

    assert asyncio.run(ask()) == [503, 200]


def test_the_end_waits_for_what_is_at_work() -> None:
    """When the server stops, a request at work is answered, an idle connection is closed."""

    async def ask() -> tuple[bytes, str, bytes]:
        async with serving(Site()) as dial:
            (reader, writer), (idle, _) = await dial(), await dial()
            writer.write(GET % b"slow")
            await asyncio.sleep(0.02)
        _, headers, body = await reply_of(reader)
        return body, headers["Connection"], await idle.read()

    assert asyncio.run(ask()) == (b"slow ", "close", b"")


def test_large_replies_that_are_kept_are_files_for_a_second() -> None:
    """A reply is one file for each end of its head; there are never too many, and all are let go."""
    wholes, replies = Wholes(), [Reply(200, (("X", str(number)),), b"body") for number in range(100)]
    first = wholes.of(replies[0], b"one\r\n\r\n")
    assert wholes.of(replies[0], first.tail) is first
    assert first.rest(first.size - 8) == b"\r\n\r\nbody"
    other = wholes.of(replies[0], b"two\r\n\r\n")
    assert other.rest(0) == replies[0].head + b"two\r\n\r\nbody"
    made = [wholes.of(reply, other.tail) for reply in replies]
    assert sum(not whole.file.closed for whole in made) <= MOST
    wholes.forget()
    assert all(whole.file.closed for whole in [first, other, *made])
