"""This room is the door to the graph: an article's record in, quads or schema.org JSON-LD out.

One vocabulary is one table: to add another, write `graph/<name>.py` with `SHAPES` and give it a line in `VOCABULARIES`.
"""

from __future__ import annotations

from collections.abc import Iterator

from jopsrdf.graph import quality, schema_org, spar
from jopsrdf.graph.embed import embed, embed_script
from jopsrdf.graph.engine import Shape, plan, triples
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import lay_out
from jopsrdf.graph.links import links
from jopsrdf.graph.provenance import Run, provenance
from jopsrdf.graph.register import Register
from jopsrdf.records import Article
from jopsrdf.terms import Quad, Term

__all__ = ["VOCABULARIES", "Mint", "Run", "embed", "embed_script", "quads", "terms_used"]

VOCABULARIES: dict[str, tuple[Shape, ...]] = {
    "spar": spar.SHAPES,
    "schema": schema_org.SHAPES,
}
_PLAN = plan(shape for shapes in VOCABULARIES.values() for shape in shapes)
_QUALITY = plan(quality.SHAPES)


def quads(article: Article, mint: Mint, *, run: Run = Run()) -> Iterator[Quad]:  # noqa: B008 - it is frozen
    """Yield the quads of an article: its own graph, then its part of links, quality and provenance."""
    layout = lay_out(article, Register(mint))
    graph = f"<{mint.graph(layout.article.iri[1:-1])}>"
    for s, p, o in triples(_PLAN, layout.things):
        yield s, p, o, graph
    for name, more in (
        ("links", links(layout)),
        ("quality", triples(_QUALITY, quality.judged(article, layout, mint))),
        ("provenance", provenance(article, layout, mint, run)),
    ):
        graph = f"<{mint.graph(name)}>"
        for s, p, o in more:
            yield s, p, o, graph


def terms_used() -> dict[str, frozenset[Term]]:
    """Return the terms that the tables write, by kind: classes, properties, individuals."""
    rows = [row for shapes in (*VOCABULARIES.values(), quality.SHAPES) for shape in shapes for row in shape.rows]
    classes = {
        term for shapes in (*VOCABULARIES.values(), quality.SHAPES) for shape in shapes for term in shape.classes
    }
    return {
        "classes": frozenset(
            classes | {term for row in rows if row.predicate == spar.TYPE for term in row.codec.terms}
        ),
        "properties": frozenset(row.predicate for row in rows),
        "individuals": frozenset(term for row in rows if row.predicate != spar.TYPE for term in row.codec.terms),
    }
