"""This room is the only place where an IRI is made: every name comes from the content of what it names.

A mint needs no counter, no clock and no lock, so workers that never talk give the same thing the same name. Where two
*different* things could ask for one IRI (a shortened digest, an entry in the alias registry), the mint remembers the
key it was made from, and raises `CollisionError` for the second one; `merge` does the same across workers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

from jopsrdf.errors import CollisionError, IdentifierError
from jopsrdf.identifiers import Identifier, parse
from jopsrdf.records import Agent, Article, Issue, Work
from jopsrdf.terms import Term
from jopsrdf.text import digest, fold, slug

#: The graphs that all articles share; each article has one of its own beside them.
SHARED_GRAPHS = frozenset({"links", "quality", "provenance"})
#: Base32 characters of a digest in the name of a work, and of a web address.
WORK_DIGEST, URL_DIGEST = 8, 12
#: The letters beyond ASCII that an IRI may hold (`ucschar` of RFC 3987): nothing private, no code without a character.
_LETTERS = "\xa1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef" + "".join(
    f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 14)
)
#: What a path or a fragment may not hold as it is: also `?`, `#` and `%`, which would end the path or be misread.
_UNSAFE = re.compile(f"[^A-Za-z0-9._~!$&'()*+,;=:@/{_LETTERS}-]")
_ISBN_IN_DOI = re.compile(r"(?<!\d)97[89](?:-?\d){10}(?!\d)")
#: The hyphen between two initials of a slug.
_INITIALS = re.compile(r"(?<=-[^\W_])-(?=[^\W_](?:-|$))|(?<=^[^\W_])-(?=[^\W_](?:-|$))")
_DASHES = re.compile(r"[\s/‐-―−-]+")
#: Works that hold other works, or stand alone on a shelf: their ISBN is their name.
BOOKS = frozenset({"book", "proceedings"})
PARTS_OF_BOOKS = frozenset({"chapter", "paper-conference"})


class Mint:
    """Makes IRIs below `base`; `aliases` sends the key of a journal or work (`issn/1829-4503`) to an agreed path.

    >>> mint = Mint("https://w3id.org/jopsrdf/")
    >>> mint.identified(Identifier("doi", "10.46991/jops/2025.4.10.125"))
    'https://w3id.org/jopsrdf/work/10.46991/jops/2025.4.10.125'
    """

    def __init__(self, base: str, aliases: Mapping[str, str] | None = None) -> None:
        self.base = base if base.endswith("/") else f"{base}/"
        self.aliases = dict(aliases or {})
        #: IRI → the key it was made from, for every IRI that another key could ask for.
        self.keys: dict[str, str] = {}

    def article(self, article: Article) -> str:
        """Return the IRI of an article of ours: by its DOI, else by first author, year and title."""
        return self.work(
            Work(
                type="article-journal",
                title=article.title.value,
                contributions=article.contributions,
                issued=article.published,
                container_title=article.journal.title if article.journal else "",
                issue=article.issue,
                pages=article.pages,
                identifiers=article.identifiers,
            )
        )

    def work(self, work: Work, *, raw: str = "", kind: str = "") -> str:
        """Return the IRI of a cited work; `raw` names it where the line holds neither title nor container.

        >>> from jopsrdf.records import Contribution, PartialDate
        >>> danilevsky = Work(type="book", title="Russia and Europe",
        ...     contributions=(Contribution(agent=Agent(family="Danilevsky", given="Nikolay Ya.")),),
        ...     issued=PartialDate(1888))
        >>> Mint("https://w3id.org/jopsrdf/").work(danilevsky)
        'https://w3id.org/jopsrdf/work/danilevsky-1888-russia-and-europe-gdjz42sg'
        """
        kind = kind or work.type
        if kind in BOOKS and (isbns := isbns_of(work)):
            return self._named(f"isbn/{isbns[0]}", f"work/isbn/{isbns[0]}")
        if doi := work.identifier("doi"):
            return self.identified(Identifier("doi", doi))
        return self._described(work, kind, raw)

    def identified(self, doi: Identifier) -> str:
        """Return the IRI of the work that a DOI names."""
        return self._named(f"doi/{doi.value}", f"work/{segment(doi.value)}")

    def _described(self, work: Work, kind: str, raw: str) -> str:
        family = first_family(work)
        year = str(work.issued.year) if work.issued else ""
        key = [kind, fold(family), year, fold(work.title)]
        if not key[-1]:
            key += [fold(part) for part in (work.container_title, *_place_in(work), work.identifier("url"))]
        if not any(key[3:]):
            key.append(fold(raw))
        words = slug(work.title or work.container_title, 4)
        name = "-".join(part for part in (slug(family), year, words, digest(*key, length=WORK_DIGEST)) if part)
        return self._remembered("/".join(key), f"work/{name}")

    def journal(self, title: str, identifiers: Iterable[Identifier] = ()) -> str:
        """Return the IRI of a serial: by the registry's word on its ISSN or title, else by its full title.

        >>> Mint("https://w3id.org/jopsrdf/").journal("Vestnik RUDN. International Relations")
        'https://w3id.org/jopsrdf/journal/vestnik-rudn-international-relations'
        """
        for identifier in identifiers:
            if alias := self.aliases.get(f"{identifier.scheme}/{identifier.value}"):
                return self.base + alias
        return self._titled("journal", title)

    def volume(self, journal: str, volume: str) -> str:
        return f"{journal}/volume/{part(volume)}"

    def issue(self, journal: str, issue: Issue, *, year: str = "") -> str:
        """Return the IRI of an issue; one without a volume is told apart by its year or its whole number.

        >>> Mint("https://w3id.org/jopsrdf/").issue("https://w3id.org/jopsrdf/journal/insight-turkey",
        ...     Issue(volume="25", number="1/2"))
        'https://w3id.org/jopsrdf/journal/insight-turkey/volume/25/issue/1-2'
        """
        if issue.volume:
            return f"{self.volume(journal, issue.volume)}/issue/{part(issue.number or issue.whole_number)}"
        if issue.number and (year or not issue.whole_number):
            return f"{journal}/{year}/issue/{part(issue.number)}" if year else f"{journal}/issue/{part(issue.number)}"
        return f"{journal}/whole-number/{part(issue.whole_number)}"

    def person(self, agent: Agent, home: str) -> str:
        """Return the IRI of a person: the ORCID, else a fragment of `home`, the outermost work that is no serial.

        >>> Mint("https://w3id.org/jopsrdf/").person(Agent(family="Leiße", given="Olaf"), "https://e.org/work/x")
        'https://e.org/work/x#person-leisse-olaf'

        However initials are spaced, they make one word: "M.A." and "M. A." are one person of a work.
        """
        for identifier in agent.identifiers:
            if identifier.scheme == "orcid":
                return identifier.url
        family, given = slug(f"{agent.particle} {agent.family}"), _INITIALS.sub("", slug(agent.given))
        name = "-".join(part for part in (family, given, slug(agent.suffix)) if part) or slug(agent.name)
        return f"{home}#person-{name or digest(agent.name)}"

    def organisation(self, agent: Agent) -> str:
        for identifier in agent.identifiers:
            if identifier.scheme == "ror":
                return self._remembered(f"ror/{identifier.value}", f"organisation/{identifier.value}")
        return self._titled("organisation", agent.name)

    def holder(self, kind: str, title: str) -> str:
        """Return the IRI of a series, collection or site."""
        return self._titled(kind, title)

    def place(self, name: str) -> str:
        return self._titled("place", name)

    def keyword(self, label: str) -> str:
        return self._titled("keyword", label)

    def event(self, name: str) -> str:
        return self._titled("event", name)

    def identifier(self, identifier: Identifier) -> str:
        """Return the IRI of an identifier's own node; web addresses are shortened to a digest.

        >>> Mint("https://w3id.org/jopsrdf/").identifier(Identifier("isbn", "9783658468125"))
        'https://w3id.org/jopsrdf/identifier/isbn/9783658468125'
        """
        if identifier.scheme == "url":
            return self._remembered(identifier.value, f"identifier/url/{digest(identifier.value, length=URL_DIGEST)}")
        return f"{self.base}identifier/{identifier.scheme}/{segment(identifier.value)}"

    def part(self, whole: str, name: str, number: int = 0) -> str:
        """Return the fragment of a part: `#references`, `#author-1`; its number is its position, from 1."""
        return f"{whole}#{name}-{number}" if number else f"{whole}#{name}"

    def graph(self, name: str) -> str:
        """Return the name of a graph: of an article by its IRI, or of `links`, `quality`, `provenance`.

        >>> Mint("https://e.org/").graph("https://e.org/work/10.1/x"), Mint("https://e.org/").graph("links")
        ('https://e.org/graph/work/10.1/x', 'https://e.org/graph/links')
        """
        return f"{self.base}graph/{name.removeprefix(self.base)}"

    def is_article(self, graph: Term) -> bool:
        """Say whether a graph's term names the graph of an article."""
        return graph.startswith(f"<{self.base}graph/work/")

    def described_in(self, graph: Term) -> str:
        """Return the IRI of the article that the graph of this term describes: the inverse of `graph`."""
        return self.base + graph[1:-1].removeprefix(f"{self.base}graph/")

    def agent(self, program: str) -> str:
        """Return the IRI of a program by name and version: `agent/jopsrdf-0.1.0`."""
        return f"{self.base}agent/{segment(program.replace(' ', '-'))}"

    def _titled(self, room: str, title: str) -> str:
        return self._named(f"{room}/{_folded(title)}", f"{room}/{_slug(title)}")

    def _named(self, key: str, path: str) -> str:
        return self.base + (self.aliases.get(key, path) if self.aliases else path)

    def _remembered(self, key: str, path: str) -> str:
        iri = self._named(key, path)
        self._check(iri, key)
        return iri

    def _check(self, iri: str, key: str) -> None:
        known = self.keys.setdefault(iri, key)
        if known != key:
            raise CollisionError(iri, known, key)


@lru_cache(maxsize=4096)
def _slug(title: str) -> str:
    return slug(title) or digest(title)


@lru_cache(maxsize=4096)
def _folded(title: str) -> str:
    return fold(title) or title


def segment(value: str) -> str:
    """Percent-encode what a path may not hold, and what would end it; slashes and letters of all scripts stay.

    >>> segment("10.1890/0012-9658(2006)87[2445:abc]2.0.co;2#x")
    '10.1890/0012-9658(2006)87%5B2445:abc%5D2.0.co;2%23x'
    """
    return _UNSAFE.sub(_quoted, value)


def _quoted(match: re.Match[str]) -> str:
    return quote(match[0], safe="")


def part(value: str) -> str:
    """Return a volume or issue number as one path segment: `1/2`, `1–2` and `1 - 2` are one double issue.

    >>> part("1–2"), part("XIV"), part("Spec. Iss. 3")
    ('1-2', 'xiv', 'spec.-iss.-3')
    """
    return segment(_DASHES.sub("-", value.casefold()).strip("-")) or digest(value)


def web(address: str) -> str:
    """Return a printed web address as an IRI that every store accepts, or "" if none can be made of it.

    >>> web("https://example.org/a[1]?q=50%&x=ñ")
    'https://example.org/a%5B1%5D?q=50%25&x=ñ'
    >>> web("http://example.org:port/")
    ''
    """
    start, opened, fragment = _UNSAFE_IN_ADDRESS.sub(_quoted, address).partition("#")
    encoded = start + opened + fragment.replace("#", "%23")
    return encoded if _ADDRESS.fullmatch(encoded) else ""


#: The same of a whole address, where `?` and `#` open its parts; a second `#`, and a `%` that escapes nothing, may not.
_UNSAFE_IN_ADDRESS = re.compile(f"[^A-Za-z0-9._~!$&'()*+,;=:@/?#%{_LETTERS}-]|%(?![0-9A-Fa-f]{{2}})")
_ADDRESS = re.compile(r"[\x00-\x20\"<>\[\\\]^`{|}\x7f-\xa0\ue000-\uf8ff]|%(?![0-9A-Fa-f]{2})|(?<=#)#|(?<=#.)#")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@:]*@)?[^/?#@:%]+(?::\d*)?(?:[/?][^#]*|/?)(?:#[^#]*)?")


def isbns_of(work: Work) -> tuple[str, ...]:
    """Return the ISBNs of a book: first one inside its DOI, as its chapters' DOIs have it, then the printed ones.

    >>> isbns_of(Work(type="chapter", identifiers=(Identifier("doi", "10.1007/978-3-658-46812-5_11"),)))
    ('9783658468125',)
    """
    found: dict[str, None] = {}
    for match in _ISBN_IN_DOI.findall(work.identifier("doi")):
        try:
            found[parse(match, "isbn").value] = None
        except IdentifierError:
            continue
    found |= dict.fromkeys(i.value for i in work.identifiers if i.scheme == "isbn")
    return tuple(found)


def first_family(work: Work) -> str:
    """Return the name that a work is filed under: its first author's, else its first editor's."""
    for role in ("author", "editor"):
        for contribution in work.contributions:
            if contribution.role == role:
                agent = contribution.agent
                return agent.family or agent.literal or agent.name
    return ""


def _place_in(work: Work) -> tuple[str, ...]:
    pages = str(work.pages) if work.pages else ""
    return (work.issue.volume, work.issue.number, work.issue.whole_number, work.number, pages)
