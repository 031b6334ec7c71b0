"""This room makes the schema.org description of an article for the pages that embed it, ours and others'."""

from __future__ import annotations

from markupsafe import Markup

from jopsrdf import graph
from jopsrdf.records import Article
from jopsrdf.web.site import Site


def embedded(site: Site, article: Article) -> Markup:
    """Return the schema.org description for a script element: no `<` in it can end that element."""
    described = graph.embed(article, site.mint, licence=site.settings.licence)
    return Markup(graph.embed_script(described))  # noqa: S704 - escaped by `embed_script`
