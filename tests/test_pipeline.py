"""The steps joined: builds are the same however they are made, and say when they were."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from jopsrdf import pipeline, store
from jopsrdf.config import Settings
from jopsrdf.errors import CollisionError, SourceError
from jopsrdf.pipeline import building
from jopsrdf.store import Input
from places import ROOT, SEED

PAGES = [SEED, *sorted((ROOT / "tests" / "golden").glob("landing-*/source.*"))]


def dump(dataset: Path) -> list[str]:
    """Return the lines of a dataset's dump."""
    with gzip.open(dataset / "current" / "dump.nq.gz", "rt", encoding="utf-8") as lines:
        return list(lines)


def test_workers_build_what_one_process_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shards of two workers, sorted, are one conversion, sorted: the files of a generation are the same bytes."""
    monkeypatch.setattr(building, "FEW", 2)
    for name, processes in (("one", 1), ("two", 2)):
        pipeline.build(PAGES, tmp_path / name, Settings(), processes=processes)
    for file in ("dump.nq.gz", "records.sqlite", "manifest.json"):
        assert (tmp_path / "one/current" / file).read_bytes() == (tmp_path / "two/current" / file).read_bytes(), file


def test_an_old_page_is_carried_over(tmp_path: Path) -> None:
    """A second build maps only what is new, and is the same as a build of everything at once."""
    pipeline.build(PAGES[:2], tmp_path / "grown", Settings())
    report = pipeline.build(PAGES, tmp_path / "grown", Settings())
    pipeline.build(PAGES, tmp_path / "whole", Settings())
    assert (report.carried, report.mapped) == (2, len(PAGES) - 2)
    assert dump(tmp_path / "grown") == dump(tmp_path / "whole")


def test_the_time_of_a_build_is_what_it_is_told(tmp_path: Path) -> None:
    """Without SOURCE_DATE_EPOCH no time is stated; with it the provenance and the manifest say it, and nothing else."""
    pipeline.build([SEED], tmp_path / "none", Settings())
    pipeline.build([SEED], tmp_path / "told", Settings(), epoch="1767225600")
    told = [line for line in dump(tmp_path / "told") if "2026-01-01T00:00:00" in line]
    assert told
    assert sorted(set(dump(tmp_path / "told")) - set(told)) == sorted(dump(tmp_path / "none"))
    manifest = json.loads((tmp_path / "told/current/manifest.json").read_text(encoding="utf-8"))
    assert manifest["issued"] == "2026-01-01T00:00:00+00:00"


def test_a_dump_has_no_blank_node(tmp_path: Path) -> None:
    """Every node has a name that comes from its content."""
    pipeline.build(PAGES, tmp_path, Settings())
    assert not [line for line in dump(tmp_path) if line.startswith("_:") or " _:" in line.partition('"')[0]]


def test_the_same_article_twice_stands_once(tmp_path: Path) -> None:
    """A page under two names is one article; the report names the second."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(SEED.read_bytes())
    report = pipeline.build([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "dataset", Settings())
    assert report.articles == 1
    assert "b.txt" in report.repeated[0]


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    """Building from nothing is an error, not an empty dataset."""
    with pytest.raises(SourceError, match="no page to read"):
        pipeline.build([tmp_path], tmp_path / ".dataset", Settings())


def test_registered_titles_share_an_iri() -> None:
    """Two spellings with one ISSN-L are one journal in references."""
    settings = Settings({"journal.titles": {"Turkish Studies": "1468-3849", "Turk. Stud.": "1468-3849"}})
    mint = pipeline.mint_for(settings)
    assert mint.journal("Turk. Stud.") == mint.journal("Turkish Studies")


def test_collisions_between_workers_are_found_when_their_keys_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two pages that ask for one IRI with different keys stop the build, and no generation comes of it."""
    real = building.map_input

    def colliding(source: Input, path: Path, **given: Any) -> building.Mapped:
        return replace(real(source, path, **given), keys=(("https://example.org/x", source.name),))

    monkeypatch.setattr(building, "map_input", colliding)
    with pytest.raises(CollisionError, match=r"example\.org/x"):
        pipeline.build(PAGES[:2], tmp_path, Settings())
    assert not store.generations(tmp_path)
