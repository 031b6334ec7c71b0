"""This room writes what reads no RDF: Dublin Core elements, and the `citation_*` tags of an article page."""

from __future__ import annotations

from collections.abc import Iterator

from jopsrdf.records import Agent, Article, PartialDate, Text


def dublin_core(article: Article, iri: str) -> Iterator[tuple[str, Text]]:
    """Yield the Dublin Core elements of an article in order: name and text, with its language where it is known.

    Creators are "Family, Given"; the DOIs that the article cites are relations, each once.

    >>> from jopsrdf.records import Reference, Work
    >>> from jopsrdf.identifiers import Identifier
    >>> cited = Work(identifiers=(Identifier("doi", "10.1093/ia/iiab094"),))
    >>> article = Article(title=Text("Russia and Europe", "en"), references=(Reference(raw="…", work=cited),))
    >>> [text.value for name, text in dublin_core(article, "https://e.org/work/x") if name == "relation"]
    ['https://doi.org/10.1093/ia/iiab094']
    """
    for title in (article.title, *article.translated_titles):
        yield "title", title
    for agent in authors(article):
        yield "creator", Text(inverted(agent))
    for keyword in article.keywords:
        yield from (("subject", label) for label in keyword)
    yield from (("description", abstract) for abstract in article.abstracts)
    plain = {
        "publisher": article.journal.publisher if article.journal else "",
        "date": str(article.published or ""),
        "type": "info:eu-repo/semantics/article",
        "language": article.language,
        "rights": article.licence,
        "source": source(article),
    }
    yield from ((name, Text(value)) for name, value in plain.items() if value)
    for address in dict.fromkeys((*(i.url for i in article.identifiers), article.url, iri)):
        if address:
            yield "identifier", Text(address)
    yield from (("relation", Text(f"https://doi.org/{doi}")) for doi in cited_dois(article))


def citation_tags(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the tags that Google Scholar and Zotero read, in order; one `citation_reference` for each raw line.

    >>> list(citation_tags(Article(title=Text("Grand Strategies"), published=PartialDate(2025, 7, 9))))
    [('citation_title', 'Grand Strategies'), ('citation_publication_date', '2025/07/09')]
    """
    yield "citation_title", article.title.value
    for contribution in article.contributions:
        if contribution.role == "author":
            yield "citation_author", inverted(contribution.agent)
            yield from (("citation_author_institution", place.name) for place in contribution.affiliations)
            orcids = (i.url for i in contribution.agent.identifiers if i.scheme == "orcid")
            yield from (("citation_author_orcid", url) for url in orcids)
    journal = article.journal
    plain = {
        "citation_publication_date": slashed(article.published),
        "citation_journal_title": journal.title if journal else "",
        "citation_journal_abbrev": journal.abbreviation if journal else "",
        "citation_publisher": journal.publisher if journal else "",
        "citation_volume": article.issue.volume,
        "citation_issue": article.issue.number,
        "citation_firstpage": article.pages.first if article.pages else "",
        "citation_lastpage": article.pages.last if article.pages else "",
        "citation_doi": article.identifier("doi"),
        "citation_language": article.language,
        "citation_public_url": article.url,
    }
    yield from ((name, value) for name, value in plain.items() if value)
    yield from (("citation_issn", i.value) for i in (journal.identifiers if journal else ()) if i.scheme == "issn")
    yield from (("citation_keywords", label.value) for keyword in article.keywords for label in keyword)
    yield from (("citation_reference", reference.raw) for reference in article.references)


def authors(article: Article) -> tuple[Agent, ...]:
    return tuple(c.agent for c in article.contributions if c.role == "author")


def inverted(agent: Agent) -> str:
    """Return a name as catalogues file it: "Beauvoir, Simone de"."""
    if agent.literal or not agent.family:
        return agent.name
    given = " ".join(part for part in (agent.given, agent.particle) if part)
    return ", ".join(part for part in (agent.family, given, agent.suffix) if part)


def cited_dois(article: Article) -> list[str]:
    """Return the DOIs that the article cites, each once, in the order of its references."""
    found = (reference.work.identifier("doi") for reference in article.references if reference.work)
    return list(dict.fromkeys(doi for doi in found if doi))


def slashed(date: PartialDate | None) -> str:
    return str(date or "").replace("-", "/")


def source(article: Article) -> str:
    """Return where an article stands, for people: "Title, vol. 4 no. 1 (2025), 125-141".

    >>> from jopsrdf.records import Issue, Journal
    >>> source(Article(title=Text("x"), journal=Journal(title="Insight Turkey"), issue=Issue(volume="25")))
    'Insight Turkey, vol. 25'
    """
    issue = article.issue
    number = issue.number + (f"({issue.whole_number})" if issue.whole_number else "")
    where = " ".join(part for part in (issue.volume and f"vol. {issue.volume}", number and f"no. {number}") if part)
    if where and article.published:
        where += f" ({article.published.year})"
    parts = (article.journal.title if article.journal else "", where, str(article.pages or ""))
    return ", ".join(part for part in parts if part)
