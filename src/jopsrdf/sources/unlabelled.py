"""This room sorts the lines that stand under no heading, or under the wrong one because their own was dropped.

Some themes print values without labels: two lines of a page then differ only in what they look like. A line that looks
like nothing stays where it is, and becomes a note there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import zip_longest

from jopsrdf import identifiers
from jopsrdf.sources import dates, how_to_cite, issue_line
from jopsrdf.sources.blocks import Blocks, Line
from jopsrdf.sources.institutions import names_institution
from jopsrdf.sources.short_names import ShortName, begins

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_HAS_DATE = re.compile(rf"{_YEAR.pattern}|https?://|10\.\d{{4,}}/")
_LICENCE = re.compile(r"creativecommons\.org/|creative commons|^CC[ -]BY|^copyright \(c\)|^©", re.IGNORECASE)
_BETWEEN_KEYWORDS = re.compile(r"[,;،、，；]|(?<=\w)- ")
_SENTENCE_END = re.compile(r"[.!?։。！？…][”»\"’)]*$")
#: A sentence about the page and not about the article, in the languages of most pages; "21-30 of 101".
FURNITURE = re.compile(
    r"^\d+\s*[-–]\s*\d+\s*[^\d\s]{1,12}(?:\s\S{1,12})?\s+\d+(?:\s\S+)?$|^[\d\s<>«»]+$|^(?:PDF|HTML|EPUB|XML)\b.{0,20}$|"
    r"similarity search|расширенн\w+ поиск|розширений пошук|benzerlik araması|similitud avanzada|"
    r"similaridade|ähnlichkeitssuche|download data is not yet|данные по скачиваниям|datos de descarga aún|"
    r"dados de download|download-daten sind",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Context:
    """What is known while the lines of a page are read: title, short names, blocks filled so far, the neighbours.

    `previous` is the block of the line before, `following` the text of the line after.
    """

    title: str
    names: tuple[ShortName, ...]
    filled: set[str] = field(default_factory=set)
    previous: str = ""
    following: str = ""


Test = Callable[[Line, Context], bool]


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the block that a line belongs to when the test says so."""

    block: str
    test: Test


def _is_doi(line: Line, _: Context) -> bool:
    found = [hit for hit in identifiers.find(line.text) if hit.identifier.scheme == "doi"]
    return len(found) == 1 and found[0].start <= 5 and found[0].end >= len(line.text) - 1


def _is_how_to_cite(line: Line, known: Context) -> bool:
    """The title with names before it and a journal after it: a sentence that quotes the title has not both."""
    span = how_to_cite.locate(line.text, known.title) if _YEAR.search(line.text) else None
    if not span or not re.search(r"[.,:)\]]\s*[“„«\"'‘]?\s*$", line.text[: span[0]]):
        return False
    cited = how_to_cite.read(line.text, known.title)
    return bool(cited.names and cited.journal)


def _is_date(line: Line, _: Context) -> bool:
    found = dates.find(line.text)
    return found is not None and found.end - found.start >= len(line.text) - 1


def _is_issue(line: Line, _: Context) -> bool:
    labels = [found for name in ("volume", "number") if (found := issue_line.labelled(name, line.text))]
    begins_so = any(found.start() <= 1 for found in labels) or issue_line.is_bare(line.text)
    return len(line.text) < 100 and begins_so


def _is_licence(line: Line, _: Context) -> bool:
    return len(line.text) < 300 and _LICENCE.search(line.text) is not None


def _is_furniture(line: Line, _: Context) -> bool:
    return FURNITURE.search(line.text) is not None


def _is_author(line: Line, known: Context) -> bool:
    """A bullet before the references, a known name, or what belongs to the name before: an institution, a paragraph."""
    if "references" in known.filled or len(line.text) > 200:
        return bool(line.indent and known.previous == "authors" and "references" not in known.filled)
    goes_on = known.previous == "authors" and (line.indent > 0 or names_institution(line.text))
    is_name = any(begins(line.text, name) for name in known.names) and not looks_like_reference(line.text)
    return bool(line.bullet) or goes_on or is_name


def _is_keywords(line: Line, known: Context) -> bool:
    parts = [part.split() for part in _BETWEEN_KEYWORDS.split(line.text.rstrip("."))]
    is_list = len(parts) > 2 and len(line.text) < 500 and max(map(len, parts)) <= 6
    is_sentence = re.search(r"\d{4}|[.!?]\s|[。！？]$", line.text) is not None
    return is_list and not is_sentence and "keywords" not in known.filled


def _is_reference(line: Line, known: Context) -> bool:
    """A list of references comes after the abstract, or shows by its second line; within it less is asked of a line."""
    if known.previous == "references" and len(line.text) > 30:
        return _HAS_DATE.search(line.text) is not None or len(re.findall(r"[.,:;]", line.text)) > 2
    is_list = {"abstract", "references"} & known.filled or looks_like_reference(known.following)
    return looks_like_reference(line.text) and bool(is_list)


def _is_abstract(line: Line, known: Context) -> bool:
    is_text = len(line.text.split()) >= 8 or len(line.text) > 100 or "。" in line.text
    return is_text and _SENTENCE_END.search(line.text) is not None and "references" not in known.filled


def looks_like_reference(text: str) -> bool:
    """Say whether a line could be a bibliographic reference: a year or an address, and the signs between its parts.

    >>> looks_like_reference("Aviv, Efrat. 2022. “Critically Assessing.” Middle Eastern Studies 59 (4): 582-596.")
    True
    >>> looks_like_reference("The article discusses the events of 2020, and what followed.")
    False
    """
    has_year = _HAS_DATE.search(text) is not None
    if has_year and "《" in text:
        return True
    begins_so = re.match(r"(?:\[?\d{1,3}[\].)]\s*)?[^\W\d_][\w'’.\- ]{0,60}(?:[,:،]|\. [^\W\d_])", text)
    return has_year and 40 < len(text) < 1200 and bool(begins_so) and len(re.findall(r"[.,:;]", text)) >= 4


#: In the order of asking, strictest first.
KINDS = (
    Kind("doi", _is_doi),
    Kind("how_to_cite", _is_how_to_cite),
    Kind("published", _is_date),
    Kind("licence", _is_licence),
    Kind("similar", _is_furniture),
    Kind("issue", _is_issue),
    Kind("authors", _is_author),
    Kind("keywords", _is_keywords),
    Kind("references", _is_reference),
    Kind("abstract", _is_abstract),
)
#: What may have strayed into a block whose end was not marked, by block; the title's block is whatever comes first.
STRAYS = {
    "title": frozenset(kind.block for kind in KINDS),
    "authors": frozenset(("doi", "how_to_cite", "published", "issue", "keywords", "abstract")),
    "doi": frozenset(("keywords", "abstract", "how_to_cite", "published", "issue")),
    "keywords": frozenset(("doi", "how_to_cite", "published", "issue", "abstract")),
    "abstract": frozenset(("doi", "how_to_cite", "published", "issue", "similar", "references")),
    "biographies": frozenset(("doi", "how_to_cite", "published", "issue", "licence", "similar", "references")),
    "references": frozenset(("how_to_cite", "published", "issue", "licence", "similar")),
    "published": frozenset(("how_to_cite", "issue", "licence")),
}


def sort(page: Blocks) -> None:
    """Move lines that stand in the wrong block to the block they look like, where that block has no lines of its own.

    Each block that is filled so gets one note.
    """
    title = page["title"][0].text if page["title"] else ""
    own = frozenset(block for block, lines in page.lines.items() if lines)
    known = Context(title, _short_names(page, title), set(own))
    for block, strays in STRAYS.items():
        lines, known.previous = page[block], ""
        kept = lines[:1] if block == "title" else []
        for line, after in zip_longest(lines[len(kept) :], lines[len(kept) + 1 :]):
            known.following = after.text if after else ""
            kind = _kind(line, known, strays - own)
            known.previous = kind
            if kind:
                _move(line, kind, page, known)
            else:
                kept.append(line)
        if lines:
            page.lines[block] = kept
    for lines in page.lines.values():
        lines.sort(key=lambda line: (line.number, line.start))
    _describe(page, own)
    _find_section(page)


def _short_names(page: Blocks, title: str) -> tuple[ShortName, ...]:
    """Return the names in *How to Cite*, wherever on the page it stands."""
    known = Context(title, ())
    candidates = page["how_to_cite"] or [line for block in STRAYS for line in page[block]]
    line = next((line for line in candidates if _is_how_to_cite(line, known)), None)
    return how_to_cite.read(line.text, title).names if line and title else ()


def _kind(line: Line, known: Context, allowed: frozenset[str]) -> str:
    return next((kind.block for kind in KINDS if kind.block in allowed and kind.test(line, known)), "")


def _move(line: Line, kind: str, page: Blocks, known: Context) -> None:
    if kind not in known.filled and kind != "similar":
        page.add("label-missing", f"this line was read as {kind.replace('_', ' ')}: no heading says what it is", line)
    known.filled.add(kind)
    page.lines.setdefault(kind, []).append(line)


def _describe(page: Blocks, own: frozenset[str]) -> None:
    """Authors that were found with paragraphs under their names are biographies."""
    lines = page["authors"]
    if (
        "authors" not in own
        and not page["biographies"]
        and any(len(line.text) > 90 for line in lines if not line.bullet)
    ):
        page.lines["biographies"], page.lines["authors"] = lines, []


def _find_section(page: Blocks) -> None:
    """Take the one short line that nothing explains for the name of the section."""
    if "section" in page.lines:
        return
    for block, lines in (
        ("title", page["title"][1:]),
        ("references", page["references"][-1:]),
        _last_of_biographies(page),
    ):
        short = [line for line in lines if len(line.text.split()) <= 5 and not re.search(r"[\d.,:;•]", line.text)]
        if len(short) == 1:
            page.lines[block] = [line for line in page[block] if line is not short[0]]
            page.lines["section"] = short
            page.add("label-missing", "this line was read as section: no heading says what it is", short[0])
            return


def _last_of_biographies(page: Blocks) -> tuple[str, list[Line]]:
    lines = page["biographies"]
    has_paragraph = len(lines) > 2 and len(lines[-2].text) > 60 and not any(line.bullet for line in lines)
    return "biographies", lines[-1:] if has_paragraph else []
