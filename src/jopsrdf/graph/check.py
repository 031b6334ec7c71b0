"""This room says whether a graph is sound, in sentences: which node breaks which rule, and which line it came from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jopsrdf import notes
from jopsrdf.errors import Note, Where
from jopsrdf.formats.turtle import Spelling
from jopsrdf.graph import shacl
from jopsrdf.terms import BIRO, CITO, DCTERMS, FABIO, FOAF, RDF, SKOS, Quad, Term, Triple, address, parts

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What kind of finding a constraint component makes where its rule does not say it; all others are about values.
CODES: Mapping[str, str] = {
    "MinCount": "graph-missing",
    "QualifiedMinCount": "graph-missing",
    "HasValue": "graph-missing",
    "MaxCount": "graph-surplus",
    "QualifiedMaxCount": "graph-surplus",
    "UniqueLang": "graph-surplus",
    "Closed": "graph-term",
}
#: What a node is called by, best first; a class of ours has one of them.
NAMES = (DCTERMS["title"], SKOS["prefLabel"], FOAF["name"])
#: A part of a work is a fragment of its IRI: kind and position, as in `#author-3`.
_PART = re.compile(r"([a-z]+)(?:-(\d+))?")
#: Characters of a title that are enough to know it by.
TITLE = 60

Data = Iterable[Quad] | Iterable[Triple]


def check(data: Data, *, source: str = "", shapes: str = "shapes.ttl") -> Iterator[Note]:
    """Yield a note for each rule of a shapes file that the data break, by node; nothing if they are sound.

    `data` may be quads or triples of the `spar` profile, whole or in part of a dataset; `source` names them in the
    notes. `shapes` is a file of our vocabulary: `shapes.ttl`, or `ocdm-shapes.ttl` for the OpenCitations Data Model.

    >>> bare = (FABIO["Expression"], FABIO["Journal"])
    >>> for note in check([("<https://e.org/journal/x>", RDF["type"], kind) for kind in bare]):
    ...     print(note)
    error: <https://e.org/journal/x>: Nothing leads to this node and it leads nowhere: a harvester cannot find it. [...]
    error: <https://e.org/journal/x>: A journal has a title. [graph-missing]
    """
    quads = [(quad[0], quad[1], quad[2]) for quad in data]
    where = Where(source) if source else None
    if not any(p == RDF["type"] and o == FABIO["Expression"] for _, p, o in quads):
        yield notes.note("graph-foreign", "no node here is a fabio:Expression: most rules apply to nothing", where)
    names = Names(quads)
    for finding in shacl.findings(shacl.graph_of(quads), shacl.load(shapes)):
        yield notes.note(code_of(finding), f"{names.describe(finding.node)}: {_sentence(finding)}", where)


def code_of(finding: shacl.Finding) -> str:
    """Return the code of a finding: an advice, else what its rule says, else what its constraint is about."""
    if finding.severity != "Violation":
        return "graph-advice"
    return finding.code or CODES.get(finding.component, "graph-value")


def _sentence(finding: shacl.Finding) -> str:
    if finding.component == "Closed":
        return f"{finding.message} Here it has {Spelling('')(finding.path)}."
    if not finding.value or finding.value == finding.node:
        return finding.message
    return f"{finding.message} Here it is {Spelling('')(finding.value)}."


class Names:
    """What people call the nodes of a graph, and where each was printed."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self._names: dict[Term, dict[Term, str]] = {}
        self._cited_by: dict[Term, list[Term]] = {}
        self._citing: Counter[Term] = Counter()
        for s, p, o in triples:
            if p in NAMES and o.startswith('"'):
                self._names.setdefault(s, {}).setdefault(p, parts(o)[0])
            elif p == BIRO["references"]:
                self._cited_by.setdefault(o, []).append(s)
            elif p == CITO["cites"]:
                self._citing[s] += 1

    def describe(self, node: Term) -> str:
        """Return a node in words with its IRI, and the reference it stands in where it is a cited work's.

        >>> names = Names([("<a:w>", DCTERMS["title"], '"Russia and Europe"'), ("<a:x#reference-7>",
        ...     BIRO["references"], "<a:w>"), ("<a:x>", DCTERMS["title"], '"New Priorities"')])
        >>> names.describe("<a:w#author-3>")
        'author 3 of “Russia and Europe” (reference 7 of “New Priorities”) <a:w#author-3>'
        """
        words = self._words(node)
        whole = _whole(node)
        lines = () if self._citing[whole] else sorted(self._cited_by.get(whole, ()))[:1]
        origin = "".join(f" ({printed})" for line in lines if (printed := self._words(line)))
        return f"{words}{origin} {node}" if words else f"{node}{origin}"

    def _words(self, node: Term) -> str:
        name = self._name(node)
        whole = _whole(node)
        if whole == node:
            return name
        part = _PART.fullmatch(address(node).partition("#")[2])
        label = name or (f"{part[1]} {part[2]}" if part and part[2] else part[1] if part else "")
        of = self._name(whole)
        return f"{label} of {of}" if label and of else label

    def _name(self, node: Term) -> str:
        known = self._names.get(node, {})
        name = next((known[p] for p in NAMES if p in known), "")
        if not name:
            return ""
        return f"“{name}”" if len(name) <= TITLE else f"“{name[:TITLE].rsplit(' ', 1)[0]} …”"


def _whole(node: Term) -> Term:
    """Return the term of the work that a node is a part of; a work is its own."""
    iri, mark, _ = node.partition("#")
    return f"{iri}>" if mark else node
