"""This room narrows a graph down to what a consumer asks for: SPAR only, strictly OCDM, or schema.org only.

A profile is a table of what stays; it works on quads, so it serves what is stored as well as what is just made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jopsrdf.graph.engine import TYPE
from jopsrdf.terms import (
    BIRO,
    C4O,
    CITO,
    DATACITE,
    DCTERMS,
    FABIO,
    FOAF,
    FRBR,
    LITERAL,
    OCO,
    PRISM,
    PRO,
    PROV,
    SCHEMA,
    Quad,
    Term,
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One row: its name, its IRI for `Accept-Profile`, what it is for people, and the quads that it keeps."""

    name: str
    iri: str
    title: str
    keep: Callable[[list[Quad]], Iterator[Quad]]


#: What OCDM knows of each kind of node: the class that tells the kind, and its properties beside rdf:type.
OCDM: Mapping[Term, frozenset[Term]] = {
    FABIO["Expression"]: frozenset(
        {
            DATACITE["hasIdentifier"],
            DCTERMS["title"],
            FABIO["hasSubtitle"],
            FABIO["hasSequenceIdentifier"],
            FRBR["partOf"],
            FRBR["embodiment"],
            FRBR["part"],
            PRISM["publicationDate"],
            PRO["isDocumentContextFor"],
            CITO["cites"],
        }
    ),
    FABIO["Manifestation"]: frozenset(
        {DCTERMS["format"], PRISM["startingPage"], PRISM["endingPage"], FRBR["exemplar"]}
    ),
    BIRO["BibliographicReference"]: frozenset({C4O["hasContent"], BIRO["references"]}),
    CITO["Citation"]: frozenset(
        {
            CITO["hasCitingEntity"],
            CITO["hasCitedEntity"],
            CITO["hasCitationCharacterization"],
            CITO["hasCitationCreationDate"],
            CITO["hasCitationTimeSpan"],
        }
    ),
    FOAF["Agent"]: frozenset({DATACITE["hasIdentifier"], FOAF["name"], FOAF["givenName"], FOAF["familyName"]}),
    PRO["RoleInTime"]: frozenset({PRO["withRole"], PRO["isHeldBy"], OCO["hasNext"]}),
    DATACITE["Identifier"]: frozenset({DATACITE["usesIdentifierScheme"], LITERAL["hasLiteralValue"]}),
    PROV["Entity"]: frozenset(
        {
            PROV["specializationOf"],
            PROV["generatedAtTime"],
            PROV["wasAttributedTo"],
            PROV["hadPrimarySource"],
            DCTERMS["description"],
        }
    ),
}
#: OCDM's class for ours, where it has the same or a wider one; of all others only fabio:Expression stays.
OCDM_CLASSES: Mapping[Term, Term] = {
    **{term: term for term in OCDM},
    **{
        FABIO[name]: FABIO[name]
        for name in (
            "ArchivalDocument",
            "Book",
            "BookChapter",
            "DataFile",
            "Journal",
            "JournalArticle",
            "JournalIssue",
            "JournalVolume",
            "ReportDocument",
            "Series",
            "Thesis",
            "WebContent",
        )
    },
    FABIO["ConferencePaper"]: FABIO["ProceedingsPaper"],
    FABIO["ConferenceProceedings"]: FABIO["AcademicProceedings"],
    CITO["SelfCitation"]: CITO["SelfCitation"],
    CITO["AuthorSelfCitation"]: CITO["AuthorSelfCitation"],
    CITO["JournalSelfCitation"]: CITO["JournalSelfCitation"],
}
#: What may lead to a thing that OCDM does not describe: a copy on the web, a program.
OPEN = frozenset({FRBR["exemplar"], PROV["wasAttributedTo"]})
OCDM_ROLES = frozenset({PRO["author"], PRO["editor"], PRO["publisher"]})
#: Links that SPAR has no term for. Without them a biography would be nobody's, and a thesis of no university.
BORROWED = frozenset({SCHEMA["about"], SCHEMA["sourceOrganization"]})


def _spar(quads: list[Quad]) -> Iterator[Quad]:
    """Keep what is not said in schema.org's words alone."""
    for quad in quads:
        term = quad[2] if quad[1] == TYPE else quad[1]
        if term not in SCHEMA or term in BORROWED:
            yield quad


def _schema(quads: list[Quad]) -> Iterator[Quad]:
    """Keep the things that have a class in schema.org, with what it says of them."""
    known = {s for s, p, o, _ in quads if p == TYPE and o in SCHEMA}
    return (q for q in quads if q[0] in known and (q[1] in SCHEMA or (q[1] == TYPE and q[2] in SCHEMA)))


def _ocdm(quads: list[Quad]) -> Iterator[Quad]:
    """Keep the nodes of OCDM's kinds with its properties, and of these what can be reached without the others."""
    kinds = {s: o for s, p, o, _ in quads if p == TYPE and o in OCDM}
    foreign = {
        s for s, p, o, _ in quads if p == PROV["wasDerivedFrom"] or (p == PRO["withRole"] and o not in OCDM_ROLES)
    }
    kinds = {s: kind for s, kind in kinds.items() if s not in foreign}
    unknown = {s for s, _, _, _ in quads} - set(kinds)
    kept = [
        (s, p, o, g)
        for s, p, o, g in quads
        if s in kinds and p in OCDM[kinds[s]] and (o not in unknown or p in OPEN) and _fits(p, kinds.get(o, ""))
    ]
    stay = _reached(kept, kinds)
    yield from ((s, TYPE, OCDM_CLASSES[o], g) for s, p, o, g in quads if p == TYPE and s in stay and o in OCDM_CLASSES)
    yield from (quad for quad in kept if quad[0] in stay)


def _fits(predicate: Term, kind: Term) -> bool:
    """Say whether OCDM lets a thing of that kind stand here: the parts of a resource are its references."""
    return predicate != FRBR["part"] or kind == BIRO["BibliographicReference"]


def _reached(quads: Iterable[Quad], kinds: Mapping[Term, Term]) -> set[Term]:
    """Return the nodes that citations, snapshots, and works to which nothing else leads can be followed to."""
    links: dict[Term, set[Term]] = {}
    for s, _, o, _ in quads:
        if o in kinds:
            links.setdefault(s, set()).add(o)
    roots = {s for s, kind in kinds.items() if kind in (CITO["Citation"], PROV["Entity"])}
    led_to = {o for s, objects in links.items() if s not in roots for o in objects}
    waiting = [s for s, kind in kinds.items() if s in roots or (kind == FABIO["Expression"] and s not in led_to)]
    stay: set[Term] = set()
    while waiting:
        thing = waiting.pop()
        if thing not in stay:
            stay.add(thing)
            waiting += links.get(thing, ())
    return stay


PROFILES: dict[str, Profile] = {
    row.name: row
    for row in (
        Profile("spar", "http://purl.org/spar/", "The SPAR ontologies, with links, quality and provenance", _spar),
        Profile("ocdm", "https://w3id.org/oc/ontology/", "Strictly the OpenCitations Data Model", _ocdm),
        Profile("schema", "http://schema.org/", "schema.org on the same subjects", _schema),
    )
}


def profiled(quads: Iterable[Quad], profile: str) -> Iterator[Quad]:
    """Yield what a profile of `PROFILES` keeps of some quads; raise `KeyError` for an unknown one.

    >>> quad = ("<#a>", '<http://schema.org/name>', '"A"', "<#g>")
    >>> list(profiled([quad], "spar"))
    []
    """
    return PROFILES[profile].keep(list(quads))
