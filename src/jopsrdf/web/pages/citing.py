"""This room writes an article as reference lists print it: one row for each style, in the punctuation of its manual.

The words of titles stay as the journal prints them. What an article does not state is left out with its punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jopsrdf.records import Agent, Article


@dataclass(frozen=True, slots=True)
class Style:
    """One row: what the style is called, and how an article reads in it."""

    name: str
    write: Callable[[Article], str]


def apa(article: Article) -> str:
    """The Publication Manual of the APA, 7th edition, 10.1: up to 20 authors, else the first 19 and the last."""
    people = authors(article)
    listed = [*people[:19], people[-1]] if len(people) > 20 else people
    names = joined([initialled(agent) for agent in listed], ", … " if len(people) > 20 else ", & ")
    year = f"({article.published.year})." if article.published else "(n.d.)."
    volume = article.issue.volume + (f"({article.issue.number})" if article.issue.number else "")
    where = ", ".join(part for part in (journal(article), volume, pages(article)) if part)
    return sentence(stopped(names), year, stopped(title(article)), stopped(where), doi(article))


def chicago(article: Article) -> str:
    """The Chicago Manual of Style, 17th edition, author-date, 15.9 and 15.46: up to ten authors, else seven."""
    names = [agent.name for agent in authors(article)]
    names[:1] = [inverted(agent) for agent in authors(article)[:1]]
    listed = f"{', '.join(names[:7])}, et al." if len(names) > 10 else joined(names, ", and ")
    year = str(article.published.year) if article.published else "n.d."
    return sentence(stopped(listed), stopped(year), f"“{stopped(title(article))}”", numbered(article), linked(article))


def mla(article: Article) -> str:
    """The MLA Handbook, 9th edition, 5.5 to 5.9: of three authors and more only the first."""
    people = authors(article)
    names = [inverted(agent) for agent in people[:1]] + [agent.name for agent in people[1:2]]
    listed = f"{names[0]}, et al." if len(people) > 2 else joined(names, ", and ")
    issue, date = article.issue, article.published
    parts = (
        journal(article),
        issue.volume and f"vol. {issue.volume}",
        issue.number and f"no. {issue.number}",
        str(date.year) if date else "",
        pages(article) and f"pp. {pages(article)}" if article.pages and article.pages.last else pages(article),
        doi(article),
    )
    return sentence(stopped(listed), f"“{stopped(title(article))}”", stopped(", ".join(p for p in parts if p)))


def vancouver(article: Article) -> str:
    """Citing Medicine, 2nd edition, chapter 1: up to six authors, else those and "et al."."""
    people = [initialled(agent, dots=False) for agent in authors(article)]
    names = ", ".join(people[:6]) + (", et al" if len(people) > 6 else "")
    issue = article.issue.volume + (f"({article.issue.number})" if article.issue.number else "")
    when = ";".join(part for part in (str(article.published.year) if article.published else "", issue) if part)
    where = ":".join(part for part in (when, shortened(article)) if part)
    number = article.identifier("doi")
    return sentence(
        stopped(names), stopped(title(article)), stopped(journal(article)), stopped(where), number and f"doi: {number}"
    )


STYLES: tuple[Style, ...] = (
    Style("APA", apa),
    Style("Chicago", chicago),
    Style("MLA", mla),
    Style("Vancouver", vancouver),
)


def styled(article: Article) -> list[tuple[str, str]]:
    """Return the article in every style: its name and the line."""
    return [(style.name, style.write(article)) for style in STYLES]


def authors(article: Article) -> list[Agent]:
    return [c.agent for c in article.contributions if c.role == "author"]


def inverted(agent: Agent) -> str:
    """Return a name as a list sorts it: "Beauvoir, Simone de"."""
    if agent.literal or not agent.family:
        return agent.name
    given = " ".join(part for part in (agent.given, agent.particle) if part)
    return ", ".join(part for part in (agent.family, given, agent.suffix) if part)


def initialled(agent: Agent, *, dots: bool = True) -> str:
    """Return a name with initials, hyphens kept: "Sartre, J.-P.", and without dots "Sartre JP".

    >>> sartre = Agent(family="Sartre", given="Jean-Paul")
    >>> initialled(sartre), initialled(sartre, dots=False)
    ('Sartre, J.-P.', 'Sartre JP')
    """
    if agent.literal or not agent.family:
        return agent.name
    family = f"{agent.particle} {agent.family}".strip()
    initials = re.findall(r"(-?)(\w)\w*", agent.given)
    if not dots:
        return " ".join(part for part in (family, "".join(letter for _, letter in initials), agent.suffix) if part)
    given = "".join(f"{hyphen or (' ' if n else '')}{letter}." for n, (hyphen, letter) in enumerate(initials))
    return ", ".join(part for part in (family, given, agent.suffix) if part)


def joined(names: list[str], last: str) -> str:
    """Return names as a list in words; `last` stands before the last of them."""
    return last.join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def title(article: Article) -> str:
    return f"{article.title.value}: {article.subtitle}" if article.subtitle else article.title.value


def journal(article: Article) -> str:
    return article.journal.title if article.journal else ""


def pages(article: Article) -> str:
    return str(article.pages or "").replace("-", "–")


def shortened(article: Article) -> str:
    """Return the pages without the digits that repeat: "582-96"."""
    if not article.pages or not article.pages.last:
        return pages(article)
    first, last = article.pages.first, article.pages.last
    if first.isdigit() and last.isdigit() and len(first) == len(last) and first != last:
        differing = next(n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b)
        last = last[differing:]
    return f"{first}-{last}"


def doi(article: Article) -> str:
    number = article.identifier("doi")
    return f"https://doi.org/{number}" if number else article.url


def linked(article: Article) -> str:
    return stopped(doi(article))


def numbered(article: Article) -> str:
    """Return journal, volume, issue and pages as Chicago prints them: "Cities 59 (4): 582–596."."""
    issue = article.issue
    where = " ".join(part for part in (journal(article), issue.volume, issue.number and f"({issue.number})") if part)
    return stopped(": ".join(part for part in (where, pages(article)) if part))


def stopped(text: str) -> str:
    """Return a sentence with its full stop, unless it ends as one already."""
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def sentence(*parts: str) -> str:
    return " ".join(part for part in parts if part)
