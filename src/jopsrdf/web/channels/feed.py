"""This room writes the Atom feed of the newest articles (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from jopsrdf.records import PartialDate
from jopsrdf.web.channels.catalogue import Publication
from jopsrdf.web.channels.metadata import authors
from jopsrdf.web.channels.xml import Xml, document, join, tag

MEDIA_TYPE = "application/atom+xml"
ENTRIES = 30
_STAMP = "%Y-%m-%dT%H:%M:%SZ"


def feed(items: Iterable[Publication], *, title: str, root: str, base: str, modified: datetime) -> bytes:
    """Return the feed; an entry's id is the article's IRI, its link the page under `root`."""
    entries = [_entry(item, root, modified) for item in items]
    return document(
        tag(
            "feed",
            tag("id", f"{base}feed"),
            tag("title", title),
            tag("updated", modified.strftime(_STAMP)),
            tag("link", rel="self", type=MEDIA_TYPE, href=f"{root}feed.atom"),
            tag("link", rel="alternate", type="text/html", href=root),
            tag("generator", "jopsrdf"),
            *entries,
            xmlns="http://www.w3.org/2005/Atom",
        )
    )


def _entry(item: Publication, root: str, modified: datetime) -> Xml:
    article = item.article
    abstract = article.abstracts[0] if article.abstracts else None
    published = tag("published", _moment(article.published)) if article.published else Xml("")
    rights = tag("rights", article.licence) if article.licence else Xml("")
    return tag(
        "entry",
        tag("id", item.iri),
        tag("title", article.title.value, xml_lang=article.title.language),
        published,
        tag("updated", modified.strftime(_STAMP)),
        join(tag("author", tag("name", agent.name)) for agent in authors(article)) or tag("author", tag("name", "–")),
        tag("link", rel="alternate", type="text/html", href=f"{root}page/{item.key}"),
        tag("link", rel="describedby", type="application/ld+json", href=f"{root}data/{item.key}.jsonld"),
        join(tag("category", term=keyword[0].value) for keyword in article.keywords if keyword),
        rights,
        tag("summary", abstract.value, xml_lang=abstract.language) if abstract else Xml(""),
    )


def _moment(date: PartialDate) -> str:
    """Return the first moment of a date: Atom has no others."""
    return f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00Z"
