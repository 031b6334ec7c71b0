"""A hard life in a quarter of a minute: every kind of request while every kind of fault happens."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from places import ROOT

LOAD = ROOT / "benchmarks" / "load.py"
FAULTS = (
    "clients that left",
    "disk full",
    "half-open connections",
    "prune",
    "remove current",
    "roll back",
    "slow readers",
    "switch",
    "workers killed",
)


@pytest.mark.slow  # a server lives through all faults in it
def test_no_answer_is_wrong_while_everything_goes_wrong() -> None:
    """Six clients get right answers or a 503 while workers, generations, the disk and other clients fail."""
    given = ("--clients=6", "--seconds=4", "--articles=8", "--half-open=100", "--deadline=1", "--pause=0.3")
    done = subprocess.run([sys.executable, str(LOAD), *given], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert all(re.search(rf"\b{fault} [1-9]", done.stdout) for fault in FAULTS), done.stdout
