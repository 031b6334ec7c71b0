"""This room writes the whole site as files, for a host that runs nothing: what the server would answer, link by link.

A page becomes a folder with an `index.html`, so any file server finds it; documents keep their names. What needs a
server is left out of the pages (search, queries, OAI-PMH). Two maps tell Apache (`.htaccess`) and nginx
(`negotiation.nginx.conf`) how to send the IRI of a thing to its page or its data, by `Accept`.
"""

from __future__ import annotations

import gzip
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from jopsrdf import web
from jopsrdf.config import Settings
from jopsrdf.errors import StoreError
from jopsrdf.formats import FORMATS
from jopsrdf.store import Dataset, Generation
from jopsrdf.web.channels.catalogue import Catalogue, ascii_iri
from jopsrdf.web.site import STATIC

#: Where the walk along the links begins, and what no page links.
STARTS: tuple[str, ...] = ("", "sitemap.xml", "robots.txt", "feed.atom", ".well-known/void", "embed.js")
#: The paths of things under the base, for the maps.
THINGS = "(?:work|journal|series|organisation|place|keyword|event|identifier|graph|agent)/.*|vocab(?:/.*)?"
_LINK = re.compile(r'(?:href|src|data-source)="([^"]+)"')
_PART = re.compile(r"<loc>([^<]+)</loc>")


@dataclass(slots=True)
class Exported:
    """What was written: the number of files, and each path that was not, with the reason."""

    files: int = 0
    left_out: list[str] = field(default_factory=list)


def export_site(settings: Settings, dataset: Dataset, folder: Path, *, root: str = "") -> Exported:
    """Write the site below `folder`; `root` is the address it will have there (default: the base of the IRIs).

    Raise `StoreError` when the folder cannot be written. Two exports of one generation are the same files.
    """
    walk = _Walk(web.create_app(settings, dataset).test_client(), folder, root or settings.base)
    try:
        walk.along([*STARTS, *documents(settings, dataset.generation)])
        walk.keep("404.html", walk.fetched("nothing-is-here").data)
        walk.keep(".htaccess", apache(urlsplit(walk.root).path).encode())
        walk.keep("negotiation.nginx.conf", nginx(urlsplit(walk.root).path).encode())
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written ({error.strerror})") from error
    return walk.exported


def documents(settings: Settings, generation: Generation) -> Iterator[str]:
    """Yield the paths of every page and document about a thing of ours, in the order of their IRIs."""
    catalogue = Catalogue(generation, settings)
    known = dict.fromkeys(_things(generation, f"<{settings.base}"))
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


class _Walk:
    """Follows the links of pages and writes down what it finds."""

    def __init__(self, client: FlaskClient, folder: Path, root: str) -> None:
        self.client, self.folder = client, folder.absolute()
        self.root = root if root.endswith("/") else f"{root}/"
        self.exported = Exported()

    def along(self, starts: list[str]) -> None:
        waiting = deque(self.root + start for start in starts)
        seen = set(waiting)
        while waiting:
            address = waiting.popleft()
            for found in self.write(address.removeprefix(self.root)):
                if found not in seen:
                    seen.add(found)
                    waiting.append(found)

    def write(self, path: str) -> list[str]:
        """Write what a path answers; return the addresses on this site that it leads to."""
        answer = self.fetched(path)
        with answer:
            data, content_type = answer.data, answer.content_type or ""
        if answer.status_code in (301, 303):  # the IRI of a thing: its documents are files, the maps lead to them
            return [urljoin(self.root, answer.headers["Location"])]
        if answer.status_code != 200:
            self.exported.left_out.append(f"{path}: {answer.status_code}")
            return []
        is_page = content_type.startswith("text/html")
        self.keep(f"{path}/index.html" if is_page else path, data)
        pattern = _LINK if is_page else _PART if path.startswith("sitemap") else None
        found = pattern.findall(data.decode()) if pattern else []
        here = (urljoin(self.root + path, unescape(link)).partition("#")[0] for link in found)
        return [address for address in here if address.startswith(self.root) and "?" not in address]

    def fetched(self, path: str) -> TestResponse:
        """Return the server's answer for a path below the root."""
        parts = urlsplit(self.root)
        return self.client.get(
            unquote(f"/{path}"),
            base_url=f"{parts.scheme}://{parts.netloc}{parts.path}",
            headers={"Accept": "text/turtle" if path == ".well-known/void" else "text/html, */*;q=0.5"},
            environ_overrides={STATIC: "yes"},
        )

    def keep(self, path: str, data: bytes) -> None:
        """Write a file under its decoded name, as a file server looks for it; never outside the folder."""
        target = Path(f"{self.folder}/{unquote(path)}")
        if ".." in target.parts:
            self.exported.left_out.append(f"{path}: leads out of the folder")
            return
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            self.exported.left_out.append(f"{path}: a folder and a file of this name")
            return
        self.exported.files += 1


def apache(prefix: str) -> str:
    """Return an `.htaccess`: types of the suffixes, and 303 by `Accept` (the first that fits, pages last)."""
    types = "".join(f"AddType {row.media_type} .{row.suffix}\n" for row in FORMATS.values())
    rules = "".join(
        f"RewriteCond %{{HTTP_ACCEPT}} {re.escape(row.media_type)}\n"
        f"RewriteRule ^(?:{THINGS})$ {prefix}data/$0.{row.suffix} [R=303,L,NE]\n"
        for row in FORMATS.values()
    )
    return (
        f"{types}AddType application/linkset+json .json\nAddType application/atom+xml .atom\n"
        "AddDefaultCharset utf-8\nErrorDocument 404 "
        f"{prefix}404.html\nOptions -Indexes\nHeader always set Access-Control-Allow-Origin *\n"
        f"Header always append Vary Accept\nRewriteEngine On\n{rules}"
        f"RewriteRule ^(?:{THINGS})$ {prefix}page/$0/ [R=303,L,NE]\n"
        "<Files void>\n  ForceType text/turtle\n</Files>\n"
    )


def nginx(prefix: str) -> str:
    """Return what goes into nginx: the map into `http`, the locations into `server`."""
    rows = "".join(f'    "~{re.escape(row.media_type)}" {row.suffix};\n' for row in FORMATS.values())
    types = "".join(f"    {row.media_type} {row.suffix};\n" for row in FORMATS.values())
    return (
        f'# into http {{ }}:\nmap $http_accept $jopsrdf_suffix {{\n    default "";\n{rows}}}\ntypes {{\n{types}}}\n'
        f"# into server {{ }}:\nerror_page 404 {prefix}404.html;\n"
        f"location ~ ^{prefix}(?<thing>{THINGS})$ {{\n    add_header Vary Accept always;\n"
        f'    if ($jopsrdf_suffix = "") {{ return 303 {prefix}page/$thing/; }}\n'
        f"    return 303 {prefix}data/$thing.$jopsrdf_suffix;\n}}\n"
    )
