"""This room lays an article's record out as the things that its graph speaks of.

The article comes with its journal, authors and keywords, the reference list with its entries, what each entry denotes
(`works.cited`), and the citations. Where two references contradict each other on one work, the doubt is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from jopsrdf.errors import Note
from jopsrdf.graph.citations import CITES, is_same_person, time_span
from jopsrdf.graph.entities import (
    Biography,
    Citation,
    Concept,
    Container,
    Document,
    Entity,
    Entry,
    Event,
    ListItem,
    Number,
    Person,
    ReferenceList,
    Role,
    Scheme,
    Volume,
)
from jopsrdf.graph.iris import web
from jopsrdf.graph.kinds import SERIALS
from jopsrdf.graph.register import Register
from jopsrdf.graph.works import cited
from jopsrdf.notes import note
from jopsrdf.records import INTENTS, Article, Journal, Reference, Text


@dataclass(slots=True)
class Layout:
    """An article laid out. `entries` keep the positions of the printed list; `doubts` name the position, 0 for none."""

    article: Document
    entries: dict[int, Entry]
    citations: tuple[Citation, ...]
    namesakes: tuple[tuple[Person, Person], ...]
    doubts: tuple[tuple[int, Note], ...]

    @property
    def things(self) -> tuple[Entity, ...]:
        """Where a description starts: the article, and what nothing leads to from there."""
        events: dict[str, Event] = {event.iri: event for work in self.article.cites for event in work.events}
        return (self.article, *self.citations, *events.values())


def lay_out(article: Article, register: Register) -> Layout:
    """Return the things of an article; a shared `register` makes the articles of a union agree."""
    document = own(article, register)
    entries: dict[int, Entry] = {}
    doubts = _doubts(register, 0)
    for position, reference in positions(article):
        entries[position] = _entry(register, document, position, reference)
        doubts += _doubts(register, position)
    document.cites = tuple({work.iri: work for entry in entries.values() for work in entry.works}.values())
    document.parts += _list(register, document, entries)
    citations: list[Citation] = []
    namesakes: list[tuple[Person, Person]] = []
    for position, reference in positions(article):
        for work in entries[position].works:
            same = tuple(_same_people(document, work))
            citations += _citations(register, document, work, position, reference, by_author=bool(same))
            namesakes += same
    return Layout(document, entries, tuple(citations), tuple(namesakes), tuple(doubts))


def positions(article: Article) -> Iterator[tuple[int, Reference]]:
    """Yield the references with their places in the list, from 1 and without gaps."""
    yield from enumerate(article.references, 1)


def own(article: Article, register: Register) -> Document:
    """Return the document of an article of ours, without its reference list."""
    address = register.mint.article(article)
    people = register.roles(address, address, article.contributions)
    online = web(article.url)
    serial = _serial(register, article.journal) if article.journal else None
    document = Document(
        iri=f"<{address}>",
        kind="article-journal",
        title=article.title,
        subtitle=article.subtitle,
        translated_titles=article.translated_titles,
        abstracts=article.abstracts,
        published=article.published,
        received=article.received,
        accepted=article.accepted,
        language=article.language,
        section=article.section,
        licence=web(article.licence),
        doi=article.identifier("doi"),
        identifiers=register.identified((i for i in article.identifiers if i.scheme != "issn"), address),
        keywords=tuple({(text.value, text.language): text for texts in article.keywords for text in texts}.values()),
        concepts=_concepts(register, article, serial),
        part_of=(register.placed(serial, article.issue, year=_year(article)),) if serial else (),
        pages=article.pages,
        urls=(online,) if online else (),
        manifestations=register.manifestation(address, article.pages, online, "", None),
        roles=people + _affiliates(register, address, people),
        parts=_biographies(register, address, people),
    )
    return register.keep(document)


def _year(article: Article) -> str:
    return article.issue.year or (str(article.published.year) if article.published else "")


def _serial(register: Register, journal: Journal) -> Container:
    serial = register.container("journal", journal.title, identifiers=journal.identifiers, language=journal.language)
    serial.language = serial.language or journal.language
    serial.url = serial.url or web(journal.url)
    serial.roles = serial.roles or register.publisher(serial.iri[1:-1], journal.publisher)
    return serial


def _affiliates(register: Register, address: str, people: tuple[Role, ...]) -> tuple[Role, ...]:
    """Return one role for each person and institution, in the order of the authors."""
    pairs = {(person.iri, body.iri): (person, body) for person in _persons(people) for body in person.affiliations}
    return tuple(
        Role(
            iri=f"<{register.mint.part(address, 'affiliate', number)}>",
            role="affiliate",
            agents=(person,),
            organisations=(body,),
        )
        for number, (person, body) in enumerate(pairs.values(), 1)
    )


def _biographies(register: Register, address: str, people: tuple[Role, ...]) -> tuple[Biography, ...]:
    told = {person.iri: (person, person.biography) for person in _persons(people) if person.biography}
    return tuple(
        Biography(iri=f"<{register.mint.part(address, 'biography', number)}>", content=content, persons=(person,))
        for number, (person, content) in enumerate(told.values(), 1)
    )


def _persons(people: tuple[Role, ...]) -> Iterator[Person]:
    return (agent for role in people for agent in role.agents if isinstance(agent, Person))


def _concepts(register: Register, article: Article, serial: Container | None) -> tuple[Concept, ...]:
    schemes: tuple[Scheme, ...] = ()
    if serial and article.keywords:
        label = Text(f"Author keywords of the {serial.title.value}", "en")
        schemes = (Scheme(iri=f"<{register.mint.part(serial.iri[1:-1], 'keywords')}>", label=label),)
    found = (
        register.keep(Concept(iri=f"<{register.mint.keyword(labels[0].value)}>", labels=labels, schemes=schemes))
        for labels in article.keywords
    )
    return tuple({concept.iri: concept for concept in found}.values())


def _entry(register: Register, article: Document, position: int, reference: Reference) -> Entry:
    works = (cited(register, reference.work, raw=reference.raw),) if reference.work else ()
    strange = [intent for intent in reference.intents if intent not in INTENTS]
    register.doubts += [("intent-unknown", f"CiTO has no property {intent}") for intent in strange]
    iri = register.mint.part(article.iri[1:-1], "reference", position)
    return Entry(iri=f"<{iri}>", content=reference.raw, works=works)


def _list(register: Register, article: Document, entries: dict[int, Entry]) -> tuple[Entity, ...]:
    if not entries:
        return ()
    address = article.iri[1:-1]
    items = tuple(
        ListItem(iri=f"<{register.mint.part(address, 'item', position)}>", index=position, entries=(entry,))
        for position, entry in entries.items()
    )
    for item, following in pairwise(items):
        item.next = (following,)
    whole = ReferenceList(
        iri=f"<{register.mint.part(address, 'references')}>",
        items=items,
        size=len(items),
        first=items[:1],
        last=items[-1:],
    )
    return (whole, *entries.values())


def _citations(
    register: Register, citing: Document, work: Document, position: int, reference: Reference, *, by_author: bool
) -> Iterator[Citation]:
    """Yield one citation for each intent, since a citation has exactly one characterization."""
    by_journal = bool(set(_serials(citing)) & set(_serials(work)))
    iri = register.mint.part(citing.iri[1:-1], "citation", position)
    known = [intent for intent in dict.fromkeys(reference.intents) if intent in INTENTS]
    for number, intent in enumerate(known or [CITES], 1):
        yield Citation(
            iri=f"<{iri}-{number}>" if number > 1 else f"<{iri}>",
            citing=(citing,),
            cited=(work,),
            intent=intent,
            created=citing.published,
            span=time_span(citing.published, work.published),
            selves=(*(["author"] if by_author else []), *(["journal"] if by_journal else [])),
        )


def _serials(document: Document) -> Iterator[str]:
    """Yield the journals that a document is part of, however deep."""
    waiting: list[Entity] = list(document.part_of)
    while waiting:
        holder = waiting.pop()
        if isinstance(holder, Container) and holder.kind in SERIALS:
            yield holder.iri
        elif isinstance(holder, Volume | Number | Document):
            waiting += holder.part_of


def _same_people(citing: Document, work: Document) -> Iterator[tuple[Person, Person]]:
    for mine in citing.authors:
        for theirs in work.authors:
            if isinstance(mine, Person) and isinstance(theirs, Person) and is_same_person(mine, theirs):
                yield mine, theirs


def _doubts(register: Register, position: int) -> list[tuple[int, Note]]:
    found = [(position, note(code, what)) for code, what in register.doubts]
    register.doubts.clear()
    return found
