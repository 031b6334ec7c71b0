"""This room cleans and compares strings; it knows nothing of articles or references."""

from __future__ import annotations

import hashlib
import html
import re
import unicodedata
from base64 import b32encode

#: Letters that Unicode does not decompose, and how a reader of Latin script looks them up.
UNDECOMPOSED = str.maketrans(
    {"ı": "i", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ə": "e"}
)
#: Characters that show nothing, and the marks of direction that come with right-to-left text.
INVISIBLE = dict.fromkeys((0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)))
APOSTROPHES = "'’‘ʼʹ`´′"

_SPACES = re.compile(r"\s+")
#: Plain ASCII, most of what is folded, needs no Unicode tables: twenty times faster.
_ASCII_APOSTROPHES = re.compile("['`]")
_ASCII_BREAKS = re.compile("[^a-z0-9]+")
_TAG = re.compile(r"<[^<>]*>")


def clean(text: str) -> str:
    r"""Return `text` in NFC on one line, with white space collapsed and control characters gone.

    Marks of direction and joiners stay: they are part of how a title is printed.

    >>> clean("  Türkiye\u00a0and\n the\tSouth\x00 Caucasus ")
    'Türkiye and the South Caucasus'
    """
    kept = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text) if not text.isprintable() else text
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept)).strip()


def fold(text: str) -> str:
    """Return the comparison key of `text`: case, marks, ligatures, punctuation and spacing do not count.

    Letters of other scripts stay, so two Cyrillic titles differ as their readers expect.

    >>> fold("Türkiye’s  «Lonely» State: Şen, Ærenlund, İlyas, Leiße")
    'turkiyes lonely state sen aerenlund ilyas leisse'
    >>> fold("Ёжик и №7")
    'ежик и no7'
    """
    if text.isascii():
        return " ".join(_ASCII_BREAKS.sub(" ", _ASCII_APOSTROPHES.sub("", text.lower())).split())
    lowered = text.casefold().translate(INVISIBLE).translate(UNDECOMPOSED)
    letters = unicodedata.normalize("NFKD", lowered).casefold()
    return " ".join("".join(map(_folded, letters)).split())


def _folded(char: str) -> str:
    if char.isalnum():
        return char
    if char in APOSTROPHES:
        return ""
    if unicodedata.category(char).startswith("M"):
        return char if _is_letter_sign(char) else ""
    return " "


def _is_letter_sign(mark: str) -> bool:
    """Say whether a mark is a letter to its readers: the vowel signs of Indic scripts and their neighbours."""
    return 0x0900 <= ord(mark) <= 0x109F


def slug(text: str, words: int = 0) -> str:
    """Return `text` as a path segment for people: folded words joined with hyphens, `words` of them at most.

    >>> slug("Journal of Political Science: Bulletin of Yerevan University")
    'journal-of-political-science-bulletin-of-yerevan-university'
    >>> slug("Understanding Türkiye’s Entanglement with Russia", 4)
    'understanding-turkiyes-entanglement-with'
    """
    parts = fold(text).split()
    return "-".join(parts[:words] if words else parts)


def digest(*parts: str, length: int = 8) -> str:
    """Return `length` characters of the base32 SHA-256 of the parts, lower-case.

    >>> digest("book", "danilevsky", "1888", "russia and europe")
    'gdjz42sg'
    """
    joined = "\x1f".join(parts).encode()
    return b32encode(hashlib.sha256(joined).digest()).decode().lower()[:length]


def plain(markup: str) -> str:
    """Return the text of a fragment of HTML: tags dropped, entities decoded, cleaned.

    >>> plain("The <i>Ummah</i> &amp; the&nbsp;Nation<br>today")
    'The Ummah & the Nation today'
    """
    return clean(html.unescape(_TAG.sub(lambda tag: " " if tag[0][1:3].lower() in ("br", "p>", "/p") else "", markup)))
