"""Makes article records by the thousand, each the same every time: for benchmarks and tests of size.

The mix of cited works is that of a reference list in the social sciences: of 60 lines, 34 journal articles, 18
chapters, 5 books, a web text, a report and a thesis; a third of them come from a pool that all articles share. All
names and titles are visibly made up ("Family 12").
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from jopsrdf.identifiers import Identifier
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    Pages,
    PartialDate,
    Reference,
    Text,
    Work,
    WorkType,
    organisation,
)

KINDS: tuple[WorkType, ...] = (
    *["article-journal"] * 34,
    *["chapter"] * 18,
    *["book"] * 5,
    "webpage",
    "report",
    "thesis",
)
WORDS = (
    "balance border bridge capital change citizen city climate conflict crisis culture democracy diaspora economy "
    "election energy empire identity ideology labour language law media memory migration nation network party peace "
    "policy power press reform region religion security society state strategy trade transition treaty union war "
    "Grenzüberschreitung güvenlik démocratie política Türkiye État"
).split()
JOURNALS, POOL = 400, 20_000


def articles(count: int, *, references: int = 60, start: int = 0) -> Iterator[Article]:
    """Yield `count` articles, each with so many references; the n-th is the same in every run."""
    for number in range(start, start + count):
        yield article(number, references)


def article(number: int, references: int = 60) -> Article:
    """Return the n-th article."""
    dice = random.Random(number)
    year = 2000 + number % 25
    return Article(
        title=Text(_title(dice), "en"),
        contributions=tuple(
            Contribution(
                agent=Agent(family=f"Family {dice.randrange(50_000)}", given=f"Given {dice.randrange(3_000)}"),
                affiliations=(organisation(f"University {dice.randrange(300)}"),),
                biography=Text(" ".join(dice.choices(WORDS, k=25)), "en"),
            )
            for _ in range(dice.randrange(1, 4))
        ),
        identifiers=(Identifier("doi", f"10.5555/synthetic.{number}"),),
        keywords=tuple((Text(word, "en"),) for word in dice.sample(WORDS, 6)),
        abstracts=(Text(" ".join(dice.choices(WORDS, k=180)), "en"),),
        published=PartialDate(year, number % 12 + 1, number % 28 + 1),
        section=Text("Articles", "en"),
        language="en",
        journal=Journal(title=f"Journal {number % 20}", language="en"),
        issue=Issue(volume=str(year - 1990), number=str(number % 4 + 1)),
        pages=Pages(str(number % 300 + 1), str(number % 300 + 18)),
        references=tuple(
            reference(dice.randrange(POOL) if dice.random() < 1 / 3 else POOL + number * references + n, n)
            for n in range(1, references + 1)
        ),
        source=f"synthetic-{number}.txt",
        digest=f"{number:064x}",
        retrieved="2026-01-01T00:00:00+00:00",
    )


def reference(number: int, position: int) -> Reference:
    """Return a line that cites the n-th work."""
    work = cited(number)
    names = ", ".join(c.agent.name for c in work.contributions if c.role == "author")
    raw = f"{names}. {work.issued}. “{work.title}.” {work.container_title} {work.issue.volume}: {work.pages}."
    return Reference(raw=raw, position=position, work=work, confidence=(("record", 0.9),))


def cited(number: int) -> Work:
    """Return the n-th cited work."""
    dice = random.Random(-1 - number)
    kind = KINDS[number % len(KINDS)]
    in_journal, in_book = kind == "article-journal", kind == "chapter"
    first = dice.randrange(1, 400)
    people = [_person(dice) for _ in range(dice.choice((1, 1, 2, 2, 3)))]
    if in_book:
        people.append(Contribution(agent=_person(dice).agent, role="editor"))
    return Work(
        type=kind,
        title=_title(dice),
        contributions=tuple(people),
        issued=PartialDate(1990 + number % 35),
        container_title=f"Journal {dice.randrange(JOURNALS)}" if in_journal else _title(dice) if in_book else "",
        collection_title="Working Papers" if kind == "report" else "",
        number=str(number % 90 + 1) if kind == "report" else "",
        issue=Issue(volume=str(number % 60 + 1), number=str(number % 6 + 1)) if in_journal else Issue(),
        pages=Pages(str(first), str(first + 15)) if in_journal or in_book else None,
        publisher="" if in_journal else f"Publisher {dice.randrange(200)}",
        publisher_place="" if in_journal else f"City {dice.randrange(100)}",
        degree="PhD" if kind == "thesis" else "",
        university="University 1" if kind == "thesis" else "",
        accessed=PartialDate(2025, 3, 16) if kind == "webpage" else None,
        identifiers=_identifiers(kind, number),
    )


def _identifiers(kind: WorkType, number: int) -> tuple[Identifier, ...]:
    if kind == "webpage":
        return (Identifier("url", f"https://example.org/texts/{number}"),)
    return (Identifier("doi", f"10.5555/cited.{number}"),) if number % 5 else ()


def _person(dice: random.Random) -> Contribution:
    return Contribution(agent=Agent(family=f"Family {dice.randrange(50_000)}", given=f"Given {dice.randrange(3_000)}"))


def _title(dice: random.Random) -> str:
    return f"{' '.join(dice.choices(WORDS, k=7)).capitalize()}: {' '.join(dice.choices(WORDS, k=4))}"
