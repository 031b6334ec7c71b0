"""This room writes records in every form that is asked for: RDF, JSON-LD for a page, the record, exports."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from jopsrdf import exports, formats, graph
from jopsrdf.config import Settings
from jopsrdf.graph.iris import SHARED_GRAPHS
from jopsrdf.pipeline.converting import mint_for
from jopsrdf.records import Article
from jopsrdf.terms import Quad, iri

#: Formats that carry links, quality and provenance in graphs of their own; the others hold what the articles say.
#: Mixing them would let an `owl:sameAs` put the statements of others under our subjects.
WITH_GRAPHS = ("nquads", "trig")


@dataclass(frozen=True, slots=True)
class Options:
    """What shapes RDF: a profile of `graph.PROFILES` ("" for everything), a JSON-LD frame, and an ISO time to state."""

    profile: str = ""
    frame: dict[str, Any] | None = None
    time: str = ""


def write(articles: Sequence[Article], target: str, settings: Settings, options: Options = Options()) -> bytes:
    """Return articles as a document: a format of `formats.FORMATS`, an export, `record` or `schema-jsonld`."""
    if target in WRITERS:
        return WRITERS[target](articles, settings).encode()
    if target in exports.EXPORTS:
        items = [item for article in articles for item in exports.items(article, references=True)]
        return exports.EXPORTS[target].write(items).encode()
    return _rdf(articles, target, settings, options)


def _rdf(articles: Sequence[Article], target: str, settings: Settings, options: Options) -> bytes:
    mint = mint_for(settings)
    run = graph.Run(time=options.time)
    made = [quad for article in articles for quad in graph.quads(article, mint, run=run)]
    if target not in WITH_GRAPHS:
        others = {iri(mint.graph(name)) for name in SHARED_GRAPHS}
        made = [(s, p, o, "") for s, p, o, g in made if g not in others]
    shaped: list[Quad] = list(graph.profiled(made, options.profile)) if options.profile else made
    first = iri(mint.article(articles[0])) if articles else ""
    if options.frame is not None and target == "jsonld":
        return formats.frame(shaped, options.frame, base=settings.base)
    return formats.write(dict.fromkeys(shaped), target, base=settings.base, first=first)


def _record(articles: Sequence[Article], _: Settings) -> str:
    """Return the record of one article to be read by people, or one line for each of several."""
    from jopsrdf import codec

    if len(articles) == 1:
        return codec.to_json(articles[0], indent=1) + "\n"
    return "".join(f"{codec.to_json(article)}\n" for article in articles)


def _embedded(articles: Sequence[Article], settings: Settings) -> str:
    """Return the JSON-LD that a page embeds: an object for one article, an array for several."""
    mint = mint_for(settings)
    embeds = [graph.embed(article, mint, licence=settings.licence) for article in articles]
    return json.dumps(embeds[0] if len(embeds) == 1 else embeds, ensure_ascii=False, indent=1) + "\n"


WRITERS: dict[str, Callable[[Sequence[Article], Settings], str]] = {"record": _record, "schema-jsonld": _embedded}
