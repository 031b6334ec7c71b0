"""This room writes CSL-JSON, the hub of the exports: reference managers read it, and the other formats start from it.

Source: the CSL 1.0.2 input data schema. Dates are `date-parts`, names have `dropping-particle` only when printed so.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from jopsrdf.records import Agent, Article, PartialDate, Role, Work, WorkType
from jopsrdf.text import fold

Item = dict[str, Any]

#: Our types in the words of CSL, where they differ.
TYPES: dict[WorkType, str] = {
    "interview-article": "interview",
    "preprint": "article",
    "archive": "manuscript",
    "audiovisual": "motion_picture",
}
ROLES: tuple[Role, ...] = ("author", "editor", "translator", "interviewer")
#: Identifier schemes that CSL has a variable for.
VARIABLES: dict[str, str] = {
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
}


def of_article(article: Article) -> Item:
    """Return an article of ours as a CSL item.

    >>> from jopsrdf.records import Issue, Text
    >>> of_article(Article(title=Text("Grand Strategies"), issue=Issue(volume="4", number="1")))
    {'id': 'grand', 'type': 'article-journal', 'title': 'Grand Strategies', 'volume': '4', 'issue': '1'}
    """
    people = tuple(c.agent for c in article.contributions if c.role == "author")
    return _without_empty(
        {
            "id": key(people, article.published, article.title.value),
            "type": "article-journal",
            "title": article.title.value,
            "author": [_name(agent) for agent in people],
            "issued": _date(article.published),
            "container-title": article.journal.title if article.journal else "",
            "volume": article.issue.volume,
            "issue": article.issue.number,
            "page": str(article.pages or ""),
            "abstract": article.abstracts[0].value if article.abstracts else "",
            "keyword": ", ".join(label[0].value for label in article.keywords),
            "language": article.language,
            **{VARIABLES[i.scheme]: i.value for i in article.identifiers if i.scheme in VARIABLES},
            "URL": article.url,
        }
    )


#: Works whose editions are versions.
VERSIONED = frozenset(("software", "dataset"))


def of_work(work: Work) -> Item:
    """Return a cited work as a CSL item; what was not printed is not there."""
    return _without_empty(
        {
            "id": key(work.people("author") or work.people("editor"), work.issued, work.title),
            "type": TYPES.get(work.type, work.type),
            "title": work.title,
            **{role: [_name(agent) for agent in work.people(role)] for role in ROLES},
            "issued": _date(work.issued) or ({"literal": work.issued_text} if work.issued_text else None),
            "original-date": _date(work.original),
            "submitted": _date(work.submitted),
            "accessed": _date(work.accessed),
            "container-title": work.container_title,
            "collection-title": work.collection_title,
            "volume": work.issue.volume,
            "issue": work.issue.number,
            "number": work.number,
            "page": str(work.pages or ""),
            "chapter-number": work.chapter_number,
            "version" if work.type in VERSIONED else "edition": work.edition,
            "publisher": work.publisher or work.university,
            "publisher-place": work.publisher_place,
            "genre": work.degree,
            "event-title": work.event,
            "medium": work.medium,
            "language": work.language,
            **{VARIABLES[i.scheme]: i.value for i in work.identifiers if i.scheme in VARIABLES},
        }
    )


def key(people: Iterable[Agent], issued: PartialDate | None, title: str) -> str:
    """Return a citation key of first family name, year and first title word: `kubicek2022contrasting`."""
    first = next(iter(people), None)
    family = fold(first.family or first.literal) if first else ""
    words = [word for word in fold(title).split() if len(word) > 3]
    return f"{''.join(family.split())}{issued.year if issued else ''}{words[0] if words else ''}" or "untitled"


def _name(agent: Agent) -> Item:
    if agent.literal:
        return {"literal": agent.literal}
    parts = {
        "family": agent.family,
        "given": agent.given,
        "non-dropping-particle": agent.particle,
        "suffix": agent.suffix,
    }
    return _without_empty(parts)


def _date(date: PartialDate | None) -> Item | None:
    if not date:
        return None
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}


def _without_empty(item: Item) -> Item:
    return {name: value for name, value in item.items() if value}


def write(items: Iterable[Item]) -> str:
    """Return CSL-JSON text."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"
