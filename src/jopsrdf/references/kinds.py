"""This room tells what sort of work a reference cites, from what is printed and from nothing else.

The first row of `KINDS` that fits decides; where none fits the work is a `document`, and a note says so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from jopsrdf.records import WorkType
from jopsrdf.references.legal_fields import is_decision
from jopsrdf.references.patterns import EXTENT
from jopsrdf.references.words.archive_words import ACRONYM, ARCHIVE_NAME
from jopsrdf.references.words.cues import (
    ACT,
    ARCHIVE,
    CONFERENCE,
    DATA,
    DATA_HOME,
    DATA_TITLE,
    FOND,
    JOURNAL,
    LAW,
    LEARNED,
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
from jopsrdf.references.words.legal_words import GAZETTE, LAST_WORDS, LAW_HEAD, LAW_WORDS, REPORTERS
from jopsrdf.references.words.named_words import HELD, INTERVIEWS, PAPER, TOLD
from jopsrdf.references.words.periodicals import ENCYCLOPAEDIA, MAGAZINE, NEWSPAPER


class Clues(NamedTuple):
    """What the rows look at: the fields that were found, and the text they were found in.

    `text` is the reference without title and container, `whole` all of it. `has` holds names of fields of the flat
    JSON form, schemes of identifiers, roles and kinds of agents; "genre", "day" for a date to the day, and "in" where
    the container stands behind a word for "in".
    """

    text: str
    title: str
    container: str
    publisher: str
    genre: str
    series: str
    has: frozenset[str]
    year: str = ""
    medium: str = ""
    whole: str = ""


def _joined(*texts: str) -> str:
    """Return texts as one; a text that stands alone is returned itself, and its pieces are known already."""
    return " ".join(filter(None, texts))


def _nothing_more(_: Clues) -> bool:
    return True


class Kind(NamedTuple):
    """One row: the type, the fields that must be there or must not, and a test of the text where they fit.

    All of the names in `needs` and one of those in `some` must be there, none of those in `bars`.
    """

    type: WorkType
    fits: Callable[[Clues], object] = _nothing_more
    needs: str = ""
    some: str = ""
    bars: str = ""

    def is_open(self, has: frozenset[str]) -> bool:
        """Say whether the fields that were found leave this row to be asked."""
        return (
            has.issuperset(self.needs.split())
            and has.isdisjoint(self.bars.split())
            and not (self.some and has.isdisjoint(self.some.split()))
        )


def _reports_a_conference(clues: Clues) -> bool:
    is_numbered = "volume" in clues.has and "in" not in clues.has
    if is_numbered and "issue" in clues.has:
        return False
    found = CONFERENCE.search(_joined(clues.container, clues.genre)) or PRESENTED.search(clues.text)
    return bool(found) and not (is_numbered and _is_journal(clues.container))


def _is_part(clues: Clues) -> bool:
    """Say whether a container with editors, or behind a word for "in", is a book and no numbered journal."""
    has = clues.has
    if "issue" in has and has.isdisjoint(("publisher", "editor")):
        return False
    if "volume" in has and has.isdisjoint(_BOOKISH) and _is_counted(clues):
        return False
    return not ("volume" in has and has.isdisjoint(_BOOKISH) and _is_journal(clues.container))


def _is_counted(clues: Clues) -> bool:
    """Say whether only a space parts a container from its volume, as it does with journals: "Merkur 44"."""
    place = clues.whole.find(clues.container) + len(clues.container)
    return clues.whole[place : place + 1] == " " and clues.whole[place + 1 : place + 2].isdecimal()


def _is_journal(container: str) -> bool:
    return bool(JOURNAL.search(container) or LEARNED.match(container))


def _is_report(name: str) -> bool:
    return bool(name and (REPORT.search(name) or PAPER.search(name)))


def _is_act(clues: Clues) -> bool:
    """Say whether a title is an act's by its own name, with its year."""
    return any(map(clues.title.__contains__, _ACTS)) and bool(ACT.match(f"{clues.title} {clues.year}"))


def _is_law(clues: Clues) -> bool:
    """Say whether a title is that of a law by a word that only laws begin or end with."""
    words = clues.title.casefold().split()
    if words[-1].strip(".,”»") in LAST_WORDS or (":" in words and "закон" in words):
        return True
    if (words[0] in LAW_WORDS or words[0].isdecimal()) and LAW_HEAD.match(clues.title):
        return True
    has_word = any(word.strip(".,:;()«»") in LAST_WORDS or word in LAW_WORDS for word in words)
    return has_word and bool(clues.container and GAZETTE.fullmatch(clues.container))


def _was_held(clues: Clues) -> bool:
    """Say whether a title is that of an interview that the author held."""
    title = clues.title.casefold()
    is_named = any(map(title.__contains__, INTERVIEWS))
    return is_named and bool(HELD.match(title) or TOLD.match(title))


#: The words of which `ACT` asks for one.
_ACTS = ("Act", "Bill", "Ordinance", "Order", "Regulations")
#: What only books print.
_BOOKISH = ("publisher", "publisher_place", "editor", "edition")

#: In the order of asking.
KINDS: tuple[Kind, ...] = (
    Kind("thesis", lambda c: c.genre in THESIS_MARKS or THESIS.search(c.genre), needs="genre"),
    Kind("thesis", lambda c: THESIS.search(c.text), bars="volume"),
    Kind("interview-article", needs="interviewer container_title"),
    Kind("interview", needs="interviewer"),
    Kind(
        "interview",
        _was_held,
        needs="title",
        bars="container_title publisher isbn doi volume",
    ),
    Kind("dataset", lambda c: DATA.search(c.text)),
    Kind("dataset", lambda c: DATA_TITLE.search(c.title), bars="volume"),
    Kind("dataset", lambda c: DATA_HOME.search(_joined(c.container, c.publisher)), bars="volume"),
    Kind("software", lambda c: SOFTWARE.search(c.text)),
    Kind("audiovisual", lambda c: VIEWED.search(c.text), bars="volume doi"),
    Kind(
        "archive",
        lambda c: ARCHIVE.search(place := _joined(c.text, c.container)) or FOND.search(place) or SHELF.search(c.title),
        bars="volume doi issue isbn in",
    ),
    Kind(
        "archive",
        lambda c: ACRONYM.match(c.container) or ARCHIVE_NAME.match(c.container),
        needs="container_title number",
        bars="volume doi issue isbn in",
    ),
    Kind("document", lambda c: c.container in REPORTERS, needs="container_title", bars="person"),
    Kind("document", lambda c: is_decision(c.title, c.container), needs="title", bars="person"),
    Kind("webpage", lambda c: ". Web. " in c.whole, needs="container_title", bars="volume issue isbn publisher_place"),
    Kind("treaty", lambda c: TREATY.match(c.title) or TREATY_NAME.match(c.title), bars="issue person"),
    Kind("legislation", lambda c: LAW.match(c.title) or _is_act(c), bars="doi in person"),
    Kind("legislation", _is_law, needs="title", bars="doi in person"),
    Kind(
        "legislation",
        lambda c: LAW_HEAD.match(c.title) and GAZETTE.fullmatch(c.container),
        needs="title in",
        bars="doi",
    ),
    Kind("preprint", needs="arxiv", bars="volume"),
    Kind("preprint", lambda c: PREPRINT.search(_joined(c.container, c.genre, c.publisher, c.medium)), bars="volume"),
    Kind("paper-conference", needs="event"),
    Kind("paper-conference", _reports_a_conference),
    Kind("article-newspaper", lambda c: NEWSPAPER.search(c.container), needs="day", bars="volume"),
    Kind("article-newspaper", lambda c: "[N]" in c.whole, needs="container_title"),
    Kind("article-magazine", lambda c: MAGAZINE.search(c.container), needs="day", bars="doi in"),
    Kind("article-magazine", lambda c: "月号" in c.text, needs="container_title", bars="publisher"),
    Kind("article-magazine", lambda c: MAGAZINE.search(c.container), bars="volume doi in"),
    Kind("chapter", _is_part, needs="container_title", some="in editor"),
    Kind("chapter", lambda c: ENCYCLOPAEDIA.search(c.container), needs="container_title", bars="issue url"),
    Kind("report", lambda c: "[R]" in c.text or _is_report(_joined(c.genre, c.series)), bars="issue"),
    Kind("article-journal", needs="container_title", some="volume issue"),
    Kind("article-journal", lambda c: JOURNAL.search(c.container), needs="container_title", bars="publisher"),
    Kind("article-journal", needs="container_title", some="page_first doi", bars="publisher in"),
    Kind("webpage", needs="url container_title", bars="publisher isbn edition doi page_first"),
    Kind("chapter", needs="container_title page_first"),
    Kind("article-journal", needs="container_title", some="doi pmid issn", bars="publisher"),
    Kind(
        "webpage",
        lambda c: not EXTENT.search(c.whole) and ("publisher_place" not in c.has or ONLINE.search(c.text)),
        needs="url",
        bars="isbn edition doi container_title",
    ),
    Kind("book", needs="title", some="publisher publisher_place isbn edition"),
    Kind("book", lambda c: EXTENT.search(c.whole), needs="title"),
)


@lru_cache(1024)
def _open_rows(has: frozenset[str]) -> tuple[Kind, ...]:
    """Return the rows that the fields of a reference leave open: a few sets of fields make up most references."""
    return tuple(row for row in KINDS if row.is_open(has))


def tell(clues: Clues) -> WorkType:
    """Return the type that the printed cues give, `document` where there are none.

    >>> tell(Clues("", "Russia and Europe", "", "N. Strakhov", "", "", frozenset({"title", "publisher"})))
    'book'
    >>> tell(Clues("", "Russia and Europe", "", "", "", "", frozenset({"title"})))
    'document'
    """
    for row in _open_rows(clues.has):
        if row.fits(clues):
            return row.type
    return "document"
