"""This room lists what the journal has published, and what is gone: every channel asks here, so all agree.

Graves are what `documents.graves` knows: withdrawn articles, whether or not the dataset still holds their records, and
those that have departed. No channel shows more of them than that they were there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import quote, unquote

from jopsrdf import codec
from jopsrdf.config import Settings
from jopsrdf.formats import write
from jopsrdf.records import Article, Text
from jopsrdf.store.dataset import Generation
from jopsrdf.web.channels.metadata import dublin_core
from jopsrdf.web.channels.oai import FORMATS
from jopsrdf.web.channels.xml import Xml, join, tag
from jopsrdf.web.documents.graves import graves_of

#: How many records are read at a time when all are walked through.
_STEP = 500
_DC = "http://purl.org/dc/elements/1.1/"


@dataclass(frozen=True)
class Publication:
    """An article of ours, or its grave: `gone` is the date since when it is one, "" for a living one.

    `key` is the path of `iri` after the base; `json` the record as the dataset keeps it.
    """

    key: str
    iri: str
    generation: Generation
    json: str = ""
    gone: str = ""

    @cached_property
    def article(self) -> Article:
        return codec.article(self.json)

    @property
    def identifier(self) -> str:
        """The IRI as a URI, which OAI-PMH and HTTP headers want: ASCII only."""
        return ascii_iri(self.iri)

    @property
    def is_deleted(self) -> bool:
        return bool(self.gone)

    def metadata(self, prefix: str) -> Xml:
        """Return the article in a metadata format of OAI-PMH: `oai_dc` or `rdf`."""
        if prefix == "rdf":
            return _rdf(write(self.generation.describe(self.iri), "rdfxml").decode())
        elements = (tag(f"dc:{name}", text.value, xml_lang=text.language) for name, text in self.dublin_core())
        return tag(
            "oai_dc:dc",
            join(elements),
            xmlns_oai_dc=FORMATS["oai_dc"].namespace,
            xmlns_dc=_DC,
            xsi_schemaLocation=FORMATS["oai_dc"].location,
        )

    def dublin_core(self) -> Iterator[tuple[str, Text]]:
        return dublin_core(self.article, self.iri)


class Catalogue:
    """The publications of one generation under given settings: the newest first, graves without a record last."""

    def __init__(self, generation: Generation, settings: Settings) -> None:
        self.generation = generation
        self.base = settings.base
        found = graves_of(generation, settings)
        self.graves, self._moved, self._lost = found.gone, found.moved, found.lost

    @property
    def modified(self) -> datetime:
        """Since when the generation serves, and all that it holds is as it is."""
        return datetime.fromtimestamp(int(self.generation.modified), UTC)

    def count(self) -> int:
        return self.generation.count() + len(self._lost)

    def items(self, offset: int, limit: int) -> Sequence[Publication]:
        """Return publications from a position on, graves among them."""
        records = self.generation.articles(offset, limit)
        found = [self._of(record.key, record.record) for record in records]
        start = max(0, offset - self.generation.count())
        lost = self._lost[start : start + limit - len(found)]
        return found + [self._of(key, "") for key in lost]

    def item(self, identifier: str) -> Publication | None:
        """Return the publication of an IRI (or of its ASCII form), None for an unknown one; what moved is deleted."""
        keys = [name.removeprefix(self.base) for name in (unquoted(identifier), identifier)]
        left = (self._of(key, "") for key in keys if key in self._moved)
        return self.at(keys[0]) or self.at(keys[1]) or next(left, None)

    def at(self, key: str) -> Publication | None:
        """Return the publication of a key, None for an unknown one."""
        record = self.generation.article(key)
        return self._of(key, record.record if record else "") if record or key in self.graves else None

    def living(self, limit: int = 0) -> Iterator[Publication]:
        """Yield the articles that are not gone, the newest first; `limit` 0 means all."""
        given = 0
        for offset in range(0, self.generation.count(), _STEP):
            for item in self.items(offset, min(_STEP, self.generation.count() - offset)):
                if item.is_deleted:
                    continue
                yield item
                given += 1
                if given == limit:
                    return

    def _of(self, key: str, json: str) -> Publication:
        return Publication(
            key, self.base + key, self.generation, json, self.graves.get(key) or self._moved.get(key, "")
        )


def _rdf(document: str) -> Xml:
    """Return the element of an RDF/XML document with the address of its schema, which OAI-PMH demands of a record.

    The prefix `xsi` is the envelope's; parsers of RDF/XML leave such attributes alone.
    """
    start, element = "<rdf:RDF", document[document.index("<rdf:RDF") :]
    located = f'{start} xsi:schemaLocation="{FORMATS["rdf"].location}"'
    return Xml(element.replace(start, located, 1))


def ascii_iri(iri: str) -> str:
    """Return an IRI as a URI: letters beyond ASCII percent-encoded, the rest as it is.

    >>> ascii_iri("https://e.org/work/дугин-2022#a")
    'https://e.org/work/%D0%B4%D1%83%D0%B3%D0%B8%D0%BD-2022#a'
    """
    return "".join(char if char.isascii() else quote(char) for char in iri)


_BEYOND_ASCII = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def unquoted(uri: str) -> str:
    """Undo `ascii_iri`; what was percent-encoded in the IRI itself stays so."""
    return _BEYOND_ASCII.sub(lambda run: unquote(run[0]), uri)
