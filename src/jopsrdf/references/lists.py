"""temporary"""
from __future__ import annotations
from collections.abc import Iterable
from jopsrdf.errors import Where
from jopsrdf.records import Reference
from jopsrdf.references.build import build
from jopsrdf.references.grammar import label


def read(raw: str, *, position: int = 0, previous: Reference | None = None) -> Reference:
    """Read one printed reference."""
    spans = label(raw)
    b = build(raw, spans)
    return Reference(raw=raw, position=position, work=b.work, spans=b.spans, confidence=(("record", 0.5),))


def read_list(references: Iterable[Reference], where: Where) -> tuple[Reference, ...]:
    """Read the references of one list, in order."""
    return tuple(read(r.raw, position=r.position) for r in references)
