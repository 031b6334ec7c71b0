"""A dataset is read: look-ups in the current generation, which may change or go while it is read."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from jopsrdf import store
from jopsrdf.errors import StoreError
from jopsrdf.store import Dataset, Limits, layout
from jopsrdf.terms import CO, XSD, iri, literal
from synthetic import BASE, article, build, entry, work

LIMITS = Limits(deadline=5.0, workers=1)


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """Twenty articles."""
    location = tmp_path_factory.mktemp("dataset")
    build(location, range(20))
    opened = store.open_dataset(location, LIMITS)
    yield opened
    opened.close()


def test_an_article_is_found_by_its_key(dataset: Dataset) -> None:
    """The key is the path of the IRI; the record is the JSON that was added."""
    found = dataset.article("work/10.1000/00003")
    assert found
    assert (found.iri, found.doi, found.record) == (article(3), "10.1000/00003", entry(3).record)
    assert dataset.article("work/10.1000/99999") is None


def test_articles_come_newest_first(dataset: Dataset) -> None:
    """Pages of articles join to the whole list, by date downwards and then by key."""
    whole = dataset.articles(0, 100)
    assert [(row.published, row.key) for row in whole] == sorted(
        ((row.published, row.key) for row in whole), key=lambda pair: (-int(pair[0].replace("-", "")), pair[1])
    )
    assert dataset.articles(0, 7) + dataset.articles(7, 100) == whole
    assert (len(whole), dataset.count()) == (20, 20)


def test_a_description_brings_the_fragments(dataset: Dataset) -> None:
    """All that is said of an article and its parts comes at once, the article first, and nothing of other works."""
    found = dataset.describe(article(3))
    subjects = [subject[1:-1] for subject, _, _ in found]
    assert subjects[0] == article(3)
    assert set(subjects) == {article(3), *(f"{article(3)}#item-{n}" for n in range(1, 11))}
    assert dataset.describe(f"{article(3)}#item-1") == found


def test_a_description_keeps_the_datatypes(dataset: Dataset) -> None:
    """The store makes an integer of a positive integer; a description says it as the dump does."""
    item = (iri(f"{article(3)}#item-2"), CO["index"], literal("2", datatype=XSD["positiveInteger"]))
    assert item in dataset.describe(article(3))


def test_a_cited_work_is_described_once(dataset: Dataset) -> None:
    """What several articles say of a work is said once."""
    found = dataset.describe(work(8))
    assert len(found) == len(set(found)) == 1


def test_descriptions_join_to_the_default_graph(dataset: Dataset) -> None:
    """Every triple of the default graph stands in the description of its subject's document, and nowhere else."""
    answer = dataset.query("SELECT DISTINCT ?s { ?s ?p ?o }", media_type="text/csv")
    documents = {line.partition("#")[0] for line in answer.body.decode().splitlines()[1:]}
    described = [triple for document in documents for triple in dataset.describe(document)]
    assert len(described) == len(set(described)) == dataset.generation.manifest.triples


def test_existence_is_exact(dataset: Dataset) -> None:
    """Documents and fragments exist when something is said of them; a path that only begins alike does not."""
    assert dataset.exists(article(3))
    assert dataset.exists(f"{article(3)}#item-10")
    assert not dataset.exists(f"{article(3)}#item-11")
    assert not dataset.exists(article(3)[:-1])
    assert not dataset.exists(f"{BASE}")


def test_the_quads_of_an_article_come_back(dataset: Dataset) -> None:
    """What was added of an article is kept word for word."""
    assert dataset.generation.nquads("work/10.1000/00003") == entry(3).nquads
    assert dataset.generation.nquads("work/none") == ""


def test_citing_articles_are_found(dataset: Dataset) -> None:
    """`cited_by` lists the articles whose references denote a work."""
    citing = {row.iri for row in dataset.generation.cited_by(work(8))}
    assert citing == {article(n) for n in range(20) if work(8) in {iri for _, iri in entry(n).references}}
    assert citing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ARTICLE 7 turkiye", [(article(7), 0, "Article 7 on Türkiye")]),
        ("article 7 türki", [(article(7), 0, "Article 7 on Türkiye")]),
        ("leisse 1907 dunya 7", None),
        ("Goktug SEN", None),
        ("nothing of the kind", []),
        ("", []),
        ('"*) OR NEAR( -', []),
    ],
)
def test_search_is_indifferent_to_accents_and_syntax(
    dataset: Dataset, text: str, found: list[tuple[str, int, str]] | None
) -> None:
    """Titles, authors and raw references are found without their accents; no input is an error."""
    hits = [(hit.article.iri, hit.position, hit.text) for hit in dataset.search(text, limit=5)]
    assert hits == found if found is not None else len(hits) == 5


def test_titles_come_before_references(dataset: Dataset) -> None:
    """A reference is found with its position in the list and its raw text."""
    hit = dataset.search("leisse dunya 7", limit=1)[0]
    assert (hit.position, hit.text) == (7, "Leiße, O. (1907). Dünya 7.")


def test_the_newest_generation_is_read(tmp_path: Path) -> None:
    """A reader sees a build, a rollback and a build again at its next call, and its queries too."""
    build(tmp_path, range(1))
    dataset = store.open_dataset(tmp_path, LIMITS)
    count = "SELECT (COUNT(*) AS ?n) { ?s a ?t }"
    try:
        seen = [dataset.query(count, media_type="text/csv").body]
        build(tmp_path, range(2))
        seen.append(dataset.query(count, media_type="text/csv").body)
        assert dataset.count() == 2
        layout.rollback(tmp_path)
        seen.append(dataset.query(count, media_type="text/csv").body)
        assert not dataset.refresh()
    finally:
        dataset.close()
    assert seen == [b"n\r\n1\r\n", b"n\r\n2\r\n", b"n\r\n1\r\n"]


def test_a_pinned_generation_stays(tmp_path: Path) -> None:
    """Who holds a generation reads from it until the end, also when it is pruned from the disk."""
    first = build(tmp_path, range(1))
    dataset = store.open_dataset(tmp_path, LIMITS)
    try:
        pinned = dataset.generation
        dataset.query("ASK {}")
        build(tmp_path, range(2))
        layout.prune(tmp_path, keep=0)
        assert pinned.count() == 1
        assert pinned.describe(article(0))
        assert pinned.search("article 0")
        assert dataset.query("SELECT * { ?s a ?t }", generation=pinned).generation == first.id
        assert dataset.generation.count() == 2
    finally:
        dataset.close()


def test_a_worker_that_comes_too_late_moves_on(tmp_path: Path) -> None:
    """When a generation is gone before a worker could open it, the query is answered from the current one."""
    build(tmp_path, range(1))
    dataset = store.open_dataset(tmp_path, LIMITS)
    try:
        pinned = dataset.generation
        second = build(tmp_path, range(2))
        layout.prune(tmp_path, keep=0)
        assert dataset.query("ASK {}", generation=pinned).generation == second.id
    finally:
        dataset.close()


def test_a_generation_removed_by_hand_keeps_answering(tmp_path: Path) -> None:
    """A folder that somebody deletes under the server is read to the end by those who have it open."""
    build(tmp_path, range(3))
    dataset = store.open_dataset(tmp_path, LIMITS)
    try:
        assert dataset.query("ASK {}").rows == 1
        shutil.rmtree(tmp_path / "generations")
        assert dataset.count() == 3
        assert dataset.query("SELECT * { ?s a ?t }").rows == 3
    finally:
        dataset.close()


def test_a_damaged_new_generation_is_not_followed(tmp_path: Path) -> None:
    """A pointer to a generation that cannot be read leaves the reader where it is."""
    build(tmp_path, range(1))
    dataset = store.open_dataset(tmp_path, LIMITS)
    try:
        broken = tmp_path / "generations" / "broken"
        broken.mkdir()
        (broken / "manifest.json").write_text("{}")
        layout.point(tmp_path, "broken")
        assert dataset.count() == 1
        with pytest.raises(StoreError):
            store.open_dataset(tmp_path)
    finally:
        dataset.close()


@pytest.mark.slow  # twelve builds under four readers
def test_no_request_is_lost_while_generations_change(tmp_path: Path) -> None:
    """Readers in four threads never see an error or a mixture while generations are built and pruned."""
    build(tmp_path, range(1))
    dataset = store.open_dataset(tmp_path, Limits(workers=2))
    done, wrong = Event(), list[object]()

    def read() -> None:
        while not done.is_set():
            try:
                pinned = dataset.generation
                answer = dataset.query("SELECT * { ?s a ?t }", generation=pinned)
                same = answer.generation != pinned.id or answer.rows == pinned.count()
                if not same or len(pinned.articles()) != pinned.count():
                    wrong.append((answer.rows, pinned.count()))
            except Exception as error:  # noqa: BLE001 # whatever it is, it is told below
                wrong.append(error)

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(2, 14):
        build(tmp_path, range(number), references=2)
        layout.prune(tmp_path, keep=0)
        time.sleep(0.05)
    done.set()
    for thread in threads:
        thread.join()
    dataset.close()
    assert wrong == []
