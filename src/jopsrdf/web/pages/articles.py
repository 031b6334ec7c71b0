"""This room prepares the page of an article: everything the template needs, worked out from the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jopsrdf.errors import Note
from jopsrdf.exports import EXPORTS
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Article, Reference
from jopsrdf.store import Generation, Record
from jopsrdf.terms import BIRO, address, iri
from jopsrdf.web.channels.catalogue import Catalogue, Publication, ascii_iri
from jopsrdf.web.channels.embedding import embedded
from jopsrdf.web.channels.metadata import citation_tags, source
from jopsrdf.web.pages.citing import styled
from jopsrdf.web.pages.figures import figures
from jopsrdf.web.pages.reading import Piece, Value, pieces, values
from jopsrdf.web.site import Site

#: Other articles that are named beside a reference; the page of the work has them all.
ALSO = 3
#: The pictures on the page itself; the page of pictures has them all.
PICTURES = ("years", "types", "journals")


@dataclass(frozen=True, slots=True)
class Line:
    """A reference on a page: its record and pieces, the path of the cited work ("" for none), and who else cites it."""

    reference: Reference
    pieces: list[Piece]
    values: list[Value]
    work: str
    also: list[Record]

    @property
    def confidence(self) -> float:
        return dict(self.reference.confidence).get("record", 0.0)

    @property
    def language(self) -> str:
        return self.reference.work.language if self.reference.work else ""

    @property
    def identifiers(self) -> list[Identifier]:
        """The identifiers that lead somewhere on the web."""
        found = self.reference.work.identifiers if self.reference.work else ()
        return [i for i in found if i.url.startswith(("http://", "https://"))]

    @property
    def doubts(self) -> list[Note]:
        return [note for note in self.reference.notes if note.severity != "info"]

    @property
    def remarks(self) -> list[Note]:
        return [note for note in self.reference.notes if note.severity == "info"]


@dataclass(frozen=True, slots=True)
class Person:
    """A contributor, with the anchor that the person's IRI points to."""

    agent: Agent
    role: str
    affiliations: tuple[Agent, ...]
    fragment: str


def view(site: Site, generation: Generation, item: Publication, record: Record) -> dict[str, Any]:
    """Return the template's variables for the page of an article."""
    article = item.article
    return {
        "article": article,
        "record": record,
        "canonical": ascii_iri(item.iri),
        "lines": list(lines(site, generation, record, article)),
        "people": list(people(site, record, article)),
        "keywords": [(path_of(site, site.mint.keyword(k[0].value)), k) for k in article.keywords if k],
        "trail": trail(site, article),
        "source": source(article),
        "tags": list(citation_tags(article)),
        "elements": [(name, text) for name, text in item.dublin_core() if name != "relation"],
        "embedded": embedded(site, article),
        "exports": list(EXPORTS.values()),
        "styled": styled(article),
        "figures": list(figures(site, generation, record.iri, PICTURES)),
    }


def lines(site: Site, generation: Generation, record: Record, article: Article) -> Iterator[Line]:
    """Yield the references in order, each with the work that it denotes."""
    works = {s: o for s, p, o in generation.describe(record.iri) if p == BIRO["references"]}
    graves = Catalogue(generation, site.settings).graves
    for position, reference in enumerate(article.references, 1):
        node = iri(site.mint.part(record.iri, "reference", position))
        work = address(works[node]) if node in works else ""
        citing = generation.cited_by(work) if work else []
        also = [other for other in citing if other.key != record.key and other.key not in graves]
        yield Line(reference, pieces(reference), values(reference), path_of(site, work), also[:ALSO])


def people(site: Site, record: Record, article: Article) -> Iterator[Person]:
    """Yield the contributors in order, whatever their role."""
    for contribution in article.contributions:
        agent = contribution.agent
        fragment = site.mint.person(agent, record.iri).partition("#")[2] if agent.kind == "person" else ""
        yield Person(agent, contribution.role, contribution.affiliations, fragment)


def trail(site: Site, article: Article) -> list[tuple[str, str]]:
    """Return the way to an article: its journal, volume and issue, as path and name."""
    if not article.journal:
        return []
    journal = site.mint.journal(article.journal.title, article.journal.identifiers)
    steps = [(path_of(site, journal), article.journal.title)]
    issue = article.issue
    if issue.volume:
        steps.append((path_of(site, site.mint.volume(journal, issue.volume)), f"Volume {issue.volume}"))
    if issue.number:
        steps.append((path_of(site, site.mint.issue(journal, issue)), f"Issue {issue.number}"))
    return [(f"page/{path}", name) for path, name in steps]


def path_of(site: Site, address: str) -> str:
    """Return the path of an IRI of ours below the base."""
    return address.removeprefix(site.settings.base)
