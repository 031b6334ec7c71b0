"""Numbers that several processes count together."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from jopsrdf.web.http import tally
from jopsrdf.web.http.metrics import WIDTH, Metrics
from jopsrdf.web.http.tally import SPARE, Tally

#: Counts one for itself, says which row it has, and stays until its input ends.
ANOTHER = """
import pathlib, sys
from jopsrdf.web.http.metrics import WIDTH
from jopsrdf.web.http.tally import Tally
row = Tally(WIDTH, pathlib.Path(sys.argv[1]))
row.own[1] += 10
print(row.number, flush=True)
sys.stdin.read()
"""


@pytest.fixture(params=["in memory", "on disk"])
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file for one process and those that come after it."""
    if request.param == "on disk":
        monkeypatch.delattr(os, "memfd_create")
    with tally.shared(WIDTH, processes=1) as found:
        yield found


def test_each_process_has_a_row(path: Path) -> None:
    """Two processes have two rows, a third takes over what an ended one has left, and sums are over all."""
    command, taken = [sys.executable, "-c", ANOTHER, str(path)], []
    ours = Tally(WIDTH, path)
    ours.own[0] += 1
    for _ in range(2):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            taken.append(int(process.stdout.readline()))
    assert (ours.number, taken) == (0, [1, 1])
    assert ours.sums()[:3] == [1, 20, 0]


def test_more_processes_than_rows(path: Path) -> None:
    """They share the last row rather than fail."""
    command = [sys.executable, "-c", ANOTHER, str(path)]
    processes = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(SPARE + 1)
    ]
    taken = [int(process.stdout.readline()) for process in processes if process.stdout]
    for process in processes:
        process.communicate()
    assert sorted(taken) == [0, 1, 2, 2]


def test_a_process_alone() -> None:
    """Without a file the numbers are those of this process."""
    alone = Tally(2)
    alone.own[1] += 3
    assert alone.sums() == [0, 3]


def test_metrics_are_told_as_one(path: Path) -> None:
    """Whichever process is asked tells what all have counted."""
    count = (
        "import pathlib, sys; from jopsrdf.web.http.metrics import Metrics; m = Metrics(pathlib.Path(sys.argv[1]));"
        "m.request('GET', 200); m.request('BREW', 418); m.cache('hit'); m.query(200, 0.5); m.kept(100, 2); "
        "print(m.is_first)"
    )
    metrics = Metrics(path)
    metrics.request("GET", 200)
    metrics.query(503, 20)
    metrics.kept(50, 1)
    command = [sys.executable, "-c", count, str(path)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == "False\n"
    assert metrics.is_first
    lines = metrics.text({"jopsrdf_articles": 3.0}).splitlines()
    for line in (
        'jopsrdf_requests_total{method="GET",status="200"} 2',
        'jopsrdf_requests_total{method="OTHER",status="418"} 1',
        'jopsrdf_cache_total{outcome="hit"} 1',
        'jopsrdf_cache_total{outcome="miss"} 0',
        'jopsrdf_queries_total{status="200"} 1',
        'jopsrdf_queries_total{status="503"} 1',
        'jopsrdf_query_seconds_bucket{le="0.3"} 0',
        'jopsrdf_query_seconds_bucket{le="1"} 1',
        'jopsrdf_query_seconds_bucket{le="+Inf"} 2',
        "jopsrdf_query_seconds_sum 20.500000",
        "jopsrdf_query_seconds_count 2",
        "jopsrdf_articles 3",
        "jopsrdf_cache_bytes 150",
        "jopsrdf_cache_entries 3",
    ):
        assert line in lines
