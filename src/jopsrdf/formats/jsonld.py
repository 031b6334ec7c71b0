"""This room writes JSON-LD: expanded from the terms, then compacted or framed by PyLD.

Contexts come from our own files; nothing is ever fetched, and a document that asks for a remote context is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from jopsrdf import resources
from jopsrdf.errors import FormatError
from jopsrdf.terms import RDF, XSD, Quad, Term, address, is_iri, parts

Json = dict[str, Any]
_TYPE = RDF["type"]
_STRING = address(XSD["string"])
_PARAMETERS = re.compile(r'"@id": "[^"]*;')


@cache
def context() -> Json:
    """Return our bundled context, the value of `@context`."""
    loaded: Json = json.loads(resources.ontology("context.jsonld").read_text(encoding="utf-8"))["@context"]
    return loaded


def expanded(quads: Iterable[Quad]) -> list[Json]:
    """Return the quads as expanded JSON-LD, nodes and values in the order given.

    >>> expanded([("<http://e.org/a>", "<http://e.org/p>", '"x"@en', "")])
    [{'@id': 'http://e.org/a', 'http://e.org/p': [{'@value': 'x', '@language': 'en'}]}]
    """
    graphs: dict[Term, dict[Term, Json]] = {"": {}}
    for s, p, o, g in quads:
        node = graphs.setdefault(g, {}).setdefault(s, {"@id": address(s)})
        value = address(o) if p == _TYPE else _value(o)
        values = node.setdefault("@type" if p == _TYPE else address(p), [])
        if value not in values:
            values.append(value)
    default = list(graphs.pop("").values())
    return default + [{"@id": address(g), "@graph": list(nodes.values())} for g, nodes in graphs.items()]


def _value(term: Term) -> Json:
    if is_iri(term):
        return {"@id": address(term)}
    text, language, datatype = parts(term)
    if language:
        return {"@value": text, "@language": language}
    return {"@value": text, "@type": datatype} if datatype and datatype != _STRING else {"@value": text}


def compacted(quads: Iterable[Quad], *, base: str = "") -> Json:
    """Return the quads as a compact document with our context inside it, so that it reads without the network."""
    from pyld import jsonld

    nodes = expanded(quads)
    active = _active(nodes, base)
    options = {"documentLoader": refuse, "graph": True, "base": active.get("@base", "")}
    document: Json = jsonld.compact(nodes, {"@context": active}, options)
    return document


def _active(nodes: list[Json], base: str) -> Json:
    """Return our context, with the base that makes the IRIs of the nodes short where that is safe."""
    if _PARAMETERS.search(json.dumps(nodes, ensure_ascii=False)):
        base = ""  # PyLD 3.3 drops what follows a semicolon when it makes an IRI relative, and SICI DOIs have one
    return {"@base": base, **context()} if base else context()


def framed(quads: Iterable[Quad], frame: Json, *, base: str = "") -> Json:
    """Return the quads in the shape of a frame (JSON-LD 1.1 Framing); a frame without a context gets ours.

    IRIs are relative only to a base that the document itself names.
    """
    from pyld import jsonld

    nodes = expanded(quads)
    shaped = {"@context": _active(nodes, base), **frame}
    document: Json = jsonld.frame(nodes, shaped, {"documentLoader": refuse, "base": ""})
    return document


def write_jsonld(quads: Iterable[Quad], *, base: str = "", first: Term = "") -> str:  # noqa: ARG001 - a Writer
    """Return compact JSON-LD text."""
    return json.dumps(compacted(quads, base=base), ensure_ascii=False, indent=1) + "\n"


def refuse(url: str, _options: object = None) -> Json:
    """Take the place of PyLD's document loader: contexts are bundled, never fetched."""
    raise FormatError(f"this document asks for the context {url}; jopsrdf does not fetch contexts")
