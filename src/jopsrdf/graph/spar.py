"""This room is the table of the SPAR ontologies: what each field becomes on the level of the OpenCitations Data Model.

Sources: FaBiO 2.3, PRO 1.5.4, BiRO 1.1.1, C4O 1.2, CiTO 2.8.2, DataCite 1.2.1, SCoRO 1.9.1, and OCDM 2.0 for the
choice among them. FaBiO declares the PRISM terms and makes some Dublin Core terms stricter: publisher, language and
licence are object properties there.
"""

from __future__ import annotations

import re

from jopsrdf.graph import entities as e
from jopsrdf.graph.citations import CITES
from jopsrdf.graph.codecs import (
    COUNT,
    DATE,
    DURATION,
    IRI,
    MIDNIGHT,
    POSITIVE,
    STRING,
    TEXT,
    TEXTS,
    THINGS,
    VALUE,
    YEAR,
    built,
    table,
)
from jopsrdf.graph.engine import Row, Shape
from jopsrdf.graph.kinds import DEGREES, HOLDERS, KINDS
from jopsrdf.records import INTENTS
from jopsrdf.terms import (
    BIRO,
    C4O,
    CITO,
    CO,
    DATACITE,
    DCTERMS,
    DEO,
    FABIO,
    FOAF,
    FRBR,
    JV,
    LITERAL,
    OCO,
    PRISM,
    PRO,
    RDF,
    RDFS,
    SCORO,
    SKOS,
    Term,
)

TYPE = RDF["type"]
LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
PDF = "https://w3id.org/spar/mediatype/application/pdf"
_DEGREES = tuple((re.compile(pattern, re.IGNORECASE), term) for pattern, term in DEGREES)


def _level(degree: str) -> tuple[Term, ...]:
    """Return the class of a thesis by the words of its degree; none where they do not tell."""
    found = next((term for pattern, term in _DEGREES if pattern.search(degree)), "")
    return (found,) if found else ()


def _language(tag: str) -> tuple[Term, ...]:
    """Return the Library of Congress's IRI of a language, which it has for two-letter codes."""
    primary = tag.partition("-")[0].lower()
    return (f"<{LANGUAGES}{primary}>",) if len(primary) == 2 else ()


LANGUAGE = built(_language)
LEVEL = built(_level, terms=[term for _, term in DEGREES if term])
SCHEME = table(
    {
        "doi": DATACITE["doi"],
        "isbn": DATACITE["isbn"],
        "issn": DATACITE["issn"],
        "url": DATACITE["url"],
        "orcid": DATACITE["orcid"],
        "ror": DATACITE["ror"],
        "arxiv": DATACITE["arxiv"],
        "pmid": DATACITE["pmid"],
        "pmcid": DATACITE["pmcid"],
        "handle": DATACITE["handle"],
        "urn": DATACITE["urn"],
    }
)
#: SCoRO has an affiliate and no affiliation; nobody has an interviewer, so that one has a label as well.
ROLE = table(
    {
        "author": PRO["author"],
        "editor": PRO["editor"],
        "translator": PRO["translator"],
        "interviewer": PRO["contributor"],
        "publisher": PRO["publisher"],
        "affiliate": SCORO["affiliate"],
    }
)
LABEL = built(lambda role: ('"interviewer"@en',) if role == "interviewer" else (), "@language")
MEDIUM = table({"web": FABIO["WebPage"], "pdf": FABIO["DigitalManifestation"]})
FORMAT = built(lambda medium: (f"<{PDF}>",) if medium == "pdf" else ())
INTENT = table({name: CITO[name] for name in (CITES, *sorted(INTENTS))})
SELF = table({"author": CITO["AuthorSelfCitation"], "journal": CITO["JournalSelfCitation"]})


def _selves(reasons: tuple[str, ...]) -> list[Term]:
    return [CITO["SelfCitation"], *(term for reason in reasons for term in SELF.write(reason))]


DOCUMENT = Shape(
    e.Document,
    (FABIO["Expression"],),
    (
        Row("kind", TYPE, table({name: row.fabio for name, row in KINDS.items()})),
        Row("degree", TYPE, LEVEL),
        Row("title", DCTERMS["title"], VALUE),
        Row("subtitle", FABIO["hasSubtitle"], STRING),
        Row("translated_titles", FABIO["hasTranslatedTitle"], TEXTS),
        Row("abstracts", DCTERMS["abstract"], TEXTS),
        Row("published", PRISM["publicationDate"], DATE),
        Row("year", FABIO["hasPublicationYear"], YEAR),
        Row("received", FABIO["hasDateReceived"], MIDNIGHT),
        Row("accepted", DCTERMS["dateAccepted"], MIDNIGHT),
        Row("submitted", DCTERMS["date"], DATE),
        Row("language", DCTERMS["language"], LANGUAGE),
        Row("licence", DCTERMS["license"], IRI),
        Row("section", PRISM["section"], TEXT),
        Row("doi", PRISM["doi"], STRING),
        Row("keywords", PRISM["keyword"], TEXTS),
        Row("concepts", FABIO["hasSubjectTerm"], THINGS),
        Row("identifiers", DATACITE["hasIdentifier"], THINGS),
        Row("sequence", FABIO["hasSequenceIdentifier"], STRING),
        Row("volume", PRISM["volume"], STRING),
        Row("edition", PRISM["edition"], STRING),
        Row("places", FABIO["hasPlaceOfPublication"], THINGS),
        Row("part_of", FRBR["partOf"], THINGS),
        Row("manifestations", FRBR["embodiment"], THINGS),
        Row("roles", PRO["isDocumentContextFor"], THINGS),
        Row("parts", FRBR["part"], THINGS),
        Row("cites", CITO["cites"], THINGS),
    ),
)
CONTAINER = Shape(
    e.Container,
    (FABIO["Expression"],),
    (
        Row("kind", TYPE, table({name: row.fabio for name, row in HOLDERS.items()})),
        Row("title", DCTERMS["title"], VALUE),
        Row("language", DCTERMS["language"], LANGUAGE),
        Row("identifiers", DATACITE["hasIdentifier"], THINGS),
        Row("roles", PRO["isDocumentContextFor"], THINGS),
    ),
)
VOLUME = Shape(
    e.Volume,
    (FABIO["Expression"],),
    (
        Row("kind", TYPE, table({name: row.volume for name, row in HOLDERS.items() if row.volume})),
        Row("number", FABIO["hasSequenceIdentifier"], STRING),
        Row("number", PRISM["volume"], STRING),
        Row("part_of", FRBR["partOf"], THINGS),
    ),
)
NUMBER = Shape(
    e.Number,
    (FABIO["Expression"],),
    (
        Row("kind", TYPE, table({name: row.issue for name, row in HOLDERS.items() if row.issue})),
        Row("title", DCTERMS["title"], VALUE),
        Row("number", FABIO["hasSequenceIdentifier"], STRING),
        Row("printed", PRISM["issueIdentifier"], STRING),
        Row("whole", JV["wholeNumber"], POSITIVE),
        Row("part_of", FRBR["partOf"], THINGS),
    ),
)
MANIFESTATION = Shape(
    e.Manifestation,
    (FABIO["Manifestation"],),
    (
        Row("medium", TYPE, MEDIUM),
        Row("first", PRISM["startingPage"], STRING),
        Row("last", PRISM["endingPage"], STRING),
        Row("medium", DCTERMS["format"], FORMAT),
        Row("items", FRBR["exemplar"], THINGS),
    ),
)
ITEM = Shape(e.Item, (FABIO["DigitalItem"],), (Row("accessed", FABIO["hasAccessDate"], MIDNIGHT),))
IDENTIFIED = Shape(
    e.Identified,
    (DATACITE["Identifier"],),
    (
        Row("scheme", DATACITE["usesIdentifierScheme"], SCHEME),
        Row("value", LITERAL["hasLiteralValue"], STRING),
    ),
)
ROLE_IN_TIME = Shape(
    e.Role,
    (PRO["RoleInTime"],),
    (
        Row("role", PRO["withRole"], ROLE),
        Row("agents", PRO["isHeldBy"], THINGS),
        Row("organisations", PRO["relatesToOrganization"], THINGS),
        Row("role", RDFS["label"], LABEL),
        Row("index", CO["index"], POSITIVE),
        Row("next", OCO["hasNext"], THINGS),
    ),
)
PERSON = Shape(
    e.Person,
    (FOAF["Agent"], FOAF["Person"]),
    (
        Row("family", FOAF["familyName"], STRING),
        Row("given", FOAF["givenName"], STRING),
        Row("name", FOAF["name"], STRING),
        Row("identifiers", DATACITE["hasIdentifier"], THINGS),
    ),
)
ORGANISATION = Shape(
    e.Organisation,
    (FOAF["Agent"], FOAF["Organization"]),
    (
        Row("name", FOAF["name"], STRING),
        Row("identifiers", DATACITE["hasIdentifier"], THINGS),
    ),
)
PLACE = Shape(e.Place, (FRBR["Place"],), (Row("name", FOAF["name"], STRING),))
SCHEME_OF_KEYWORDS = Shape(
    e.Scheme, (SKOS["ConceptScheme"], FABIO["TermDictionary"]), (Row("label", SKOS["prefLabel"], TEXT),)
)
CONCEPT = Shape(
    e.Concept,
    (SKOS["Concept"], FABIO["SubjectTerm"]),
    (
        Row("labels", SKOS["prefLabel"], TEXTS),
        Row("schemes", SKOS["inScheme"], THINGS),
    ),
)
BIOGRAPHY = Shape(
    e.Biography,
    (DEO["DiscourseElement"], DEO["Biography"]),
    (Row("content", C4O["hasContent"], TEXT),),
)
REFERENCE_LIST = Shape(
    e.ReferenceList,
    (BIRO["ReferenceList"],),
    (
        Row("size", CO["size"], COUNT),
        Row("items", CO["item"], THINGS),
        Row("first", CO["firstItem"], THINGS),
        Row("last", CO["lastItem"], THINGS),
    ),
)
LIST_ITEM = Shape(
    e.ListItem,
    (CO["ListItem"],),
    (
        Row("index", CO["index"], POSITIVE),
        Row("entries", CO["itemContent"], THINGS),
        Row("next", CO["nextItem"], THINGS),
    ),
)
ENTRY = Shape(
    e.Entry,
    (BIRO["BibliographicReference"],),
    (
        Row("content", C4O["hasContent"], STRING),
        Row("works", BIRO["references"], THINGS),
    ),
)
CITATION = Shape(
    e.Citation,
    (CITO["Citation"],),
    (
        Row("selves", TYPE, built(_selves, terms=(CITO["SelfCitation"], *SELF.terms))),
        Row("citing", CITO["hasCitingEntity"], THINGS),
        Row("cited", CITO["hasCitedEntity"], THINGS),
        Row("intent", CITO["hasCitationCharacterization"], INTENT),
        Row("created", CITO["hasCitationCreationDate"], DATE),
        Row("span", CITO["hasCitationTimeSpan"], DURATION),
    ),
)
SHAPES = (
    DOCUMENT,
    CONTAINER,
    VOLUME,
    NUMBER,
    MANIFESTATION,
    ITEM,
    IDENTIFIED,
    ROLE_IN_TIME,
    PERSON,
    ORGANISATION,
    PLACE,
    SCHEME_OF_KEYWORDS,
    CONCEPT,
    BIOGRAPHY,
    REFERENCE_LIST,
    LIST_ITEM,
    ENTRY,
    CITATION,
)
