"""What is wrong with a graph is said in words that name the node, the work and the reference."""

from __future__ import annotations

from pathlib import Path

import pytest

from every_kind import ARTICLE
from jopsrdf import formats, graph, notes, pipeline
from jopsrdf.config import Settings
from jopsrdf.graph.check import CODES, check
from jopsrdf.records import Article
from jopsrdf.terms import PREFIXES, Quad
from places import SEED

VALID = Path(__file__).parent / "shapes" / "valid.ttl"
DOI = "work/10.46991/jops/2025.4.10.125"
#: What is left out of the valid graph, and what is then said: the code, and the sentence with its place.
SENTENCES = (
    (
        f"<{{base}}{DOI}#author-2> <{PREFIXES['oco']}hasNext>",
        "graph-chain",
        (
            f"author 3 of “Dynamics of Russian-Turkish Relations after the Second …” <{{base}}{DOI}#author-3>: "
            "No role leads to number 3: the order has one start, and that is number 1."
        ),
    ),
    (
        f"<{{base}}work/isbn/9783658468125#editor-1> <{PREFIXES['pro']}isHeldBy>",
        "graph-missing",
        (
            "editor 1 of “Russische Schockwellen” <{base}work/isbn/9783658468125#editor-1>: "
            "A role is held by one agent that is described."
        ),
    ),
    (
        f"<{{base}}{DOI}#reference-2> <{PREFIXES['c4o']}hasContent>",
        "graph-missing",
        (
            f"reference 2 of “Dynamics of Russian-Turkish Relations after the Second …” <{{base}}{DOI}#reference-2>: "
            "A reference keeps the line as it was printed: one string on one line."
        ),
    ),
    (
        f"<{{base}}work/coskun-2024#manifestation> <{PREFIXES['frbr']}exemplar>",
        "graph-isolated",
        (
            "<https://carnegieendowment.org/research/2024/10/understanding-turkiyes-entanglement-with-russia?lang=en>: "
            "Nothing leads to this node and it leads nowhere: a harvester cannot find it."
        ),
    ),
)


@pytest.fixture
def valid() -> list[Quad]:
    """The graph that keeps every rule."""
    return list(formats.read(VALID.read_bytes(), "turtle"))


def test_a_sound_graph_gets_no_note(valid: list[Quad]) -> None:
    """Nothing is said of a sound graph."""
    assert list(check(valid)) == []


@pytest.mark.parametrize(("without", "code", "sentence"), SENTENCES)
def test_a_note_says_what_and_where(valid: list[Quad], without: str, code: str, sentence: str) -> None:
    """A note names the part, the work it belongs to, and its IRI, and says what is expected."""
    base = "https://w3id.org/jopsrdf/"
    start = tuple(without.format(base=base).split(" "))
    found = list(check([quad for quad in valid if quad[:2] != start], source="dump.nq"))
    assert (code, sentence.format(base=base)) in {(note.code, note.message) for note in found}
    assert {str(note.where) for note in found} == {"dump.nq"}


def test_a_cited_work_names_its_reference(valid: list[Quad]) -> None:
    """Of a cited work it is said in which reference of which article it stands."""
    wrong = "<https://w3id.org/jopsrdf/work/coskun-2024>"
    found = [*check([*valid, (wrong, f"<{PREFIXES['dcterms']}publisher>", '"Carnegie"', "")])]
    assert [note.message for note in found] == [
        (
            "“Understanding Türkiye’s Entanglement with Russia” "
            "(reference 2 of “Dynamics of Russian-Turkish Relations after the Second …”) "
            f"{wrong}: A publisher is a role (pro:publisher) held by an organisation, not dcterms:publisher."
        )
    ]


def test_a_wrong_value_is_shown(valid: list[Quad]) -> None:
    """A value of the wrong form stands in the note, with its prefixes."""
    name = f"<{PREFIXES['fabio']}hasPublicationYear>"
    wrong = [(s, p, f'"2024"^^<{PREFIXES["xsd"]}integer>' if p == name else o, g) for s, p, o, g in valid]
    assert any(note.message.endswith("as xsd:gYear. Here it is 2024.") for note in check(wrong))


def test_a_property_too_many_is_named(valid: list[Quad]) -> None:
    """Of a node that may have some properties only, the note names the one that is too many."""
    item = "<https://w3id.org/jopsrdf/work/10.46991/jops/2025.4.10.125#item-2>"
    (note,) = check([*valid, (item, f"<{PREFIXES['dcterms']}title>", '"Second"', "")])
    assert note.message.endswith("nothing else. Here it has dcterms:title.")
    assert note.code == "graph-term"


def test_foreign_data_are_said_to_be_foreign() -> None:
    """Data without any node of ours do not pass in silence."""
    (note, *_) = check([("<https://e.org/a>", f"<{PREFIXES['rdfs']}label>", '"a"', "")])
    assert (note.code, note.severity) == ("graph-foreign", "warning")


def test_notes_come_in_one_order(valid: list[Quad]) -> None:
    """The same data give the same notes in the same order, however they are sorted."""
    broken = [quad for quad in valid if not quad[1].endswith(("index>", "title>"))]
    notes_of_broken = list(check(broken))
    assert len(notes_of_broken) > 5
    assert list(check(broken[::-1])) == notes_of_broken


def test_all_codes_are_known() -> None:
    """The codes of this room are rows of the table of notes."""
    assert set(CODES.values()) <= notes.CODES.keys()


def articles(folder: Path) -> list[Article]:
    """Return the seed's article and those of the sample pages, as the pipeline reads them."""
    pages = [SEED, *sorted((folder / "samples" / "landing").glob("*.txt"))]
    return [article for page in pages for article in pipeline.convert(page.read_bytes(), page.name, Settings({}))]


@pytest.mark.slow
def test_the_graphs_of_real_pages_are_sound(shared: Path) -> None:
    """Six real articles, in three languages, get no note: neither one by one nor as one dataset."""
    mint = graph.Mint("https://w3id.org/jopsrdf/")
    made = [list(graph.quads(article, mint)) for article in articles(shared)]
    assert len(made) == 6
    together = sorted({quad for quads in made for quad in quads})
    for data in (*made, graph.settle(lambda: together, mint)):
        assert list(check(data)) == []


def test_every_kind_of_work_is_sound() -> None:
    """An article that cites a work of every kind gets no note, also in the words of OCDM alone."""
    quads = list(graph.quads(ARTICLE, graph.Mint("https://w3id.org/jopsrdf/")))
    assert list(check(quads)) == []
    assert list(check(graph.profiled(quads, "ocdm"), shapes="ocdm-shapes.ttl")) == []


def test_the_seed_keeps_the_contract_of_ocdm() -> None:
    """The seed's graph in the profile `ocdm` breaks no rule of the OpenCitations Data Model."""
    (article,) = pipeline.convert(SEED.read_bytes(), SEED.name, Settings({}))
    quads = graph.profiled(graph.quads(article, graph.Mint("https://w3id.org/jopsrdf/")), "ocdm")
    assert list(check(quads, shapes="ocdm-shapes.ttl")) == []
