"""This room writes FAIR Signposting, level 2: typed links in HTTP headers, and the same as a linkset.

Rules: https://signposting.org/FAIR/ (2023-10-02), RFC 8288 (Web Linking), RFC 9264 (linkset).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jopsrdf.formats import FORMATS
from jopsrdf.records import Article

LINKSET = "application/linkset+json"
#: What an article page is, in schema.org's words; Signposting wants the page and the thing it is about.
_TYPES = ("https://schema.org/ScholarlyArticle", "https://schema.org/AboutPage")


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link from `anchor`; all addresses are absolute and ASCII."""

    anchor: str
    rel: str
    href: str
    type: str = ""
    profile: str = ""

    def header(self) -> str:
        """Return the link as one value of a `Link` header.

        >>> Link("https://e.org/a", "license", "https://e.org/l").header()
        '<https://e.org/l>; rel="license"'
        """
        named = {"rel": self.rel, "type": self.type, "profile": self.profile}
        return f"<{self.href}>" + "".join(f'; {name}="{value}"' for name, value in named.items() if value)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the documents of an article are reached: its page, its data without suffix, and its linkset."""

    page: str
    data: str
    linkset: str

    @classmethod
    def of(cls, root: str, key: str) -> Addresses:
        return cls(f"{root}page/{key}", f"{root}data/{key}", f"{root}linkset/{key}.json")


def of_page(article: Article, cite_as: str, at: Addresses) -> Iterator[Link]:
    """Yield the links of an article's page; `cite_as` is the one persistent address it is cited by."""
    page = at.page
    yield Link(page, "cite-as", cite_as)
    yield from (Link(page, "type", address) for address in _TYPES)
    yield from (Link(page, "author", address) for address in orcids(article))
    if article.licence:
        yield Link(page, "license", article.licence)
    for row in FORMATS.values():
        yield Link(page, "describedby", f"{at.data}.{row.suffix}", row.media_type)
    yield Link(page, "linkset", at.linkset, LINKSET)


def of_data(at: Addresses, suffix: str) -> Iterator[Link]:
    """Yield the links of one metadata document, back to the page and to the linkset."""
    document = f"{at.data}.{suffix}"
    yield Link(document, "describes", at.page, "text/html")
    yield Link(document, "type", "https://schema.org/Dataset")
    yield Link(document, "linkset", at.linkset, LINKSET)


def linkset(links: Iterable[Link]) -> bytes:
    """Return links as a linkset document (RFC 9264, section 4.2); the link to itself is left out."""
    contexts: dict[str, dict[str, list[dict[str, str]]]] = {}
    for link in links:
        if link.rel == "linkset":
            continue
        target = {"href": link.href, "type": link.type, "profile": link.profile}
        relations = contexts.setdefault(link.anchor, {})
        relations.setdefault(link.rel, []).append({name: value for name, value in target.items() if value})
    document = {"linkset": [{"anchor": anchor, **relations} for anchor, relations in contexts.items()]}
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def header(links: Iterable[Link]) -> str:
    """Return links as the value of one `Link` header."""
    return ", ".join(link.header() for link in links)


def orcids(article: Article) -> list[str]:
    """Return the ORCIDs of the authors that printed one."""
    agents = (c.agent for c in article.contributions if c.role == "author")
    return [i.url for agent in agents for i in agent.identifiers if i.scheme == "orcid"]
