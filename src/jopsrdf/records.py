"""This room is the language that all the others speak: frozen, typed records of what a page says.

Texts are NFC on one line; an empty string or tuple means "not stated". Nothing is inferred here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from jopsrdf.errors import Note
from jopsrdf.identifiers import Identifier

#: What a cited work can be; the names follow CSL where CSL has one.
WorkType = Literal[
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "interview-article",
    "interview",
    "book",
    "chapter",
    "thesis",
    "report",
    "paper-conference",
    "preprint",
    "webpage",
    "legislation",
    "treaty",
    "archive",
    "dataset",
    "software",
    "audiovisual",
    "document",
]
Role = Literal["author", "editor", "translator", "interviewer"]

#: What CiTO 2.8.2 has below `cito:cites`: the intents that an annotation may name. Nothing finer is ever guessed.
INTENTS = frozenset(
    """agreesWith citesAsAuthority citesAsDataSource citesAsEvidence citesAsMetadataDocument citesAsPotentialSolution
    citesAsRecommendedReading citesAsRelated citesAsSourceDocument citesForInformation compiles confirms
    containsAssertionFrom corrects credits critiques derides describes disagreesWith discusses disputes documents
    extends includesExcerptFrom includesQuotationFrom linksTo obtainsBackgroundFrom obtainsSupportFrom parodies
    plagiarizes qualifies refutes repliesTo retracts reviews ridicules speculatesOn supports updates usesConclusionsFrom
    usesDataFrom usesMethodIn""".split()
)

_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as it was printed: a year, a month of it, or a day.

    >>> str(PartialDate(2025, 6)), PartialDate.parse("2025-07-09").precision
    ('2025-06', 'day')
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise `ValueError` for anything else or an impossible day."""
        match = _PARTIAL_DATE.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a date like 2025, 2025-07 or 2025-07-09")
        date = cls(*(int(part or 0) for part in match.groups()))
        if date.month > 12 or date.day > _days(date) or (match[2] and not date.month) or (match[3] and not date.day):
            raise ValueError(f"{text!r} is a day that no calendar has")
        return date

    @property
    def precision(self) -> Literal["year", "month", "day"]:
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        return f"{self.year:04}" + (f"-{self.month:02}" if self.month else "") + (f"-{self.day:02}" if self.day else "")


def _days(date: PartialDate) -> int:
    if date.month == 2:
        leap = date.year % 4 == 0 and (date.year % 100 != 0 or date.year % 400 == 0)
        return 29 if leap else 28
    return 30 if date.month in (4, 6, 9, 11) else 31


@dataclass(frozen=True, slots=True)
class Text:
    """Running text with its BCP 47 language, "" when the evidence for one is weak."""

    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """First and last page as strings (`xii`, `S12`, `e123`); `last` is "" for a single page or an article number."""

    first: str
    last: str = ""

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last else self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person with the parts of the name as printed, or an organisation with its whole name in `literal`.

    >>> Agent(family="Beauvoir", particle="de", given="Simone").name
    'Simone de Beauvoir'
    """

    kind: Literal["person", "organisation"] = "person"
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    identifiers: tuple[Identifier, ...] = ()

    @property
    def name(self) -> str:
        parts = " ".join(part for part in (self.given, self.particle, self.family) if part)
        return self.literal or (f"{parts}, {self.suffix}" if self.suffix else parts)


def organisation(name: str, *identifiers: Identifier) -> Agent:
    """Return an organisation of that name."""
    return Agent(kind="organisation", literal=name, identifiers=identifiers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Who did what: the order of contributions of one role is the order of printing."""

    agent: Agent
    role: Role = "author"
    affiliations: tuple[Agent, ...] = ()
    biography: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """A journal as its page or its owner names it; `identifiers` are ISSNs, ISSN-L first where it is known."""

    title: str
    abbreviation: str = ""
    identifiers: tuple[Identifier, ...] = ()
    publisher: str = ""
    language: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Where in its journal a text stands; all "" for online first. `whole_number` counts through all volumes."""

    volume: str = ""
    number: str = ""
    whole_number: str = ""
    title: str = ""
    year: str = ""

    def __bool__(self) -> bool:
        return bool(self.volume or self.number or self.whole_number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cited work: what a reference denotes, in the parts that were printed.

    `container_title` is the journal, host book, site or newspaper; `collection_title` with `number` the series;
    `university`, `department`, `degree` and `submitted` belong to theses; `original` is the first edition's date;
    `event` is a conference. `issued_text` keeps what is no date: "in press", "n.d.", "Spring 2020".
    """

    type: WorkType = "document"
    title: str = ""
    contributions: tuple[Contribution, ...] = ()
    issued: PartialDate | None = None
    issued_text: str = ""
    container_title: str = ""
    collection_title: str = ""
    issue: Issue = field(default_factory=Issue)
    supplement: str = ""
    part: str = ""
    number: str = ""
    pages: Pages | None = None
    chapter_number: str = ""
    edition: str = ""
    publisher: str = ""
    publisher_place: str = ""
    university: str = ""
    department: str = ""
    degree: str = ""
    submitted: PartialDate | None = None
    original: PartialDate | None = None
    event: str = ""
    medium: str = ""
    accessed: PartialDate | None = None
    identifiers: tuple[Identifier, ...] = ()
    language: str = ""

    def people(self, role: Role) -> tuple[Agent, ...]:
        """Return the agents of one role in order."""
        return tuple(c.agent for c in self.contributions if c.role == role)

    def identifier(self, scheme: str) -> str:
        """Return the value of the first identifier of a scheme, or ""."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), "")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A labelled half-open range of characters of a reference's raw text; labels are field names of its JSON."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One entry of a reference list: the verbatim line, what was read from it, and how sure that is.

    `position` counts from 1; `label` is the number or bullet that was printed; `confidence` holds pairs of field
    and probability (0–1), the whole record under "record"; `remainder` lists what no field took; `intents` are CiTO
    terms from an annotation at the end ("extends").
    """

    raw: str
    position: int = 0
    label: str = ""
    work: Work | None = None
    spans: tuple[Span, ...] = ()
    remainder: tuple[str, ...] = ()
    confidence: tuple[tuple[str, float], ...] = ()
    intents: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article of a journal of ours. `references` hold only raw lines until the grammar has completed them.

    `keywords` are concepts: one tuple for each, with one text for each language that the page aligns.
    `source` names the input, `digest` is the SHA-256 of its bytes; `retrieved` an ISO time that the input states.
    """

    title: Text
    translated_titles: tuple[Text, ...] = ()
    subtitle: str = ""
    contributions: tuple[Contribution, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    keywords: tuple[tuple[Text, ...], ...] = ()
    abstracts: tuple[Text, ...] = ()
    published: PartialDate | None = None
    received: PartialDate | None = None
    accepted: PartialDate | None = None
    section: Text | None = None
    licence: str = ""
    language: str = ""
    journal: Journal | None = None
    issue: Issue = field(default_factory=Issue)
    pages: Pages | None = None
    url: str = ""
    how_to_cite: str = ""
    references: tuple[Reference, ...] = ()
    notes: tuple[Note, ...] = ()
    source: str = ""
    digest: str = ""
    retrieved: str = ""

    def identifier(self, scheme: str) -> str:
        """Return the value of the first identifier of a scheme, or ""."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), "")
