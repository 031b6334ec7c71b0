"""This room makes the pictures of a scope: an article, an issue, a journal, or everything there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from jopsrdf.store import Generation
from jopsrdf.terms import iri
from jopsrdf.web.pages.asking import declared, rows_or_none, text_of
from jopsrdf.web.pages.pictures import PICTURES, Bar, Picture, svg
from jopsrdf.web.site import Site

#: The names of languages that references are often in; others are shown by their code.
LANGUAGES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French",
    "hy": "Armenian", "it": "Italian", "ka": "Georgian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese", "ja": "Japanese", "nl": "Dutch",
}  # fmt: skip
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that was drawn: its row, the numbers, the SVG, and the query as it was asked."""

    picture: Picture
    bars: tuple[Bar, ...]
    svg: Markup
    query: str


def figures(site: Site, generation: Generation, scope: str, names: tuple[str, ...] = ()) -> Iterator[Figure]:
    """Yield the pictures of a scope (an IRI, "" for everything); one without numbers or answer is left out."""
    for picture in PICTURES:
        if names and picture.name not in names:
            continue
        query = picture.query.replace("$scope", within(site, generation, scope))
        found = rows_or_none(site, generation, query) or []
        bars = tuple(Bar(named(picture, text_of(row, "label")), float(text_of(row, "count"))) for row in found)
        if bars:
            yield Figure(picture, bars, svg(bars, picture), declared(query))


def within(site: Site, generation: Generation, scope: str) -> str:
    """Return the pattern that binds `?article` within a scope: an article itself, or the parts of a thing.

    An article of ours has no parts: naming it as a value spares the store a search for them.
    """
    if not scope:
        return ""
    is_article = generation.article(scope.removeprefix(site.settings.base)) is not None
    return f"VALUES ?article {{ {iri(scope)} }}" if is_article else f"?article frbr:partOf* {iri(scope)} ."


def named(picture: Picture, label: str) -> str:
    """Return a label for people: `JournalArticle` is "journal article", `de` is German."""
    if picture.name == "types":
        return _CAPITAL.sub(" ", label).lower()
    return LANGUAGES.get(label, label) if picture.name == "languages" else label
