"""This room writes down how sure the readings are: confidence and notes as DQV, on the reference, never on the work.

The doubt is about our reading of a printed line, so it stands in a graph of its own and points to the reference node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jopsrdf.errors import Note
from jopsrdf.graph.codecs import DECIMAL, LINKS, STRING, THINGS, built, constant
from jopsrdf.graph.engine import Row, Shape
from jopsrdf.graph.entities import Entity
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import Layout, positions
from jopsrdf.notes import CODES
from jopsrdf.records import Article
from jopsrdf.terms import DCTERMS, DQV, JV, LDQD, OA, XSD


@dataclass(slots=True, kw_only=True, eq=False)
class Metric(Entity):
    """What is measured: how sure the reading of a reference is."""


CONFIDENCE = Metric(iri=JV["parseConfidence"])


@dataclass(slots=True, kw_only=True, eq=False)
class Measurement(Entity):
    """How sure the reading of a reference is, 0 to 1."""

    of: tuple[Entity, ...]
    value: str
    metrics: tuple[Metric, ...] = (CONFIDENCE,)


@dataclass(slots=True, kw_only=True, eq=False)
class Remark(Entity):
    """A note on a reference or on the article."""

    on: tuple[Entity, ...]
    code: str
    text: str


METRIC = Shape(
    Metric,
    (DQV["Metric"],),
    (
        Row("iri", DQV["expectedDataType"], constant(XSD["decimal"])),
        Row("iri", DQV["inDimension"], constant(LDQD["semanticAccuracy"])),
    ),
)
MEASUREMENT = Shape(
    Measurement,
    (DQV["QualityMeasurement"],),
    (
        Row("of", DQV["computedOn"], LINKS),
        Row("metrics", DQV["isMeasurementOf"], THINGS),
        Row("value", DQV["value"], DECIMAL),
    ),
)
REMARK = Shape(
    Remark,
    (DQV["QualityAnnotation"],),
    (
        Row("on", OA["hasTarget"], LINKS),
        Row("iri", OA["motivatedBy"], constant(DQV["qualityAssessment"])),
        Row("code", DCTERMS["type"], built(lambda code: (JV[code],), terms=(JV[code] for code in CODES))),
        Row("text", OA["bodyValue"], STRING),
    ),
)
SHAPES = (METRIC, MEASUREMENT, REMARK)


def judged(article: Article, layout: Layout, mint: Mint) -> Iterator[Entity]:
    """Yield what is measured and remarked of an article's references, and of the article itself."""
    whole = layout.article.iri[1:-1]
    yield from _remarks(mint, whole, "quality", layout.article, [*article.notes, *_at(layout, 0)])
    for position, reference in positions(article):
        target, name = layout.entries[position], f"quality-{position}"
        if value := dict(reference.confidence).get("record"):
            iri = f"<{mint.part(whole, f'{name}-conf')}>"
            yield Measurement(iri=iri, of=(target,), value=decimal(value))
        yield from _remarks(mint, whole, name, target, [*reference.notes, *_at(layout, position)])


def _at(layout: Layout, position: int) -> list[Note]:
    return [note for place, note in layout.doubts if place == position]


def _remarks(mint: Mint, whole: str, name: str, target: Entity, notes: list[Note]) -> Iterator[Entity]:
    for number, note in enumerate(dict.fromkeys(notes), 1):
        iri = f"<{mint.part(whole, f'{name}-w{number}')}>"
        yield Remark(iri=iri, on=(target,), code=note.code, text=note.message)


def decimal(value: float) -> str:
    """Return a probability as a canonical xsd:decimal of at most four places, as every store writes it.

    >>> decimal(0.93), decimal(1), decimal(0.5000001)
    ('0.93', '1.0', '0.5')
    """
    text = f"{value:.4f}".rstrip("0")
    return f"{text}0" if text.endswith(".") else text
