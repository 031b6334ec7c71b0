"""What departs from a dataset is remembered beside its generations, whatever moves the pointer and whatever fails."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jopsrdf import store
from jopsrdf.errors import StoreError
from jopsrdf.store import departures, layout
from synthetic import BASE, article, build

KEYS = [article(number).removeprefix(BASE) for number in range(9)]


def departed(location: Path) -> set[str]:
    """Return the keys that the generation which serves has not, and a former one had."""
    dataset = store.open_dataset(location)
    try:
        return set(dataset.generation.departed)
    finally:
        dataset.close()


def keys(numbers: Iterable[int]) -> set[str]:
    return {KEYS[number] for number in numbers}


def test_what_a_build_has_lost_is_remembered(tmp_path: Path) -> None:
    """An article that a build has not any more is listed with its DOI and the day, and stays so in later builds."""
    build(tmp_path, [0, 1, 2])
    build(tmp_path, [0, 2])
    today = time.strftime("%Y-%m-%d", time.gmtime(layout.pointer(tmp_path).since / 1e9))
    assert departures.read(tmp_path) == (departures.Departed(KEYS[1], "10.1000/00001", today),)
    build(tmp_path, [0])
    build(tmp_path, [0, 3])
    assert departed(tmp_path) == keys([1, 2])


def test_what_comes_back_is_not_gone(tmp_path: Path) -> None:
    """An article that is in a later build again leaves the list."""
    build(tmp_path, [0, 1])
    build(tmp_path, [0])
    build(tmp_path, [0, 1])
    assert departed(tmp_path) == set()
    build(tmp_path, [0, 1, 2])
    assert departures.read(tmp_path) == ()


def test_a_dataset_that_has_lost_nothing_has_no_list(tmp_path: Path) -> None:
    """Growing leaves no file behind."""
    build(tmp_path, [0])
    build(tmp_path, [0, 1])
    assert not (tmp_path / departures.NAME).exists()


def test_going_back_is_a_switch_too(tmp_path: Path) -> None:
    """A rollback loses what only the newer generation had, and brings back what only the older one has."""
    older = build(tmp_path, [0, 1])
    newer = build(tmp_path, [1, 2])
    assert departed(tmp_path) == keys([0])
    layout.rollback(tmp_path)
    assert departed(tmp_path) == keys([2])
    layout.rollback(tmp_path, newer.id)
    assert departed(tmp_path) == keys([0])
    assert layout.current(tmp_path) != older.id


def test_removing_generations_keeps_the_list(tmp_path: Path) -> None:
    """What departed is still known when no generation is left that had it."""
    build(tmp_path, [0, 1])
    build(tmp_path, [0])
    layout.prune(tmp_path, keep=0)
    assert departed(tmp_path) == keys([1])


def test_generations_do_not_know_the_past(tmp_path: Path) -> None:
    """The files of a generation are the same bytes, whatever the dataset had before."""
    build(tmp_path / "new", [0])
    build(tmp_path / "old", [0, 1])
    build(tmp_path / "old", [0])
    for name in ("manifest.json", "records.sqlite", "dump.nq.gz"):
        assert (tmp_path / "new" / "current" / name).read_bytes() == (tmp_path / "old" / "current" / name).read_bytes()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sets(st.integers(0, 4), min_size=1)), min_size=1, max_size=6))
def test_nothing_is_forgotten(tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[bool, set[int]]]) -> None:
    """After any builds and rollbacks, what is listed is what has ever served and does not serve now."""
    location = tmp_path_factory.mktemp("dataset")
    built: dict[str, set[int]] = {}
    ever: set[int] = set()
    for goes_back, numbers in moves:
        if goes_back and built:
            layout.rollback(location, next(iter(built)))
        else:
            built[build(location, sorted(numbers), references=0).id] = numbers
        serving = built[layout.current(location)]
        ever |= serving
        assert departed(location) == keys(ever - serving)


@pytest.mark.parametrize("step", ["symlink_to", "replace", "rename"])
def test_a_switch_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    """Wherever a switch is cut off, what serves is as it was, and the next build tells what is gone."""
    build(tmp_path, [0, 1])
    build(tmp_path, [0, 2])

    def fail(*_: object) -> None:
        raise OSError("the machine stops here")

    monkeypatch.setattr(Path, step, fail)
    with pytest.raises((OSError, StoreError)):
        build(tmp_path, [1])
    monkeypatch.undo()
    assert departed(tmp_path) == keys([1])
    build(tmp_path, [1])
    assert departed(tmp_path) == keys([0, 2])


def test_a_damaged_list_is_named(tmp_path: Path) -> None:
    """A list that cannot be read is an error with its path, not an empty list: the articles would rise again."""
    build(tmp_path, [0])
    for text in ("", "{}", '[{"key": "a"}]', "[1]", '[{"key": 1, "doi": "", "date": ""}]'):
        (tmp_path / departures.NAME).write_text(text)
        with pytest.raises(StoreError, match=r"departed\.json"):
            store.open_dataset(tmp_path)


def test_the_list_is_text_for_people(tmp_path: Path) -> None:
    """One line for each article, so that an owner can read it and take a copy."""
    build(tmp_path, range(4))
    build(tmp_path, [0])
    text = (tmp_path / departures.NAME).read_text()
    assert [row["doi"] for row in json.loads(text)] == ["10.1000/00001", "10.1000/00002", "10.1000/00003"]
    assert len(text.splitlines()) == 5


def test_a_damaged_generation_hides_no_departure(tmp_path: Path) -> None:
    """After a generation that could not be read, what is gone is still what the one before had."""
    build(tmp_path, [0, 1])
    with layout.locked(tmp_path):
        layout.point(tmp_path, "broken")
    build(tmp_path, [1])
    assert departed(tmp_path) == keys([0])


def test_every_switch_is_later_than_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time of the pointer grows, also when it goes back to an old generation, and when the clock was set back."""
    build(tmp_path, [0])
    build(tmp_path, [0, 1])
    second = layout.pointer(tmp_path)
    monkeypatch.setattr(time, "time_ns", lambda: second.since - 10**12)
    layout.rollback(tmp_path)
    assert layout.pointer(tmp_path).since > second.since


def test_a_switch_to_what_serves_is_none(tmp_path: Path) -> None:
    """Neither the same build again nor a rollback to the generation that serves makes anything newer."""
    made = build(tmp_path, [0])
    before = layout.pointer(tmp_path)
    build(tmp_path, [0])
    layout.rollback(tmp_path, made.id)
    assert layout.pointer(tmp_path) == before


def test_a_generation_is_as_new_as_its_switch(tmp_path: Path) -> None:
    """`modified` is when it began to serve; where a copy has lost the pointer's time, when it was built."""
    build(tmp_path, [0])
    build(tmp_path, [0, 1])
    layout.rollback(tmp_path)
    assert store.open_dataset(tmp_path).generation.modified == layout.pointer(tmp_path).since / 1e9
    os.utime(tmp_path / "current", (0, 0), follow_symlinks=False)
    built = (tmp_path / "current" / "manifest.json").stat().st_mtime
    assert store.open_dataset(tmp_path).generation.modified == built


def test_a_reader_notices_a_way_there_and_back(tmp_path: Path) -> None:
    """A reader that slept through two switches has the generation of before, and what departed meanwhile."""
    older = build(tmp_path, [0])
    dataset = store.open_dataset(tmp_path)
    before = dataset.generation
    build(tmp_path, [0, 1])
    layout.rollback(tmp_path)
    after = dataset.generation
    assert (before.id, after.id) == (older.id, older.id)
    assert before.state != after.state
    assert after.modified > before.modified
    assert set(after.departed) == keys([1])
