"""This room writes `Link` headers (RFC 8288): how a thing, its page and its data point to each other."""

from __future__ import annotations

from collections.abc import Iterator

from jopsrdf.formats import FORMATS
from jopsrdf.web.site import ascii_path

Link = tuple[str, str, str]


def header(links: Iterator[Link]) -> tuple[str, str]:
    """Return the header of links: target, relation, media type ("" for none).

    >>> header(iter([("/data/x.ttl", "describedby", "text/turtle")]))
    ('Link', '</data/x.ttl>; rel="describedby"; type="text/turtle"')
    """
    return "Link", ", ".join(_written(*link) for link in links)


def documents(root: str, path: str, relation: str) -> Iterator[Link]:
    """Yield a link to each data document about a path; `root` is where the site is mounted, "" at the top."""
    for row in FORMATS.values():
        yield f"{root}/data/{path}.{row.suffix}", relation, row.media_type


def _written(target: str, relation: str, media_type: str) -> str:
    kind = f'; type="{media_type}"' if media_type else ""
    return f'<{ascii_path(target)}>; rel="{relation}"{kind}'
