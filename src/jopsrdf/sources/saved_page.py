"""This room takes a saved HTML page apart: the tags of its head, and the text of its article line by line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from jopsrdf.text import clean

_BREAKS = "p div section article header footer main ul ol li dl dt dd tr table br hr h1 h2 h3 h4 h5 h6 aside nav"
#: Elements that begin a new line of text.
BREAKS = frozenset(_BREAKS.split())
#: Elements whose content is no text of the page.
SILENT = frozenset(("script", "style", "nav", "footer", "noscript", "template", "svg", "button", "form", "head"))
#: Classes of the element that holds the article, by theme: default and Classic; Bootstrap 3 and Health Sciences;
#: Immersion.
CONTAINERS = frozenset(("obj_article_details", "article-details", "article-page"))
_VOID = "area base br col embed hr img input link meta source track wbr"
VOID = frozenset(_VOID.split())


@dataclass(frozen=True, slots=True)
class Meta:
    """A tag of the head: its name in lower case, its cleaned content, and the language of the content or ""."""

    name: str
    content: str
    language: str = ""


@dataclass(slots=True)
class SavedPage:
    """A saved page: the tags of its head in order, and its text with blank lines between what stood apart."""

    metas: list[Meta] = field(default_factory=list)
    text: str = ""

    def every(self, *names: str) -> list[Meta]:
        """Return the tags with one of these names, in the order of the page; those without content are left out."""
        return [meta for meta in self.metas if meta.name in names and meta.content]

    def first(self, *names: str) -> str:
        """Return the content of the first tag with the first of these names that any tag has, or ""."""
        return next((found[0].content for name in names if (found := self.every(name))), "")


def take_apart(markup: str) -> SavedPage:
    r"""Return the tags and the text of a page; elements that are never closed do no harm.

    >>> page = take_apart('<meta name="DC.Title" content="A &amp; B"/><h1>A &amp; B</h1><ul><li>one</li></ul>')
    >>> page.first("dc.title"), page.text
    ('A & B', 'A & B\n\n  • one')
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    text = re.sub(r"•\s+", "• ", "".join(reader.parts))
    lines = [line.rstrip() for line in text.split("\n")]
    return SavedPage(reader.metas, re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n"))


class _Reader(HTMLParser):
    """Collects tags of the head, and the text of the element that holds the article where the theme marks one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.metas: list[Meta] = []
        self.parts: list[str] = []
        self.open: list[str] = []
        self.container = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in given:
            self.metas.append(Meta(given.get("name", "").lower(), clean(given["content"]), given.get("xml:lang", "")))
        self._break(tag, "\n\n  • " if tag == "li" else "\n\n")
        if tag in VOID:
            return
        self.open.append(tag)
        if not self.container and not CONTAINERS.isdisjoint(given.get("class", "").split()):
            self.container = len(self.open)
            self.parts.clear()

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open.pop() != tag:
            pass
        self._break(tag, "\n\n")
        if self.container > len(self.open):
            self.container = -1

    def handle_data(self, data: str) -> None:
        if self.container >= 0 and SILENT.isdisjoint(self.open):
            self.parts.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str, text: str) -> None:
        if tag in BREAKS and self.container >= 0:
            self.parts.append(text)
