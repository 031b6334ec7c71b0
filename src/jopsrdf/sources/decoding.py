"""This room turns bytes into text, and says what it had to guess."""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.errors import Note, SourceError, Where


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an input with LF line ends, and the notes about reading it."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, where: Where) -> Decoded:
    """Return the text of an input."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SourceError("this is not UTF-8 text", where=where) from None
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"))
