"""Each rule of the shapes finds what it is there for: a valid small graph is broken in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib import RDFS, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from jopsrdf import formats, graph, notes
from jopsrdf.graph import entities, shacl
from jopsrdf.graph.check import code_of
from jopsrdf.terms import PREFIXES, RDF

BASE = "https://w3id.org/jopsrdf/"
FOLDER = Path(__file__).parent / "shapes"
#: Each shapes file, with the small graph that keeps all of its rules.
SHEETS = {"shapes": FOLDER / "valid.ttl", "ocdm-shapes": FOLDER / "valid-ocdm.ttl"}
RULES = {sheet: shacl.load(f"{sheet}.ttl") for sheet in SHEETS}
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf)
#: Parameters that are no constraint of their own.
SILENT = {SH.path, SH.message, SH.severity, SH.property, SH.ignoredProperties, SH.qualifiedValueShape, *TARGETS}
ELSEWHERE = URIRef("https://example.org/elsewhere")
#: A value that looks nearly right, for each rule with a pattern.
NEARLY_RIGHT = {
    "work-language": URIRef("https://example.org/en"),
    "work-doi": Literal("10.46991/JOPS/2025.4.10.125"),
    "work-keywords": Literal("NATO, Türkiye"),
    "work-language-tag": Literal("English"),
    "work-isbn": Literal("978-3-658-46812-5"),
    "journal-issn": Literal("29538092"),
    "reference-text": Literal("two\nlines"),
    "citation-span": Literal("P8M", datatype=f"{PREFIXES['xsd']}duration", normalize=False),
    "annotation-code": Literal("issue-bracket"),
}
#: What is put in a value's place, by the constraint's parameter; the rest is done by adding and removing statements.
WRONG: dict[str, Node] = {
    "datatype": Literal("anything", lang="en"),
    "class": ELSEWHERE,
    "in": ELSEWHERE,
    "hasValue": ELSEWHERE,
    "or": Literal("soon"),
    "minInclusive": Literal("-0.5", datatype=f"{PREFIXES['xsd']}decimal"),
    "maxInclusive": Literal("1.5", datatype=f"{PREFIXES['xsd']}decimal"),
}
#: What breaks a rule that is a query, or is about several properties at once: a SPARQL Update on the valid graph.
UPDATES = {
    ("Node", "nodeKind"): "INSERT DATA { [] a foaf:Agent, foaf:Person ; foaf:name 'Ashot Aleksanyan' }",
    ("RoleOrder", "or"): "DELETE WHERE { :author-3 co:index ?number }",
    ("AgentKind", "xone"): "INSERT DATA { <organisation/springer-vs> a foaf:Person }",
    ("work-class", "in"): "INSERT DATA { <work/coskun-2024> a fabio:Report }",
    ("citation-type", "in"): "INSERT DATA { :citation-1 a cito:DistantCitation }",
    ("article-list", "qualifiedMinCount"): "DELETE WHERE { ?article frbr:part :references }",
    (
        "article-list",
        "qualifiedMaxCount",
    ): "INSERT { ?a frbr:part :more . :more a biro:ReferenceList } WHERE { ?a cito:cites ?w }",
    ("typed", "sparql"): "DELETE WHERE { <place/wiesbaden> a ?class }",
    ("described", "sparql"): "INSERT DATA { <place/cham> a frbr:Place, schema:Place ; foaf:name 'Cham' }",
    ("https", "sparql"): "INSERT DATA { <place/wiesbaden> <https://schema.org/name> 'Wiesbaden' }",
    (
        "role-order",
        "sparql",
    ): "DELETE DATA { :author-1 oco:hasNext :author-2 } ; INSERT DATA { :author-1 oco:hasNext :author-3 }",
    ("role-start", "sparql"): "DELETE DATA { :author-2 oco:hasNext :author-3 }",
    (
        "role-repeated",
        "sparql",
    ): "DELETE WHERE { :author-3 co:index ?n } ; INSERT DATA { :author-3 co:index '2'^^xsd:positiveInteger }",
    ("role-author", "sparql"): "DELETE WHERE { ?work schema:author :person-jilavyan-svetlana }",
    (
        "entry-order",
        "sparql",
    ): "DELETE DATA { :item-1 co:nextItem :item-2 } ; INSERT DATA { :item-1 co:nextItem :item-3 }",
    ("entry-start", "sparql"): "DELETE DATA { :item-1 co:nextItem :item-2 }",
    ("list-count", "sparql"): "DELETE DATA { :references co:item :item-3 }",
    (
        "list-ends",
        "sparql",
    ): "DELETE DATA { :references co:lastItem :item-3 } ; INSERT DATA { :references co:lastItem :item-2 }",
    ("identifier-node", "sparql"): """INSERT DATA { <identifier/doi/other> datacite:usesIdentifierScheme datacite:doi ;
        literal:hasLiteralValue '10.46991/jops/2025.4.10.125' }""",
    ("identifier-doi", "sparql"): "DELETE WHERE { ?work prism:doi ?doi }",
    ("link-citation", "sparql"): "DELETE WHERE { :citation-2 ?property ?value }",
    ("link-reference", "sparql"): "DELETE WHERE { :reference-2 biro:references ?work }",
    ("citation-link", "sparql"): "DELETE WHERE { ?article cito:cites <work/coskun-2024> }",
    ("reference-link", "sparql"): "DELETE WHERE { ?article cito:cites <work/coskun-2024> }",
    ("year-of-date", "sparql"): "DELETE WHERE { <work/coskun-2024> fabio:hasPublicationYear ?y } ; "
    "INSERT DATA { <work/coskun-2024> fabio:hasPublicationYear '2023'^^xsd:gYear }",
    ("date-of-citation", "sparql"): "DELETE WHERE { :citation-1 cito:hasCitationCreationDate ?d } ; "
    "INSERT DATA { :citation-1 cito:hasCitationCreationDate '2025-07-10'^^xsd:date }",
    ("whole-part", "sparql"): "INSERT DATA { <work/coskun-2024> schema:isPartOf <journal/jops> }",
    ("whole-citation", "sparql"): "INSERT DATA { <work/coskun-2024> schema:citation <work/isbn/9783658468125> }",
    ("self-citation", "sparql"): "INSERT DATA { :citation-2 a cito:JournalSelfCitation }",
}


def name(sheet: str, rule: str) -> URIRef:
    return URIRef(f"{BASE}{sheet}#{rule}")


def constraints(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Yield each constraint of the shapes that have a target: the sheet, the rule and its parameter."""
    rules, prefix = RULES[sheet], name(sheet, "")
    for shape in sorted({shape for target in TARGETS for shape in rules.subjects(target)}, key=str):
        for query in rules.objects(shape, SH.sparql):
            yield sheet, str(query).removeprefix(prefix), "sparql"
        for rule in (shape, *rules.objects(shape, SH.property)):
            for parameter in rules.predicates(rule):
                if str(parameter).startswith(str(SH)) and parameter not in SILENT | {SH.sparql}:
                    yield sheet, str(rule).removeprefix(prefix), str(parameter).removeprefix(str(SH))


CONSTRAINTS = sorted(row for sheet in SHEETS for row in constraints(sheet))


@pytest.fixture(scope="module")
def valid() -> dict[str, Graph]:
    """The graphs that keep every rule of their sheets."""
    return {sheet: shacl.graph_of(formats.read(path.read_bytes(), "turtle")) for sheet, path in SHEETS.items()}


def rules_about(sheet: str, rule: str) -> Graph:
    """Return the shapes with only those targets whose shape holds a rule: the others would only cost time."""
    rules, wanted = RULES[sheet], name(sheet, rule)
    owners = {wanted, *rules.subjects(SH.property, wanted), *rules.subjects(SH.sparql, wanted)}
    some = Graph()
    for s, p, o in rules:
        other_query = p == SH.sparql and o != wanted
        if not (p in TARGETS and s not in owners) and not other_query:
            some.add((s, p, o))
    return some


def broken(graph: Graph, sheet: str, rule: str, parameter: str) -> Graph:
    """Break one constraint at one node."""
    if (rule, parameter) in UPDATES:
        prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
        fragment = f"PREFIX : <{BASE}work/10.46991/jops/2025.4.10.125#>\n"
        graph.update(f"BASE <{BASE}>\n{prefixes}{fragment}{UPDATES[rule, parameter]}")
        return graph
    if parameter == "closed":
        focus = focus_nodes(graph, RULES[sheet], name(sheet, rule))[0]
        graph.add((focus, RDFS.comment, Literal("anything")))
        return graph
    return mutated(graph, sheet, rule, parameter)


def mutated(graph: Graph, sheet: str, rule: str, parameter: str) -> Graph:
    """Break a rule about one property: take its values away, double one, or put a wrong one in its place."""
    rules = RULES[sheet]
    path = rules.value(name(sheet, rule), SH.path)
    assert path is not None
    inverse = rules.value(path, SH.inversePath)
    shape = next(rules.subjects(SH.property, name(sheet, rule)))
    for focus in focus_nodes(graph, rules, shape):
        values = sorted(graph.subjects(inverse, focus) if inverse else graph.objects(focus, path), key=str)
        if values:
            break
    forbidden = parameter == "maxCount" and rules.value(name(sheet, rule), SH.maxCount) == Literal(0)
    assert forbidden or values, f"the valid graph shows nothing of {rule}"

    def put(value: Node) -> None:
        graph.add((value, inverse, focus) if inverse else (focus, path, value))

    if parameter in ("maxCount", "uniqueLang"):
        put(another(values[0]) if values else Literal("anything"))
        return graph
    for value in values:
        graph.remove((value, inverse, focus) if inverse else (focus, path, value))
    if parameter != "minCount":
        put(wrong(rule, parameter, values[0]))
    return graph


def wrong(rule: str, parameter: str, value: Node) -> Node:
    """Return what a constraint must refuse in the place of a right value."""
    if parameter == "pattern":
        return NEARLY_RIGHT[rule]
    if parameter == "nodeKind":
        return ELSEWHERE if isinstance(value, Literal) else Literal("anything")
    return WRONG[parameter]


def another(value: Node) -> Node:
    """Return a second value of the same kind."""
    if isinstance(value, Literal):
        return Literal(f"{value[:-1]}8", lang=value.language, datatype=value.datatype, normalize=False)
    return ELSEWHERE


def focus_nodes(graph: Graph, rules: Graph, shape: Node) -> list[Node]:
    """Return the nodes that a shape is about."""
    found = {node for kind in rules.objects(shape, SH.targetClass) for node in graph.subjects(None, kind)}
    found |= {node for p in rules.objects(shape, SH.targetSubjectsOf) for node in graph.subjects(p)}
    return sorted(found, key=str)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_valid_graph_keeps_every_rule(valid: dict[str, Graph], sheet: str) -> None:
    """The graph that the other tests break is sound as it stands."""
    assert shacl.findings(valid[sheet], RULES[sheet]) == []


@pytest.mark.parametrize(("sheet", "rule", "parameter"), CONSTRAINTS, ids=str)
def test_a_broken_rule_is_found(valid: dict[str, Graph], sheet: str, rule: str, parameter: str) -> None:
    """Where one constraint is broken, a finding names its rule and its component, in words, with a known code."""
    graph = broken(Graph() + valid[sheet], sheet, rule, parameter)
    found = shacl.findings(graph, rules_about(sheet, rule))
    component = "SPARQL" if parameter == "sparql" else parameter[0].upper() + parameter[1:]
    hits = [finding for finding in found if (finding.rule, finding.component) == (rule, component)]
    assert hits, f"only {found}"
    assert all(hit.message.endswith(".") and "{" not in hit.message for hit in hits)
    assert all(code_of(hit) in notes.CODES for hit in hits)


def test_each_rule_has_one_sentence() -> None:
    """A rule that can be broken has one message and one path at most, so no name was used for two rules."""
    for sheet, rule in {(sheet, rule) for sheet, rule, _ in CONSTRAINTS}:
        assert len(list(RULES[sheet].objects(name(sheet, rule), SH.message))) == 1, rule
        assert len(list(RULES[sheet].objects(name(sheet, rule), SH.path))) <= 1, rule


def test_the_works_of_the_tables_are_the_works_of_the_shapes() -> None:
    """The classes that the tables give to works are those that the shapes allow, no more and no less."""
    described = {entities.Document, entities.Container, entities.Volume, entities.Number}
    shapes = [shape for tables in graph.VOCABULARIES.values() for shape in tables if shape.describes in described]
    written = {term for shape in shapes for term in shape.classes}
    written |= {
        term for shape in shapes for row in shape.rows if row.predicate == RDF["type"] for term in row.codec.terms
    }
    allowed = RULES["shapes"].value(name("shapes", "work-class"), SH["in"])
    assert allowed is not None
    assert {node.n3() for node in Collection(RULES["shapes"], allowed)} == written
