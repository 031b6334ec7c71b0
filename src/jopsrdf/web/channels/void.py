"""This room describes the dataset: VoID with its partitions, DCAT 3 with its distributions, in one graph.

Everything comes from the generation's manifest, so it is exact and costs nothing. Sources: the VoID note of W3C
(https://www.w3.org/TR/void/) and DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jopsrdf.config import Settings
from jopsrdf.formats import FORMATS
from jopsrdf.store.manifest import Manifest
from jopsrdf.terms import DCAT, DCTERMS, FOAF, PREFIXES, RDF, SD, VOID, XSD, Term, Triple, iri, literal

#: Media types as DCAT names them, and the one that says "packed".
_IANA = "https://www.iana.org/assignments/media-types/"
_SPDX = "http://spdx.org/rdf/terms#"
_VCARD = "http://www.w3.org/2006/vcard/ns#"


@dataclass(frozen=True, slots=True)
class Dump:
    """A file with the whole dataset: its name on the site, the name of its format, its size and SHA-256."""

    file: str
    format: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the description stands: the site's address, an article as an example, and whether only files are there."""

    root: str
    example: str = ""
    is_static: bool = False

    @property
    def dataset(self) -> Term:
        return iri(f"{self.root}.well-known/void#dataset")

    def node(self, name: str) -> Term:
        return iri(f"{self.root}.well-known/void#{name}")


def title_of(settings: Settings) -> str:
    """Return the name of the site: its own, the journal's, or a plain one."""
    return settings["site.title"] or settings["journal.title"] or "Articles and what they cite"


def triples(
    settings: Settings, manifest: Manifest, issued: str, dumps: Iterable[Dump], place: Place
) -> Iterator[Triple]:
    """Yield the description; `issued` is the day of the generation (YYYY-MM-DD)."""
    dataset = place.dataset
    yield from ((dataset, RDF["type"], kind) for kind in (VOID["Dataset"], DCAT["Dataset"]))
    yield dataset, DCTERMS["title"], literal(title_of(settings), language=settings["journal.language"] or "en")
    said = settings["site.description"]
    yield dataset, DCTERMS["description"], literal(said) if said else literal(described(manifest), language="en")
    yield dataset, DCTERMS["license"], iri(settings.licence)
    yield dataset, DCTERMS["modified"], literal(issued, datatype=XSD["date"])
    yield dataset, DCAT["version"], literal(manifest.id)
    yield dataset, FOAF["homepage"], iri(place.root)
    yield dataset, DCAT["landingPage"], iri(f"{place.root}dataset")
    yield dataset, VOID["uriSpace"], literal(settings.base)
    if place.example:
        yield dataset, VOID["exampleResource"], iri(place.example)
    if settings["site.contact"]:
        yield from _contact(dataset, settings, place)
    if settings["journal.publisher"]:
        yield dataset, DCTERMS["publisher"], place.node("publisher")
        yield place.node("publisher"), RDF["type"], FOAF["Organization"]
        yield place.node("publisher"), FOAF["name"], literal(settings["journal.publisher"])
    yield from _statistics(dataset, manifest)
    yield from _vocabularies(dataset, manifest)
    yield from _partitions(dataset, manifest, place)
    for dump in dumps:
        yield from _distribution(dataset, dump, settings, place)
    if not place.is_static:
        yield dataset, VOID["sparqlEndpoint"], iri(f"{place.root}sparql")
        yield from _services(dataset, settings, place)


def described(manifest: Manifest) -> str:
    """Return what catalogues want to read of a dataset whose owner has not described it: what is in it, in numbers."""
    articles = "1 article" if manifest.articles == 1 else f"{manifest.articles:,} articles"
    return f"Bibliographic metadata of {articles} and of the cited works, as linked data."


def _contact(dataset: Term, settings: Settings, place: Place) -> Iterator[Triple]:
    """The address for questions as DCAT has it: something with a name and an address, not an address."""
    address, node = settings["site.contact"], place.node("contact")
    yield dataset, DCAT["contactPoint"], node
    yield node, RDF["type"], f"<{_VCARD}Kind>"
    yield node, f"<{_VCARD}fn>", literal(settings["journal.publisher"] or title_of(settings))
    yield node, f"<{_VCARD}{'hasEmail' if address.startswith('mailto:') else 'hasURL'}>", iri(address)


def _statistics(dataset: Term, manifest: Manifest) -> Iterator[Triple]:
    counts = {
        "triples": manifest.triples,
        "distinctSubjects": manifest.subjects,
        "properties": len(manifest.properties),
        "classes": len(manifest.classes),
        "documents": manifest.articles,
    }
    for name, count in counts.items():
        yield dataset, VOID[name], _count(count)
    for row in FORMATS.values():
        yield dataset, VOID["feature"], iri(row.w3c)


def _vocabularies(dataset: Term, manifest: Manifest) -> Iterator[Triple]:
    used = {*manifest.properties, *manifest.classes}
    for namespace in PREFIXES.values():
        if any(term.startswith(namespace) for term in used):
            yield dataset, VOID["vocabulary"], iri(namespace)


def _partitions(dataset: Term, manifest: Manifest, place: Place) -> Iterator[Triple]:
    """Partitions by class and property, each with its exact count: what an editor completes from."""
    for number, (name, count) in enumerate(sorted(manifest.classes.items()), 1):
        node = place.node(f"class-{number}")
        yield dataset, VOID["classPartition"], node
        yield node, VOID["class"], iri(name)
        yield node, VOID["entities"], _count(count)
    for number, (name, count) in enumerate(sorted(manifest.properties.items()), 1):
        node = place.node(f"property-{number}")
        yield dataset, VOID["propertyPartition"], node
        yield node, VOID["property"], iri(name)
        yield node, VOID["triples"], _count(count)


def _distribution(dataset: Term, dump: Dump, settings: Settings, place: Place) -> Iterator[Triple]:
    address, node = iri(f"{place.root}dumps/{dump.file}"), place.node(f"dump-{dump.format}")
    checksum = place.node(f"checksum-{dump.format}")
    yield dataset, VOID["dataDump"], address
    yield dataset, DCAT["distribution"], node
    yield node, RDF["type"], DCAT["Distribution"]
    yield node, DCAT["downloadURL"], address
    yield node, DCAT["accessURL"], iri(f"{place.root}dataset")
    yield node, DCAT["mediaType"], iri(_IANA + FORMATS[dump.format].media_type)
    yield node, DCAT["compressFormat"], iri(f"{_IANA}application/gzip")
    yield node, DCAT["byteSize"], literal(str(dump.size), datatype=XSD["nonNegativeInteger"])
    yield node, DCTERMS["title"], literal(f"{FORMATS[dump.format].label}, gzip", language="en")
    yield node, DCTERMS["license"], iri(settings.licence)
    yield node, f"<{_SPDX}checksum>", checksum
    yield checksum, RDF["type"], f"<{_SPDX}Checksum>"
    yield checksum, f"<{_SPDX}algorithm>", f"<{_SPDX}checksumAlgorithm_sha256>"
    yield checksum, f"<{_SPDX}checksumValue>", literal(dump.sha256, datatype=XSD["hexBinary"])


def _services(dataset: Term, settings: Settings, place: Place) -> Iterator[Triple]:
    """The two ways in that are services: SPARQL and OAI-PMH."""
    rows = (
        ("sparql", "SPARQL endpoint", "https://www.w3.org/TR/sparql11-protocol/"),
        ("oai", "OAI-PMH", "http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm"),
    )
    for path, title, standard in rows:
        service = place.node(f"{path}-service")
        yield service, RDF["type"], DCAT["DataService"]
        yield service, DCTERMS["title"], literal(title, language="en")
        yield service, DCTERMS["conformsTo"], iri(standard)
        yield service, DCTERMS["license"], iri(settings.licence)
        yield service, DCAT["endpointURL"], iri(f"{place.root}{path}")
        yield service, DCAT["servesDataset"], dataset
    yield place.node("sparql-service"), RDF["type"], SD["Service"]


def _count(number: int) -> Term:
    return literal(str(number), datatype=XSD["integer"])
