"""This room keeps the things met so far, by IRI, and makes the small ones: agents, roles, identifiers, serials.

Whatever is said of a known thing completes the first statement (`agreement.agree`); where the two contradict, the first
stands, and the contradiction waits in `doubts` for whoever is reading a reference.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from jopsrdf.graph.agreement import agree
from jopsrdf.graph.entities import (
    REGISTRY,
    Container,
    Document,
    Entity,
    Event,
    Identified,
    Item,
    Manifestation,
    Number,
    Organisation,
    Person,
    Place,
    Role,
    Volume,
)
from jopsrdf.graph.iris import Mint, web
from jopsrdf.graph.kinds import SERIALS
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Contribution, Issue, Pages, PartialDate, Text, organisation

Some = TypeVar("Some", bound=Entity)
#: The name of a role's fragment, where it is not the role's own.
FRAGMENTS = {"interviewer": "contributor"}


@dataclass(slots=True)
class Register:
    """The things of one article, or of a union of articles, by IRI (without its angle brackets)."""

    mint: Mint
    things: dict[str, Entity] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)

    def keep(self, thing: Some) -> Some:
        """Return the one thing of that IRI, completed by this statement about it."""
        known = self.things.setdefault(thing.iri, thing)
        if known is thing:
            return thing
        assert isinstance(known, type(thing)), f"{thing.iri} is a {type(known).__name__} and a {type(thing).__name__}"
        self.doubts += [("work-conflict", f"{name} of {thing.iri[1:-1]}") for name in agree(known, thing)]
        return known

    def identified(self, identifiers: Iterable[Identifier], owner: str) -> tuple[Identified, ...]:
        """Return the nodes of a thing's identifiers; one that another thing has already stays with that one."""
        nodes = []
        for identifier in dict.fromkeys(identifiers):
            iri = self.mint.identifier(identifier)
            if self.owners.setdefault(iri, owner) == owner:
                address = web(identifier.url) if identifier.scheme in REGISTRY else ""
                nodes.append(Identified(iri=f"<{iri}>", scheme=identifier.scheme, value=identifier.value, url=address))
            else:
                self.doubts.append(("identifier-conflict", f"{identifier.value} is that of {self.owners[iri]}"))
        return tuple(nodes)

    def agent(self, agent: Agent, home: str) -> Person | Organisation:
        return self.person(agent, home) if agent.kind == "person" else self.organisation(agent)

    def person(self, agent: Agent, home: str, *, twin: int = 0) -> Person:
        """Return a person of a work; `twin` tells a namesake in the same list apart."""
        iri = self.mint.person(agent, home) + (f"-{twin}" if twin else "")
        return self.keep(
            Person(
                iri=f"<{iri}>",
                name=agent.name,
                family=f"{agent.particle} {agent.family}".strip(),
                given=agent.given,
                suffix=agent.suffix,
                identifiers=self.identified(agent.identifiers, iri) if agent.identifiers else (),
            )
        )

    def organisation(self, agent: Agent) -> Organisation:
        iri = self.mint.organisation(agent)
        nodes = self.identified(agent.identifiers, iri) if agent.identifiers else ()
        return self.keep(Organisation(iri=f"<{iri}>", name=agent.name, identifiers=nodes))

    def place(self, name: str) -> Place:
        return self.keep(Place(iri=f"<{self.mint.place(name)}>", name=name))

    def featured(self, event: str, work: Document) -> Event:
        """Return a conference at which a work was given."""
        return self.keep(Event(iri=f"<{self.mint.event(event)}>", name=event, works=(work,)))

    def roles(self, work: str, home: str, contributions: Iterable[Contribution]) -> tuple[Role, ...]:
        """Return the roles of a work in order, each kind of role a chain of its own that counts from 1."""
        chains: dict[str, list[Role]] = {}
        for contribution in contributions:
            chain = chains.setdefault(contribution.role, [])
            agent = self._held(contribution, home, chain)
            iri = self.mint.part(work, FRAGMENTS.get(contribution.role, contribution.role), len(chain) + 1)
            role = Role(iri=f"<{iri}>", role=contribution.role, agents=(agent,), index=len(chain) + 1)
            if chain:
                chain[-1].next = (role,)
            chain.append(role)
        return tuple(role for chain in chains.values() for role in chain)

    def _held(self, contribution: Contribution, home: str, chain: list[Role]) -> Person | Organisation:
        agent = contribution.agent
        if agent.kind == "organisation":
            return self.organisation(agent)
        namesakes = sum(role.agents[0].name == agent.name for role in chain)
        person = self.person(agent, home, twin=namesakes + 1 if namesakes else 0)
        if contribution.affiliations:
            person.affiliations = tuple(dict.fromkeys(map(self.organisation, contribution.affiliations)))
        person.biography = person.biography or contribution.biography
        return person

    def publisher(self, work: str, name: str) -> tuple[Role, ...]:
        if not name:
            return ()
        agent = self.organisation(organisation(name))
        return (Role(iri=f"<{self.mint.part(work, 'publisher', 1)}>", role="publisher", agents=(agent,)),)

    def manifestation(
        self, work: str, pages: Pages | None, address: str, medium: str, accessed: PartialDate | None
    ) -> tuple[Manifestation, ...]:
        """Return what carries a work, if anything is known of it; an address carries one work only."""
        items: tuple[Item, ...] = ()
        if address and self.owners.setdefault(address, work) == work:
            items = (self.keep(Item(iri=f"<{address}>", accessed=accessed)),)
        if not (pages or items):
            return ()
        iri = f"<{self.mint.part(work, 'manifestation')}>"
        return (Manifestation(iri=iri, pages=pages, medium=medium if items else "", items=items),)

    def container(
        self, kind: str, title: str, *, identifiers: Iterable[Identifier] = (), language: str = ""
    ) -> Container:
        """Return a serial, series, site or collection; `identifiers` are its ISSNs."""
        issns = tuple(dict.fromkeys(i for i in identifiers if i.scheme == "issn"))
        iri = self.mint.journal(title, issns) if kind in SERIALS else self.mint.holder(kind, title)
        return self.keep(
            Container(
                iri=f"<{iri}>",
                kind=kind,
                title=Text(title, language),
                identifiers=self.identified(issns, iri) if issns else (),
                issns=tuple(i.value for i in issns),
            )
        )

    def placed(self, serial: Container, issue: Issue, *, year: str = "") -> Container | Volume | Number:
        """Return where in a serial a text stands: its issue, its volume, or the serial itself (online first)."""
        address = serial.iri[1:-1]
        holder: Container | Volume = serial
        if issue.volume:
            iri = f"<{self.mint.volume(address, issue.volume)}>"
            holder = self.keep(Volume(iri=iri, kind=serial.kind, number=issue.volume, part_of=(serial,)))
        if not (issue.number or issue.whole_number):
            return holder
        whole = int(issue.whole_number) if issue.whole_number.isdecimal() else 0
        return self.keep(
            Number(
                iri=f"<{self.mint.issue(address, issue, year=issue.year or year)}>",
                kind=serial.kind,
                number=issue.number or issue.whole_number,
                whole=whole,
                printed=f"{issue.number}({issue.whole_number})" if issue.number and issue.whole_number else "",
                title=Text(issue.title) if issue.title else None,
                part_of=(holder,),
            )
        )
