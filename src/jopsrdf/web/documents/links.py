"""This room writes typed links (RFC 8288): how a thing, its page and its data point to each other.

A data document names its subject twice, because two communities look for it: `describes` leads to the page, as FAIR
Signposting has it (https://signposting.org/FAIR/, metadata resources), and `about` (RFC 6903) is the IRI of the thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jopsrdf.formats import FORMATS
from jopsrdf.web.http.offers import HTML
from jopsrdf.web.site import ascii_path

LINKSET = "application/linkset+json"


class Link(NamedTuple):
    """A typed link; `anchor` is what it starts from where that is not the answer itself, "" is left out."""

    target: str
    relation: str
    type: str = ""
    profile: str = ""
    token: str = ""
    anchor: str = ""

    def written(self) -> str:
        named = {name: value for name, value in self._asdict().items() if value and name not in ("target", "relation")}
        attributes = "".join(f'; {name}="{ascii_path(value)}"' for name, value in named.items())
        return f'<{ascii_path(self.target)}>; rel="{self.relation}"{attributes}'


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the documents about a thing are reached; `root` is the site, absolute or from the host's top, with a slash.

    `key` is the path of the thing as in its IRI.
    """

    root: str
    key: str

    @property
    def page(self) -> str:
        return f"{self.root}page/{self.key}"

    @property
    def linkset(self) -> str:
        return f"{self.root}linkset/{self.key}.json"

    def data(self, suffix: str) -> str:
        return f"{self.root}data/{self.key}.{suffix}"


def header(links: Iterable[Link]) -> tuple[str, str]:
    """Return the header of links.

    >>> header([Link("/data/x.ttl", "describedby", "text/turtle")])
    ('Link', '</data/x.ttl>; rel="describedby"; type="text/turtle"')
    """
    return "Link", ", ".join(link.written() for link in links)


def documents(at: Addresses) -> Iterator[Link]:
    """Yield a link to each data document about a thing."""
    for row in FORMATS.values():
        yield Link(at.data(row.suffix), "describedby", row.media_type)


def of_document(at: Addresses, iri: str, licence: str, *, is_article: bool) -> Iterator[Link]:
    """Yield the links of a data document: the page, the thing, what it is itself, and the licence of the metadata."""
    yield Link(at.page, "describes", HTML)
    yield Link(iri, "about")
    yield Link("https://schema.org/Dataset", "type")
    yield Link(licence, "license")
    if is_article:
        yield Link(at.linkset, "linkset", LINKSET)
