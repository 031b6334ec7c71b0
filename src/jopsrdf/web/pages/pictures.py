"""This room draws bar charts as SVG on the server, so that they need no script, and each with the table it shows.

What is drawn comes from SPARQL: a picture is a row of `PICTURES`, and its query stands below it to be tried out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

Shape = Literal["bars", "columns"]
#: Rows that a chart shows; its table has them all.
SHOWN = 8


@dataclass(frozen=True, slots=True)
class Picture:
    """One row: a title that says what is seen, the names of the two columns, the shape, and the query.

    In the query `$scope` stands for a pattern that binds `?article`; it yields `?label` and `?count`.
    """

    name: str
    title: str
    label: str
    count: str
    shape: Shape
    query: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled number."""

    label: str
    count: float


_WORKS = "$scope\n  ?article cito:cites ?work ."
PICTURES: tuple[Picture, ...] = (
    Picture(
        "years",
        "Cited works by decade",
        "Decade",
        "Cited works",
        "columns",
        f"""SELECT ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {{
  {_WORKS}
  ?work fabio:hasPublicationYear ?year .
  BIND (CONCAT(SUBSTR(STR(?year), 1, 3), "0s") AS ?label)
}} GROUP BY ?label ORDER BY ?label""",
    ),
    Picture(
        "types",
        "Cited works by type",
        "Type",
        "Cited works",
        "bars",
        f"""SELECT ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {{
  {_WORKS}
  ?work a ?type .
  FILTER (STRSTARTS(STR(?type), STR(fabio:)))
  FILTER (?type NOT IN (fabio:Expression, fabio:DoctoralThesis, fabio:MastersThesis, fabio:BachelorsThesis))
  BIND (STRAFTER(STR(?type), STR(fabio:)) AS ?label)
}} GROUP BY ?label ORDER BY DESC(?count) ?label""",
    ),
    Picture(
        "journals",
        "Journals cited most",
        "Journal",
        "Cited articles",
        "bars",
        f"""SELECT ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {{
  {_WORKS}
  ?work frbr:partOf+ ?journal .
  ?journal a fabio:Journal ; dcterms:title ?label .
}} GROUP BY ?label ORDER BY DESC(?count) ?label""",
    ),
    Picture(
        "languages",
        "Languages of the cited works, where they are known",
        "Language",
        "Cited works",
        "bars",
        f"""SELECT ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {{
  {_WORKS}
  ?work dcterms:language ?language .
  BIND (REPLACE(STR(?language), "^.*/", "") AS ?label)
}} GROUP BY ?label ORDER BY DESC(?count) ?label""",
    ),
    Picture(
        "ages",
        "Age of the cited works, in years",
        "Age",
        "Citations",
        "columns",
        f"""SELECT ?label (COUNT(*) AS ?count) WHERE {{
  {{ SELECT DISTINCT ?article ?work WHERE {{ {_WORKS} }} }}
  ?article fabio:hasPublicationYear ?citing . ?work fabio:hasPublicationYear ?cited .
  BIND (xsd:integer(STR(?citing)) - xsd:integer(STR(?cited)) AS ?age)
  BIND (IF(?age < 0, "<0", IF(?age <= 5, STR(?age), IF(?age <= 10, "6–10",
    IF(?age <= 20, "11–20", IF(?age <= 50, "21–50", "over 50"))))) AS ?label)
}} GROUP BY ?label ORDER BY MIN(?age)""",
    ),
)


#: The width of a chart in its own units; on a telephone they are about the pixels of the screen.
WIDTH = 360


def svg(bars: Sequence[Bar], picture: Picture) -> Markup:
    """Return the chart; a screen reader hears one sentence and is sent to the table."""
    shown = bars[:SHOWN] if picture.shape == "bars" else bars
    draw = _bars if picture.shape == "bars" else _columns
    height, inside = draw(shown, max((bar.count for bar in shown), default=1) or 1)
    spoken = f"{picture.title}: " + ", ".join(f"{bar.label} {bar.count:g}" for bar in shown[:5])
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        WIDTH, height, spoken, Markup("").join(inside)
    )


def _bars(bars: Sequence[Bar], most: float) -> tuple[int, list[Markup]]:
    """Horizontal bars under their labels: long names have room."""
    parts = []
    for number, bar in enumerate(bars):
        top = number * 36
        width = max(2.0, bar.count / most * (WIDTH - 40))
        parts.append(
            Markup('<text x="0" y="{}">{}</text>').format(top + 13, short(bar.label, 50))
            + Markup('<rect x="0" y="{}" width="{:.0f}" height="10" rx="2"/>').format(top + 19, width)
            + Markup('<text class="axis" x="{:.0f}" y="{}">{:g}</text>').format(width + 6, top + 29, bar.count)
        )
    return len(bars) * 36, parts


def _columns(bars: Sequence[Bar], most: float) -> tuple[int, list[Markup]]:
    """Columns in the order of time; labels that would touch are left out at equal distances."""
    step = min(WIDTH / max(len(bars), 1), 56)
    every = 1 + int(max((len(bar.label) for bar in bars), default=0) * 7 // step)
    parts = [Markup('<line x1="0" y1="160" x2="{:.0f}" y2="160"/>').format(step * len(bars))]
    for number, bar in enumerate(bars):
        height = max(2.0, bar.count / most * 138)
        middle, left = (number + 0.5) * step, number * step + step * 0.12
        parts.append(
            Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>').format(
                left, 160 - height, step * 0.76, height
            )
            + Markup('<text class="axis" x="{:.1f}" y="{:.1f}" text-anchor="middle">{:g}</text>').format(
                middle, 155 - height, bar.count
            )
        )
        if number % every == 0:
            parts.append(Markup('<text x="{:.1f}" y="177" text-anchor="middle">{}</text>').format(middle, bar.label))
    return 184, parts


def short(text: str, length: int) -> str:
    """Return `text`, cut at a word with an ellipsis where it is too long.

    >>> short("Journal of Political Science: Bulletin of Yerevan University", 30)
    'Journal of Political Science:…'
    """
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + "…"
