"""Runs the reverse proxies of docs/deploy before a server of ours, and compares what comes through with the original.

    python benchmarks/proxies.py

Each file is taken as it is, but that the proxy listens on a port of loopback, without TLS. A proxy that is not
installed (Debian: nginx, caddy, apache2) is named. Ends with 1 when an answer differs.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import load_world
from load_client import Client, NoAnswer, Request, Response
from peers import free_port

DEPLOY = Path(__file__).resolve().parent.parent / "docs" / "deploy"
HOST = "data.example.org"
WORK = "work/10.5555/synthetic"
#: Headers that must come through as they are.
SAME = ("content-type", "etag", "last-modified", "vary", "cache-control", "retry-after", "allow", "location", "link")
LONG = quote("ASK {} #" + "x" * 30_000)
SLOW = quote("SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }")
QUERY = {"Content-Type": "application/sparql-query"}
FORGED = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher", "X-Forwarded-Prefix": "/evil"}
REQUESTS = {
    "page": Request(f"/page/{WORK}.0"),
    "redirect": Request(f"/{WORK}.0", headers={"Accept": "text/turtle"}),
    "encoded slash": Request(f"/page/{WORK.replace('/', '%2F')}.0"),
    "two slashes": Request(f"/page/work/10.5555//{WORK}.0"),
    "brackets and signs": Request("/page/work/10.1890/0012-9658(2006)87%5B2445:x%3Cy%3E%5D2.0.co;2%23a.ttl"),
    "percent sign": Request("/page/work/10.5555/100%25%20sure"),
    "not UTF-8": Request("/page/work/%FF"),
    "HEAD": Request(f"/page/{WORK}.0", "HEAD"),
    "compressed": Request(f"/page/{WORK}.0", headers={"Accept-Encoding": "gzip"}),
    "unchanged": Request(f"/data/{WORK}.0.ttl", headers={"If-None-Match": "*"}),
    "OPTIONS": Request("/sparql", "OPTIONS"),
    "wrong method": Request("/sparql", "DELETE"),
    "long address": Request(f"/sparql?query={LONG}"),
    "QUERY": Request("/sparql", "QUERY", {**QUERY, "Content-Length": "6"}, b"ASK {}"),
    "large body": Request("/sparql", "POST", QUERY, b"ASK {} #" + b"x" * 900_000),
    "too large": Request("/sparql", "POST", QUERY, b"ASK {} #" + b"x" * 1_000_000),
    "deadline": Request(f"/sparql?query={SLOW}"),
    "description": Request("/sparql", headers={"Accept": "text/turtle"}),
    "forged headers": Request("/sparql", headers={"Accept": "text/turtle", **FORGED}),
}


@dataclass(frozen=True)
class Proxy:
    """A proxy: its file in docs/deploy, the program, what is put in place of what in the file, and how it is run."""

    file: str
    program: str
    changes: tuple[tuple[str, str], ...]
    command: tuple[str, ...]
    around: str = "{text}"


PROXIES = (
    Proxy(
        "nginx.conf",
        "nginx",
        ((r"(?m)^ *(listen \[|http2|ssl_).*\n", ""), (r"listen 443 ssl", "listen 127.0.0.1:{port}")),
        ("-p", "{folder}", "-c", "{file}", "-g", "daemon off;"),
        "pid {folder}/pid; error_log {folder}/errors; events {{}}\nhttp {{ access_log off;\n{text}}}\n",
    ),
    Proxy(
        "Caddyfile",
        "caddy",
        ((rf"(?m)^{HOST}", f"http://{HOST}:{{port}}"),),
        ("run", "--adapter", "caddyfile", "--config", "{file}"),
        "{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}}\n{text}",
    ),
    Proxy(
        "apache.conf",
        "apache2",
        ((r"(?m)^ *SSL.*\n", ""), (r"\*:443", "127.0.0.1:{port}")),
        ("-d", "{folder}", "-f", "{file}", "-X"),
        "Listen 127.0.0.1:{port}\nServerName localhost\nPidFile {folder}/pid\nErrorLog {folder}/errors\n"
        "User www-data\nGroup www-data\n"
        + "".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
            for name in ("mpm_event", "authz_core", "proxy", "proxy_http", "headers")
        )
        + "{text}",
    ),
)


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="jopsrdf-proxies-") as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        load_world.build(folder / "dataset", 3)
        port, wrong = free_port(), 0
        environment = {"JOPSRDF_SERVER_TRUSTED_PROXIES": "1", "JOPSRDF_SERVER_DEADLINE": "2"}
        serve = [sys.executable, "-m", "jopsrdf", "serve", "--dataset", str(folder / "dataset"), "--port", str(port)]
        with running(serve, port, folder / "log", environment):
            for proxy in PROXIES:
                program = shutil.which(proxy.program, path=f"{os.environ['PATH']}:/usr/sbin")
                if not program:
                    print(f"{proxy.file}: {proxy.program} is not installed")
                    continue
                front = free_port()
                with running(command(proxy, program, folder, port, front), front, folder / "log", {}):
                    wrong += asyncio.run(compared(proxy.file, port, front))
    return bool(wrong)


def command(proxy: Proxy, program: str, folder: Path, behind: int, port: int) -> list[str]:
    """Write the proxy's file for loopback, and return how it is run."""
    text = (DEPLOY / proxy.file).read_text(encoding="utf-8").replace("127.0.0.1:8000", f"127.0.0.1:{behind}")
    for pattern, instead in proxy.changes:
        text, count = re.subn(pattern, instead.format(port=port), text)
        assert count, f"{proxy.file} has nothing like {pattern}"
    file = folder / proxy.file
    file.write_text(proxy.around.format(text=text, folder=folder, port=port), encoding="utf-8")
    return [program, *(part.format(folder=folder, file=file) for part in proxy.command)]


async def compared(name: str, behind: int, port: int) -> int:
    """Compare every answer with the original, print what differs, and return how many did."""
    wrong = 0
    for title, request in REQUESTS.items():
        named = Request(request.target, request.method, {"Host": f"{HOST}:{port}", **request.headers}, request.body)
        plain = {key: value for key, value in named.headers.items() if key not in FORGED}
        forwarded = {**plain, "X-Forwarded-Host": f"{HOST}:{port}", "X-Forwarded-Proto": "http"}
        original = await asked(behind, Request(request.target, request.method, forwarded, request.body))
        through = await asked(port, named)
        if original != through:
            wrong += 1
            print(f"{name}: {title} differs:")
            for one, two in zip(original, through, strict=False):
                print(f"  {one!r:.300}\n  {two!r:.300}" * (one != two))
    print(f"{name}: {len(REQUESTS) - wrong} of {len(REQUESTS)} answers came through as they are")
    return wrong


async def asked(port: int, request: Request) -> tuple[object, ...]:
    """Return what counts of an answer."""
    client = Client(port)
    try:
        response: Response = await client.ask(request)
    except NoAnswer as error:
        return ("no answer", str(error))
    finally:
        client.close()
    body = response.body if len(response.body) < 10_000 else hash(response.body)
    return response.status, {key: response.headers.get(key, "").replace(", ", ",") for key in SAME}, body


@contextmanager
def running(command: list[str], port: int, log: Path, environment: dict[str, str]) -> Iterator[None]:
    """Run a server until the end of the block."""
    with log.open("ab") as errors:
        process = subprocess.Popen(command, stdout=errors, stderr=errors, env={**os.environ, **environment})
        try:
            asyncio.run(up(port, process))
            yield
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            process.kill()


async def up(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a server listens."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None, f"{process.args} has ended"
        with suppress(OSError):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.close()
            return
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main())
