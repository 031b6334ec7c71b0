"""Clients written for node: it comes with the browser's driver, the clients with setup/clients."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from places import ROOT

CLIENTS = ROOT / "tests" / "clients"
#: Seconds that a client may take.
PATIENCE = 60


def node() -> Path:
    """Return the program; skip the test where it, or the clients, cannot be had."""
    found = find_spec("playwright")
    program = Path(found.origin or "").parent / "driver" / "node" if found else Path()
    if not program.is_file():
        pytest.skip("node is not here (it comes with playwright)")
    if not (CLIENTS / "node_modules" / ".installed").is_file():
        pytest.skip("the clients are not here (setup/clients fetches them)")
    return program


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a script of tests/clients, and return what it printed."""
    command = [str(node()), str(CLIENTS / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
