"""What departs from the dataset, and what a harvester hears of it after builds, rollbacks and restarts."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import site_dataset
from jopsrdf import pipeline, store
from jopsrdf.config import Settings
from jopsrdf.records import Article
from jopsrdf.web.channels import oai
from jopsrdf.web.export_site import copied

NAMES = {"o": oai.OAI}
BASE = "https://w3id.org/jopsrdf/"
GONE = f"work/{site_dataset.WITHDRAWN_DOI}"
EVERYTHING = (site_dataset.HURTING, site_dataset.WITHDRAWN)
FEWER = (site_dataset.HURTING,)
HERE, AWAY = f"{BASE}{site_dataset.HURT}", f"{BASE}{GONE}"
LONG_AGO = 978307200.0  # 2001-01-01


@contextmanager
def served(location: Path, records: tuple[Article, ...]) -> Iterator[FlaskClient]:
    """Build a generation of these articles, as if it had been built long ago but in this order, and serve it."""
    with site_dataset.site(location, records) as site:
        built = LONG_AGO + len(store.generations(location))
        os.utime(location / "current" / "manifest.json", (built, built))
        yield site.app.test_client()


def asked(client: FlaskClient, **arguments: str) -> ET.Element:
    return ET.fromstring(client.get("/oai", query_string=arguments).data)  # noqa: S314 - our own


def harvested(client: FlaskClient, since: str = "", token: str = "") -> dict[str, str]:
    """Return the status of every record ("" or "deleted") that a harvest brings, by identifier."""
    found: dict[str, str] = {}
    given = {"from": since} if since else {}
    first = {"resumptionToken": token} if token else {"metadataPrefix": "oai_dc", **given}
    root = asked(client, verb="ListIdentifiers", **first)
    while True:
        for header in root.iterfind(".//o:header", NAMES):
            found[header.findtext("o:identifier", "", NAMES)] = header.get("status", "")
        token = root.findtext(".//o:resumptionToken", "", NAMES)
        if not token:
            return found
        root = asked(client, verb="ListIdentifiers", resumptionToken=token)


def response_date(client: FlaskClient) -> str:
    return asked(client, verb="Identify").findtext("o:responseDate", "", NAMES)


def test_a_departed_article_is_a_deleted_record(tmp_path: Path) -> None:
    """Lists and single records tell of an article that the last build has lost, and show nothing of it."""
    with site_dataset.departed(tmp_path) as site:
        client = site.app.test_client()
        assert harvested(client)[AWAY] == "deleted"
        record = asked(client, verb="GetRecord", metadataPrefix="rdf", identifier=AWAY).find(".//o:record", NAMES)
    assert record is not None
    assert [node.tag for node in record] == [f"{{{oai.OAI}}}header"]


def test_deletions_outlive_the_generations_and_the_process(tmp_path: Path) -> None:
    """`persistent` holds when every generation that had the article is removed, and the server started anew."""
    with served(tmp_path, EVERYTHING), served(tmp_path, FEWER):
        store.prune(tmp_path, keep=0)
    with served(tmp_path, FEWER) as client:
        assert harvested(client) == {HERE: "", AWAY: "deleted"}


def test_what_comes_back_lives(tmp_path: Path) -> None:
    """An article that a later build has again is a record again, and its page answers."""
    with served(tmp_path, EVERYTHING), served(tmp_path, FEWER), served(tmp_path, EVERYTHING) as client:
        assert harvested(client) == {HERE: "", AWAY: ""}
        assert client.get(f"/page/{GONE}").status_code == 200


def test_what_moved_leads_on(tmp_path: Path) -> None:
    """What the settings say to have moved is no 410 but a 301; its old identifier is deleted for harvesters."""
    with site_dataset.departed(tmp_path, site__moved={GONE: site_dataset.SEED}) as site:
        client = site.app.test_client()
        answer = client.get(f"/page/{GONE}")
        assert (answer.status_code, answer.location) == (301, f"/page/{site_dataset.SEED}")
        record = asked(client, verb="GetRecord", metadataPrefix="oai_dc", identifier=AWAY)
        assert record.find(".//o:header[@status='deleted']", NAMES) is not None
        assert harvested(client)[AWAY] == "deleted"


def test_a_copy_knows_what_is_gone(tmp_path: Path) -> None:
    """The maps of the exported site answer 410 for departed articles too."""
    with site_dataset.departed(tmp_path) as site:
        assert copied(site.settings, site.dataset.generation, "/").gone == (GONE,)


def test_an_incremental_harvest_sees_a_rollback(tmp_path: Path) -> None:
    """Records are as new as the switch: who asks what changed since the last visit hears of what went back."""
    with served(tmp_path, FEWER), served(tmp_path, EVERYTHING) as client:
        visited = response_date(client)
        assert harvested(client) == {HERE: "", AWAY: ""}
        store.rollback(tmp_path)
        assert harvested(client, since=visited) == {HERE: "", AWAY: "deleted"}
        store.rollback(tmp_path, next(row.manifest.id for row in store.generations(tmp_path) if not row.current))
        assert harvested(client, since=visited) == {HERE: "", AWAY: ""}


def test_the_earliest_datestamp_is_that_of_the_records(tmp_path: Path) -> None:
    """`earliestDatestamp` is no later than any record's, deleted ones included, also after a rollback."""
    with served(tmp_path, FEWER), served(tmp_path, EVERYTHING) as client:
        store.rollback(tmp_path)
        earliest = asked(client, verb="Identify").findtext(".//o:earliestDatestamp", "", NAMES)
        listed = asked(client, verb="ListIdentifiers", metadataPrefix="oai_dc")
    assert earliest > "2001-01-02"
    assert {node.text for node in listed.iterfind(".//o:datestamp", NAMES)} == {earliest}


@pytest.mark.parametrize(("before", "after"), [(EVERYTHING, FEWER), (FEWER, EVERYTHING)], ids=["departs", "arrives"])
def test_a_token_goes_on_in_a_new_generation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: tuple[Article, ...], after: tuple[Article, ...]
) -> None:
    """A list that a new build and a restart interrupt is ended; with the next visit nothing is missed."""
    monkeypatch.setattr(oai, "PAGE", 1)
    records = (*before, *site_dataset.articles(Settings()))[: len(before) + 1]
    with served(tmp_path, records) as client:
        started = response_date(client)
        token = asked(client, verb="ListIdentifiers", metadataPrefix="oai_dc").findtext(
            ".//o:resumptionToken", "", NAMES
        )
    assert token
    with served(tmp_path, (*after, records[-1])) as client:
        harvested(client, token=token)
        status = "" if site_dataset.WITHDRAWN in after else "deleted"
        found = harvested(client, since=started)
    assert found[HERE] == ""
    assert found.get(AWAY, "") == status
    assert len(found) == 3


def test_a_token_of_a_list_that_is_over_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A position behind the end, and a list that a new generation has put out of its range, are badResumptionToken."""
    monkeypatch.setattr(oai, "PAGE", 1)
    with served(tmp_path, EVERYTHING) as client:
        for listing in (oai.Listing("oai_dc", offset=7), oai.Listing("oai_dc", until="2001-01-01", offset=1)):
            root = asked(client, verb="ListRecords", resumptionToken=listing.token(listing.offset))
            error = root.find("o:error", NAMES)
            assert error is not None
            assert error.get("code") == "badResumptionToken"


def test_who_asks_twice_gets_the_new_feed(tmp_path: Path) -> None:
    """After a way to another generation and back, what a client kept of the feed is not called fresh."""
    with served(tmp_path, FEWER) as client:
        first = client.get("/feed.atom").headers["ETag"]
        os.utime(tmp_path / "current", (2e9, 2e9), follow_symlinks=False)
        assert client.get("/feed.atom", headers={"If-None-Match": first, "Range": "bytes=0-"}).status_code == 200


EXPLAINED: tuple[tuple[str, dict[str, dict[str, str]], set[str]], ...] = (
    ("nothing", {}, {f"{BASE}{site_dataset.SEED}"}),
    ("withdrawn", {"site.withdrawn": {"10.46991/JOPS/2025.4.10.125": "2025-12-24"}}, set()),
    ("moved", {"site.moved": {site_dataset.SEED: "work/elsewhere"}}, set()),
)


@pytest.mark.parametrize(("given", "told"), [row[1:] for row in EXPLAINED], ids=[row[0] for row in EXPLAINED])
def test_a_build_tells_what_nobody_wanted(tmp_path: Path, given: dict[str, dict[str, str]], told: set[str]) -> None:
    """The report names what a build has lost, but not what the settings withdraw or have moved."""
    page, other = tmp_path / "page.txt", tmp_path / "other.txt"
    page.write_bytes(site_dataset.SEED_FILE.read_bytes())
    other.write_bytes(b"no article")
    settings = Settings(dict(given.items()))
    pipeline.build([page], tmp_path / "dataset", Settings())
    assert set(pipeline.build([other], tmp_path / "dataset", settings).departed) == told
