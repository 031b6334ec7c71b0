"""This room checks an input: a page is read and its graph validated, an RDF file is validated as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jopsrdf import formats, graph
from jopsrdf.config import Settings
from jopsrdf.errors import Note
from jopsrdf.graph.check import check as validate
from jopsrdf.pipeline.converting import convert, mint_for

#: The shapes that each profile is held against.
SHAPES: dict[str, str] = {"": "shapes.ttl", "spar": "shapes.ttl", "ocdm": "ocdm-shapes.ttl"}


def check(data: bytes, source: str, settings: Settings, *, profile: str = "") -> Iterator[Note]:
    """Yield every doubt about an input, with its place; raise `SourceError` or `FormatError` for another kind of file.

    `profile` "ocdm" also holds the graph against the contract of the OpenCitations Data Model.
    """
    suffix = Path(source).suffix.lstrip(".")
    if any(suffix == row.suffix for row in formats.FORMATS.values()):
        quads = list(formats.read(data, formats.by_suffix(suffix).name, base=settings.base, source=source))
        yield from validate(quads, source=source, shapes=SHAPES[profile])
        return
    mint = mint_for(settings)
    for article in convert(data, source, settings):
        yield from article.notes
        for reference in article.references:
            yield from reference.notes
        made = graph.quads(article, mint)
        # The contract of OCDM is closed: of a page, only what the profile keeps can be held against it.
        kept = graph.profiled(made, profile) if profile == "ocdm" else made
        yield from validate(kept, source=source, shapes=SHAPES[profile])
