"""A real browser for the tests of the site: Debian's chromium, driven by Playwright, cut off from other hosts."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

import site_dataset
import site_server
from browser.watching import FRONTEND, Watched

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def axe() -> str:
    """The text of axe-core."""
    path = FRONTEND / "axe.min.js"
    if not path.exists():
        pytest.skip("axe-core is not here; setup/frontend --dev fetches it")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def jsonld() -> str:
    """The text of jsonld.js."""
    path = FRONTEND / "jsonld.min.js"
    if not path.exists():
        pytest.skip("jsonld is not here; setup/frontend --dev fetches it")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium, without a window; its driver's event loop ends with these tests, others start loops of their own."""
    program = shutil.which("chromium")
    if not program:
        pytest.skip("chromium is not installed; setup/debian installs it")
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS, *sandbox])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running site, with a slash at the end."""
    values = {"site__withdrawn": {site_dataset.WITHDRAWN_DOI: "2025-12-24"}}
    with site_server.address(tmp_path_factory.mktemp("dataset"), **values) as address:
        yield address


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    """A page of 1,440 px that may read and write the clipboard; at the end nothing must have gone wrong on it."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    page = Watched(context.new_page(), address)
    yield page
    assert page.faults == []
    context.close()
