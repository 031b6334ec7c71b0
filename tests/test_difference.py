"""Two graphs are compared as sets, and the Update makes one of the other."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jopsrdf import formats
from jopsrdf.graph import difference
from jopsrdf.terms import C4O, DCTERMS, FABIO, RDF, Quad, literal

ARTICLE = "<https://w3id.org/jopsrdf/work/10.46991/jops/2024.3.7.024>"
GRAPH = "<https://w3id.org/jopsrdf/graph/work/10.46991/jops/2024.3.7.024>"
QUALITY = "<https://w3id.org/jopsrdf/graph/quality>"
LINES = ("Dugin, Alexander. 2022. “Eurasianism.”", "Şen, Gülriz. 2024. “Türkiye.”", "Titov, Alexander S. 2014.")

terms = st.sampled_from(
    ["<a:1>", "<a:2>", '"x"', '"so \\"it\\" is"@en', '"7"^^<http://www.w3.org/2001/XMLSchema#integer>']
)
names = st.sampled_from(["<a:1>", "<a:2>"])
graphs = st.sets(st.tuples(names, names, terms, st.sampled_from(["", "<a:g>", "<a:h>"])), max_size=12)


def article(*lines: str, title: str = "The Second Karabakh War") -> list[Quad]:
    """Return the quads of an article with some references."""
    quads = [(ARTICLE, RDF["type"], FABIO["Expression"], GRAPH), (ARTICLE, DCTERMS["title"], literal(title), GRAPH)]
    for number, content in enumerate(lines, 1):
        node = f"{ARTICLE[:-1]}#reference-{number}>"
        quads.append((node, C4O["hasContent"], literal(content), GRAPH))
    return quads


def store(quads: set[Quad] | list[Quad]) -> ox.Store:
    """Return a store that holds the quads."""
    store = ox.Store()
    store.load(formats.write(quads, "nquads"), format=ox.RdfFormat.N_QUADS)
    return store


@given(graphs, graphs)
def test_the_update_turns_old_into_new(old: set[Quad], new: set[Quad]) -> None:
    """A store that holds the old graph holds the new one after the Update."""
    held = store(old)
    held.update(difference.update(difference.compare(old, new)))
    assert set(held) == set(store(new))


@given(graphs, graphs)
def test_a_difference_is_what_sets_say(old: set[Quad], new: set[Quad]) -> None:
    """Added and removed are the two set differences, sorted, however the graphs were given."""
    found = difference.compare(old, new)
    assert found == difference.compare(sorted(old), sorted(new), in_order=True)
    assert (found.added, found.removed) == (tuple(sorted(new - old)), tuple(sorted(old - new)))
    assert bool(found) == (old != new)


def test_equal_graphs_need_no_update() -> None:
    """Of two equal graphs nothing is said, and nothing is to be done."""
    same = difference.compare(article(*LINES), reversed(article(*LINES)))
    assert not same
    assert difference.update(same) == ""


@pytest.mark.parametrize(
    ("old", "new", "kind", "added", "removed"),
    [
        ((), LINES, "+", LINES, ()),
        (LINES, (), "-", (), LINES),
        (LINES[:2], LINES, "~", LINES[2:], ()),
        (LINES, LINES[1:], "~", (), LINES[:1]),  # two lines only moved up
        (LINES, LINES[::-1], "~", (), ()),
    ],
)
def test_lines_that_moved_are_no_change(
    old: tuple[str, ...], new: tuple[str, ...], kind: str, added: tuple[str, ...], removed: tuple[str, ...]
) -> None:
    """An article comes, goes or changes; of its references only those count that are new or gone."""
    before, after = (article(*lines) if lines else [] for lines in (old, new))
    (change,) = difference.compare(before, after).articles
    assert (change.kind, change.title if kind != "~" else "") == (
        kind,
        "The Second Karabakh War" if kind != "~" else "",
    )
    assert (set(change.lines_added), set(change.lines_removed)) == (set(added), set(removed))


def test_shared_graphs_are_no_articles() -> None:
    """A confidence that changed is a changed quad, not a changed article."""
    found = difference.compare([], [("<a:m>", "<a:p>", '"0.9"', QUALITY)])
    assert found.added
    assert not found.articles


def test_the_text_counts_and_names() -> None:
    """The summary counts quads, articles and references, and shows what came and went; quads only on request."""
    found = difference.compare(article(*LINES[:2]), article(*LINES[1:], title="The War of 2020"))
    assert difference.text(found, quads=True).splitlines() == [
        "3 quads added, 3 removed; articles: 0 added, 0 removed, 1 changed; references: 1 added, 1 removed",
        f"~ {ARTICLE} “The War of 2020”: 3 quads added, 3 removed",
        f"  - {LINES[0]}",
        f"  + {LINES[2]}",
        *(f"- {formats.lines.line(quad)}" for quad in found.removed),
        *(f"+ {formats.lines.line(quad)}" for quad in found.added),
    ]


def test_a_long_list_is_cut() -> None:
    """Of many new references the first ones are shown and the others counted."""
    lines = [f"Reference {number}." for number in range(difference.SHOWN + 5)]
    written = difference.text(difference.compare([], article(*lines)))
    assert written.count("  + Reference") == difference.SHOWN
    assert "… and 5 references more" in written
