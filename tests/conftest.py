"""What all tests share: the places of things, the rule about skips, and the reference values on request."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

from places import SEED, SHARED

#: Doctests are looked for in every module; two files of this name would be one module to Python.
collect_ignore_glob = ["conftest.py", "*/conftest.py"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regold", action="store_true", help="rewrite the golden files; read the diff before committing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure on continuous integration, where everything must be there."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The gold data beside the project; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the gold data (../shared) is not here")
    return SHARED


@pytest.fixture(scope="session")
def seed() -> bytes:
    """The seed page, byte for byte."""
    return SEED.read_bytes()


@pytest.fixture
def regold(request: pytest.FixtureRequest) -> bool:
    """Whether the golden files are to be rewritten."""
    return bool(request.config.getoption("--regold"))
