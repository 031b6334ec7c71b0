"""This room makes claims of identity, in a graph of their own: they can be taken back without touching the data.

`owl:sameAs` leads to the DOI's own IRI only; that two printed names are one person is a guess of a machine and becomes
`prov:alternateOf`.
"""

from __future__ import annotations

from collections.abc import Iterator

from jopsrdf.graph.entities import Document
from jopsrdf.graph.layout import Layout
from jopsrdf.terms import OWL, PROV, Triple

SAME_AS, ALTERNATE_OF = OWL["sameAs"], PROV["alternateOf"]
PROPERTIES = frozenset({SAME_AS, ALTERNATE_OF})


def links(layout: Layout) -> Iterator[Triple]:
    """Yield the identity claims of an article: its works with their DOIs, and its authors with their cited names."""
    for work in _works(layout):
        for url in work.same_as:
            yield work.iri, SAME_AS, f"<{url}>"
    for mine, theirs in dict.fromkeys((one.iri, other.iri) for one, other in layout.namesakes):
        if mine != theirs:
            yield mine, ALTERNATE_OF, theirs


def _works(layout: Layout) -> Iterator[Document]:
    """Yield the article, the cited works, and the hosts that have a DOI of their own."""
    works = {work.iri: work for work in (layout.article, *layout.article.cites)}
    hosts = [host for work in works.values() for host in work.part_of if isinstance(host, Document)]
    yield from {**works, **{host.iri: host for host in hosts}}.values()
