"""This room sorts the lines that stand under no heading, or under the wrong one because their own was dropped.

Some themes print values without labels: two lines of a page then differ only in what they look like. A line that looks
like nothing stays where it is, and becomes a note there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jopsrdf import identifiers
from jopsrdf.sources import dates, how_to_cite, issue_line
from jopsrdf.sources.blocks import Blocks, Line

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_LICENCE = re.compile(r"creativecommons\.org/|creative commons|^CC[ -]BY|^copyright \(c\)|^©", re.IGNORECASE)
_SEPARATORS = re.compile(r"[,;،、，]")
#: A sentence about the page and not about the article, in the languages of most pages; "21-30 of 101".
FURNITURE = re.compile(
    r"^\d+\s*[-–]\s*\d+\s+\S{1,12}(?:\s\S{1,12})?\s+\d+(?:\s\S+)?$|^[\d\s<>«»]+$|^(?:PDF|HTML|EPUB|XML)\b.{0,20}$|"
    r"similarity search|расширенн\w+ поиск|розширений пошук|benzerlik araması|similitud avanzada|"
    r"similaridade|ähnlichkeitssuche|download data is not yet|данные по скачиваниям|datos de descarga aún|"
    r"dados de download|download-daten sind",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the block that a line belongs to when the test says so; `title` is the title of the article."""

    block: str
    test: Callable[[str, str], bool]


def _is_doi(text: str, _: str) -> bool:
    found = [hit for hit in identifiers.find(text) if hit.identifier.scheme == "doi"]
    return len(found) == 1 and found[0].start <= 5 and found[0].end >= len(text) - 1


def _is_how_to_cite(text: str, title: str) -> bool:
    span = how_to_cite.locate(text, title)
    return bool(span) and len(text) > len(title) + 15 and bool(_YEAR.search(text))


def _is_date(text: str, _: str) -> bool:
    found = dates.find(text)
    return (
        bool(found)
        and found is not None
        and found.end - found.start >= len(text) - 1
        and bool(re.search(r"\d{4}", text))
    )


def _is_issue(text: str, _: str) -> bool:
    return len(text) < 80 and bool(issue_line.read(text)[0]) and not re.search(r"[.,]\s[^\W\d_]{4}", text)


def _is_licence(text: str, _: str) -> bool:
    return len(text) < 300 and bool(_LICENCE.search(text))


def _is_keywords(text: str, _: str) -> bool:
    parts = [part.split() for part in _SEPARATORS.split(text.rstrip("."))]
    return len(parts) > 2 and len(text) < 500 and max(map(len, parts)) <= 6 and not re.search(r"\d{4}|[.!?]\s", text)


def _is_abstract(text: str, _: str) -> bool:
    return len(text) > 250 or (len(text) > 120 and text.endswith((".", "。", "։", ":")))


def looks_like_reference(text: str, _: str = "") -> bool:
    """Say whether a line could be a bibliographic reference: a year, and a beginning or an address of one.

    >>> looks_like_reference("Aviv, Efrat. 2022. “Critically Assessing.” Middle Eastern Studies 59 (4): 582-596.")
    True
    >>> looks_like_reference("The article discusses the events of 2020 and what followed.")
    False
    """
    has_year = bool(_YEAR.search(text) or re.search(r"https?://|10\.\d{4,}/", text))
    begins = re.match(r"(?:\[?\d{1,3}[\].)]\s*)?[^\W\d_][\w'’.\- ]{0,60}(?:,|\. [^\W\d_])", text)
    return has_year and 40 < len(text) < 900 and bool(begins) and len(re.findall(r"[.,:;]", text)) >= 4


#: In the order of asking, strictest first.
KINDS = (
    Kind("doi", _is_doi),
    Kind("how_to_cite", _is_how_to_cite),
    Kind("published", _is_date),
    Kind("issue", _is_issue),
    Kind("licence", _is_licence),
    Kind("similar", lambda text, _: bool(FURNITURE.search(text))),
    Kind("keywords", _is_keywords),
    Kind("references", looks_like_reference),
    Kind("abstract", _is_abstract),
)
#: What may have strayed into a block whose end was not marked, by block.
STRAYS = {
    "title": frozenset(kind.block for kind in KINDS),
    "biographies": frozenset(("doi", "how_to_cite", "published", "issue", "licence", "similar", "references")),
    "references": frozenset(("how_to_cite", "published", "issue", "licence", "similar")),
    "abstract": frozenset(("doi", "how_to_cite", "published", "issue", "similar", "references")),
    "keywords": frozenset(("doi", "how_to_cite", "published", "issue", "abstract")),
    "authors": frozenset(("doi", "how_to_cite", "published", "issue", "keywords", "abstract")),
    "doi": frozenset(("keywords", "abstract", "how_to_cite", "published", "issue")),
    "published": frozenset(("how_to_cite", "issue", "licence")),
}


def sort(page: Blocks) -> None:
    """Move lines that stand in the wrong block to the block they look like, where that block has no lines of its own.

    Each block that is filled so gets one note.
    """
    title = page["title"][0].text if page["title"] else ""
    filled: set[str] = set()
    own = {block for block, lines in page.lines.items() if lines}
    for block, strays in STRAYS.items():
        kept: list[Line] = []
        for index, line in enumerate(page[block]):
            is_title = block == "title" and not index
            kind = (
                None
                if is_title
                else _kind(line, title, (strays - own - {block}) | (strays & filled), page[block], index)
            )
            if kind:
                filled.add(kind)
                page.lines.setdefault(kind, []).append(line)
                _remark(page, kind, line)
            else:
                kept.append(line)
        if block in page.lines:
            page.lines[block] = kept
    _find_section(page)


def _kind(line: Line, title: str, allowed: frozenset[str] | set[str], lines: list[Line], index: int) -> str:
    for kind in KINDS:
        if kind.block in allowed and kind.test(line.text, title):
            if kind.block == "references" and not _in_run(lines, index):
                continue
            return kind.block
    return ""


def _in_run(lines: list[Line], index: int) -> bool:
    """A reference is seldom alone: a neighbour looks like one too."""
    return any(
        looks_like_reference(line.text) for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    )


def _remark(page: Blocks, kind: str, line: Line) -> None:
    if kind != "similar":
        page.add("label-missing", f"this line was read as {kind.replace('_', ' ')}: no heading says what it is", line)


def _find_section(page: Blocks) -> None:
    """Take a short line at the end of a block that its neighbours do not explain for the name of the section."""
    if page["section"] or "section" in page.lines:
        return
    for block in ("references", "biographies", "title"):
        lines = page[block]
        last = lines[-1] if len(lines) > 2 else None
        if (
            last
            and last.is_apart
            and not last.bullet
            and len(last.text.split()) <= 5
            and not re.search(r"[\d.,:;]", last.text)
        ):
            if block == "biographies" and not len(lines[-2].text) > len(last.text):
                continue
            page.lines["section"] = [last]
            page.lines[block] = lines[:-1]
            _remark(page, "section", last)
            return


def strays(page: Blocks) -> Iterator[Line]:
    """Yield the lines after the title that no block took."""
    yield from page["title"][1:]
