"""This room writes `Link` headers (RFC 8288): how a thing, its page and its data point to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jopsrdf.formats import FORMATS
from jopsrdf.web.site import ascii_path


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


def header(links: Iterable[Link]) -> tuple[str, str]:
    """Return the header of links.

    >>> header([Link("/data/x.ttl", "describedby", "text/turtle")])
    ('Link', '</data/x.ttl>; rel="describedby"; type="text/turtle"')
    """
    return "Link", ", ".join(link.written() for link in links)


def documents(root: str, path: str, relation: str) -> Iterator[Link]:
    """Yield a link to each data document about a path; `root` is where the site is mounted, "" at the top."""
    for row in FORMATS.values():
        yield Link(f"{root}/data/{path}.{row.suffix}", relation, row.media_type)
