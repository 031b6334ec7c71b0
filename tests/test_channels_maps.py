"""The exported site under real file servers: Apache and nginx lead every client where the site itself would."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

import file_servers
import site_dataset
from jopsrdf.formats import FORMATS, Format, by_media_type, negotiate
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Article, PartialDate, Text
from jopsrdf.web.channels.maps import NOTHING, PAGE, ranking
from jopsrdf.web.documents.resources import OFFERED
from jopsrdf.web.export_site import export_site
from test_web_resources import CLIENTS

PREFIX = "/jops/"
#: A DOI of the sort that breaks rewriting: brackets, a hash sign, a question mark, per cent, and a suffix of ours.
HARD = Article(
    title=Text("A hard name"),
    identifiers=(Identifier("doi", "10.1890/0012-9658(2006)87[2445:x]2.0.co;2#a?b%c.ttl"),),
    published=PartialDate(2006),
    keywords=((Text("հայաստան", "hy"),),),
)
HARD_PATH = "work/10.1890/0012-9658(2006)87%5B2445:x%5D2.0.co;2%23a%3Fb%25c.ttl"
THINGS = (
    site_dataset.HURT,
    HARD_PATH,
    f"work/{site_dataset.SHARED_DOI}",
    "keyword/հայաստան",
    "graph/provenance",
    "vocab",
)
SETTINGS = {
    "site__withdrawn": {site_dataset.WITHDRAWN_DOI: "2025-12-24"},
    "site__moved": {"work/old-name": site_dataset.HURT, "journal/old": "journal/new", "vocab": "vocab/elsewhere"},
}
#: More headers than those of the clients: what is refused, odd, or broken.
HEADERS = (
    *(row[1] for row in CLIENTS),
    "image/png",
    "text/turtle;q=0.8;level=1, text/html;q=0.85",
    "application/rdf+xml;q=0.9, text/turtle;q=0.95;v=1, */*;q=0.1",
    "APPLICATION/LD+JSON",
    "text/turtle;q=x, */*;q=0.2",
    ";;,,",
    "application/*",
    "text/turtle;q=0.0005",
)
#: Paths beside the IRIs themselves, as asked for.
OTHERS = (
    f"{site_dataset.HURT}.jsonld",
    f"{HARD_PATH}.nt",
    f"work/{site_dataset.SHARED_DOI}.rdf",
    "work/unknown",
    "work/old-name",
    "page/work/old-name",
    "data/work/old-name.ttl",
    "linkset/work/old-name.json",
    "journal/old/volume/4",
    "graph/work/old-name",
    f"work/{site_dataset.WITHDRAWN_DOI}",
    f"page/work/{site_dataset.WITHDRAWN_DOI}",
    f"data/work/{site_dataset.WITHDRAWN_DOI}.nq",
    f"embed/work/{site_dataset.WITHDRAWN_DOI}.jsonld",
)


@dataclass(frozen=True)
class Both:
    """The site itself, and the address of its copy under a file server."""

    site: FlaskClient
    copy: str

    def live(self, path: str, accept: str) -> tuple[int, str]:
        """Return the status and where the site leads."""
        answer = self.site.get(f"/{path}", headers={"Accept": accept} if accept else {})
        return answer.status_code, unquote(answer.headers.get("Location", ""))

    def copied(self, path: str, accept: str) -> tuple[int, str]:
        """Return the same of the copy; a folder of it is a page."""
        answer = self.fetched(path, accept)
        location = urlsplit(urljoin("/", answer.headers.get("Location", ""))).path if answer.status < 400 else ""
        return answer.status, unquote(location).removeprefix(PREFIX.rstrip("/")).removesuffix("/")

    def fetched(self, path: str, accept: str = "") -> HTTPResponse:
        connection = HTTPConnection(urlsplit(self.copy).netloc, timeout=10)
        connection.request("GET", PREFIX + path, headers={"Accept": accept} if accept else {})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[FlaskClient, Path]]:
    records = (site_dataset.HURTING, site_dataset.WITHDRAWN, HARD)
    with (
        tempfile.TemporaryDirectory() as name,
        site_dataset.site(tmp_path_factory.mktemp("dataset"), records, **SETTINGS) as site,
    ):
        folder = Path(name)
        folder.chmod(0o755)  # Apache reads it as a user of its own
        export_site(site.settings, site.dataset, folder / "jops", root=f"http://data.example{PREFIX}")
        yield site.app.test_client(), folder


@pytest.fixture(scope="module", params=file_servers.SERVERS)
def both(
    request: pytest.FixtureRequest, exported: tuple[FlaskClient, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    client, folder = exported
    work = tmp_path_factory.mktemp("server")
    with file_servers.serving(request.param, folder, folder / "jops/.htaccess", work) as copy:
        yield Both(client, copy)


@pytest.mark.parametrize("thing", THINGS)
def test_clients_are_led_to_the_same_document(both: Both, thing: str) -> None:
    """Whatever a client accepts, the copy answers with the site's status and target, and the target is there."""
    path = quote(thing, safe="/%()[];:,~!$&'*+=@.-_")
    found = {accept: both.copied(path, accept) for accept in HEADERS}
    assert found == {accept: both.live(path, accept) for accept in HEADERS}
    for status, location in set(found.values()):
        if status == 303:
            target = both.fetched(quote(location.removeprefix("/")) + "/" * location.startswith("/page/"))
            assert target.status == 200, location


@pytest.mark.parametrize("path", OTHERS)
def test_other_addresses_answer_alike(both: Both, path: str) -> None:
    """Suffixes, what moved, what is gone and what never was: the copy answers as the site does."""
    assert both.copied(path, "text/turtle") == both.live(path, "text/turtle")


@pytest.mark.parametrize("row", FORMATS.values(), ids=FORMATS)
def test_documents_have_their_types(both: Both, row: Format) -> None:
    """A document goes out under the type and charset that the site gives it, to scripts of any site."""
    for path in (f"data/{site_dataset.HURT}.{row.suffix}", f"data/{HARD_PATH}.{row.suffix}"):
        answer = both.fetched(path)
        assert answer.headers["Content-Type"] == both.site.get(f"/{path}").content_type
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    "path",
    [f"linkset/{site_dataset.HURT}.json", ".well-known/void", "feed.atom", f"page/{site_dataset.HURT}/", "robots.txt"],
)
def test_channels_have_their_types(both: Both, path: str) -> None:
    """Linkset, VoID, feed and pages keep their media types as files."""
    answer = both.fetched(path)
    assert answer.status == 200
    assert answer.headers["Content-Type"].partition(";")[0] == both.site.get(f"/{path.rstrip('/')}").mimetype


def test_caches_are_told(both: Both) -> None:
    """A redirect says that it depends on what the client accepts."""
    assert "accept" in both.fetched(site_dataset.HURT, "text/turtle").headers["Vary"].lower()


TYPES = sorted({*OFFERED, "image/png"})
WEIGHTS = ("", ";q=1.0", ";q=0.9", "; q=0.5", ";q=.1", ";q=0", ";v=b;q=0.7", ";charset=utf-8")


@given(st.lists(st.tuples(st.sampled_from(TYPES), st.sampled_from(WEIGHTS)), max_size=5, unique_by=lambda row: row[0]))
def test_patterns_rank_as_weights_do(elements: list[tuple[str, str]]) -> None:
    """By patterns alone a file server ranks named media types as the site does, to a tenth of a weight."""
    accept = ", ".join(map("".join, elements))
    target = next(target for pattern, target in ranking() if re.search(pattern, accept, re.IGNORECASE))
    wanted = negotiate(accept, OFFERED)
    row = by_media_type(wanted or "")
    assert target == (row.suffix if row else PAGE if wanted else NOTHING)
