"""This room reads the landing page of an article as plain text: what a person sees who opens it in OJS."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from jopsrdf import identifiers
from jopsrdf.errors import Where
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Article, Issue, Journal, PartialDate, Reference, Text
from jopsrdf.sources import blocks as cutting
from jopsrdf.sources import dates, how_to_cite, issue_line, people
from jopsrdf.sources.blocks import Blocks
from jopsrdf.sources.decoding import decode
from jopsrdf.sources.how_to_cite import HowToCite
from jopsrdf.text import fold

#: Titles that stand for a missing one: a PHP array printed by mistake.
PLACEHOLDERS = frozenset(("array", "untitled", "no title"))
_KEYWORD_SEPARATOR = re.compile(r"\s*;\s*|\s*[,،、，](?!\d)\s*(?![^()]*\))|(?<=\w)-\s+|\s+[•·|]\s+")


def recognises(head: str) -> bool:
    """Say whether a text looks like the landing page of an article: two different headings of one at least."""
    page = cutting.split(head, "")
    return len({block for block, _ in page.headings}) >= 2


def read(data: bytes, journal: Journal | None, where: Where) -> Iterator[Article]:
    """Yield the one article of a page, with its references as raw lines."""
    decoded = decode(data, where)
    page = cutting.split(decoded.text, where.source)
    page.notes.extend(decoded.notes)
    title = _title(page)
    cited = how_to_cite.read(page.text("how_to_cite"), title)
    issue = _issue(page, cited)
    yield Article(
        title=Text(title),
        contributions=people.read(page, cited.names),
        identifiers=_doi(page),
        keywords=_keywords(page),
        abstracts=_abstracts(page),
        published=_published(page, cited),
        section=Text(page.text("section")) if page["section"] else None,
        licence=page.text("licence"),
        journal=_journal(journal, cited),
        issue=issue,
        pages=cited.pages,
        how_to_cite=cited.raw,
        references=_references(page),
        notes=tuple(page.notes),
        source=where.source,
        digest=hashlib.sha256(data).hexdigest(),
    )


def _title(page: Blocks) -> str:
    lines = page["title"]
    if not lines or fold(lines[0].text) in PLACEHOLDERS:
        page.add("no-title", "the page has no title", lines[0] if lines else None)
        return ""
    for line in lines[1:]:
        page.add("left-over", f"“{line.text[:60]}” belongs to no block", line)
    return lines[0].text


def _doi(page: Blocks) -> tuple[Identifier, ...]:
    found = [
        hit.identifier for line in page["doi"] for hit in identifiers.find(line.text) if hit.identifier.scheme == "doi"
    ]
    if not found:
        page.add("no-doi", "the page states no DOI")
    return tuple(dict.fromkeys(found))


def _keywords(page: Blocks) -> tuple[tuple[Text, ...], ...]:
    words = [word.strip(" .") for line in page["keywords"] for word in _KEYWORD_SEPARATOR.split(line.text)]
    return tuple((Text(word),) for word in words if word)


def _abstracts(page: Blocks) -> tuple[Text, ...]:
    return (Text(page.text("abstract")),) if page["abstract"] else ()


def _published(page: Blocks, cited: HowToCite) -> PartialDate | None:
    found = dates.find(page.text("published"))
    return found.date if found else cited.published


def _journal(journal: Journal | None, cited: HowToCite) -> Journal | None:
    if journal and (not cited.journal or fold(journal.title) == fold(cited.journal)):
        return journal
    return Journal(title=cited.journal) if cited.journal else journal


def _issue(page: Blocks, cited: HowToCite) -> Issue:
    if cited.bracket:
        page.add(
            "issue-bracket",
            f"read “{cited.bracket}” as issue {cited.issue.number}, whole number {cited.issue.whole_number}",
        )
    printed, _ = issue_line.read(page.text("issue"))
    year = printed.year or (str(cited.published.year) if cited.published else "")
    return replace(printed or cited.issue, year=year, title=printed.title)


def _references(page: Blocks) -> tuple[Reference, ...]:
    lines = page["references"]
    if not lines:
        page.add("no-references", "the page lists no references")
    return tuple(Reference(raw=line.text, position=n) for n, line in enumerate(lines, 1))
