"""This room runs a SHACL engine over quads and hands back what it found, one row for each result, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jopsrdf import resources
from jopsrdf.terms import Quad, Term, Triple, address, is_iri, parts

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Identifier, Node


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One result: the node, the name of the rule that it breaks, the kind of constraint, and what was found.

    `rule` is the local name of a shape or query, `component` that of SHACL's constraint component; `path` and `value`
    are terms or ""; `code` and `severity` are local names that the rule carries ("" where it carries no code).
    """

    node: Term
    rule: str
    component: str
    path: Term
    value: Term
    message: str
    code: str
    severity: str


def findings(graph: Graph, rules: Graph) -> list[Finding]:
    """Return what breaks the rules (shapes, see `load`); nothing is inferred before the rules are applied.

    A rule over the whole graph hangs on a node that stands for it; there the result's value is the offending node.
    """
    import pyshacl
    from rdflib import RDF, SH
    from rdflib import Graph as Report

    _, report, text = pyshacl.validate(graph, shacl_graph=rules, inference="none", meta_shacl=False)
    if not isinstance(report, Report):
        raise AssertionError(f"these shapes do not compile: {text}")  # noqa: TRY004 - a bug in our file, no wrong type
    return sorted({_finding(report, result, rules) for result in report.subjects(RDF.type, SH.ValidationResult)})


def _finding(report: Graph, result: Node, rules: Graph) -> Finding:
    from rdflib import DCTERMS, SH, URIRef

    query = report.value(result, SH.sourceConstraint)
    rule = query or report.value(result, SH.sourceShape)
    focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
    if query is not None and (focus, None, None) in rules:
        focus, value = value, None
    return Finding(
        node=term(focus),
        rule=local(rule),
        component=local(report.value(result, SH.sourceConstraintComponent)).removesuffix("ConstraintComponent"),
        path=term(path) if isinstance(path := report.value(result, SH.resultPath), URIRef) else "",
        value=term(value),
        message=str(report.value(result, SH.resultMessage) or ""),
        code=local(rules.value(rule, DCTERMS.type)),
        severity=local(report.value(result, SH.resultSeverity)),
    )


@cache
def load(shapes: str) -> Graph:
    """Return a shapes file of ours as a graph; it is read once."""
    from rdflib import Graph

    return Graph().parse(resources.ontology(shapes), format="turtle")


def graph_of(quads: Iterable[Quad] | Iterable[Triple]) -> Graph:
    """Return the union of all graphs for rdflib, each literal exactly as it is spelled.

    >>> len(graph_of([("<a:s>", "<a:p>", '"P0Y"', "<a:g>"), ("<a:s>", "<a:p>", '"P0Y"', "<a:h>")]))
    1
    """
    from rdflib import Graph

    known: dict[Term, Identifier] = {}
    graph = Graph()
    for quad in quads:
        for spelled in quad[:3]:
            if spelled not in known:
                known[spelled] = _node(spelled)
        graph.add((known[quad[0]], known[quad[1]], known[quad[2]]))
    return graph


def _node(spelled: Term) -> Identifier:
    from rdflib import BNode, Literal, URIRef

    if is_iri(spelled):
        return URIRef(address(spelled))
    if spelled.startswith("_:"):
        return BNode(spelled[2:])
    text, language, datatype = parts(spelled)
    # Without `normalize=False` rdflib turns a duration of "P0Y" into "P0D", and the rules would see another value.
    return Literal(text, lang=language or None, datatype=datatype or None, normalize=False)


def term(node: Node | None) -> Term:
    """Return our spelling of a node of rdflib, "" for none."""
    return "" if node is None else node.n3()


def local(node: Node | None) -> str:
    """Return the part of an IRI after its last `#` or `/`, "" for none."""
    return "" if node is None else str(node).rpartition("#")[2].rpartition("/")[2]
