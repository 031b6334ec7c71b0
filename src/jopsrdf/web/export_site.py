"""This room writes the whole site as files, for a host that runs nothing: what the server would answer, link by link.

A page becomes a folder with an `index.html`, so any file server finds it; documents keep their names. What needs a
server is left out of the pages (search, queries, OAI-PMH). Two maps tell Apache (`.htaccess`) and nginx
(`negotiation.nginx.conf`) how to send the IRI of a thing to its page or its data, by `Accept`.
"""

from __future__ import annotations

import atexit
import gzip
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from html import unescape
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jopsrdf import web
from jopsrdf.config import Settings
from jopsrdf.errors import StoreError
from jopsrdf.formats import FORMATS
from jopsrdf.graph.moves import moved, moves
from jopsrdf.store import Dataset, Generation, Limits, open_dataset
from jopsrdf.web.channels import maps
from jopsrdf.web.channels.catalogue import Catalogue, ascii_iri
from jopsrdf.web.site import STATIC

#: Where the walk along the links begins, and what no page links.
STARTS: tuple[str, ...] = ("", "sitemap.xml", "robots.txt", "feed.atom", ".well-known/void", "embed.js")
_LINK = re.compile(r'(?:href|src|data-source)="([^"]+)"')
_PART = re.compile(r"<loc>([^<]+)</loc>")


#: Paths below which other processes cost more time than they save.
FEW = 400


@dataclass(slots=True)
class Exported:
    """What was written: the number of files, and each path that was not, with the reason."""

    files: int = 0
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one path: the reason why it was left out ("" for a file), and the addresses it leads to."""

    left_out: str = ""
    found: tuple[str, ...] = ()
    files: int = 1


def export_site(settings: Settings, dataset: Dataset, folder: Path, *, root: str = "", processes: int = 1) -> Exported:
    """Write the site below `folder`; `root` is the address it will have there (default: the base of the IRIs).

    Raise `StoreError` when the folder cannot be written, or when the dataset moves on meanwhile. Two exports of one
    generation are the same files, however many `processes` write them.
    """
    generation = dataset.generation
    writer = Writer(web.create_app(settings, dataset).test_client(), folder, root or settings.base)
    starts = [*STARTS, *documents(settings, generation)]
    try:
        with _writing(writer, settings, dataset, processes if len(starts) > FEW else 1) as write:
            exported = walk(writer.root, starts, write)
        copy = copied(settings, generation, urlsplit(writer.root).path)
        extras = (
            ("404.html", writer.fetched("nothing-is-here").data),
            (".htaccess", maps.apache(copy).encode()),
            ("negotiation.nginx.conf", maps.nginx(copy).encode()),
        )
        exported.files += sum(writer.keep(name, data).files for name, data in extras)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written ({error.strerror})") from error
    if dataset.generation.state != generation.state:
        raise StoreError(f"{folder}: the dataset moved on while its site was written; export it again")
    return exported


def copied(settings: Settings, generation: Generation, prefix: str) -> maps.Copy:
    """Return what the maps are written from; what the dataset still describes has not moved."""
    rows = moves(settings["site.moved"], settings.base)
    found = {path: moved(unquote(path), rows) for path in rows}
    still = {path for path in rows if generation.exists(settings.base + path)}
    graves = tuple(Catalogue(generation, settings).graves)
    return maps.Copy(prefix, {path: new for path, new in found.items() if new and path not in still}, graves)


def walk(root: str, starts: Iterable[str], write: Callable[[list[str]], Iterable[Written]]) -> Exported:
    """Write what the starts lead to, wave by wave: what one wave finds is the next."""
    exported, seen = Exported(), set[str]()
    wave = list(dict.fromkeys(root + start for start in starts))
    while wave:
        seen.update(wave)
        found: dict[str, None] = {}
        for written in write([address.removeprefix(root) for address in wave]):
            exported.files += written.files
            exported.left_out += [written.left_out] if written.left_out else []
            found |= dict.fromkeys(written.found)
        wave = [address for address in found if address not in seen]
    return exported


@contextmanager
def _writing(
    writer: Writer, settings: Settings, dataset: Dataset, processes: int
) -> Iterator[Callable[[list[str]], Iterable[Written]]]:
    """Give what writes many paths: this process, or several that each have the site to themselves."""
    if processes < 2:
        yield partial(map, writer.write)
        return
    alone = Settings({**settings.values, "server.workers": 1})
    given = (alone, dataset.location, writer.folder, writer.root)
    with ProcessPoolExecutor(processes, get_context("spawn"), _open, given) as pool:
        yield partial(pool.map, _write, chunksize=16)


def _open(settings: Settings, location: Path, folder: Path, root: str) -> None:
    global _writer  # noqa: PLW0603 - a process of the pool has one, for all its paths
    dataset = open_dataset(location, Limits.of(settings.server))
    atexit.register(dataset.close)
    _writer = Writer(web.create_app(settings, dataset).test_client(), folder, root)


def _write(path: str) -> Written:
    return _writer.write(path)


def documents(settings: Settings, generation: Generation) -> Iterator[str]:
    """Yield the paths of every page and document about a thing of ours, in the order of their IRIs."""
    catalogue = Catalogue(generation, settings)
    begin = settings.base
    shared = (graph.removeprefix(begin) for graph in sorted(generation.manifest.graphs) if graph.startswith(begin))
    known = dict.fromkeys([*_things(generation, f"<{begin}"), *shared])
    for key in known:
        if key.removeprefix("graph/") not in catalogue.graves:
            path = ascii_iri(key)
            yield f"page/{path}"
            yield from (f"data/{path}.{row.suffix}" for row in FORMATS.values())
    for item in catalogue.living():
        yield f"linkset/{ascii_iri(item.key)}.json"
        yield f"embed/{ascii_iri(item.key)}.jsonld"


def _things(generation: Generation, begin: str) -> Iterator[str]:
    with gzip.open(generation.dump, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject = line[: line.index(" ")]
            if subject.startswith(begin):
                yield subject[len(begin) : -1].partition("#")[0]


class Writer:
    """Asks a site and writes what it answers into a folder."""

    def __init__(self, client: FlaskClient, folder: Path, root: str) -> None:
        self.client, self.folder = client, folder.absolute()
        self.root = root if root.endswith("/") else f"{root}/"

    def write(self, path: str) -> Written:
        """Write what a path answers."""
        answer = self.fetched(path)
        with answer:
            data, content_type = answer.data, answer.content_type or ""
        if answer.status_code in (301, 303):  # the IRI of a thing: its documents are files, the maps lead to them
            return Written(found=(urljoin(self.root, answer.headers["Location"]),), files=0)
        if answer.status_code != 200:
            return Written(f"{path}: {answer.status_code}", files=0)
        is_page = content_type.startswith("text/html")
        written = self.keep(f"{path}/index.html" if is_page else path, data)
        pattern = _LINK if is_page else _PART if path.startswith("sitemap") else None
        found = dict.fromkeys(pattern.findall(data.decode()) if pattern else [])
        here = (urljoin(self.root + path, unescape(link)).partition("#")[0] for link in found)
        return replace(written, found=tuple(a for a in here if a.startswith(self.root) and "?" not in a))

    def fetched(self, path: str) -> TestResponse:
        """Return the server's answer for a path below the root."""
        parts = urlsplit(self.root)
        return self.client.get(
            f"/{path}",
            base_url=f"{parts.scheme}://{parts.netloc}{parts.path}",
            headers={"Accept": "text/turtle" if path == ".well-known/void" else "text/html, */*;q=0.5"},
            environ_overrides={STATIC: "yes"},
        )

    def keep(self, path: str, data: bytes) -> Written:
        """Write a file under its decoded name, as a file server looks for it; never outside the folder."""
        target = Path(f"{self.folder}/{unquote(path)}")
        if ".." in target.parts:
            return Written(f"{path}: leads out of the folder", files=0)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            return Written(f"{path}: a folder and a file of this name", files=0)
        return Written()


_writer: Writer
