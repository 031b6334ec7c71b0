"""This room writes Turtle and TriG that a person likes to read.

Subjects stand in the order in which they are given, what the document is about first; each is a paragraph with its
types on top. Only the prefixes in use are declared, and IRIs under the base are written relative to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jopsrdf.terms import PREFIXES, RDF, Quad, Term

#: Local names that need no escapes (a part of Turtle's PN_LOCAL; others are written as full IRIs).
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
#: IRIs that would not survive resolution against a base: dot segments and empty ones (RFC 3986, section 5.2.4).
_UNSAFE_RELATIVE = re.compile(r"(?:^|/)\.{1,2}(?:/|$)|//|^[^/]*:|[?#]{2}")
_NAMESPACE_OF = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_TYPE = RDF["type"]
_XSD = PREFIXES["xsd"]
_BARE = re.compile(rf'"([+-]?\d+|true|false)"\^\^<{re.escape(_XSD)}(integer|boolean)>')

Subjects = dict[Term, dict[Term, dict[Term, None]]]


class Spelling:
    """How terms are written in one document; remembers which prefixes it used."""

    def __init__(self, base: str) -> None:
        self.base, self.used = base, set[str]()
        self._known: dict[Term, str] = {}

    def __call__(self, term: Term) -> str:
        written = self._known.get(term)
        if written is None:
            written = self._known[term] = self._iri(term) if term.startswith("<") else self._literal(term)
        return written

    def _iri(self, term: Term) -> str:
        address = term[1:-1]
        cut = max(address.rfind("#"), address.rfind("/")) + 1
        prefix = _NAMESPACE_OF.get(address[:cut])
        if prefix and _LOCAL.fullmatch(address[cut:]):
            self.used.add(prefix)
            return f"{prefix}:{address[cut:]}"
        relative = address.removeprefix(self.base) if self.base else address
        if relative != address and relative and not _UNSAFE_RELATIVE.search(relative):
            return f"<{relative}>"
        return term

    def _literal(self, term: Term) -> str:
        bare = _BARE.fullmatch(term)
        if bare and (bare[2] == "integer") == (bare[1] not in ("true", "false")):
            return bare[1]
        quoted, mark, datatype = term.rpartition("^^")
        if mark and quoted.endswith('"') and datatype.startswith("<"):
            return f"{quoted}^^{self._iri(datatype)}"
        return term


def write_turtle(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:
    """Return Turtle of the quads, graphs left out; `first` names the subject that stands on top."""
    spelling = Spelling(base)
    body = "\n".join(_paragraphs(_grouped(quads, first), spelling, ""))
    return f"{_head(spelling)}\n{body}" if body else _head(spelling)


def write_trig(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:
    """Return TriG of the quads: the default graph as in Turtle, then each named graph in braces."""
    spelling = Spelling(base)
    graphs: dict[Term, list[Quad]] = {"": []}
    for quad in quads:
        graphs.setdefault(quad[3], []).append(quad)
    blocks = []
    for graph, members in graphs.items():
        paragraphs = _paragraphs(_grouped(members, first), spelling, "    " if graph else "")
        text = "\n".join(paragraphs)
        if text:
            blocks.append(f"{spelling(graph)} {{\n{text}}}\n" if graph else text)
    return f"{_head(spelling)}\n" + "\n".join(blocks)


def _head(spelling: Spelling) -> str:
    base = [f"@base <{spelling.base}> .\n"] if spelling.base else []
    return "".join(base + [f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(spelling.used)])


def _grouped(quads: Iterable[Quad], first: Term) -> Subjects:
    subjects: Subjects = {first: {}} if first else {}
    for s, p, o, *_ in quads:
        subjects.setdefault(s, {}).setdefault(p, {})[o] = None
    return {subject: predicates for subject, predicates in subjects.items() if predicates}


def _paragraphs(subjects: Subjects, spelling: Spelling, indent: str) -> Iterator[str]:
    for subject, predicates in subjects.items():
        types = [("a", predicates[_TYPE])] if _TYPE in predicates else []
        others = [(spelling(p), objects) for p, objects in predicates.items() if p != _TYPE]
        lines = [f"{indent}    {p}{_objects(objects, spelling, indent)}" for p, objects in types + others]
        lines[0] = f"{indent}{spelling(subject)} {lines[0].lstrip()}"
        yield " ;\n".join(lines) + " .\n"


def _objects(objects: Iterable[Term], spelling: Spelling, indent: str) -> str:
    written = [spelling(term) for term in objects]
    if sum(map(len, written)) <= 90 or len(written) == 1:
        return " " + ", ".join(written)
    return f"\n{indent}        " + f",\n{indent}        ".join(written)
