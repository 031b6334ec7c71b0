"""This room says who we are to a server elsewhere: by Digest or Basic, whichever it asks for, and only when it asks.

Basic (RFC 7617) shows the password to whoever listens, so it is only used over https or on this machine. Digest
(RFC 7616) does not; it is what Virtuoso asks for.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import count

from jopsrdf.errors import StoreError

#: Where user and password are looked for: on a command line anybody on the machine could read them.
USER, PASSWORD = "JOPSRDF_STORE_USER", "JOPSRDF_STORE_PASSWORD"

Hash = Callable[[str], str]
#: What Digest may hash with, the weakest first; servers name it, none is MD5 (RFC 7616, 3.3).
HASHES: dict[str, Hash] = {
    "MD5": lambda text: hashlib.md5(text.encode(), usedforsecurity=False).hexdigest(),
    "SHA-256": lambda text: hashlib.sha256(text.encode()).hexdigest(),
}
_CHALLENGE = re.compile(r"(?:^|,)\s*(basic|digest)\s+", re.IGNORECASE)
_PARAMETER = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))')


@dataclass(frozen=True, slots=True)
class Login:
    """A user and a password; both are "" for nobody."""

    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, environ: Mapping[str, str]) -> Login:
        """Take user and password from the environment.

        >>> Login.of({"JOPSRDF_STORE_USER": "dba", "JOPSRDF_STORE_PASSWORD": "secret"})
        Login(user='dba')
        """
        return cls(environ.get(USER, ""), environ.get(PASSWORD, ""))


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a server asks for: the scheme, "basic" or "digest", and its parameters."""

    scheme: str
    parameters: Mapping[str, str]

    @property
    def hash(self) -> str:
        return self.parameters.get("algorithm", "MD5").upper()


def challenges(headers: Iterable[str]) -> list[Challenge]:
    """Read the values of `WWW-Authenticate`; schemes that we do not know are left out.

    >>> [challenge.scheme for challenge in challenges(['Basic realm="a", Digest realm="b", nonce="c"', "Negotiate"])]
    ['basic', 'digest']
    """
    found: list[Challenge] = []
    for header in headers:
        _, *parts = _CHALLENGE.split(header)
        for scheme, text in zip(parts[::2], parts[1::2], strict=True):
            read = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(text)}
            found.append(Challenge(scheme.lower(), read))
    return found


class Session:
    """A login at one server, with what the server last asked for; safe in any number of threads."""

    def __init__(self, login: Login, *, private: bool) -> None:
        """Take a login; `private` says that nobody can listen: https, or a server on this machine."""
        self._login, self._private = login, private
        self._challenge: Challenge | None = None
        self._count = count(1)

    def learn(self, headers: Iterable[str]) -> bool:
        """Take note of the challenges of a 401; return whether there is one that we can answer."""
        known = [c for c in challenges(headers) if c.scheme == "basic" or _is_known(c)]
        if not self._login.user or not known:
            return False
        best = max(
            known, key=lambda c: (c.scheme == "digest", list(HASHES).index(c.hash) if c.scheme == "digest" else 0)
        )
        if best.scheme == "basic" and not self._private:
            raise StoreError("the store asks for a password that anyone on the way could read; use https")
        self._challenge, self._count = best, count(1)
        return True

    def proof(self, method: str, target: str) -> dict[str, str]:
        """Return the header that answers what the server asked for, {} when it has not asked."""
        asked = self._challenge
        if not asked:
            return {}
        if asked.scheme == "basic":
            pair = f"{self._login.user}:{self._login.password}"
            return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
        fields = digest(self._login, asked, method, target, f"{next(self._count):08x}", secrets.token_hex(8))
        return {"Authorization": f"Digest {fields}"}


def _is_known(challenge: Challenge) -> bool:
    """Say whether we can answer a Digest challenge: the hash is known, and the body need not be hashed."""
    qops = re.split(r"\s*,\s*", challenge.parameters.get("qop", "auth"))
    return challenge.hash in HASHES and "auth" in qops and {"nonce", "realm"} <= challenge.parameters.keys()


def digest(login: Login, asked: Challenge, method: str, target: str, number: str, ours: str) -> str:
    """Return the fields of a Digest answer (RFC 7616, 3.4); `number` counts the uses of a nonce, `ours` is chance.

    The example of RFC 7616, section 3.9.1:

    >>> asked = challenges(['Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, '
    ...     'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"'])[0]
    >>> ours = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    >>> "8ca523f5e9506fed4657c9700eebdbec" in digest(
    ...     Login("Mufasa", "Circle of Life"), asked, "GET", "/dir/index.html", "00000001", ours)
    True
    """
    get, hashed = asked.parameters.get, HASHES[asked.hash]
    who, what = hashed(f"{login.user}:{get('realm')}:{login.password}"), hashed(f"{method}:{target}")
    used = f"{number}:{ours}:auth:" if "qop" in asked.parameters else ""
    fields = {
        "username": login.user,
        "realm": get("realm", ""),
        "nonce": get("nonce", ""),
        "uri": target,
        "response": hashed(f"{who}:{get('nonce')}:{used}{what}"),
        **{name: asked.parameters[name] for name in ("opaque",) if name in asked.parameters},
        **({"cnonce": ours} if used else {}),
    }
    text = ", ".join(f'{name}="{value}"' for name, value in fields.items())
    plain = {"algorithm": asked.hash, **({"qop": "auth", "nc": number} if used else {})}
    return ", ".join([text, *(f"{name}={value}" for name, value in plain.items())])
