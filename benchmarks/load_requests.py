"""The requests of a load, good, slow and hostile: each with what may come back and its judge."""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from load_client import Request, Response
from load_world import BASE, HEAD, World, digest, graph_of, rows

JSON, TURTLE = "application/sparql-results+json", "text/turtle"
#: Seconds after which a server must have seen a new generation.
LAG = 1.0
#: What no refusal may tell: where a generation's files are, and where our code failed.
SECRETS = (b"generations/", b".sst", b"Traceback", b'File "')
#: Headers without which nothing leaves the server.
ALWAYS = ("x-content-type-options", "content-security-policy")
NESTED = 10_000


@dataclass(frozen=True)
class Asked:
    """A request, and what is needed to judge the answer: the query or number it is about, what must stand in a page."""

    request: Request
    query: str = ""
    number: int = 0
    says: str = ""


Make = Callable[[World, random.Random], Asked]
Judge = Callable[[World, Asked, Response, str], str]


@dataclass(frozen=True)
class Kind:
    """A kind of request: how often, the statuses that may come, and the judge of a 200 ("" for right)."""

    name: str
    weight: float
    statuses: tuple[int, ...]
    make: Make
    judge: Judge = lambda _world, _asked, _response, _generation: ""
    may_close: bool = False


def _get(query: str, accept: str = JSON, **more: str) -> Request:
    return Request(f"/sparql?{urlencode({'query': query, **more})}", headers={"Accept": accept})


def _post(query: str, accept: str = JSON) -> Request:
    headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
    return Request("/sparql", "POST", headers, query.encode())


def lookup(world: World, dice: random.Random) -> Asked:
    """Ask something known, as it is: the second time it is answered from memory."""
    query = dice.choice(world.lookups)
    return Asked(_get(HEAD + query), query)


def fresh_lookup(world: World, dice: random.Random) -> Asked:
    """Ask something known in words that were never used, by GET or POST."""
    query = dice.choice(world.lookups)
    text = f"{HEAD}{query} # {dice.getrandbits(64)}"
    return Asked(dice.choice((_get, _post))(text), query)


def construct(world: World, dice: random.Random) -> Asked:
    """Construct a graph, anew each time."""
    query = dice.choice(world.constructs)
    return Asked(_get(f"{query} # {dice.getrandbits(64)}", "application/n-triples"), query)


def page(world: World, dice: random.Random) -> Asked:
    """Ask for an article's page."""
    number, title = dice.choice(list(world.titles.items()))
    headers = {"Accept": "text/html", "Accept-Encoding": dice.choice(("gzip", "identity"))}
    target = f"/page/{world.work.removeprefix(BASE)}{number}{dice.choice(('', f'?n={dice.getrandbits(64)}'))}"
    return Asked(Request(target, headers=headers), says=html.escape(title))


def document(world: World, dice: random.Random) -> Asked:
    """Ask for an article's Turtle."""
    number = dice.choice(list(world.titles))
    return Asked(Request(f"/data/{world.work.removeprefix(BASE)}{number}.ttl"), number=number)


def search(world: World, dice: random.Random) -> Asked:
    """Search for two words of a title."""
    title = dice.choice(list(world.titles.values()))
    return Asked(Request(f"/search?{urlencode({'q': ' '.join(title.split()[:2])})}"), says="<mark>")


def right_rows(world: World, asked: Asked, response: Response, generation: str) -> str:
    """Compare a table with the truth of its generation."""
    expected = world.truths[generation, asked.query]
    return "" if rows(response.body) == expected else "other rows than the generation has"


def right_graph(world: World, asked: Asked, response: Response, generation: str) -> str:
    """Compare a graph with the truth of its generation."""
    found = digest(graph_of(response.body, "application/n-triples"))
    return "" if found == world.truths[generation, asked.query] else "another graph than the generation has"


def right_document(world: World, asked: Asked, response: Response, generation: str) -> str:
    """Compare a document with what the generation says of the article."""
    found = {tuple(line.split(" ", 2)) for line in graph_of(response.body, TURTLE)}
    return "" if world.triples[generation, asked.number] <= found else "triples are missing"


def right_page(_world: World, asked: Asked, response: Response, _generation: str) -> str:
    """Look for the words that must stand in a page."""
    return "" if asked.says in response.body.decode() else f"the page does not say {asked.says!r}"


def announced(_world: World, _asked: Asked, response: Response, _generation: str) -> str:
    """A slow query that was answered after all is whole JSON, or says that it was cut."""
    json.loads(response.body)
    return ""


def _slow(pattern: str) -> Make:
    return lambda _world, dice: Asked(_get(f"{HEAD}{pattern} # {dice.getrandbits(64)}"))


def _hostile(*requests: Request) -> Make:
    return lambda _world, dice: Asked(dice.choice(requests))


def _raw(*data: bytes) -> tuple[Request, ...]:
    return tuple(Request(raw=part) for part in data)


_ANY = "?s ?p ?o"
_UPDATE = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
_SERVICES = (
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "ASK { ?s ?p 1SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    "ASK { FILTER EXISTS { SERVICE ?where { ?s ?p ?o } } }",
)
_UPDATES = (
    _UPDATE,
    "LOAD <http://127.0.0.1:9/>",
    "# x\nPREFIX a: <urn:a> load silent <file:///etc/passwd>",
    "DROP ALL",
)
_SLOW = (200, 503)
KINDS = (
    Kind("lookup", 20, (200, 304, 503), lookup, right_rows),
    Kind("lookup in new words", 25, (200, 503), fresh_lookup, right_rows),
    Kind("construct", 6, (200, 503), construct, right_graph),
    Kind("page", 20, (200, 304), page, right_page),
    Kind("document", 15, (200, 304), document, right_document),
    Kind("search", 3, (200, 304), search, right_page),
    Kind("slow: cartesian", 0.2, _SLOW, _slow(f"SELECT (COUNT(*) AS ?n) {{ {_ANY} . ?a ?b ?c }}"), announced),
    Kind("slow: order", 0.2, _SLOW, _slow(f"SELECT * {{ {_ANY} . ?o ?q ?r }} ORDER BY ?r ?p DESC(?s)"), announced),
    Kind("slow: path", 0.2, _SLOW, _slow("SELECT * { ?a (!<urn:x>|^!<urn:x>)+ ?b . ?b (!<urn:x>)* ?c }"), announced),
    Kind(
        "slow: regex",
        0.2,
        (*_SLOW, 400),
        _slow(f'SELECT (COUNT(*) AS ?n) {{ {_ANY} FILTER regex(str(?o), "^(([a-z ])+.)+[A-Z]([a-z ])+$") }}'),
        announced,
    ),
    Kind("SERVICE", 2, (403,), _hostile(*map(_get, _SERVICES), *map(_post, _SERVICES))),
    Kind("update", 2, (403,), _hostile(*map(_get, _UPDATES), *map(_post, _UPDATES))),
    Kind(
        "update as such",
        1,
        (403,),
        _hostile(
            Request("/sparql", "POST", {"Content-Type": "application/sparql-update"}, _UPDATE.encode()),
            Request(
                "/sparql", "POST", {"Content-Type": "application/x-www-form-urlencoded"}, f"update={_UPDATE}".encode()
            ),
        ),
    ),
    Kind(
        "1 MB query",
        0.3,
        (400, 413),
        _hostile(_post(f"ASK {{}} #{'x' * 1_000_000}"), _post(f"ASK {{}} #{'x' * 900_000}")),
    ),
    Kind("deep nesting", 1, (400,), _hostile(*(_post(f"ASK {opening * NESTED}") for opening in ("{", "(", "[ ")))),
    # What only the engine's parser sees waits for a worker, as every query does.
    Kind(
        "nonsense",
        2,
        (400, 406, 415, 503),
        _hostile(_get("SELECT {"), _get("ASK {}", "x/y"), Request("/sparql", "POST")),
    ),
    Kind("not there", 2, (404,), _hostile(Request("/page/work/none"), Request("/../../etc/passwd"), Request("/%00"))),
    Kind("other methods", 1, (405, 204, 200), _hostile(Request(method="DELETE"), Request(method="OPTIONS"))),
    Kind(
        "broken HTTP",
        2,
        (400, 408, 414, 431),
        _hostile(
            *_raw(
                b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
                b"GET / HTTP/1.1\r\nHost: a\r\nbroken header\r\n\r\n",
                b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
                b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                b"POST /sparql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
            )
        ),
        may_close=True,
    ),
)


def judge(world: World, kind: Kind, asked: Asked, response: Response) -> str:
    """Say what is wrong with an answer, "" when nothing is."""
    headers = response.headers
    if response.status not in kind.statuses:
        return f"{response.status} {response.body[:120]!r}"
    if asked.request.raw:
        return ""
    if missing := [name for name in ALWAYS if name not in headers]:
        return f"no {missing}"
    if response.status >= 400 and any(secret in response.body for secret in SECRETS):
        return f"an answer tells of the inside: {response.body[:400]!r}"
    if response.status == 503 and not (headers.get("retry-after", "").isdecimal() and response.body):
        return "a 503 that does not say when to come again"
    if response.status not in (200, 304) or kind.name == "other methods":
        return ""
    return _judged(world, kind, asked, response)


def _judged(world: World, kind: Kind, asked: Asked, response: Response) -> str:
    etag = response.headers.get("etag", "")
    if not etag and response.headers.get("cache-control") == "no-store":  # a page without a part that took too long
        return kind.judge(world, asked, response, "")
    generation, until = re.split("[@-]", etag.strip('"'))[0], response.started + response.seconds
    world.look()
    if generation not in world.served(response.started - LAG, until):
        late = [f"'{name}' since {begin - response.started:+.2f} s" for begin, name in world.current[-3:]]
        return f"of generation '{generation}', asked in {response.seconds:.2f} s; there served {', '.join(late)}"
    if response.status == 304:
        return "" if etag == asked.request.headers.get("If-None-Match") else "304 for another entity"
    body, key = digest([response.body.hex()]), (asked.request.target, etag.replace("-gzip", ""))
    if (asked.query or key not in world.seen) and (wrong := kind.judge(world, asked, response, generation)):
        return wrong
    if asked.request.method == "GET" and world.seen.setdefault(key, body) != body and not asked.query:
        return "two bodies under one entity tag"
    return ""


def conditional(asked: Asked, etag: str) -> Asked:
    """Return the same request, asked only for what is new."""
    return replace(asked, request=replace(asked.request, headers={**asked.request.headers, "If-None-Match": etag}))


def large_result() -> bytes:
    """Return a request for some megabytes, for readers that take their time."""
    return _get(f"SELECT * {{ {_ANY} }} LIMIT 20000", "text/csv").to_bytes()


def long_query() -> bytes:
    """Return a request that takes its whole time, for clients that leave."""
    query = quote(f"SELECT (COUNT(*) AS ?n) {{ {_ANY} . ?a ?b ?c . ?d ?e ?f }} #{random.getrandbits(64)}")
    return Request(f"/sparql?query={query}").to_bytes()
