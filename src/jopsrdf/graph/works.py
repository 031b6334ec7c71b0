"""This room says what a reference denotes: the cited work, the book or series that holds it, its roles and copies."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from jopsrdf.graph.entities import Container, Document, Number, Organisation, Volume
from jopsrdf.graph.iris import PARTS_OF_BOOKS, isbns_of, web
from jopsrdf.graph.kinds import KINDS, SERIALS
from jopsrdf.graph.register import Register
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Issue, PartialDate, Text, Work, organisation

Held = tuple[Container | Volume | Number | Document, ...]
#: Roles that belong to the host book of a chapter, not to the chapter.
ROLES_OF_HOSTS = frozenset({"editor"})


def cited(register: Register, work: Work, *, raw: str = "") -> Document:
    """Return the document that a reference denotes, with all that hangs on it."""
    host = host_of(work)
    if host:
        held: Held = (_host_document(register, host, KINDS[work.type].held_by),)
        home = held[0].iri[1:-1]
        own = replace(work, contributions=tuple(c for c in work.contributions if c.role not in ROLES_OF_HOSTS))
        own = replace(own, publisher="", publisher_place="", edition="", number="", issue=Issue())
    else:
        held, own, home = _holders(register, work), work, ""
    address = register.mint.work(work, raw=raw)
    online = web(work.identifier("url"))
    document = replace(
        _described(register, own, address, home or address),
        identifiers=register.identified(_own_identifiers(work, has_host=bool(host)), address),
        isbns=() if host else _isbns(work),
        published=work.issued,
        submitted=work.submitted,
        part_of=held,
        sequence=work.chapter_number or own.number,
        degree=work.degree,
        pages=work.pages,
        urls=(online,) if online else (),
        manifestations=register.manifestation(address, work.pages, online, _medium(work, online), work.accessed),
        universities=_universities(register, work),
    )
    document = register.keep(document)
    if work.event:
        document.events = (register.featured(work.event, document),)
    return document


def _described(register: Register, work: Work, address: str, home: str, kind: str = "") -> Document:
    """Return what books and other works have in common: titles, roles, edition, publisher, place."""
    row = KINDS[kind or work.type]
    publisher = work.publisher or (work.container_title if row.held_by == "site" else "")
    return Document(
        iri=f"<{address}>",
        kind=row.name,
        title=Text(work.title, work.language) if work.title else None,
        language=work.language,
        genre=row.genre,
        doi=work.identifier("doi"),
        volume="" if row.held_by in SERIALS else work.issue.volume,
        edition=work.edition,
        report_number=work.number if row.name == "report" else "",
        legal_number=work.number if row.name == "legislation" else "",
        places=(register.place(work.publisher_place),) if work.publisher_place else (),
        roles=register.roles(address, home, work.contributions) + register.publisher(address, publisher),
    )


def host_of(work: Work) -> Work | None:
    """Return the book that holds a chapter or a conference paper, as far as the line tells of it; `None` for others.

    >>> chapter = Work(type="chapter", title="Chapter 21", container_title="Research Handbook on Nationalism",
    ...     publisher="Edward Elgar", identifiers=(Identifier("doi", "10.4337/9781789903447.00033"),))
    >>> host_of(chapter).title, host_of(chapter).identifier("isbn")
    ('Research Handbook on Nationalism', '9781789903447')
    """
    if work.type not in PARTS_OF_BOOKS or not (work.container_title or isbns_of(work)):
        return None
    if work.issue.number and not isbns_of(work):
        return None
    return Work(
        type="book",
        title=work.container_title,
        contributions=tuple(c for c in work.contributions if c.role in ROLES_OF_HOSTS),
        issued=PartialDate(work.issued.year) if work.issued else None,
        collection_title=work.collection_title,
        number=work.number,
        issue=Issue(volume=work.issue.volume),
        edition=work.edition,
        publisher=work.publisher,
        publisher_place=work.publisher_place,
        identifiers=tuple(Identifier("isbn", isbn) for isbn in isbns_of(work)),
        language=work.language,
    )


def _host_document(register: Register, host: Work, kind: str) -> Document:
    address = register.mint.work(host, kind=kind)
    document = replace(
        _described(register, host, address, address, kind),
        language="",  # the chapter's language is that of the printed title, not of the whole book
        identifiers=register.identified(host.identifiers, address),
        isbns=_isbns(host),
        year_of_part=host.issued,
        part_of=_holders(register, host),
        sequence=host.number if host.collection_title else "",
    )
    return register.keep(document)


def _holders(register: Register, work: Work) -> Held:
    """Return the issue, series, collection or site that holds a work; a site without a publisher is its publisher."""
    kind = KINDS[work.type].held_by
    if work.type in PARTS_OF_BOOKS:
        kind = "journal"
    if work.collection_title:
        return (register.container("series", work.collection_title, identifiers=work.identifiers),)
    if not work.container_title or (kind == "site" and not work.publisher):
        return ()
    holder = register.container(kind, work.container_title, identifiers=work.identifiers)
    year = str(work.issued.year) if work.issued else ""
    return (register.placed(holder, _issue(work), year=year),) if kind in SERIALS else (holder,)


def _issue(work: Work) -> Issue:
    """Return the issue with a supplement or part as a piece of its number."""
    extra = " ".join(part for part in (work.supplement, work.part) if part)
    return replace(work.issue, number=f"{work.issue.number} {extra}".strip()) if extra else work.issue


def _own_identifiers(work: Work, *, has_host: bool) -> tuple[Identifier, ...]:
    """Return what names the work itself: an ISSN names its journal, the ISBN of a chapter its book."""
    isbns = () if has_host else tuple(Identifier("isbn", value) for value in _isbns(work))
    return tuple(i for i in work.identifiers if i.scheme not in ("issn", "isbn")) + isbns


def _isbns(work: Work) -> tuple[str, ...]:
    """Return the ISBNs of a work that stands alone; only a book's DOI is searched for one."""
    printed = tuple(dict.fromkeys(i.value for i in work.identifiers if i.scheme == "isbn"))
    return isbns_of(work) if work.type == "book" else printed


def _medium(work: Work, address: str) -> str:
    if urlsplit(address).path.lower().endswith(".pdf"):
        return "pdf"
    return "web" if address and not work.pages and KINDS[work.type].held_by not in SERIALS else ""


def _universities(register: Register, work: Work) -> tuple[Organisation, ...]:
    name = ", ".join(part for part in (work.university, work.department) if part)
    return (register.organisation(organisation(name)),) if name else ()
