"""This room builds what a page embeds: one nested schema.org object for the article, authors in order.

It runs the rows of `schema_org` over the same things as the triples, so both say the same; a few properties that only
search engines read are added here.
"""

from __future__ import annotations

import json
from typing import Any

from jopsrdf.graph import schema_org
from jopsrdf.graph.engine import TYPE, Row
from jopsrdf.graph.entities import Entity, Person
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.layout import lay_out
from jopsrdf.graph.register import Register
from jopsrdf.records import Article
from jopsrdf.terms import SCHEMA, Term, is_iri, parts


def _name(term: Term) -> str:
    return term.removeprefix(f"<{SCHEMA.iri}").removesuffix(">")


CONTEXT = "https://schema.org"
_ROWS = {
    shape.describes: tuple((row, "@type" if row.predicate == TYPE else _name(row.predicate)) for row in shape.rows)
    for shape in schema_org.SHAPES
}
_CLASSES = {shape.describes: _name(shape.classes[0]) for shape in schema_org.SHAPES if shape.classes}
#: What a cited work leaves to its own page.
_LEFT_OUT = frozenset({"identifiers", "registered", "cites", "keywords", "abstracts"})

#: Lists of which the order, or the number, is part of the meaning: arrays even with one member.
_ARRAYS = frozenset({"author", "editor", "citation", "keywords"})


def embed(article: Article, mint: Mint, *, licence: str = "") -> dict[str, Any]:
    """Return the schema.org JSON-LD of an article, every node with its `@id`; `licence` is that of these metadata.

    >>> from jopsrdf.records import Text
    >>> embed(Article(title=Text("On <b>", "en")), Mint("https://e.org/"))["name"]
    'On <b>'
    """
    layout = lay_out(article, Register(mint))
    node = {"@context": CONTEXT, **_node(layout.article, cited=False)}
    node["headline"] = article.title.value
    if article.pages:
        node["pagination"] = str(article.pages)
    if address := layout.article.urls or layout.article.same_as:
        node["mainEntityOfPage"] = node["url"] = address[0]
    if licence:
        node["sdLicense"] = licence
    return node


def _node(thing: Entity, *, cited: bool) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": thing.iri[1:-1]}
    if type(thing) in _CLASSES:
        node["@type"] = _CLASSES[type(thing)]
    for row, name in _ROWS.get(type(thing), ()):
        value = getattr(thing, row.field)
        if value and not (cited and row.field in _LEFT_OUT):
            _add(node, row, name, value, inside=cited or row.field == "cites")
    if isinstance(thing, Person) and thing.biography:
        node["description"] = thing.biography.value
    return node


def _add(node: dict[str, Any], row: Row, name: str, value: Any, *, inside: bool) -> None:
    found: list[Any]
    if row.codec.range == "things":
        found = [_node(thing, cited=inside) for thing in value]
    else:
        found = [_plain(term, name) for term in row.codec.write(value)]
    if name in node:
        known = node[name]
        found = (known if isinstance(known, list) else [known]) + found
    if found:
        node[name] = found if len(found) > 1 or name in _ARRAYS else found[0]


def _plain(term: Term, name: str) -> str:
    """Return a term as JSON-LD has it: names of classes, addresses, or the text of a literal."""
    if is_iri(term):
        return _name(term) if name == "@type" else term[1:-1]
    return parts(term)[0] if "\\" in term else term[1 : term.rindex('"')]


def embed_script(node: dict[str, Any]) -> str:
    r"""Return JSON that is safe inside <script>: no `<` of a text can end the element or open a comment.

    >>> embed_script({"name": "</script><!--"})
    '{"name": "\\u003c/script>\\u003c!--"}'
    """
    return json.dumps(node, ensure_ascii=False).replace("<", "\\u003c")
