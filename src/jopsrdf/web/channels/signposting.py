"""This room writes FAIR Signposting, level 2: typed links in HTTP headers, and the same as a linkset.

Rules: https://signposting.org/FAIR/ (2023-10-02), RFC 8288 (Web Linking), RFC 9264 (linkset).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from jopsrdf.records import Article
from jopsrdf.web.documents.links import LINKSET, Addresses, Link, documents
from jopsrdf.web.site import ascii_path

#: What an article page is, in schema.org's words; Signposting wants the page and the thing it is about.
_TYPES = ("https://schema.org/ScholarlyArticle", "https://schema.org/AboutPage")


def of_page(article: Article, cite_as: str, at: Addresses) -> Iterator[Link]:
    """Yield the links of an article's page; `cite_as` is the one persistent address it is cited by."""
    yield Link(cite_as, "cite-as")
    yield from (Link(address, "type") for address in _TYPES)
    yield from (Link(address, "author") for address in orcids(article))
    if article.licence:
        yield Link(article.licence, "license")
    yield from documents(at)
    yield Link(at.linkset, "linkset", LINKSET)


def linkset(contexts: Mapping[str, Iterable[Link]]) -> bytes:
    """Return the links of several documents, by their addresses, as a linkset (RFC 9264, section 4.2).

    The link to the linkset itself is left out. All addresses are absolute, and written as URIs.

    >>> json.loads(linkset({"https://e.org/page": [Link("https://e.org/l", "license")]}))
    {'linkset': [{'anchor': 'https://e.org/page', 'license': [{'href': 'https://e.org/l'}]}]}
    """
    found = [{"anchor": ascii_path(anchor), **_relations(links)} for anchor, links in contexts.items()]
    return json.dumps({"linkset": found}, ensure_ascii=False, indent=1).encode()


def _relations(links: Iterable[Link]) -> dict[str, list[dict[str, str]]]:
    relations: dict[str, list[dict[str, str]]] = {}
    for link in links:
        if link.relation != "linkset":
            target = {"href": ascii_path(link.target), "type": link.type}
            relations.setdefault(link.relation, []).append({name: value for name, value in target.items() if value})
    return relations


def orcids(article: Article) -> list[str]:
    """Return the ORCIDs of the authors that printed one."""
    agents = (c.agent for c in article.contributions if c.role == "author")
    return [i.url for agent in agents for i in agent.identifiers if i.scheme == "orcid"]
