"""This room is the door to the graph: an article's record in, quads or schema.org JSON-LD out.

One vocabulary is one table: to add another, write `graph/<name>.py` with `SHAPES` and give it a line in `VOCABULARIES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from jopsrdf.graph import links, provenance, quality, schema_org, spar
from jopsrdf.graph.citations import intended
from jopsrdf.graph.embed import embed, embed_script
from jopsrdf.graph.engine import TYPE, Shape, plan, triples
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import lay_out
from jopsrdf.graph.profiles import PROFILES, profiled
from jopsrdf.graph.provenance import Run
from jopsrdf.graph.register import Register
from jopsrdf.graph.union import settle
from jopsrdf.records import INTENTS, Article
from jopsrdf.terms import CITO, Quad, Term

__all__ = [
    "PROFILES",
    "VOCABULARIES",
    "Mint",
    "Run",
    "embed",
    "embed_script",
    "profiled",
    "quads",
    "settle",
    "terms_used",
]

VOCABULARIES: dict[str, tuple[Shape, ...]] = {
    "spar": spar.SHAPES,
    "schema": schema_org.SHAPES,
}
#: The tables of the graphs about the data, by the names of these graphs.
ABOUT: dict[str, tuple[Shape, ...]] = {
    "quality": quality.SHAPES,
    "provenance": provenance.SHAPES,
}
_PLAN = plan(shape for shapes in VOCABULARIES.values() for shape in shapes)
_ABOUT = {name: plan(shapes) for name, shapes in ABOUT.items()}


def quads(article: Article, mint: Mint, *, run: Run = Run()) -> Iterator[Quad]:  # noqa: B008 - it is frozen
    """Yield the quads of an article: its own graph, then its part of links, quality and provenance; none twice.

    >>> from jopsrdf.records import Text
    >>> made = quads(Article(title=Text("On Peace", "en")), Mint("https://e.org/"))
    >>> next(made)[::3]
    ('<https://e.org/work/on-peace-lxsrhon4>', '<https://e.org/graph/work/on-peace-lxsrhon4>')
    """
    layout = lay_out(article, Register(mint))
    sources = (
        (mint.graph(layout.article.iri[1:-1]), chain(triples(_PLAN, layout.things), intended(layout.citations))),
        (mint.graph("links"), links.links(layout)),
        (mint.graph("quality"), triples(_ABOUT["quality"], quality.judged(article, layout, mint))),
        (
            mint.graph("provenance"),
            triples(_ABOUT["provenance"], provenance.provenance(article, layout, mint, run)),
        ),
    )
    for address, statements in sources:
        graph = f"<{address}>"
        for s, p, o in statements:
            yield s, p, o, graph


def terms_used() -> dict[str, frozenset[Term]]:
    """Return the terms that the tables write, by kind: classes, properties, individuals."""
    shapes = [shape for tables in (*VOCABULARIES.values(), *ABOUT.values()) for shape in tables]
    rows = [row for shape in shapes for row in shape.rows]
    classes = {term for shape in shapes for term in shape.classes}
    by_hand = {*links.PROPERTIES, *(CITO[intent] for intent in INTENTS)}
    return {
        "classes": frozenset(classes | {term for row in rows if row.predicate == TYPE for term in row.codec.terms}),
        "properties": frozenset({row.predicate for row in rows} | by_hand),
        "individuals": frozenset(term for row in rows if row.predicate != TYPE for term in row.codec.terms),
    }
