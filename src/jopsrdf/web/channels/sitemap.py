"""This room writes `sitemap.xml` and `robots.txt` (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import islice

from jopsrdf.web.channels.catalogue import Catalogue, ascii_iri
from jopsrdf.web.channels.xml import document, join, tag

#: The protocol's limit is 50,000 addresses; smaller files are read sooner.
SIZE = 20_000
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
#: Pages that are not about one thing.
PAGES = ("", "articles", "journals", "works", "people", "organisations", "keywords", "dataset")


def pages(total: int) -> int:
    """Return how many files hold `total` articles and the fixed pages."""
    return -(-(total + len(PAGES)) // SIZE)


def sitemap(catalogue: Catalogue, root: str, page: int = 0) -> bytes:
    """Return the sitemap; `page` counts from 1, 0 is the index where there are several, else the only one."""
    count = pages(catalogue.generation.count())
    if page == 0 and count > 1:
        return _index([f"{root}sitemap-{n}.xml" for n in range(1, count + 1)], catalogue.modified)
    start = max(page - 1, 0) * SIZE
    fixed = [f"{root}{name}" for name in PAGES][start : start + SIZE]
    first = max(0, start - len(PAGES))
    living = (item for item in islice(catalogue.living(), first, first + SIZE - len(fixed)))
    return _urls([*fixed, *(f"{root}page/{item.key}" for item in living)], catalogue.modified)


def robots(root: str) -> str:
    """Return `robots.txt`: everything is open but queries, which cost and lead nowhere."""
    return f"User-agent: *\nDisallow: /sparql?\nDisallow: /search?\nAllow: /\n\nSitemap: {root}sitemap.xml\n"


def _urls(addresses: Iterable[str], modified: datetime) -> bytes:
    stamp = modified.strftime("%Y-%m-%d")
    rows = (tag("url", tag("loc", ascii_iri(address)), tag("lastmod", stamp)) for address in addresses)
    return document(tag("urlset", join(rows), xmlns=_XMLNS))


def _index(addresses: Sequence[str], modified: datetime) -> bytes:
    stamp = modified.strftime("%Y-%m-%d")
    rows = (tag("sitemap", tag("loc", address), tag("lastmod", stamp)) for address in addresses)
    return document(tag("sitemapindex", join(rows), xmlns=_XMLNS))
