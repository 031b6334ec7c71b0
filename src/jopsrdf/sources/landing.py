"""This room reads the landing page of an article as plain text: what a person sees who opens it in OJS."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from jopsrdf import identifiers
from jopsrdf.errors import Where
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Article, Issue, Journal, PartialDate, Text
from jopsrdf.sources import blocks as cutting
from jopsrdf.sources import (
    dates,
    how_to_cite,
    issue_line,
    licences,
    people,
    reference_lines,
    refusals,
    titles,
    tongues,
    unlabelled,
)
from jopsrdf.sources.blocks import Blocks, Line
from jopsrdf.sources.decoding import decode
from jopsrdf.sources.how_to_cite import HowToCite
from jopsrdf.text import INVISIBLE, fold

#: Blocks that a page may leave empty without harm, but not without a word.
REMARKABLE = (
    "authors",
    "keywords",
    "abstract",
    "published",
    "issue",
    "section",
    "licence",
    "how_to_cite",
    "biographies",
)
#: What joins keywords in the locales of OJS, Turkish "- " among them; not inside brackets, not inside numbers.
_BETWEEN_KEYWORDS = re.compile(r"\s*[;；]\s*|\s+[•·|]\s+")
_BETWEEN_KEYWORDS_TOO = re.compile(r"\s*[,،、，](?!\d)\s*(?![^()]*\))")
_DASHES = re.compile(r"(?<=\w)\s?- ")


def recognises(head: str) -> bool:
    r"""Say whether a text looks like the landing page of an article.

    Two different headings speak for it, or three lines that look like what such a page prints; what speaks against
    it is the table of `refusals`.

    >>> recognises("A title\n\nKeywords:\n\nsoft power, NATO\n\nAbstract\n\nSome text.")
    True
    >>> recognises("404 Not Found\n\nAbstract\n\nKeywords")
    False
    """
    if refusals.look(head):
        return False
    page = cutting.split(head, "")
    found = {block for block, _ in page.headings}
    unlabelled.sort(page)
    return len(found) >= 2 or len(found | {block for block, lines in page.lines.items() if lines}) >= 4


def read(data: bytes, journal: Journal | None, where: Where) -> Iterator[Article]:
    """Yield the one article of a page, with its references as raw lines and its doubts as notes."""
    decoded = decode(data, where)
    article = read_text(decoded.text, journal, where)
    digest = hashlib.sha256(data).hexdigest()
    yield replace(article, digest=digest, notes=(*decoded.notes, *article.notes))


def read_text(text: str, journal: Journal | None, where: Where, language: str = "") -> Article:
    """Return the article of a page's text; `language` is the one that the page states, where it does."""
    page = cutting.split(text, where.source)
    page.lines["how_to_cite"] = page.paragraphs("how_to_cite")
    titles.clear_menu(page)
    unlabelled.sort(page)
    title, subtitle = titles.read(page)
    cited = _how_to_cite(page, title, subtitle)
    article = Article(
        title=Text(title),
        subtitle=subtitle,
        contributions=people.read(page, cited.names),
        identifiers=_dois(page),
        keywords=_keywords(page),
        abstracts=_abstracts(page),
        published=_date(page, "published") or cited.published,
        received=_date(page, "received"),
        accepted=_date(page, "accepted"),
        section=_section(page),
        licence=licences.read(page.text("licence")),
        journal=_journal(journal, cited, page),
        issue=_issue(page, cited),
        pages=cited.pages,
        url=cited.url,
        how_to_cite=cited.raw,
        references=reference_lines.read(page),
        source=where.source,
    )
    article = tongues.label(article, page, language)
    _empty_sections(page)
    return replace(article, notes=tuple(sorted(page.notes, key=_place)))


def _place(note: object) -> tuple[int, int]:
    where = getattr(note, "where", None)
    return (where.line, where.start) if where else (0, 0)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _how_to_cite(page: Blocks, title: str, subtitle: str) -> HowToCite:
    """Read the first line that holds the title; further styles of the same block say nothing new."""
    whole = f"{title} {subtitle}".strip()
    lines = page["how_to_cite"]
    if not lines:
        return HowToCite(raw="")
    line = next((line for line in lines if how_to_cite.locate(line.text, whole)), None)
    raw = line.text if line else page.text("how_to_cite")
    cited = how_to_cite.read(raw, whole)
    if not cited.journal:
        page.add("how-to-cite-unread", f"no journal was found in “{_short(raw)}”", lines[0])
    if cited.bracket:
        message = f"read “{cited.bracket}” as issue {cited.issue.number}, whole number {cited.issue.whole_number}"
        page.add("issue-bracket", message, line or lines[0])
    return cited


def _dois(page: Blocks) -> tuple[Identifier, ...]:
    """Return the DOI of the article: the labelled one, else the one of *How to Cite*."""
    found = [(hit, line) for line in (*page["doi"], *page["how_to_cite"]) for hit in _doi_in(line)]
    if not found:
        page.add("no-doi", "the page states no DOI; without one the article is named by its journal and title")
        return ()
    first = found[0][0]
    for other, line in found[1:]:
        if other != first:
            page.add("two-dois", f"{first.value} was taken, {other.value} is stated too; correct the page", line)
            break
    return (first,)


def _doi_in(line: Line) -> Iterator[Identifier]:
    for hit in identifiers.find(line.text.translate(INVISIBLE)):
        if hit.identifier.scheme == "doi":
            yield hit.identifier


def _keywords(page: Blocks) -> tuple[tuple[Text, ...], ...]:
    found = [word for line in page["keywords"] for word in split_keywords(line.text[line.bullet :])]
    return tuple((Text(word),) for word in dict.fromkeys(found))


def split_keywords(text: str) -> list[str]:
    """Split a line of keywords at semicolons, else at commas, else at the dash of the Turkish locale.

    >>> split_keywords("soft power, policy (EU, NATO), 1,5 degrees.")
    ['soft power', 'policy (EU, NATO)', '1,5 degrees']
    >>> split_keywords("dış politika- Kafkasya- Türk-Rus ilişkileri")
    ['dış politika', 'Kafkasya', 'Türk-Rus ilişkileri']
    """
    for separator in (_BETWEEN_KEYWORDS, _BETWEEN_KEYWORDS_TOO, _DASHES):
        parts = [part.strip(" ;,") for part in separator.split(text)]
        if len(parts) > 1:
            break
    if parts[-1].endswith(".") and parts[-1].count(".") == 1:
        parts[-1] = parts[-1][:-1]
    return [part for part in parts if re.search(r"\w", part)]


def _abstracts(page: Blocks) -> tuple[Text, ...]:
    return tuple(tongues.paragraphs(page, "abstract"))


def _date(page: Blocks, block: str) -> PartialDate | None:
    """Read the date of a block; doubt about it, and the date of an update beside it, become notes."""
    lines = page[block]
    if not lines:
        return None
    text = page.text(block).translate(INVISIBLE)
    found = dates.find(text)
    if not found or found.doubt:
        reason = found.doubt if found else "it is no date of the Gregorian calendar"
        page.add("date-unread", f"“{_short(text)}” was not read in full: {reason}; write it as 2025-07-09", lines[0])
    elif block == "published" and (later := dates.find(text[found.end :])):
        page.add("updated", f"published on {found.date}, updated on {later.date}", lines[0])
    return found.date if found else None


def _section(page: Blocks) -> Text | None:
    return Text(page.text("section")) if page["section"] else None


def _journal(journal: Journal | None, cited: HowToCite, page: Blocks) -> Journal | None:
    """Return the journal of the settings when the page names the same one or none, else the one of the page."""
    if not cited.journal or (journal and is_same_journal(cited.journal, journal)):
        return journal
    if journal:
        message = f"the page is of “{cited.journal}”, the settings are of “{journal.title}”; the page was believed"
        page.add("journal-differs", message, page["how_to_cite"][0])
    return Journal(title=cited.journal)


def is_same_journal(printed: str, journal: Journal) -> bool:
    """Say whether a printed name is the journal's title, or an abbreviation of it as IEEE and Vancouver print one.

    >>> journal = Journal(title="Journal of Political Science: Bulletin of Yerevan University", abbreviation="JOPS")
    >>> [is_same_journal(name, journal) for name in ("J. Polit. Sci.", "JPS", "Journal of Science", "Nova Economia")]
    [True, True, False, False]
    """
    name, title = fold(printed).split(), fold(journal.title).split()
    if name in (title, fold(journal.abbreviation).split()):
        return True
    if len(name) == 1 and printed.isupper():
        return "".join(word[0] for word in title if len(word) > 3).startswith(name[0])
    is_shortened = any(part not in title for part in name)
    rest = iter(title)
    return is_shortened and len(name) > 1 and all(any(word.startswith(part) for word in rest) for part in name)


def _issue(page: Blocks, cited: HowToCite) -> Issue:
    """Merge what the issue's own line says with *How to Cite*, which only fills gaps."""
    lines = page["issue"]
    printed, is_unbalanced = issue_line.read(page.text("issue").translate(INVISIBLE))
    if is_unbalanced:
        page.add("issue-bracket", f"a bracket is not closed; read as whole number {printed.whole_number}", lines[0])
    if lines and not printed and not printed.year:
        page.add("label-missing", f"“{_short(lines[0].text)}” was read as the title of the issue", lines[0])
        printed = Issue(title=page.text("issue"))
    for name in ("volume", "number", "whole_number"):
        one, other = getattr(printed, name), getattr(cited.issue, name)
        if one and other and fold(one) != fold(other):
            page.add("value-differs", f"{name.replace('_', ' ')} is {one} here and {other} in How to Cite", lines[0])
    year = printed.year or (str(cited.published.year) if cited.published else "")
    # A journal that counts numbers only: some styles set its number where others have the volume.
    is_number = not printed.volume and printed.number == cited.issue.volume
    return Issue(
        volume=printed.volume or ("" if is_number else cited.issue.volume),
        number=printed.number or cited.issue.number,
        whole_number=printed.whole_number or cited.issue.whole_number,
        title=printed.title,
        year=year,
    )


def _empty_sections(page: Blocks) -> None:
    for block, line in page.headings:
        if block in REMARKABLE and not page[block]:
            page.add("empty-section", f"there is nothing under “{line.text}”", line)
