"""This room writes XML for the channels: every text is escaped, and what XML 1.0 cannot hold never gets in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: Everything but the production `Char` of XML 1.0, section 2.2.
_NO_CHAR = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Xml(str):
    """Finished XML; any other string is text and will be escaped."""

    __slots__ = ()


def tag(name: str, *content: str, **attributes: str) -> Xml:
    r"""Return an element; an attribute's first `_` stands for the colon of a prefix, empty ones are left out.

    >>> tag("dc:title", "A < B\x00", xml_lang="en")
    '<dc:title xml:lang="en">A &lt; B</dc:title>'
    >>> tag("record", tag("header", status="deleted"))
    '<record><header status="deleted"/></record>'
    """
    start = name + "".join(
        f" {key.replace('_', ':', 1)}={quoteattr(legal(value))}" for key, value in attributes.items() if value
    )
    inside = "".join(part if isinstance(part, Xml) else escape(legal(part)) for part in content)
    return Xml(f"<{start}>{inside}</{name}>" if inside else f"<{start}/>")


def join(parts: Iterable[Xml]) -> Xml:
    """Return elements one after the other."""
    return Xml("".join(parts))


def legal(text: str) -> str:
    """Return `text` without the characters that XML forbids: controls, surrogates, U+FFFE, U+FFFF."""
    return _NO_CHAR.sub("", text)


def document(root: Xml) -> bytes:
    """Return the document of a root element, UTF-8."""
    return (HEAD + root + "\n").encode()
