"""This room reads the landing page of an article as HTML, saved from a browser: the richest input an editor has.

The head holds what OJS gives to Google Scholar and to readers of Dublin Core, one tag for each reference among it, and
depends neither on theme nor on language. The body is read as text, as `landing` reads it. Where both speak the head is
believed; what only the body has (biographies, section, *How to Cite*) is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from jopsrdf import identifiers
from jopsrdf.errors import IdentifierError, Note, Where
from jopsrdf.identifiers import Identifier
from jopsrdf.notes import note
from jopsrdf.records import Article, Contribution, Issue, Journal, Pages, PartialDate, Reference, Text, organisation
from jopsrdf.sources import dates, issue_line, landing, licences, people
from jopsrdf.sources.decoding import decode
from jopsrdf.sources.how_to_cite import read_pages
from jopsrdf.sources.saved_page import SavedPage, take_apart
from jopsrdf.text import fold, plain

#: Doubts about the text of the body that stay true when the head has been read.
LASTING = frozenset(("two-dois", "updated", "journal-differs", "biography-unread", "value-differs"))
#: How a file of HTML begins.
_BEGINS = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)", re.IGNORECASE | re.DOTALL
)


def recognises(head: str) -> bool:
    """Say whether a text is the HTML of an article's page: markup, and a sign that only articles have.

    >>> recognises('<!DOCTYPE html><html><head><meta name="citation_title" content="A title"/></head>')
    True
    >>> recognises("<html><head><title>404 Not Found</title></head>")
    False
    """
    return _BEGINS.match(head) is not None and re.search(r"citation_title|obj_article_details", head) is not None


def read(data: bytes, journal: Journal | None, where: Where) -> Iterator[Article]:
    """Yield the one article of a saved page."""
    decoded = decode(data, where)
    page = take_apart(decoded.text)
    body = landing.read_text(page.text, journal, where, page.first("citation_language", "dc.language"))
    article = _with_head(body, page, journal)
    lasting = (replace(doubt, where=where) for doubt in body.notes if doubt.code in LASTING)
    notes = (*decoded.notes, *lasting, *_doubts(article, body, page, where))
    yield replace(article, digest=hashlib.sha256(data).hexdigest(), notes=notes)


def _with_head(body: Article, page: SavedPage, journal: Journal | None) -> Article:
    """Return the article of the body with what the head says better."""
    title = page.first("citation_title", "dc.title")
    return replace(
        body,
        title=Text(title, body.language) if title and fold(title) != fold(body.title.value) else body.title,
        translated_titles=tuple(Text(meta.content, meta.language) for meta in page.every("dc.title.alternative")),
        contributions=_authors(page, body) or body.contributions,
        identifiers=_dois(page) or body.identifiers,
        keywords=_keywords(page, body) or body.keywords,
        abstracts=_abstracts(page, body) or body.abstracts,
        published=_published(page) or body.published,
        licence=body.licence or licences.read(" ".join(meta.content for meta in page.every("dc.rights"))),
        journal=_journal(page, journal) or body.journal,
        issue=_issue(page, body),
        pages=_pages(page) or body.pages,
        url=page.first("citation_abstract_html_url", "dc.identifier.uri") or body.url,
        references=_references(page) or body.references,
    )


def _authors(page: SavedPage, body: Article) -> tuple[Contribution, ...]:
    """Return the authors of the head, each with the institutions that follow; the body adds the rest by name."""
    groups: list[tuple[str, list[str]]] = []
    for meta in page.every("citation_author", "citation_author_institution"):
        if meta.name == "citation_author":
            groups.append((meta.content, []))
        elif groups:
            groups[-1][1].append(meta.content)
    known = {fold(person.agent.name): person for person in body.contributions}
    return tuple(_author(name, places, known.get(fold(name))) for name, places in groups)


def _author(name: str, places: list[str], known: Contribution | None) -> Contribution:
    if not known:
        return Contribution(agent=people.person(name), affiliations=tuple(map(organisation, places)))
    return replace(known, affiliations=tuple(map(organisation, places)) or known.affiliations)


def _dois(page: SavedPage) -> tuple[Identifier, ...]:
    try:
        return (identifiers.parse(page.first("citation_doi", "dc.identifier.doi"), "doi"),)
    except IdentifierError:
        return ()


def _keywords(page: SavedPage, body: Article) -> tuple[tuple[Text, ...], ...]:
    """Return the keywords, one for each tag since OJS 3.4 and several in one tag before."""
    metas = page.every("citation_keywords") or page.every("dc.subject")
    words = [(word, meta.language or body.language) for meta in metas for word in landing.split_keywords(meta.content)]
    return tuple((Text(word, language),) for word, language in dict.fromkeys(words))


def _abstracts(page: SavedPage, body: Article) -> tuple[Text, ...]:
    """Return the abstracts in all languages; an empty one of a second language is none."""
    metas = page.every("citation_abstract") or page.every("dc.description")
    texts = [Text(plain(meta.content), meta.language or body.language) for meta in metas]
    return tuple(text for text in dict.fromkeys(texts) if text.value)


def _published(page: SavedPage) -> PartialDate | None:
    """Return the most precise date: OJS gives the year of the issue alone when it differs from the article's."""
    found = [dates.find(page.first(name)) for name in ("citation_date", "dc.date.issued", "dc.date.created")]
    read_back = [dated.date for dated in found if dated and not dated.doubt]
    return next((date for date in read_back if date.day), read_back[0] if read_back else None)


def _journal(page: SavedPage, journal: Journal | None) -> Journal | None:
    """Return the journal of the settings where the head names it, else the journal of the head."""
    title = page.first("citation_journal_title", "dc.source")
    if not title or (journal and landing.is_same_journal(title, journal)):
        return journal
    abbreviation = page.first("citation_journal_abbrev")
    return Journal(
        title=title,
        abbreviation=abbreviation if re.search(r"[^\W\d_]", abbreviation) else "",
        identifiers=tuple(_issns(page)),
        publisher=page.first("citation_publisher"),
    )


def _issns(page: SavedPage) -> Iterator[Identifier]:
    for text in dict.fromkeys(meta.content for meta in page.every("citation_issn", "dc.source.issn")):
        try:
            yield identifiers.parse(text, "issn")
        except IdentifierError:
            continue


def _issue(page: SavedPage, body: Article) -> Issue:
    number = issue_line.read_number(page.first("citation_issue", "dc.source.issue"))
    volume = page.first("citation_volume", "dc.source.volume")
    return replace(
        body.issue,
        volume=volume or body.issue.volume,
        number=number.number or body.issue.number,
        whole_number=number.whole or body.issue.whole_number,
    )


def _pages(page: SavedPage) -> Pages | None:
    first, last = page.first("citation_firstpage"), page.first("citation_lastpage")
    return Pages(first, last) if first else read_pages(page.first("dc.identifier.pagenumber"))


def _references(page: SavedPage) -> tuple[Reference, ...]:
    lines = [meta.content for meta in page.every("citation_reference")]
    return tuple(Reference(raw=line, position=n) for n, line in enumerate(lines, 1))


def _doubts(article: Article, body: Article, page: SavedPage, where: Where) -> Iterator[Note]:
    """Yield what is missing or contradictory when head and body have both been read."""
    if not article.title.value:
        yield note("no-title", "neither head nor body of the page has a title", where)
    if not article.identifier("doi"):
        yield note("no-doi", "the page states no DOI; without one the article is named by its journal and title", where)
    if not article.references:
        yield note("no-references", "the page lists no references; check that the whole page was saved", where)
    printed, tagged = len(body.references), len(page.every("citation_reference"))
    if printed and tagged and printed != tagged:
        yield note("value-differs", f"the head has {tagged} references, the body {printed}; the head was taken", where)
    number = page.first("citation_issue", "dc.source.issue")
    bracket = next((doubt for doubt in body.notes if doubt.code == "issue-bracket"), None)
    if issue_line.read_number(number).is_unbalanced:
        message = f"read “{number}” as issue {article.issue.number}, whole number {article.issue.whole_number}"
        yield note("issue-bracket", message, where)
    elif bracket and not number:
        yield replace(bracket, where=where)
