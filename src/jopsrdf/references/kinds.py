"""This room tells what sort of work a reference cites, from what is printed and from nothing else.

The first row of `KINDS` that fits decides; where none fits the work is a `document`, and a note says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jopsrdf.records import WorkType
from jopsrdf.references.cues import (
    ACT,
    ARCHIVE,
    CONFERENCE,
    COURT,
    DATA,
    DATA_HOME,
    DATA_TITLE,
    FOND,
    JOURNAL,
    LAW,
    LEARNED,
    MAGAZINE,
    NEWSPAPER,
    ONLINE,
    PREPRINT,
    PRESENTED,
    REPORT,
    SHELF,
    SOFTWARE,
    THESIS,
    THESIS_MARKS,
    TREATY,
    TREATY_NAME,
    VIEWED,
)


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rows look at: the fields that were found, and the text they were found in.

    `text` is the reference without title and container. `has` holds names of fields of the flat JSON form, and "in"
    where the container stands behind a word for "in".
    """

    text: str
    title: str
    container: str
    publisher: str
    genre: str
    series: str
    has: frozenset[str]
    day: bool = False
    year: str = ""
    medium: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the type and the test for it."""

    type: WorkType
    fits: Callable[[Clues], bool]


def _is_periodical(clues: Clues) -> bool:
    if "container_title" not in clues.has or ("publisher" in clues.has and not clues.has & {"volume", "issue"}):
        return False
    return (
        bool(clues.has & {"volume", "issue"})
        or bool(JOURNAL.search(clues.container))
        or bool("in" not in clues.has and clues.has & {"page_first", "doi"})
    )


def _is_journal(container: str) -> bool:
    return bool(JOURNAL.search(container) or LEARNED.match(container))


#: What only books print.
_BOOKISH = frozenset({"publisher", "publisher_place", "editors", "edition"})

#: In the order of asking.
KINDS: tuple[Kind, ...] = (
    Kind(
        "thesis",
        lambda c: bool(
            THESIS.search(c.genre) or c.genre in THESIS_MARKS or ("volume" not in c.has and THESIS.search(c.text))
        ),
    ),
    Kind("interview-article", lambda c: "interviewer" in c.has and "container_title" in c.has),
    Kind("interview", lambda c: "interviewer" in c.has),
    Kind(
        "dataset",
        lambda c: bool(
            DATA.search(c.text)
            or (
                "volume" not in c.has
                and (DATA_TITLE.search(c.title) or DATA_HOME.search(f"{c.container} {c.publisher}"))
            )
        ),
    ),
    Kind("software", lambda c: bool(SOFTWARE.search(c.text))),
    Kind("audiovisual", lambda c: not c.has & {"volume", "doi"} and bool(VIEWED.search(c.text))),
    Kind(
        "archive",
        lambda c: (
            not c.has & {"volume", "doi", "issue", "isbn", "in"}
            and bool(
                ARCHIVE.search(f"{c.text} {c.container}")
                or FOND.search(f"{c.text} {c.container}")
                or SHELF.search(c.title)
            )
        ),
    ),
    Kind("document", lambda c: "persons" not in c.has and bool(COURT.match(c.title))),
    Kind(
        "treaty",
        lambda c: not c.has & {"issue", "persons"} and bool(TREATY.match(c.title) or TREATY_NAME.match(c.title)),
    ),
    Kind(
        "legislation",
        lambda c: not c.has & {"doi", "in", "persons"} and bool(LAW.match(c.title) or ACT.match(f"{c.title} {c.year}")),
    ),
    Kind(
        "preprint",
        lambda c: (
            "volume" not in c.has
            and ("arxiv" in c.has or bool(PREPRINT.search(f"{c.container} {c.genre} {c.publisher} {c.medium}")))
        ),
    ),
    Kind(
        "paper-conference",
        lambda c: (
            "event" in c.has
            or (
                not ("volume" in c.has and "in" not in c.has and ("issue" in c.has or _is_journal(c.container)))
                and bool(CONFERENCE.search(f"{c.container} {c.genre}") or PRESENTED.search(c.text))
            )
        ),
    ),
    Kind("article-newspaper", lambda c: c.day and "volume" not in c.has and bool(NEWSPAPER.search(c.container))),
    Kind(
        "article-magazine",
        lambda c: (
            "doi" not in c.has
            and (c.day or "volume" not in c.has)
            and "in" not in c.has
            and bool(MAGAZINE.search(c.container))
        ),
    ),
    Kind(
        "chapter",
        lambda c: (
            "container_title" in c.has
            and bool(c.has & {"in", "editors"})
            and not ("issue" in c.has and not c.has & {"publisher", "editors"})
            and not ("volume" in c.has and not c.has & _BOOKISH and _is_journal(c.container))
        ),
    ),
    Kind(
        "report",
        lambda c: (bool(REPORT.search(f"{c.genre} {c.series}")) or "[R]" in c.text) and "issue" not in c.has,
    ),
    Kind("article-journal", _is_periodical),
    Kind(
        "webpage",
        lambda c: (
            "url" in c.has
            and "container_title" in c.has
            and not c.has & {"publisher", "isbn", "edition", "doi", "page_first"}
        ),
    ),
    Kind("chapter", lambda c: "container_title" in c.has and "page_first" in c.has),
    Kind(
        "article-journal",
        lambda c: "container_title" in c.has and "publisher" not in c.has and bool(c.has & {"doi", "pmid", "issn"}),
    ),
    Kind(
        "webpage",
        lambda c: (
            "url" in c.has
            and not c.has & {"isbn", "edition", "doi", "container_title", "extent"}
            and ("publisher_place" not in c.has or ONLINE.search(c.text) is not None)
        ),
    ),
    Kind(
        "book",
        lambda c: "title" in c.has and bool(c.has & {"publisher", "publisher_place", "isbn", "edition", "extent"}),
    ),
)


def tell(clues: Clues) -> WorkType:
    """Return the type that the printed cues give, `document` where there are none.

    >>> tell(Clues("", "Russia and Europe", "", "N. Strakhov", "", "", frozenset({"title", "publisher"})))
    'book'
    >>> tell(Clues("", "Russia and Europe", "", "", "", "", frozenset({"title"})))
    'document'
    """
    return next((kind.type for kind in KINDS if kind.fits(clues)), "document")
