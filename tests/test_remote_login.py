"""A server is told who asks when it wants to know, in a way that nobody on the way can use."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from jopsrdf.errors import ConfigError, StoreError
from jopsrdf.store import GraphStore, Login, Server
from jopsrdf.store.login import Session

LOGIN = Login("editor", "pass: wörd")
BASIC = "Basic ZWRpdG9yOnBhc3M6IHfDtnJk"


class Handler(BaseHTTPRequestHandler):
    """Asks for Basic until it gets it."""

    seen: list[str]

    def do_GET(self) -> None:  # the name is the library's
        """Note what was sent, and answer."""
        sent = self.headers.get("Authorization", "")
        self.seen.append(sent)
        self.send_response(200 if sent == BASIC else 401)
        if sent != BASIC:
            self.send_header("WWW-Authenticate", 'Negotiate, Basic realm="store"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[tuple[str, list[str]]]:
    """Serve on loopback; give the address and the list of what was sent as Authorization."""
    seen: list[str] = []
    handler = type("Handler", (Handler,), {"seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/", seen
        finally:
            server.shutdown()
            thread.join()


def test_nothing_is_sent_before_it_is_asked_for() -> None:
    """The password goes out after the first 401 only, and from then on with every request."""
    with serving() as (url, seen):
        store = GraphStore(Server(url, login=LOGIN))
        assert store.get("a:b") == store.get("a:c") == ""
    assert seen == ["", BASIC, BASIC]


def test_a_wrong_password_is_tried_once() -> None:
    """A server that refuses is not asked for ever."""
    with serving() as (url, seen), pytest.raises(StoreError, match="401"):
        GraphStore(Server(url, login=Login("editor", "wrong"))).get("a:b")
    assert len(seen) == 2


def test_basic_needs_a_private_way() -> None:
    """Basic over plain http to another machine is refused; Digest is chosen where both are offered."""
    session = Session(LOGIN, private=False)
    with pytest.raises(StoreError, match="https"):
        session.learn(['Basic realm="a"'])
    assert session.learn(['Basic realm="a", Digest realm="b", nonce="c", qop="auth"'])
    assert session.proof("GET", "/")["Authorization"].startswith('Digest username="editor"')


def test_the_stronger_hash_is_chosen() -> None:
    """Of two Digest challenges the one with SHA-256 is answered; an unknown one is none."""
    session = Session(LOGIN, private=False)
    both = [f'Digest realm="a", nonce="n", qop="auth", algorithm={name}' for name in ("SHA-256", "MD5")]
    assert session.learn(both)
    assert "algorithm=SHA-256" in session.proof("GET", "/")["Authorization"]
    assert not session.learn(['Digest realm="a", nonce="n", algorithm=SHA-512-256'])


@pytest.mark.parametrize("url", ["http://user:secret@e.org/", "e.org/sparql", "file:///etc/passwd", "https:///sparql"])
def test_addresses_that_are_refused(url: str) -> None:
    """An address is one of a server, and holds no password; the message does not repeat it."""
    with pytest.raises(ConfigError) as caught:
        Server(url)
    assert "secret" not in str(caught.value)


def test_a_password_is_not_shown() -> None:
    """What is printed of a server, in a log or a trace, has no password in it."""
    assert "wörd" not in repr(Server("https://e.org/", login=LOGIN))
