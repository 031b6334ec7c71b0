"""temporary"""

from __future__ import annotations
from collections.abc import Iterable
from jopsrdf.errors import Where
from jopsrdf.records import Reference, Span
from jopsrdf.references import model
from jopsrdf.references.build import build
from jopsrdf.references.grammar import prepare, runs


def read(raw: str, *, position: int = 0, previous: Reference | None = None) -> Reference:
    """Read one printed reference."""
    prepared = prepare(raw)
    found = runs(raw, prepared)
    spans = tuple(Span(run.start, run.end, model.LABELS[run.letter]) for run in found if model.LABELS[run.letter])
    b = build(raw, spans, prepared.found)
    return Reference(
        raw=raw,
        position=position,
        label=prepared.label,
        intents=prepared.intents,
        work=b.work,
        spans=b.spans,
        remainder=b.remainder,
        confidence=(("record", 0.5),),
        notes=b.notes,
    )


def read_list(references: Iterable[Reference], where: Where) -> tuple[Reference, ...]:
    """Read the references of one list, in order."""
    return tuple(read(r.raw, position=r.position) for r in references)
