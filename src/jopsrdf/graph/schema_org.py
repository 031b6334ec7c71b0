"""This room is the table of schema.org (release 30.0), on the same subjects as the SPAR statements.

In triples the namespace is `http://schema.org/`, which is what the official context expands to. A person's place in
the list of authors has no term here: in RDF the role chain keeps it, in the embedded JSON-LD the array.
"""

from __future__ import annotations

from jopsrdf.graph import entities as e
from jopsrdf.graph.codecs import (
    DATE,
    IRI,
    IRIS,
    LINKS,
    STRING,
    STRINGS,
    TEXT,
    TEXTS,
    THINGS,
    VALUE,
    VALUES,
    built,
    constant,
    table,
)
from jopsrdf.graph.engine import Row, Shape
from jopsrdf.graph.kinds import HOLDERS, KINDS
from jopsrdf.terms import RDF, SCHEMA

TYPE = RDF["type"]
REGISTRIES = "https://registry.identifiers.org/registry/"

DOCUMENT = Shape(
    e.Document,
    (),
    (
        Row("kind", TYPE, table({name: row.schema for name, row in KINDS.items()})),
        Row("title", SCHEMA["name"], TEXT),
        Row("translated_titles", SCHEMA["name"], TEXTS),
        Row("authors", SCHEMA["author"], THINGS),
        Row("editors", SCHEMA["editor"], THINGS),
        Row("translators", SCHEMA["translator"], THINGS),
        Row("contributors", SCHEMA["contributor"], THINGS),
        Row("publishers", SCHEMA["publisher"], THINGS),
        Row("universities", SCHEMA["sourceOrganization"], THINGS),
        Row("published", SCHEMA["datePublished"], DATE),
        Row("submitted", SCHEMA["dateCreated"], DATE),
        Row("language", SCHEMA["inLanguage"], STRING),
        Row("genre", SCHEMA["genre"], STRING),
        Row("section", SCHEMA["articleSection"], VALUE),
        Row("first_page", SCHEMA["pageStart"], STRING),
        Row("last_page", SCHEMA["pageEnd"], STRING),
        Row("report_number", SCHEMA["reportNumber"], STRING),
        Row("legal_number", SCHEMA["legislationIdentifier"], STRING),
        Row("degree", SCHEMA["inSupportOf"], STRING),
        Row("book_edition", SCHEMA["bookEdition"], STRING),
        Row("book_numbers", SCHEMA["isbn"], STRINGS),
        Row("part_of", SCHEMA["isPartOf"], THINGS),
        Row("keywords", SCHEMA["keywords"], VALUES),
        Row("abstracts", SCHEMA["abstract"], TEXTS),
        Row("licence", SCHEMA["license"], IRI),
        Row("urls", SCHEMA["url"], IRIS),
        Row("registered", SCHEMA["identifier"], THINGS),
        Row("same_as", SCHEMA["sameAs"], IRIS),
        Row("cites", SCHEMA["citation"], THINGS),
    ),
)
CONTAINER = Shape(
    e.Container,
    (),
    (
        Row("kind", TYPE, table({name: row.schema for name, row in HOLDERS.items()})),
        Row("title", SCHEMA["name"], TEXT),
        Row("issns", SCHEMA["issn"], STRINGS),
        Row("language", SCHEMA["inLanguage"], STRING),
        Row("publishers", SCHEMA["publisher"], THINGS),
        Row("url", SCHEMA["url"], IRI),
    ),
)
VOLUME = Shape(
    e.Volume,
    (SCHEMA["PublicationVolume"],),
    (Row("number", SCHEMA["volumeNumber"], STRING), Row("part_of", SCHEMA["isPartOf"], THINGS)),
)
NUMBER = Shape(
    e.Number,
    (SCHEMA["PublicationIssue"],),
    (
        Row("number", SCHEMA["issueNumber"], STRING),
        Row("printed", SCHEMA["alternateName"], STRING),
        Row("title", SCHEMA["name"], TEXT),
        Row("part_of", SCHEMA["isPartOf"], THINGS),
    ),
)
IDENTIFIED = Shape(
    e.Identified,
    (),
    (
        Row("registry", TYPE, constant(SCHEMA["PropertyValue"])),
        Row("registry", SCHEMA["propertyID"], built(lambda name: (f'"{REGISTRIES}{name}"',), "")),
        Row("compact", SCHEMA["value"], STRING),
        Row("url", SCHEMA["url"], IRI),
    ),
)
PERSON = Shape(
    e.Person,
    (SCHEMA["Person"],),
    (
        Row("name", SCHEMA["name"], STRING),
        Row("given", SCHEMA["givenName"], STRING),
        Row("family", SCHEMA["familyName"], STRING),
        Row("affiliations", SCHEMA["affiliation"], THINGS),
        Row("registered", SCHEMA["identifier"], THINGS),
    ),
)
ORGANISATION = Shape(
    e.Organisation,
    (SCHEMA["Organization"],),
    (Row("name", SCHEMA["name"], STRING), Row("registered", SCHEMA["identifier"], THINGS)),
)
PLACE = Shape(e.Place, (SCHEMA["Place"],), (Row("name", SCHEMA["name"], STRING),))
CONCEPT = Shape(e.Concept, (SCHEMA["DefinedTerm"],), (Row("labels", SCHEMA["name"], TEXTS),))
BIOGRAPHY = Shape(e.Biography, (), (Row("persons", SCHEMA["about"], LINKS),))
EVENT = Shape(
    e.Event,
    (SCHEMA["Event"],),
    (Row("name", SCHEMA["name"], STRING), Row("works", SCHEMA["workFeatured"], LINKS)),
)
SHAPES = (
    DOCUMENT,
    CONTAINER,
    VOLUME,
    NUMBER,
    IDENTIFIED,
    PERSON,
    ORGANISATION,
    PLACE,
    CONCEPT,
    BIOGRAPHY,
    EVENT,
)
