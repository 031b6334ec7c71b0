"""A dataset's generations: built beside the old one, swapped in whole, carried over, rolled back, pruned."""

from __future__ import annotations

import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jopsrdf import store
from jopsrdf.errors import StoreError
from jopsrdf.store import layout
from jopsrdf.store.lines import SortedLines
from synthetic import BASE, PLAN, article, build, entry, inputs

TESTS = Path(__file__).parent


def hidden(location: Path) -> list[str]:
    """Return what stands hidden in a dataset's folders: builds at work, or their wrecks."""
    return [path.name for path in (location / "generations").glob(".*")]


def files(location: Path) -> dict[str, bytes]:
    """Return the files of the current generation that must be the same on every machine."""
    folder = location / "current"
    return {name: (folder / name).read_bytes() for name in ("manifest.json", "records.sqlite", "dump.nq.gz")}


def test_a_build_makes_all_files_and_lets_them_serve(tmp_path: Path) -> None:
    """After a build the pointer names a folder with records, triples, dump and manifest, and nothing hidden."""
    made = build(tmp_path, range(3))
    assert layout.current(tmp_path) == made.id
    assert {path.name for path in (tmp_path / "current").iterdir()} == {
        "manifest.json",
        "records.sqlite",
        "dump.nq.gz",
        "oxigraph",
    }
    assert hidden(tmp_path) == []


def test_the_dump_is_sorted_and_without_repeats(tmp_path: Path) -> None:
    """The dump is what `sort -u` in the C locale makes of the articles' lines, each with its graph."""
    build(tmp_path, range(20))
    dump = gzip.decompress((tmp_path / "current" / "dump.nq.gz").read_bytes())
    lines = {line for number in range(20) for line in entry(number).nquads.encode().split(b"\n") if line}
    assert dump.rstrip(b"\n").split(b"\n") == sorted(lines)


def test_the_manifest_counts_what_the_store_holds(tmp_path: Path) -> None:
    """Triples by graph, classes and properties are those that SPARQL counts."""
    made = build(tmp_path, range(20))
    dataset = store.open_dataset(tmp_path)

    def count(query: str) -> dict[str, int]:
        rows = dataset.query(query, media_type="text/csv").body.decode().splitlines()[1:]
        return {name: int(number) for name, number in (row.split(",") for row in rows)}

    try:
        counted = count("SELECT ?g (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g")
        assert counted == made.graphs
        assert made.graphs[""] == made.triples
        assert count("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p") == made.properties
        assert count("SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c") == made.classes
        assert count("SELECT ('' AS ?x) (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }") == {"": made.subjects}
    finally:
        dataset.close()


def test_the_manifest_says_what_went_in(tmp_path: Path) -> None:
    """Inputs are listed with their digests and articles; the time is the newest that an input states."""
    made = build(tmp_path, [1, 2])
    assert made.inputs[0] == ("00001.txt", f"{1:064x}", [article(1)])
    assert (made.articles, made.references, made.notes) == (2, 20, {"issue-bracket": 1})
    assert (made.issued, made.base) == ("2025-07-03", BASE)


def test_a_stated_time_wins(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH, where it is given, is the time of the manifest."""
    assert build(tmp_path, [1], replace(PLAN, issued="2025-01-01T00:00:00+00:00")).issued.startswith("2025-01-01")


def test_the_same_inputs_are_no_work(tmp_path: Path) -> None:
    """A second build of the same inputs says so and adds nothing."""
    first = build(tmp_path, range(3))
    with store.building(tmp_path, inputs(range(3)), PLAN) as builder:
        assert builder.unchanged
    assert builder.manifest == first
    assert len(layout.generations(tmp_path)) == 1


@pytest.mark.parametrize(
    "plan", [replace(PLAN, program="test 2"), replace(PLAN, settings="other"), replace(PLAN, base="https://b.example/")]
)
def test_another_program_or_setting_is_another_generation(tmp_path: Path, plan: store.Plan) -> None:
    """What changes the mapping changes the id, and nothing is carried over."""
    first = build(tmp_path, range(3))
    with store.building(tmp_path, inputs(range(3)), plan) as builder:
        assert [builder.carry(source) for source in builder.inputs] == [None, None, None]
    assert builder.id != first.id


def test_unchanged_articles_are_carried_over(tmp_path: Path) -> None:
    """Only what is new is asked for."""
    build(tmp_path, range(10))
    with store.building(tmp_path, inputs(range(5, 15)), PLAN) as builder:
        assert [builder.carry(source) for source in builder.inputs] == [1] * 5 + [None] * 5
        for number in range(10, 15):
            builder.add(builder.inputs[number - 5], entry(number))
    assert builder.manifest
    assert builder.manifest.articles == 10


@pytest.mark.parametrize("before", [range(10), range(5, 30), [19, 3, 11], []])
def test_carrying_over_changes_no_byte(tmp_path: Path, before: list[int]) -> None:
    """A build from scratch and one that carries over make the same manifest, records and dump."""
    build(tmp_path / "fresh", range(20))
    build(tmp_path / "carried", before)
    build(tmp_path / "carried", range(20))
    assert files(tmp_path / "carried") == files(tmp_path / "fresh")


def test_the_first_of_two_articles_with_one_key_stays(tmp_path: Path) -> None:
    """A second page of the same article is refused, in the order of the inputs, also where it was carried."""
    same = replace(entry(1), title="Another page of article 1")
    sources = inputs([1, 2])

    def made(location: Path) -> list[str]:
        with store.building(location, sources, PLAN) as builder:
            added = [
                builder.add(source, page)
                for source, page in zip(sources, (entry(1), same), strict=True)
                if builder.carry(source) is None
            ]
        assert added in ([True, False], [True])
        return [record.title for record in store.open_dataset(location).articles()]

    assert made(tmp_path / "fresh") == ["Article 1 on Türkiye"]
    with store.building(tmp_path / "later", sources[1:], PLAN) as builder:
        builder.add(sources[1], same)
    assert made(tmp_path / "later") == ["Article 1 on Türkiye"]


def test_an_article_that_gave_way_is_not_lost(tmp_path: Path) -> None:
    """When the page that came first is gone, the other is asked for again, not carried as nothing."""
    sources = inputs([1, 2])
    with store.building(tmp_path, sources, PLAN) as builder:
        builder.add(sources[0], entry(1))
        builder.add(sources[1], entry(1))
    with store.building(tmp_path, sources[1:], PLAN) as builder:
        assert builder.carry(sources[1]) is None


def test_a_failed_build_leaves_the_old_generation(tmp_path: Path) -> None:
    """An exception in the middle of a build is passed on, and nothing of the build remains."""
    first = build(tmp_path, range(3))
    with pytest.raises(ZeroDivisionError), store.building(tmp_path, inputs(range(4)), PLAN) as builder:
        builder.add(builder.inputs[0], entry(1 // 0))
    assert layout.current(tmp_path) == first.id
    assert hidden(tmp_path) == []


def test_quads_that_are_none_stop_the_build(tmp_path: Path) -> None:
    """A line that is no N-Quads is an error that shows it, and the old generation stays."""
    first = build(tmp_path, range(3))
    broken = replace(entry(9), nquads="<https://dataset.example/a b> <p:p> <o:o> <g:g> .\n")
    with pytest.raises(StoreError, match="no N-Quads"), store.building(tmp_path, inputs([9]), PLAN) as builder:
        builder.add(builder.inputs[0], broken)
    assert layout.current(tmp_path) == first.id


def test_two_builds_at_a_time_are_one_too_many(tmp_path: Path) -> None:
    """The second build is refused at once, with the process that holds the lock."""
    with (
        store.building(tmp_path, inputs([1]), PLAN),
        pytest.raises(StoreError, match=f"process {os.getpid()}"),
        store.building(tmp_path, inputs([2]), PLAN),
    ):
        pass


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A dataset that would stand inside a file is refused with its path."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        build(tmp_path / "file" / "dataset", [1])


def test_generations_are_listed_newest_first(tmp_path: Path) -> None:
    """The list says which one serves."""
    ids = [build(tmp_path, range(number)).id for number in (1, 2, 3)]
    listed = layout.generations(tmp_path)
    assert [row.manifest.id for row in listed] == ids[::-1]
    assert [row.current for row in listed] == [True, False, False]
    assert all(row.bytes > 10_000 for row in listed)


def test_rollback_goes_back_one_by_one(tmp_path: Path) -> None:
    """Each rollback lets the next older generation serve, until there is none."""
    ids = [build(tmp_path, range(number)).id for number in (1, 2, 3)]
    assert [layout.rollback(tmp_path), layout.rollback(tmp_path)] == [ids[1], ids[0]]
    with pytest.raises(StoreError, match="older"):
        layout.rollback(tmp_path)
    assert layout.current(tmp_path) == ids[0]


def test_rollback_to_a_named_generation(tmp_path: Path) -> None:
    """Any generation that is there can serve; an unknown one is refused with those that are there."""
    ids = [build(tmp_path, range(number)).id for number in (1, 2, 3)]
    assert layout.rollback(tmp_path, ids[0]) == ids[0]
    with pytest.raises(StoreError, match=ids[2]):
        layout.rollback(tmp_path, "nonesuch")


def test_after_a_rollback_the_same_build_comes_back(tmp_path: Path) -> None:
    """A generation that stands already is let serve without any work."""
    build(tmp_path, range(1))
    newest = build(tmp_path, range(2))
    layout.rollback(tmp_path)
    build(tmp_path, range(2))
    assert layout.current(tmp_path) == newest.id


def test_prune_keeps_the_current_generation(tmp_path: Path) -> None:
    """Old generations go, the newest beside the current one stay as asked, the current one always."""
    ids = [build(tmp_path, range(number)).id for number in (1, 2, 3, 4)]
    layout.rollback(tmp_path, ids[0])
    assert layout.prune(tmp_path, keep=1) == [ids[2], ids[1]]
    assert layout.prune(tmp_path, keep=0) == [ids[3]]
    assert [row.manifest.id for row in layout.generations(tmp_path)] == [ids[0]]
    with pytest.raises(StoreError):
        layout.prune(tmp_path, keep=-1)


def test_a_missing_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    """Opening a folder without a dataset names the command."""
    with pytest.raises(StoreError, match="jopsrdf build"):
        store.open_dataset(tmp_path)


@pytest.mark.parametrize("text", ["", "{}", '{"format": 0}', "[1]"])
def test_a_damaged_manifest_is_named(tmp_path: Path, text: str) -> None:
    """A generation whose manifest cannot be read is an error with its path."""
    build(tmp_path, [1])
    (tmp_path / "current" / "manifest.json").write_text(text)
    with pytest.raises(StoreError, match=r"manifest\.json"):
        store.open_dataset(tmp_path)


@pytest.mark.slow  # some forty builds in processes of their own
def test_a_killed_build_costs_nothing(tmp_path: Path) -> None:
    """After kill -9 at ten points of a build the old generation serves, and the next build succeeds and cleans up."""
    old = build(tmp_path, range(2))
    code = f"import synthetic, pathlib; synthetic.build(pathlib.Path({str(tmp_path)!r}), range(400))"
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", code], env=environment)

    started = time.monotonic()
    whole = start()
    assert whole.wait() == 0
    duration = time.monotonic() - started
    layout.rollback(tmp_path)
    layout.prune(tmp_path, keep=0)
    order = random.Random(20250709)
    killed = attempts = 0
    while killed < 10:  # a build that was done before the signal came is no killed build
        attempts += 1
        assert attempts < 40
        with start() as process:
            time.sleep(duration * (killed + order.random()) / 10)
            process.kill()
            killed += process.wait() == -signal.SIGKILL
        dataset = store.open_dataset(tmp_path)
        if layout.current(tmp_path) == old.id:
            assert dataset.count() == 2
            assert dataset.describe(article(1))
        else:
            assert dataset.count() == 400
            layout.rollback(tmp_path)
            layout.prune(tmp_path, keep=0)
            duration *= 0.9
    assert build(tmp_path, range(400)).articles == 400
    assert hidden(tmp_path) == []


@pytest.mark.parametrize("size", [20_000, 200_000, 1_000_000])
def test_a_full_disk_leaves_the_old_generation(tmp_path: Path, size: int) -> None:
    """A build that cannot write its files fails with a message, whichever file it is, and the old one serves on."""
    old = build(tmp_path, range(2))
    code = (
        "import synthetic, pathlib, resource, signal, sys\n"
        "from jopsrdf.errors import StoreError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))\n"
        f"try: synthetic.build(pathlib.Path({str(tmp_path)!r}), range(400), references=60)\n"
        "except StoreError as error: sys.exit(f'refused: {error}')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "refused" in done.stderr
    assert "goes on serving" in done.stderr
    assert layout.current(tmp_path) == old.id
    assert hidden(tmp_path) == []
    assert store.open_dataset(tmp_path).count() == 2


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))), st.integers(1, 9))
def test_sorting_in_runs_is_sorting(tmp_path_factory: pytest.TempPathFactory, lines: list[str], run: int) -> None:
    """However few lines fit into memory, they come out as `sorted(set(lines))`, with all their odd characters."""
    sorted_lines = SortedLines(tmp_path_factory.mktemp("runs"), run)
    for line in lines:
        sorted_lines.add(line + "\n")
    assert list(sorted_lines) == sorted({line + "\n" for line in lines})
    sorted_lines.remove()


def test_a_reader_finds_no_journal_beside_the_tables(tmp_path: Path) -> None:
    """The tables are one file that opens read-only from a folder that cannot be written."""
    build(tmp_path, [1])
    assert not list((tmp_path / "current").glob("records.sqlite-*"))
    with sqlite3.connect(f"file:{tmp_path}/current/records.sqlite?mode=ro&immutable=1", uri=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
