"""This room serves our own vocabulary, whose terms are fragments of one document: `vocab`."""

from __future__ import annotations

from functools import cache

from jopsrdf import formats, resources
from jopsrdf.terms import OWL, PREFIXES, Triple, address

#: The path of the document that the prefix `jv:` stands for; it is the same under every base.
PATH = "vocab"
IRI = PREFIXES["jv"].removesuffix("#")
_FILE = "jopsrdf.ttl"


@cache
def triples() -> tuple[Triple, ...]:
    """Return the vocabulary as triples, in the order of the file."""
    data = resources.ontology(_FILE).read_bytes()
    return tuple((s, p, o) for s, p, o, _ in formats.read(data, "turtle", base=IRI, source=_FILE))


@cache
def paths() -> frozenset[str]:
    """Return the paths that the vocabulary answers for: its own, and that of its version."""
    versions = {address(o) for _, p, o in triples() if p == OWL["versionIRI"]}
    return frozenset({PATH} | {version.removeprefix(IRI.removesuffix(PATH)) for version in versions})
