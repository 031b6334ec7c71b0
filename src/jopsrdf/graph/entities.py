"""This room holds the things that a graph speaks of, one class for each kind of node.

They stand between the flat records and the tables: a record's line becomes a work, its host, their roles, people and
identifiers, each with its IRI. Fields that hold other things are tuples of them, even where there is one at most, so
that the engine follows them all alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from jopsrdf.graph.kinds import KINDS
from jopsrdf.records import Pages, PartialDate, Text
from jopsrdf.terms import SCHEMA, Term

#: The namespaces of our schemes in the registry at identifiers.org.
REGISTRY = {
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "orcid": "orcid",
    "ror": "ror",
    "arxiv": "arxiv",
    "pmid": "pubmed",
    "pmcid": "pmc",
    "handle": "hdl",
}


@dataclass(slots=True, kw_only=True, eq=False)
class Entity:
    """A node: `iri` is its term. `JOINED` fields are united when two statements meet, of the others one is kept."""

    iri: Term
    JOINED: ClassVar[frozenset[str]] = frozenset()


@dataclass(slots=True, kw_only=True, eq=False)
class Identified(Entity):
    """A node of an identifier: the scheme's name and the canonical value."""

    scheme: str
    value: str
    url: str = ""

    @property
    def registry(self) -> str:
        """The namespace under which identifiers.org registers the scheme; a web address needs none."""
        return REGISTRY.get(self.scheme, "")

    @property
    def compact(self) -> str:
        return f"{self.scheme}:{self.value}" if self.registry else ""


def registered(identifiers: tuple[Identified, ...]) -> tuple[Identified, ...]:
    """Return the identifiers that schema.org's consumers know by their registry."""
    return tuple(node for node in identifiers if node.registry)


@dataclass(slots=True, kw_only=True, eq=False)
class Place(Entity):
    """A place of publication as printed."""

    name: str


@dataclass(slots=True, kw_only=True, eq=False)
class Organisation(Entity):
    """A publisher, university or corporate author."""

    name: str
    identifiers: tuple[Identified, ...] = ()

    @property
    def registered(self) -> tuple[Identified, ...]:
        return registered(self.identifiers)


@dataclass(slots=True, kw_only=True, eq=False)
class Person(Entity):
    """A person in one work; the family name has its particle with it."""

    name: str
    family: str = ""
    given: str = ""
    suffix: str = ""
    affiliations: tuple[Organisation, ...] = ()
    identifiers: tuple[Identified, ...] = ()
    biography: Text | None = None
    JOINED: ClassVar[frozenset[str]] = frozenset({"affiliations", "identifiers"})

    @property
    def registered(self) -> tuple[Identified, ...]:
        return registered(self.identifiers)


Agent = Person | Organisation


@dataclass(slots=True, kw_only=True, eq=False)
class Role(Entity):
    """One agent's part in one work; `index` counts from 1 within a role that has an order."""

    role: str
    agents: tuple[Agent, ...]
    index: int = 0
    next: tuple[Role, ...] = ()
    organisations: tuple[Organisation, ...] = ()


def held(roles: tuple[Role, ...], role: str) -> tuple[Agent, ...]:
    """Return the agents of one role, in order; a body that is named twice is there once."""
    return tuple(dict.fromkeys(one.agents[0] for one in roles if one.role == role))


@dataclass(slots=True, kw_only=True, eq=False)
class Item(Entity):
    """A web address with the day on which it was read."""

    accessed: PartialDate | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Manifestation(Entity):
    """What carries a work: its pages, its medium ("web", "pdf" or ""), the addresses where it stands."""

    pages: Pages | None = None
    medium: str = ""
    items: tuple[Item, ...] = ()

    @property
    def first(self) -> str:
        return self.pages.first if self.pages else ""

    @property
    def last(self) -> str:
        return self.pages.last if self.pages else ""


@dataclass(slots=True, kw_only=True, eq=False)
class Container(Entity):
    """A serial, series or collection; `kind` is a row of `kinds.HOLDERS`."""

    kind: str
    title: Text
    identifiers: tuple[Identified, ...] = ()
    issns: tuple[str, ...] = ()
    language: str = ""
    url: str = ""
    roles: tuple[Role, ...] = ()
    JOINED: ClassVar[frozenset[str]] = frozenset({"identifiers", "issns"})

    @property
    def publishers(self) -> tuple[Agent, ...]:
        return held(self.roles, "publisher")


@dataclass(slots=True, kw_only=True, eq=False)
class Volume(Entity):
    """A volume of a serial."""

    kind: str
    number: str
    part_of: tuple[Container, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Number(Entity):
    """An issue of a serial; `printed` is the form "1(10)" with the number that counts through all volumes."""

    kind: str
    number: str
    part_of: tuple[Volume | Container, ...]
    whole: int = 0
    printed: str = ""
    title: Text | None = None
    year: PartialDate | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Scheme(Entity):
    """The keywords of one journal."""

    label: Text


@dataclass(slots=True, kw_only=True, eq=False)
class Concept(Entity):
    """A keyword, with one label for each language that the page aligns."""

    labels: tuple[Text, ...]
    schemes: tuple[Scheme, ...] = ()
    JOINED: ClassVar[frozenset[str]] = frozenset({"schemes"})


@dataclass(slots=True, kw_only=True, eq=False)
class Document(Entity):
    """An article, a cited work or a host book: always an Expression. `kind` is a row of `kinds.KINDS`.

    `published` is stated of the work itself; `year_of_part` is what a chapter's date says of its book.
    """

    kind: str
    title: Text | None = None
    subtitle: str = ""
    translated_titles: tuple[Text, ...] = ()
    abstracts: tuple[Text, ...] = ()
    published: PartialDate | None = None
    year_of_part: PartialDate | None = None
    received: PartialDate | None = None
    accepted: PartialDate | None = None
    submitted: PartialDate | None = None
    language: str = ""
    section: Text | None = None
    licence: str = ""
    genre: str = ""
    doi: str = ""
    isbns: tuple[str, ...] = ()
    identifiers: tuple[Identified, ...] = ()
    keywords: tuple[Text, ...] = ()
    concepts: tuple[Concept, ...] = ()
    part_of: tuple[Container | Volume | Number | Document, ...] = ()
    sequence: str = ""
    volume: str = ""
    edition: str = ""
    report_number: str = ""
    legal_number: str = ""
    degree: str = ""
    pages: Pages | None = None
    urls: tuple[str, ...] = ()
    manifestations: tuple[Manifestation, ...] = ()
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()
    universities: tuple[Organisation, ...] = ()
    parts: tuple[Entity, ...] = ()
    cites: tuple[Document, ...] = ()
    events: tuple[Event, ...] = ()
    JOINED: ClassVar[frozenset[str]] = frozenset({"identifiers", "isbns", "urls"})

    @property
    def year(self) -> PartialDate | None:
        return self.published or self.year_of_part

    @property
    def registered(self) -> tuple[Identified, ...]:
        return registered(self.identifiers)

    @property
    def same_as(self) -> tuple[str, ...]:
        return tuple(node.url for node in self.identifiers if node.scheme == "doi")

    @property
    def first_page(self) -> str:
        """The first page where schema.org lets a work of this kind have pages."""
        return self.pages.first if self.pages and KINDS[self.kind].paged else ""

    @property
    def last_page(self) -> str:
        return self.pages.last if self.pages and KINDS[self.kind].paged else ""

    @property
    def book_edition(self) -> str:
        return self.edition if KINDS[self.kind].schema == SCHEMA["Book"] else ""

    @property
    def book_numbers(self) -> tuple[str, ...]:
        return self.isbns if KINDS[self.kind].schema == SCHEMA["Book"] else ()

    @property
    def authors(self) -> tuple[Agent, ...]:
        return held(self.roles, "author")

    @property
    def editors(self) -> tuple[Agent, ...]:
        return tuple(agent for agent in held(self.roles, "editor") if isinstance(agent, Person))

    @property
    def translators(self) -> tuple[Agent, ...]:
        return held(self.roles, "translator")

    @property
    def contributors(self) -> tuple[Agent, ...]:
        """Interviewers, and editors that are organisations: schema:editor takes persons only."""
        bodies = tuple(agent for agent in held(self.roles, "editor") if isinstance(agent, Organisation))
        return tuple(dict.fromkeys(held(self.roles, "interviewer") + bodies))

    @property
    def publishers(self) -> tuple[Agent, ...]:
        return held(self.roles, "publisher")


@dataclass(slots=True, kw_only=True, eq=False)
class Event(Entity):
    """A conference, with the works that were given there."""

    name: str
    works: tuple[Document, ...] = ()
    JOINED: ClassVar[frozenset[str]] = frozenset({"works"})


@dataclass(slots=True, kw_only=True, eq=False)
class Biography(Entity):
    """What the page says of an author, in its own words."""

    content: Text
    persons: tuple[Person, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Entry(Entity):
    """A bibliographic reference: the printed line, and the work it denotes if it could be read."""

    content: str
    works: tuple[Document, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class ListItem(Entity):
    """A place in the reference list, counted from 1."""

    index: int
    entries: tuple[Entry, ...]
    next: tuple[ListItem, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class ReferenceList(Entity):
    """The reference list of an article."""

    items: tuple[ListItem, ...]
    size: int = 0
    first: tuple[ListItem, ...] = ()
    last: tuple[ListItem, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class Citation(Entity):
    """The act of citing: `intent` is a CiTO property's name, `span` an xsd:duration, `selves` the reasons."""

    citing: tuple[Document, ...]
    cited: tuple[Document, ...]
    intent: str = "cites"
    created: PartialDate | None = None
    span: str = ""
    selves: tuple[str, ...] = ()
