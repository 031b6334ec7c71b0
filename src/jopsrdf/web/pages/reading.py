"""This room prepares a reference for a page: its raw line in pieces, and what was read from each piece.

Labels of spans are the keys of a reference's JSON; one table says how a reader is told of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from jopsrdf.records import Reference
from jopsrdf.references import as_json

Kind = Literal["who", "when", "what", "host", "place", "name"]


@dataclass(frozen=True, slots=True)
class Field:
    """One row: what a field is called on a page, and the kind by which it is coloured."""

    name: str
    kind: Kind


#: In the order in which a page lists them.
FIELDS: dict[str, Field] = {
    "type": Field("Type", "what"),
    "authors": Field("Authors", "who"),
    "year": Field("Year", "when"),
    "date": Field("Date", "when"),
    "issued_text": Field("Date as printed", "when"),
    "original_year": Field("First published", "when"),
    "submitted": Field("Submitted", "when"),
    "title": Field("Title", "what"),
    "interviewer": Field("Interviewer", "who"),
    "translators": Field("Translators", "who"),
    "container_title": Field("In", "host"),
    "editors": Field("Editors", "who"),
    "collection_title": Field("Series", "host"),
    "event": Field("Conference", "host"),
    "number": Field("Number", "place"),
    "volume": Field("Volume", "place"),
    "issue": Field("Issue", "place"),
    "issue_whole": Field("Whole number", "place"),
    "supplement": Field("Supplement", "place"),
    "part": Field("Part", "place"),
    "chapter_number": Field("Chapter", "place"),
    "pages": Field("Pages", "place"),
    "edition": Field("Edition", "host"),
    "genre": Field("Kind of thesis", "what"),
    "department": Field("Department", "host"),
    "university": Field("University", "host"),
    "publisher": Field("Publisher", "host"),
    "publisher_place": Field("Place", "host"),
    "medium": Field("Medium", "what"),
    "language": Field("Language", "what"),
    "accessed": Field("Accessed", "when"),
    "doi": Field("DOI", "name"),
    "url": Field("Address", "name"),
    "isbn": Field("ISBN", "name"),
    "issn": Field("ISSN", "name"),
    "arxiv": Field("arXiv", "name"),
    "pmid": Field("PubMed", "name"),
    "pmcid": Field("PubMed Central", "name"),
    "handle": Field("Handle", "name"),
    "urn": Field("URN", "name"),
    "remainder": Field("Not read", "place"),
}
#: How the types are called, in the singular.
TYPES: dict[str, str] = {
    "article-journal": "journal article",
    "article-magazine": "magazine article",
    "article-newspaper": "newspaper article",
    "interview-article": "interview in a journal",
    "paper-conference": "conference paper",
    "webpage": "web page",
    "archive": "archival document",
    "audiovisual": "audiovisual work",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the raw line; `label` is "" for what no field took, `number` counts the pieces of a label."""

    text: str
    label: str = ""
    number: int = 0

    @property
    def field(self) -> Field | None:
        return FIELDS.get(self.label)

    @property
    def anchor(self) -> str:
        """Return what the piece is called within its reference: its label, and from the second on its number.

        >>> Piece("Rumelili", "authors", 2).anchor
        'authors-2'
        """
        return self.label if self.number == 1 else f"{self.label}-{self.number}"


@dataclass(frozen=True, slots=True)
class Value:
    """A field with what was read for it; `confidence` is 0–1, 0 where the grammar gives none."""

    label: str
    text: str
    confidence: float = 0.0
    has_piece: bool = False

    @property
    def field(self) -> Field:
        return FIELDS[self.label]


def pieces(reference: Reference) -> list[Piece]:
    """Return the raw line cut at its fields; the pieces joined are the line again.

    Of fields inside one another the one that begins first, or is longer, keeps its characters.

    >>> from jopsrdf.records import Span
    >>> [(p.text, p.label) for p in pieces(Reference(raw="Dugin 2014.", spans=(Span(6, 10, "year"),)))]
    [('Dugin ', ''), ('2014', 'year'), ('.', '')]
    """
    return list(_cut(reference))


def _cut(reference: Reference) -> Iterator[Piece]:
    raw, end = reference.raw, 0
    seen: dict[str, int] = {}
    for span in sorted(reference.spans, key=lambda span: (span.start, -span.end)):
        if span.start < end or not 0 <= span.start < span.end <= len(raw):
            continue
        if span.start > end:
            yield Piece(raw[end : span.start])
        seen[span.label] = seen.get(span.label, 0) + 1
        yield Piece(raw[span.start : span.end], span.label, seen[span.label])
        end = span.end
    if end < len(raw):
        yield Piece(raw[end:])


def values(reference: Reference) -> list[Value]:
    """Return what was read from a reference, field by field, in the order of `FIELDS`."""
    read = as_json(reference)
    read["pages"] = "–".join(str(read[end]) for end in ("page_first", "page_last") if end in read)
    confidence = dict(reference.confidence)
    labelled = {piece.label for piece in _cut(reference)}
    return [
        Value(label, shown(label, read[label]), confidence.get(label, 0.0), label in labelled)
        for label in FIELDS
        if read.get(label)
    ]


def shown(label: str, value: Any) -> str:
    """Return a value of a reference's JSON for people.

    >>> shown("authors", [{"family": "Kubicek", "given": "Paul"}, {"literal": "OECD"}])
    'Kubicek, Paul; OECD'
    """
    if label == "type":
        return TYPES.get(value, str(value))
    if isinstance(value, list):
        return "; ".join(_name(item) if isinstance(item, dict) else str(item) for item in value)
    return str(value)


def _name(name: dict[str, str]) -> str:
    given = " ".join(part for part in (name.get("given", ""), name.get("particle", "")) if part)
    parts = (name.get("literal", ""), name.get("family", ""), given, name.get("suffix", ""))
    return ", ".join(part for part in parts if part)
