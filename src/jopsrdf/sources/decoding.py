"""This room turns bytes into text, says what it had to guess, and refuses what is no text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jopsrdf.errors import Note, SourceError, Where
from jopsrdf.notes import note
from jopsrdf.sources import headings

#: The largest input that is read, in bytes; a page with ten thousand references has about three million.
LIMIT = 32 * 1024 * 1024
#: First bytes of files that are no text: signature, what must follow soon for a closer name, and the name.
SIGNATURES: tuple[tuple[bytes, bytes, str], ...] = (
    (b"%PDF-", b"", "a PDF file, probably the full text of an article"),
    (b"PK\x03\x04", b"word/", "a Word document (DOCX)"),
    (b"PK\x03\x04", b"xl/", "an Excel workbook (XLSX)"),
    (b"PK\x03\x04", b"application/epub+zip", "an EPUB book"),
    (b"PK\x03\x04", b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"PK\x03\x04", b"", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", b"", "an old Word or Excel file"),
    (b"{\\rtf", b"", "an RTF document"),
    (b"\x1f\x8b", b"", "a gzip archive"),
    (b"BZh", b"", "a bzip2 archive"),
    (b"\xfd7zXZ", b"", "an XZ archive"),
    (b"7z\xbc\xaf", b"", "a 7-Zip archive"),
    (b"Rar!", b"", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", b"", "a Zstandard archive"),
    (b"\x89PNG", b"", "a PNG image"),
    (b"\xff\xd8\xff", b"", "a JPEG image"),
    (b"GIF8", b"", "a GIF image"),
    (b"RIFF", b"WEBP", "a WebP image"),
    (b"II*\x00", b"", "a TIFF image"),
    (b"MM\x00*", b"", "a TIFF image"),
    (b"SQLite format 3", b"", "an SQLite database"),
    (b"\x7fELF", b"", "a program"),
    (b"MZ\x90", b"", "a program"),
)
#: Byte order marks, the longer before the shorter that it begins with.
MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: One-byte encodings (and two Chinese ones) that are tried when a text is no UTF-8, likelier ones first.
LEGACY = {
    "cp1252": "Windows-1252",
    "cp1251": "Windows-1251",
    "cp1254": "Windows-1254",
    "cp1250": "Windows-1250",
    "cp1256": "Windows-1256",
    "koi8-r": "KOI8-R",
    "gb18030": "GB 18030",
    "big5": "Big5",
}
_ADVICE = "save the article's landing page as text (UTF-8) or as HTML, and give that file"
_HIGH_RUN = re.compile(r"[^\x00-\x7f]{3,}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of an input with LF line ends, and the notes about reading it."""

    text: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes, where: Where) -> Decoded:
    r"""Return the text of an input; raise `SourceError` for what is empty, too large, or no text.

    >>> decode(b"\xef\xbb\xbfT\xc3\xbcrkiye\r\nand", Where("page.txt")).text
    'Türkiye\nand'
    >>> decode(b"%PDF-1.7 ...", Where("page.txt"))
    Traceback (most recent call last):
    jopsrdf.errors.SourceError: page.txt: this looks like a PDF file, probably the full text of an article; ...
    """
    refuse(data, where)
    text, notes = _text(data, where)
    text, damage = _without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), where)
    text, repairs = _without_mojibake(text, where)
    return Decoded(text, (*notes, *damage, *repairs))


def refuse(data: bytes, where: Where) -> None:
    """Raise `SourceError` when the first bytes or the size show that there is no page to read."""
    if len(data) > LIMIT:
        size, limit = f"{len(data) / 2**20:.0f} MiB", f"{LIMIT // 2**20} MiB"
        raise SourceError(f"the file has {size}, and a page has at most {limit}; give one article a file", where=where)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise SourceError(f"the file is empty; {_ADVICE}", where=where)
    for signature, mark, name in SIGNATURES:
        if data.startswith(signature) and mark in data[:4096]:
            raise SourceError(f"this looks like {name}; {_ADVICE}", where=where)


def _text(data: bytes, where: Where) -> tuple[str, list[Note]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :] if encoding == "utf-8" else data, encoding, where), []
    wide = _wide(data)
    if wide:
        message = f"the text was read as {wide.upper()}, which its zero bytes show; {_saying('UTF-8')}"
        return _strict(data, wide, where), [note("encoding-guessed", message, where)]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        return _legacy(data, error, where)


def _strict(data: bytes, encoding: str, where: Where) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the file says it is {encoding.upper()} but byte {error.start} is not; {_ADVICE}"
        raise SourceError(message, where=Where(where.source, line)) from None


def _wide(data: bytes) -> str:
    """Return the UTF-16 that zero bytes at every other place give away, or ""."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(sample) < 4 or max(even, odd) < len(sample) // 8 or min(even, odd) * 8 > max(even, odd):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _saying(encoding: str) -> str:
    return f"save the page as {encoding} to be sure"


def _legacy(data: bytes, error: UnicodeDecodeError, where: Where) -> tuple[str, list[Note]]:
    """Decode what is no UTF-8: damaged UTF-8 where most of it is sound, else the likeliest older encoding."""
    at = Where(where.source, data.count(b"\n", 0, error.start) + 1)
    damaged = data.decode("utf-8", "replace")
    sound, broken = sum(char > "\x7f" for char in damaged), damaged.count("\ufffd")
    if sound > 10 * broken:
        message = f"{broken} bytes are no UTF-8 and were replaced by U+FFFD; {_saying('UTF-8')}"
        return damaged, [note("encoding-damaged", message, at)]
    readings = {name: text for name in LEGACY if (text := _attempt(data, name)) is not None}
    if not readings or sum(data.count(bytes((code,))) for code in range(9)) * 50 > len(data):
        raise SourceError(f"this is binary data, not text; {_ADVICE}", where=where)
    best = max(readings, key=lambda name: _plausibility(readings[name], name))
    message = f"the text is no UTF-8; it was read as {LEGACY[best]}; {_saying('UTF-8')}"
    return readings[best], [note("encoding-guessed", message, at)]


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str, encoding: str) -> tuple[int, int, int]:
    """Weigh a reading: headings it makes readable, then words that keep to one script, then the order of `LEGACY`."""
    lines = text.split("\n", 400)[:400]
    known = sum(bool(headings.find(line.strip()) or headings.leading(line.strip())) for line in lines)
    runs = _HIGH_RUN.findall(text[:20_000])
    is_cyrillic = encoding in ("cp1251", "koi8-r")
    whole = sum(run.isalpha() and (run.islower() or run.istitle() or run.isupper()) for run in runs)
    return known, whole if is_cyrillic else 0, -list(LEGACY).index(encoding)


def _without_controls(text: str, where: Where) -> tuple[str, list[Note]]:
    """Drop NUL and other control characters that are no white space; a text full of them is binary."""
    found = [match.start() for match in _CONTROL.finditer(text)]
    if not found:
        return text, []
    if len(found) * 10 > len(text):
        raise SourceError(f"this is binary data, not text; {_ADVICE}", where=where)
    line = text.count("\n", 0, found[0]) + 1
    message = f"{len(found)} control characters (the first here) were dropped; the file may be damaged"
    return _CONTROL.sub("", text), [note("control-characters", message, Where(where.source, line))]


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
#: UTF-8 that was read as Windows-1252 ("TÃ¼rkiye", "â€œ") or as Windows-1251 ("РўСѓСЂС†РёСЏ").
_MOJIBAKE = re.compile(
    "[\u00c2-\u00df][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|â(?:€|„)|(?:[РС][\u0400-\u040f\u0450-\u045f\u0490\u0491\u00a0-\u00bf\u2013-\u203a\u20ac\u2116\u2122РС]){3}"
)
#: Bytes that Windows-1252 leaves empty and that careless programs let through as control characters.
_HOLES = {code: bytes((code,)) for code in (0x81, 0x8D, 0x8F, 0x90, 0x98, 0x9D)}


def _without_mojibake(text: str, where: Where) -> tuple[str, list[Note]]:
    """Repair lines of UTF-8 that were read as a one-byte encoding, when the whole line is UTF-8 again."""
    if not _MOJIBAKE.search(text):
        return text, []
    lines = text.split("\n")
    repaired: list[int] = []
    doubtful: list[int] = []
    for number, line in enumerate(lines):
        if _MOJIBAKE.search(line):
            mended = _mended(line, "cp1252") or _mended(line, "cp1251")
            lines[number] = mended or line
            (repaired if mended else doubtful).append(number + 1)
    return "\n".join(lines), [*_mojibake_notes(repaired, doubtful, where)]


def _mojibake_notes(repaired: list[int], doubtful: list[int], where: Where) -> list[Note]:
    notes = []
    if repaired:
        message = f"{len(repaired)} lines of UTF-8 had been read as Windows-1252 or 1251 and were read again as UTF-8"
        notes.append(note("mojibake-repaired", message, Where(where.source, repaired[0])))
    if doubtful:
        message = f"{len(doubtful)} lines look like text in the wrong encoding and were left; {_saying('UTF-8')}"
        notes.append(note("mojibake", message, Where(where.source, doubtful[0])))
    return notes


def _mended(line: str, encoding: str) -> str:
    """Return the line as it was before it was read wrongly, or "" when not all of it goes back."""
    try:
        return b"".join(_HOLES.get(ord(char)) or char.encode(encoding) for char in line).decode("utf-8")
    except UnicodeError:
        return ""
