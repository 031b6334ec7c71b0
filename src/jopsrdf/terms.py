"""This room spells RDF terms: a term is its N-Triples text, so a graph is a set of strings that sorts and compares.

Triples and quads are plain tuples of terms; the graph of a quad stands last and is "" for the default graph.
"""

from __future__ import annotations

import re

from jopsrdf.identifiers import encode

Term = str
Triple = tuple[Term, Term, Term]
Quad = tuple[Term, Term, Term, Term]

#: Prefixes as the field writes them; Turtle, contexts, the endpoint and the docs use this table.
PREFIXES: dict[str, str] = {
    "biro": "http://purl.org/spar/biro/",
    "c4o": "http://purl.org/spar/c4o/",
    "cito": "http://purl.org/spar/cito/",
    "co": "http://purl.org/co/",
    "datacite": "http://purl.org/spar/datacite/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "deo": "http://purl.org/spar/deo/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frbr": "http://purl.org/vocab/frbr/core#",
    "jv": "https://w3id.org/jopsrdf/vocab#",
    "ldqd": "http://www.w3.org/2016/05/ldqd#",
    "literal": "http://www.essepuntato.it/2010/06/literalreification/",
    "oa": "http://www.w3.org/ns/oa#",
    "oco": "https://w3id.org/oc/ontology/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "pro": "http://purl.org/spar/pro/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "scoro": "http://purl.org/spar/scoro/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: What a string may not hold as it is between the quotes of N-Triples (RDF 1.1 N-Triples, section 2.4).
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile(r'[\\"\n\r\t\b\f\x00-\x1f\x7f]')
_UNESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_UNESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)


class Namespace:
    """A vocabulary: `FABIO["Book"]` is the term, `FABIO.prefix` its short name.

    >>> FABIO["Book"]
    '<http://purl.org/spar/fabio/Book>'
    """

    def __init__(self, prefix: str) -> None:
        self.prefix, self.iri = prefix, PREFIXES[prefix]

    def __getitem__(self, name: str) -> Term:
        return f"<{self.iri}{name}>"

    def __contains__(self, term: Term) -> bool:
        return term.startswith(f"<{self.iri}")


BIRO, C4O, CITO, CO, DATACITE, DCAT = map(Namespace, ("biro", "c4o", "cito", "co", "datacite", "dcat"))
DCTERMS, DEO, DQV, FABIO, FOAF, FRBR = map(Namespace, ("dcterms", "deo", "dqv", "fabio", "foaf", "frbr"))
JV, LDQD, LITERAL, OA, OCO, OWL = map(Namespace, ("jv", "ldqd", "literal", "oa", "oco", "owl"))
PRISM, PRO, PROV, RDF, RDFS, SCHEMA = map(Namespace, ("prism", "pro", "prov", "rdf", "rdfs", "schema"))
SCORO, SD, SH, SKOS, VOID, XSD = map(Namespace, ("scoro", "sd", "sh", "skos", "void", "xsd"))


def iri(address: str) -> Term:
    """Return the term of an IRI; what an IRI may not hold is percent-encoded.

    >>> iri("https://doi.org/10.1175/026<0570")
    '<https://doi.org/10.1175/026%3C0570>'
    """
    return f"<{encode(address)}>"


def literal(value: str, *, language: str = "", datatype: Term = "") -> Term:
    r"""Return the term of a literal; `datatype` is a term such as `XSD["gYear"]`, the language tag goes lower-case.

    >>> print(literal('A “B”\n"C"', language="en"), literal("2025", datatype=XSD["gYear"]))
    "A “B”\n\"C\""@en "2025"^^<http://www.w3.org/2001/XMLSchema#gYear>
    """
    text = _SPECIAL.sub(_escape, value)
    if language:
        return f'"{text}"@{language.lower()}'
    return f'"{text}"^^{datatype}' if datatype else f'"{text}"'


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"


def is_iri(term: Term) -> bool:
    """Say whether a term is an IRI (the others here are literals)."""
    return term.startswith("<")


def address(term: Term) -> str:
    """Return the IRI inside a term.

    >>> address("<http://schema.org/name>")
    'http://schema.org/name'
    """
    return term[1:-1]


def parts(term: Term) -> tuple[str, str, str]:
    r"""Return a literal's text, language tag and datatype IRI ("" where it has none).

    >>> parts(literal('say "so"', language="en"))
    ('say "so"', 'en', '')
    """
    match = _LITERAL.fullmatch(term)
    if not match:
        raise ValueError(f"not a literal: {term[:60]}")
    return _UNESCAPE.sub(_unescape, match[1]), match[2] or "", match[3] or ""


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _UNESCAPED[match[3]]
