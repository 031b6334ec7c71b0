"""This room lists the RDF formats: their names, media types and suffixes, and the W3C address of each."""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.errors import FormatError


@dataclass(frozen=True, slots=True)
class Format:
    """One row: `name` for the command line, `aliases` are media types that clients send for the same thing."""

    name: str
    label: str
    media_type: str
    suffix: str
    has_graphs: bool
    w3c: str
    aliases: tuple[str, ...] = ()


FORMATS: dict[str, Format] = {
    row.name: row
    for row in (
        Format(
            "turtle",
            "Turtle",
            "text/turtle",
            "ttl",
            False,
            "http://www.w3.org/ns/formats/Turtle",
            ("application/x-turtle",),
        ),
        Format(
            "jsonld",
            "JSON-LD",
            "application/ld+json",
            "jsonld",
            True,
            "http://www.w3.org/ns/formats/JSON-LD",
            ("application/json",),
        ),
        Format(
            "ntriples",
            "N-Triples",
            "application/n-triples",
            "nt",
            False,
            "http://www.w3.org/ns/formats/N-Triples",
            ("text/plain",),
        ),
        Format(
            "nquads",
            "N-Quads",
            "application/n-quads",
            "nq",
            True,
            "http://www.w3.org/ns/formats/N-Quads",
            ("text/x-nquads",),
        ),
        Format(
            "trig",
            "TriG",
            "application/trig",
            "trig",
            True,
            "http://www.w3.org/ns/formats/TriG",
            ("application/x-trig",),
        ),
        Format(
            "rdfxml",
            "RDF/XML",
            "application/rdf+xml",
            "rdf",
            False,
            "http://www.w3.org/ns/formats/RDF_XML",
            ("application/xml", "text/xml"),
        ),
    )
}


def by_suffix(suffix: str) -> Format:
    """Return the format of a file name's suffix; raise `FormatError` for one that is none of ours.

    >>> by_suffix("ttl").label
    'Turtle'
    """
    for row in FORMATS.values():
        if row.suffix == suffix.lower().lstrip("."):
            return row
    known = ", ".join(f".{row.suffix}" for row in FORMATS.values())
    raise FormatError(f"no RDF format has the suffix {suffix!r}; known are {known}")


def by_media_type(media_type: str) -> Format | None:
    """Return the format of a media type or of its alias, parameters ignored; None for others."""
    wanted = media_type.partition(";")[0].strip().lower()
    return next((row for row in FORMATS.values() if wanted in (row.media_type, *row.aliases)), None)
