"""RDF goes out and comes back unchanged, in every format, and negotiation follows RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jopsrdf import formats
from jopsrdf.errors import FormatError
from jopsrdf.terms import SCHEMA, XSD, Quad, iri, literal, parts

BASE = "https://w3id.org/jopsrdf/"
WORK = iri(f"{BASE}work/10.1175/1520-0469(1969)026<0570:ATFTDO>2.0.CO;2")
QUADS: list[Quad] = [
    (WORK, SCHEMA["name"], literal('Say "so"\n\\ and\ttab \x01', language="EN"), ""),
    (WORK, SCHEMA["datePublished"], literal("2025", datatype=XSD["gYear"]), ""),
    (WORK, SCHEMA["position"], literal("7", datatype=XSD["integer"]), ""),
    (iri(f"{BASE}work/10.1/../x"), SCHEMA["isPartOf"], iri(f"{BASE}journal/вестник"), ""),
    (iri(f"{BASE}work/10.1//x#item-1"), SCHEMA["isPartOf"], iri(f"{BASE}"), ""),
]

plain_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize("name", sorted(set(formats.FORMATS) - {"jsonld", "rdfxml"}))
def test_every_format_gives_the_graph_back(name: str) -> None:
    """What is written is read back, dot segments, control characters and other scripts included."""
    assert set(formats.read(formats.write(QUADS, name, base=BASE), name)) == set(QUADS)


@pytest.mark.parametrize("name", ["trig", "nquads"])
def test_named_graphs_survive(name: str) -> None:
    """The formats with graphs keep their names."""
    quads = [(*quad[:3], graph) for quad in QUADS for graph in ("", iri(f"{BASE}graph/links"))]
    assert set(formats.read(formats.write(quads, name, base=BASE), name)) == set(quads)


@given(plain_text)
def test_literals_survive_turtle_and_lines(value: str) -> None:
    """Any text between the quotes is the same text after a round trip."""
    quad = (WORK, SCHEMA["name"], literal(value), "")
    assert parts(quad[2])[0] == value
    for name in ("turtle", "ntriples"):
        assert list(formats.read(formats.write([quad], name), name)) == [quad]


def test_turtle_puts_the_subject_first() -> None:
    """The subject that the document is about stands on top, and only used prefixes are declared."""
    last = QUADS[-1][0]
    head, _, body = formats.write(QUADS[2:], "turtle", base=BASE, first=last).decode().partition("\n\n")
    assert head.splitlines() == [f"@base <{BASE}> .", "@prefix schema: <http://schema.org/> ."]
    assert body.startswith(last)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "text/html"),
        ("*/*", "text/html"),
        ("text/turtle", "text/turtle"),
        ("*/*, text/turtle", "text/turtle"),
        ("text/*, application/ld+json", "application/ld+json"),
        ("text/turtle;q=0.3, application/ld+json;q=0.8", "application/ld+json"),
        ("text/*;q=0.9, text/html;q=0.1", "text/turtle"),
        ("text/html;level=1;q=0.2, */*;q=0.1", "text/html"),
        ("application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("TEXT/Turtle ; Q=1", "text/turtle"),
        ("image/png", None),
        ("text/html;q=0, text/turtle;q=0", None),
        ("text/turtle;q=bad, text/html;q=0.5", "text/html"),
        (";;;,,,", "text/html"),
    ],
)
def test_negotiation(accept: str, expected: str | None) -> None:
    """The most specific range gives the weight; the greatest weight wins, then the server's order."""
    assert formats.negotiate(accept, ["text/html", "text/turtle", "application/ld+json"]) == expected


def test_a_broken_document_names_its_place() -> None:
    """A syntax error says the file, the line and the column."""
    with pytest.raises(FormatError, match=r"data.ttl:2:\d+"):
        list(formats.read(b"<a:a> <a:b> <a:c> .\n<a:a> <a:b> .\n", "turtle", source="data.ttl"))


def test_an_unknown_format_lists_the_known_ones() -> None:
    """A format that is not there is answered with those that are."""
    with pytest.raises(FormatError, match="known are turtle, jsonld"):
        formats.find("hdt")
