"""This room talks HTTP with a SPARQL server elsewhere; every wait in it has an end."""

from __future__ import annotations

import http.client
import ipaddress
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from jopsrdf.errors import ConfigError, QueryError, StoreError, StoreUnavailable
from jopsrdf.store.login import PASSWORD, USER, Login, Session


@dataclass(frozen=True, slots=True)
class Server:
    """The address of a server and what is needed to use it.

    `graph` is the IRI of the graph that holds what all articles say, on servers whose default graph cannot be loaded
    or is the union of everything (Virtuoso); "" is the default graph itself. Raise `ConfigError` for an address that
    is none, or holds a password.

    >>> Server("ftp://e.org/sparql")
    Traceback (most recent call last):
    jopsrdf.errors.ConfigError: ftp://e.org/sparql: not the address of a server: it begins with http:// or https://
    """

    url: str
    graph: str = ""
    login: Login = field(default_factory=Login)
    _session: Session = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError("not the address of a server: it begins with http:// or https://", path=self.url)
        if parts.username or parts.password:
            message = f"an address must not hold a password; set {USER} and {PASSWORD} in the environment"
            raise ConfigError(message, path=parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl())
        private = parts.scheme == "https" or is_loopback(parts.hostname)
        object.__setattr__(self, "_session", Session(self.login, private=private))

    @contextmanager
    def request(
        self,
        method: str,
        body: bytes,
        headers: Mapping[str, str],
        seconds: float,
        *,
        query: str = "",
        wait: Callable[[socket.socket], None] = lambda _: None,
    ) -> Iterator[http.client.HTTPResponse]:
        """Send a request and give the response; every wait ends after `seconds`.

        `query` is added to the address; `wait` is called before the response is read, and may raise. A server that
        asks who we are is told, once.
        """
        parts = urlsplit(self.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        target = (parts.path or "/") + "?" * bool(parts.query or query) + "&".join(filter(None, (parts.query, query)))
        for is_last in (False, True):
            with closing(kind(parts.hostname or "", parts.port, timeout=seconds)) as connection:
                connection.request(method, target, body, {**headers, **self._session.proof(method, target)})
                wait(connection.sock)
                with closing(connection.getresponse()) as response:
                    asked = response.headers.get_all("WWW-Authenticate", [])
                    if response.status != http.HTTPStatus.UNAUTHORIZED or is_last or not self._session.learn(asked):
                        yield response
                        return

    def refuse(self, status: int, body: bytes) -> None:
        """Raise what a server's status means to our client; nothing for success."""
        if status < 300:
            return
        said = body.decode("utf-8", "replace").strip().partition("\n")[0][:200]
        if status == 400:
            raise QueryError(f"the store refuses the query: {said}")
        if status == 429 or status >= 500:
            raise StoreUnavailable(f"the store answers {status}: {said}", url=self.url)
        hint = f" ({USER} and {PASSWORD} say who asks)" if status in (401, 403) else ""
        raise StoreError(f"{self.url}: the store answers {status}{hint}: {said}".rstrip(": "))


def is_loopback(host: str) -> bool:
    """Say whether a host is this machine.

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("192.0.2.7"), is_loopback("data.example")
    (True, True, False, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
