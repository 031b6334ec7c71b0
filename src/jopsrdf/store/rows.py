r"""This room finds the rows in the bytes of a table of results, so that what the engine has written can be cut exactly.

The engine writes a table in one go and says neither how many rows it has nor where they end. In each format some bytes
stand between two rows and, by the rules of that format, nowhere else: so rows are counted and cut without being read.
Bytes that promise more than the format can hold (a control character in XML) are mended here too.

>>> SHAPES["text/tab-separated-values"].cut(b"?x\n1\n2\n", rows=1, size=100)
(b'?x\n1\n', 1)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import QueryResultsFormat

#: Finds where each row ends, in order; a row that has not come to its end is left out.
Ends = Callable[[bytes], Iterator[int]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table looks like in one format.

    `head` ends the part before the first row, and `tail` follows the last. `smallest` is the fewest bytes that a row
    can have. `mended` returns a table as the format can hold it.
    """

    format: QueryResultsFormat
    head: bytes
    tail: bytes
    smallest: int
    count: Callable[[bytes], int]
    ends: Ends
    mended: Callable[[bytes], bytes] = bytes

    def cut(self, body: bytes, rows: int, size: int) -> tuple[bytes, int]:
        """Return the table with as many of its first rows as both limits allow, and their number.

        The table may break off anywhere behind its head. `size` counts the bytes of the whole; a head that is longer
        stays whole too.
        """
        room, end, kept = size - len(self.tail), body.index(self.head) + len(self.head), 0
        for place in self.ends(body):
            if kept == rows or place > room:
                break
            end, kept = place, kept + 1
        return body[:end] + self.tail, kept


#: Strings that break off go to the end: nothing in them ends a row.
_STRING = rb'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)'
#: A quote behind `},{` opens the name of a variable, which holds no comma or bracket, or closes a string: then one of
#: the two follows. A quote in a string has a backslash before it.
_JSON_ROW = re.compile(rb'\}(?=,\{"[^,}])')
_ANY_JSON_ROW = re.compile(rb"%s|(\}(?=,\{|\]\}\}\Z))" % _STRING, re.DOTALL)
_JSON_LAST = b"}]}}"
#: Expressions that begin with a rare sign look for it faster than `bytes` do.
_BARE = re.compile(rb"\{\}")


def _has_bare_rows(body: bytes) -> bool:
    """Say whether there may be a row without any value, which looks the same as the text of a string may."""
    return bool(_BARE.search(body)) and (b",{}" in body or b"[{}" in body)


def _count_json(body: bytes) -> int:
    if _has_bare_rows(body):
        return sum(1 for _ in _json_ends(body))
    return len(_JSON_ROW.findall(body)) + body.endswith(_JSON_LAST)


def _json_ends(body: bytes) -> Iterator[int]:
    if _has_bare_rows(body):
        yield from (found.end() for found in _ANY_JSON_ROW.finditer(body) if found[1])
        return
    last = [len(body) - len(_JSON_LAST) + 1] if body.endswith(_JSON_LAST) else []
    yield from chain((found.end() for found in _JSON_ROW.finditer(body)), last)


_XML_ROW = re.compile(rb"</result>")
_NO_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")


def _xml_ends(body: bytes) -> Iterator[int]:
    return (found.end() for found in _XML_ROW.finditer(body))


def _xml_mended(body: bytes) -> bytes:
    """Put a sign for what XML 1.0 cannot hold even as a reference, and a reference for a carriage return.

    A parser would make a line feed of that. Whatever is not ASCII is in UTF-8, and the engine's own marks hold no
    control characters, so bytes can be looked at one by one.
    """
    if len(body.translate(None, _CONTROLS)) == len(body) and b"\xef\xbf" not in body:
        return body
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}".encode(), body).replace(b"\r", b"&#13;")


def _tsv_ends(body: bytes) -> Iterator[int]:
    lines = (found.end() for found in re.finditer(rb"\n", body))
    next(lines, None)
    return lines


#: How the engine's tables look, by media type.
SHAPES: dict[str, Shape] = {
    "application/sparql-results+json": Shape(
        format=QueryResultsFormat.JSON,
        head=b'"bindings":[',
        tail=b"]}}",
        smallest=3,
        count=_count_json,
        ends=_json_ends,
    ),
    "application/sparql-results+xml": Shape(
        format=QueryResultsFormat.XML,
        head=b"<results>",
        tail=b"</results></sparql>",
        smallest=17,
        count=lambda body: body.count(b"</result>"),
        ends=_xml_ends,
        mended=_xml_mended,
    ),
    "text/tab-separated-values": Shape(
        format=QueryResultsFormat.TSV,
        head=b"\n",
        tail=b"",
        smallest=1,
        count=lambda body: body.count(b"\n") - 1,
        ends=_tsv_ends,
    ),
}
