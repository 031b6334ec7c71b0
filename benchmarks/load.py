"""Puts the server under load while everything goes wrong, and judges every answer.

    python benchmarks/load.py [--clients 200] [--seconds 300] [--articles 200] [--deadline 3] [--half-open 1000]

A server of its own on loopback serves synthetic articles. Clients ask good, slow and hostile questions; meanwhile
workers are killed, generations are built beside it, switched, rolled back, pruned and removed, the disk is full, and
other clients read slowly, leave, or never end what they began. An answer is right when its status is one that the kind
of question may have, and its content that of the generation which its entity tag names, and that generation served at
the time. Ends with 1 when anything was wrong. Needs nothing but the project.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import load_world
from load_client import Client, NoAnswer
from load_faults import Faults, disk
from load_requests import KINDS, Kind, conditional, judge
from load_watch import Watch, follow
from load_world import World

#: Share of good questions that ask only for what is new, and the longest time that a client thinks, in seconds.
CONDITIONAL, THINKS = 0.3, 0.2
#: Clients that read slowly and clients that leave, for each client of the ordinary kind.
SLOW_READERS, LEAVERS = 0.1, 0.05
#: Seconds that a slow machine gets on top for faults that have not been yet.
EXTRA = 150
#: What differs between complaints of one sort.
_VARYING = re.compile(r"\d+\.\d+|'[^']*'|\b[0-9a-f]{8,}\b")


@dataclass
class Tally:
    """What came back: statuses and seconds by kind, and what was wrong."""

    statuses: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    etags: dict[str, str] = field(default_factory=dict)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--deadline", type=float, default=3)
    parser.add_argument("--half-open", type=int, default=1000)
    parser.add_argument("--pause", type=float, default=1, help="seconds between faults")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="jopsrdf-load-") as folder, disk(Path(folder) / "disk") as is_mounted:
        location, counts = Path(folder) / "disk" / "dataset", (given.articles, given.articles * 11 // 10 + 1)
        known = load_world.world(location, given.articles)
        for count in (*counts, counts[0]):
            load_world.build(location, count)
            load_world.learn(known, location)
        with serving(location, Path(folder) / "log", given.deadline) as (pid, port):
            faults = Faults(location, port, pid, counts, given.pause, is_mounted)
            watch, tally = Watch(pid), Tally()
            asyncio.run(run(known, faults, watch, tally, given))
        faults.wrong += tracebacks((Path(folder) / "log").read_text(encoding="utf-8"))
        return report(tally, watch, faults)


async def run(known: World, faults: Faults, watch: Watch, tally: Tally, given: argparse.Namespace) -> None:
    """Let clients and faults at the server until the time is over and every fault has been."""
    known.look()
    others = [follow(known), watch.sample(), faults.kill_workers(), faults.tell_stories()]
    others += [faults.read_slowly() for _ in range(max(1, int(given.clients * SLOW_READERS)))]
    others += [faults.leave() for _ in range(max(1, int(given.clients * LEAVERS)))]
    others += [faults.half_open() for _ in range(given.half_open)]
    background = [asyncio.ensure_future(other) for other in others]
    is_over = asyncio.Event()
    clients = [
        asyncio.ensure_future(ask(known, faults.port, tally, number, is_over)) for number in range(given.clients)
    ]
    await asyncio.sleep(given.seconds)
    with suppress(TimeoutError):
        await asyncio.wait_for(faults.told.wait(), EXTRA)
    is_over.set()
    await asyncio.gather(*clients)
    failed = [task.exception() for task in background if task.done() and not task.cancelled()]
    for task in background:
        task.cancel()
    await asyncio.gather(*background, return_exceptions=True)
    faults.wrong += [f"a fault that failed: {error!r}" for error in failed if error]


async def ask(known: World, port: int, tally: Tally, number: int, is_over: asyncio.Event) -> None:
    """Be one client until it is over."""
    dice, client = random.Random(number), Client(port)
    weights = [kind.weight for kind in KINDS]
    while not is_over.is_set():
        (kind,) = dice.choices(KINDS, weights)
        await once(known, kind, client, tally, dice)
        await asyncio.sleep(dice.uniform(0, THINKS))
    client.close()


async def once(known: World, kind: Kind, client: Client, tally: Tally, dice: random.Random) -> None:
    """Ask one question and judge the answer."""
    asked = kind.make(known, dice)
    if 304 in kind.statuses and dice.random() < CONDITIONAL:
        asked = conditional(asked, tally.etags.get(asked.request.target, '"none"'))
    try:
        response = await client.ask(asked.request)
    except NoAnswer as error:
        tally.statuses[kind.name]["none"] += 1
        if not kind.may_close:
            tally.wrong[kind.name].append(f"no answer: {error}")
        return
    tally.statuses[kind.name][str(response.status)] += 1
    tally.seconds[kind.name].append(response.seconds)
    if response.status == 200 and "etag" in response.headers:
        tally.etags[asked.request.target] = response.headers["etag"]
    try:
        wrong = judge(known, kind, asked, response)
    except (ValueError, SyntaxError, KeyError) as error:
        wrong = f"unreadable: {error!r}"
    if wrong:
        tally.wrong[kind.name].append(wrong)


def tracebacks(log: str) -> list[str]:
    """Return the failures that the server wrote down; its own bugs all end there."""
    parts = re.split(r"(?m)^(?=\{)", log)
    return [f"in the server's log: {part.strip()[-1500:]}" for part in parts if "Traceback" in part or "ERROR" in part]


def report(tally: Tally, watch: Watch, faults: Faults) -> int:
    """Print what happened; return 1 when anything was wrong."""
    print(f"{'kind':22} {'requests':>9} {'p50 ms':>8} {'p99 ms':>8} {'wrong':>6}  statuses")
    for kind in KINDS:
        statuses, seconds = tally.statuses[kind.name], sorted(tally.seconds[kind.name])
        median = statistics.median(seconds) * 1e3 if seconds else 0
        p99 = seconds[int(len(seconds) * 0.99)] * 1e3 if seconds else 0
        told = "  ".join(f"{status}: {count:,}" for status, count in sorted(statuses.items()))
        wrong = len(tally.wrong[kind.name])
        print(f"{kind.name:22} {sum(statuses.values()):9,} {median:8.1f} {p99:8.1f} {wrong:6}  {told}")
    for name, medians, peak in watch.table():
        unit = " MB" if name in ("front", "worker") else ""
        told = ", ".join(f"{median:,.0f}" for median in medians)
        print(f"{name:22} one tenth of the time after the other {told}{unit}; peak {peak:,.0f}{unit}")
    print("faults: " + ", ".join(f"{name} {count:,}" for name, count in sorted(faults.done.items())))
    print(
        "the disk was "
        + ("full" if faults.is_mounted else "closed to longer files: no file system may be mounted here")
    )
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    complaints = [f"{name}: {wrong}" for name, found in tally.wrong.items() for wrong in found] + faults.wrong
    for example, count in grouped(complaints):
        print(f"WRONG {count:,} × {example}")
    print(f"{sum(sum(found.values()) for found in tally.statuses.values()):,} requests, {len(complaints)} wrong")
    return bool(complaints)


def grouped(complaints: Iterable[str]) -> list[tuple[str, int]]:
    """Return one complaint of each sort with how many there are, the most frequent first.

    Complaints are of one sort where they differ in nothing but numbers, names and quoted words.

    >>> grouped(["page: 500 b'x'", "page: no answer: EOFError after 1.5 s", "page: no answer: EOFError after 22.0 s"])
    [('page: no answer: EOFError after 1.5 s', 2), ("page: 500 b'x'", 1)]
    """
    sorts = defaultdict[str, list[str]](list)
    for complaint in complaints:
        sorts[_VARYING.sub("", complaint)].append(complaint)
    return sorted(((found[0], len(found)) for found in sorts.values()), key=lambda row: -row[1])


@contextmanager
def serving(location: Path, log: Path, deadline: float) -> Iterator[tuple[int, int]]:
    """Run the server; give its process id and its port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "jopsrdf", "serve", "--dataset", str(location), "--port", str(port)]
    environment = {**os.environ, "JOPSRDF_SERVER_DEADLINE": str(deadline)}
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=environment) as process,
    ):
        assert process.stdout
        try:
            assert process.stdout.readline(), log.read_text()
            yield process.pid, port
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(30)
            process.kill()


if __name__ == "__main__":
    sys.exit(main())
