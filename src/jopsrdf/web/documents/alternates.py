"""This room lists the profiles and media types of a thing: as links in a header, as JSON, as RDF, and for the page.

The model is that of W3C Content Negotiation by Profile, section "Alternate Representations Data Model".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jopsrdf.formats import FORMATS, Format
from jopsrdf.terms import DCTERMS, RDF, RDFS, XSD, Quad, iri, literal
from jopsrdf.web.documents.links import Link
from jopsrdf.web.documents.profiles import FULL, Choice, Offer

ALTR, PROF = "http://www.w3.org/ns/dx/connegp/altr#", "http://www.w3.org/ns/dx/prof/"


@dataclass(frozen=True, slots=True)
class Alternates:
    """The documents about a thing: its IRI, its name as in the IRI, and the profiles that keep anything of it."""

    iri: str
    name: str
    offers: Sequence[Offer]

    def rows(self) -> Iterator[tuple[Offer, list[tuple[Format, str]]]]:
        """Yield each profile with its formats and the path of each document, the default first."""
        for offer in self.offers:
            yield offer, [(row, Choice(offer, row.media_type, row).document(self.name)) for row in offer.formats]

    def links(self, root: str) -> Iterator[Link]:
        """Yield the list as links; most targets are relative to the list, for proxies cut or refuse long headers."""
        for offer, rows in self.rows():
            yield Link(f"{PROF}Profile", "type", token=offer.name, anchor=offer.iri)
            for row, path in rows:
                if is_default(offer, row):
                    yield Link(f"{root}/{path}", "canonical", row.media_type, profile=offer.iri)
                else:
                    yield Link(f"./{path.rpartition('/')[2]}", "alternate", row.media_type, profile=offer.iri)

    def json(self) -> bytes:
        """Return the list as the rules write it in JSON."""
        profiles = [
            {
                "token": offer.name,
                "uri": offer.iri,
                "title": offer.title,
                "media_types": [row.media_type for row, _ in rows],
            }
            for offer, rows in self.rows()
        ]
        return (json.dumps({"resource": self.iri, "profiles": profiles}, ensure_ascii=False, indent=1) + "\n").encode()

    def quads(self, base: str) -> Iterator[Quad]:
        """Yield the list as RDF: each document with its profile and its media type."""
        thing = iri(self.iri)
        for offer, rows in self.rows():
            profile = iri(offer.iri)
            yield profile, RDF["type"], f"<{PROF}Profile>", ""
            yield profile, RDFS["label"], literal(offer.title, language="en"), ""
            yield profile, f"<{PROF}hasToken>", literal(offer.name, datatype=XSD["token"]), ""
            for row, path in rows:
                document = iri(base + path)
                relation = "hasDefaultRepresentation" if is_default(offer, row) else "hasRepresentation"
                yield thing, f"<{ALTR}{relation}>", document, ""
                yield document, RDF["type"], f"<{ALTR}Representation>", ""
                yield document, DCTERMS["conformsTo"], profile, ""
                yield document, DCTERMS["format"], literal(row.media_type), ""


def is_default(offer: Offer, row: Format) -> bool:
    """Say whether this is the document that a program without wishes gets."""
    return offer is FULL and row is FORMATS["turtle"]
