"""The site as files: a plain file server serves the same pages, and no link of theirs leads nowhere."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import site_dataset
from browser.watching import VENDOR, Watched
from jopsrdf.formats import FORMATS
from jopsrdf.web.export_site import Exported, export_site

HURT = site_dataset.HURT
RECORDS = (site_dataset.HURTING, site_dataset.WITHDRAWN)


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Copy:
    """A static copy: where its files are, where it is served, and what the export said."""

    folder: Path
    address: str
    exported: Exported


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    folder = tmp_path_factory.mktemp("site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    address = f"http://127.0.0.1:{server.server_port}/"
    values = {"site__withdrawn": {site_dataset.WITHDRAWN_DOI: "2025-12-24"}}
    with site_dataset.site(tmp_path_factory.mktemp("dataset"), RECORDS, **values) as site:
        exported = export_site(site.settings, site.dataset, folder, root=address)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Copy(folder, address, exported)
    server.shutdown()
    thread.join()
    server.server_close()


def test_everything_linked_is_there(copy: Copy) -> None:
    """The walk wrote every page, document and dump that a page links; nothing was left out."""
    assert copy.exported.left_out == []
    for name in ("index.html", "404.html", ".htaccess", "sitemap.xml", ".well-known/void", f"page/{HURT}/index.html"):
        assert (copy.folder / name).is_file()
    for row in FORMATS.values():
        assert (copy.folder / f"data/{HURT}.{row.suffix}").stat().st_size > 1000
    assert len(list((copy.folder / "dumps").iterdir())) == 2


def test_nothing_promises_a_server(copy: Copy) -> None:
    """No page links to what only a server can answer, and VoID names no service."""
    for page in copy.folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'href="/sparql' not in text
        assert 'action="/search"' not in text
        assert "/oai?" not in text
        assert "/person?" not in text
    assert "sparqlEndpoint" not in (copy.folder / ".well-known/void").read_text(encoding="utf-8")


def test_withdrawn_articles_are_not_exported(copy: Copy) -> None:
    """A withdrawn article has no file."""
    assert not list(copy.folder.rglob(f"work/{site_dataset.WITHDRAWN_DOI}*"))


def test_two_exports_are_the_same(copy: Copy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export depends on the dataset, not on the clock, the order of things, or the number of processes."""
    monkeypatch.setattr("jopsrdf.web.export_site.FEW", 0)
    values = {"site__withdrawn": {site_dataset.WITHDRAWN_DOI: "2025-12-24"}}
    one, two = tmp_path / "one", tmp_path / "two"
    with site_dataset.site(tmp_path / "dataset", RECORDS, **values) as site:
        exported = [
            export_site(site.settings, site.dataset, folder, root=copy.address, processes=processes)
            for folder, processes in ((one, 1), (two, 2))
        ]
    assert exported == [copy.exported, copy.exported]
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert [name for name in names if (one / name).read_bytes() != (two / name).read_bytes()] == []


def test_the_default_root_is_the_base(tmp_path: Path) -> None:
    """Without another address the copy is made for the base of the IRIs, whose things the maps lead on."""
    with site_dataset.site(tmp_path / "dataset", [site_dataset.WITHDRAWN]) as site:
        exported = export_site(site.settings, site.dataset, tmp_path / "site")
    assert exported.left_out == []
    assert not (tmp_path / "site/work").exists()
    assert 'href="/jopsrdf/articles"' in (tmp_path / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.browser
def test_a_plain_file_server_shows_it(browser: Browser, copy: Copy) -> None:
    """In a browser the copy looks and works like the site: styled, marking fields, drawing the network."""
    page = browser.new_page()
    watched = Watched(page, copy.address)
    watched.open("")
    page.get_by_role("link", name="alert(1)").first.click()
    assert page.locator(".reference").count() == 4
    assert page.locator("header.top").evaluate("node => getComputedStyle(node).borderBottomStyle") == "solid"
    page.locator("#reference-2 summary").click()
    page.locator("#reference-2 dd", has_text="1377").hover()
    assert page.locator(".raw .marked").all_inner_texts() == ["1377"]
    if VENDOR.is_dir():
        watched.open(f"network/citations/{HURT}")
        page.wait_for_selector("#network[data-drawn]")
    assert watched.faults == []
    page.close()
